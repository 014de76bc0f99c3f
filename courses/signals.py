"""Connects what must follow by itself; nothing else."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from wagtail.signals import page_published

from cms.guests import keep_out, let_in
from cms.models import TermsPage
from cms.page_cache import visible_change
from courses.models import (
    DiscountCode,
    Offering,
    OfferingGuest,
    OfferingQuestion,
    OfferingSession,
    Price,
)
from courses.terms import freeze_terms


def _offering_changed(sender: type, instance: Offering, **kwargs: Any) -> None:
    visible_change(instance.course.practice_id)


def _part_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    visible_change(instance.offering.course.practice_id)


def _code_changed(sender: type, instance: DiscountCode, **kwargs: Any) -> None:
    """Seats that are kept for it cannot be had by others."""
    visible_change(instance.practice_id)


def _codes_dates_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, DiscountCode):
        visible_change(instance.practice_id)


def _last_date_goes(sender: type, instance: Offering, **kwargs: Any) -> None:
    """A code for one date alone never becomes one for all dates."""
    for code in instance.discount_codes.filter(active=True):
        if code.offerings.count() == 1:
            code.active = False
            code.save(update_fields=["active"])


def _terms_published(sender: type, instance: TermsPage, **kwargs: Any) -> None:
    revision = kwargs.get("revision")
    freeze_terms(page=instance, user=revision.user if revision else None)


def _guest_comes(sender: type, instance: OfferingGuest, **kwargs: Any) -> None:
    let_in(instance.user)


def _guest_goes(sender: type, instance: OfferingGuest, **kwargs: Any) -> None:
    if not OfferingGuest.objects.filter(user=instance.user_id).exists():
        keep_out(instance.user)


def connect() -> None:
    post_save.connect(_guest_comes, sender=OfferingGuest, dispatch_uid="courses.guest_comes")
    post_delete.connect(_guest_goes, sender=OfferingGuest, dispatch_uid="courses.guest_goes")
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(_offering_changed, sender=Offering, dispatch_uid=f"courses.offering_{name}")
        for part in (OfferingSession, Price, OfferingQuestion):
            signal.connect(
                _part_changed, sender=part, dispatch_uid=f"courses.{part.__name__}_{name}"
            )
        signal.connect(_code_changed, sender=DiscountCode, dispatch_uid=f"courses.code_{name}")
    m2m_changed.connect(
        _codes_dates_changed,
        sender=DiscountCode.offerings.through,
        dispatch_uid="courses.codes_dates",
    )
    pre_delete.connect(_last_date_goes, sender=Offering, dispatch_uid="courses.last_date_goes")
    page_published.connect(
        _terms_published, sender=TermsPage, dispatch_uid="courses.terms_published"
    )
