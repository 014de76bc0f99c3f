"""Pages that appear and disappear at a time of day that somebody chose."""

from datetime import datetime

from django.db import transaction

from wagtail.models import Page, Revision


def due_to_appear(*, now: datetime) -> list[int]:
    """The versions of pages whose time has come."""
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    return list(due.values_list("pk", flat=True))


def due_to_disappear(*, now: datetime) -> list[int]:
    """The live pages whose time is over."""
    over = Page.objects.live().filter(expire_at__lte=now).order_by("expire_at")
    return list(over.values_list("pk", flat=True))


@transaction.atomic
def let_appear(*, revision_id: int) -> None:
    """Publish a version whose time has come, once, whoever else is at it."""
    revision = (
        Revision.objects.select_for_update()
        .filter(pk=revision_id, approved_go_live_at__isnull=False)
        .first()
    )
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")


@transaction.atomic
def let_disappear(*, page_id: int, now: datetime) -> None:
    """Take a page away whose time is over, unless that was changed meanwhile."""
    page = (
        Page.objects.select_for_update().filter(pk=page_id, live=True, expire_at__lte=now).first()
    )
    if page:
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
