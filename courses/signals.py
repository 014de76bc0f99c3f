"""Connects what must follow by itself; nothing else."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from wagtail.signals import page_published

from cms.models import TermsPage
from cms.page_cache import visible_change
from courses.models import Offering, OfferingQuestion, OfferingSession, Price
from courses.terms import freeze_terms


def _offering_changed(sender: type, instance: Offering, **kwargs: Any) -> None:
    visible_change(instance.course.practice_id)


def _part_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    visible_change(instance.offering.course.practice_id)


def _terms_published(sender: type, instance: TermsPage, **kwargs: Any) -> None:
    freeze_terms(page=instance)


def connect() -> None:
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(_offering_changed, sender=Offering, dispatch_uid=f"courses.offering_{name}")
        for part in (OfferingSession, Price, OfferingQuestion):
            signal.connect(
                _part_changed, sender=part, dispatch_uid=f"courses.{part.__name__}_{name}"
            )
    page_published.connect(
        _terms_published, sender=TermsPage, dispatch_uid="courses.terms_published"
    )
