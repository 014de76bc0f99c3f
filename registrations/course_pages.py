"""Pages that lead to registrations stay: they, and the pages above them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.models import Page

from courses.models import CoursePage
from registrations.models import Registration


def pages_with_registrations(pages: Iterable[Page]) -> list[str]:
    """The titles of course pages, among ``pages`` and all below, that lead to registrations."""
    below = Q(pk__in=[])
    for page in pages:
        below |= Q(path__startswith=page.path)
    booked = Registration.objects.values("offering__course")
    found = CoursePage.objects.filter(below, course__in=booked, alias_of=None)
    return list(found.order_by("path").values_list("title", flat=True))


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    titles = pages_with_registrations([page])
    if not titles:
        return None
    messages.error(request, _refusal(titles))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_to_delete_many(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    pages = [row for row in objects if isinstance(row, Page)]
    titles = pages_with_registrations(pages) if action_type == "delete" and pages else []
    if not titles:
        return None
    messages.error(request, _refusal(titles))
    return redirect(action.next_url)


def _refusal(titles: list[str]) -> str:
    return _(
        "This cannot be deleted, because people have registered through it: %(titles)s. "
        "Unpublish the page instead."
    ) % {"titles": ", ".join(titles)}
