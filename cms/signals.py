"""Connects what must follow by itself; nothing else."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.models import Practice
from cms.models.practices import practice_of_page
from cms.page_cache import visible_change


def _page_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    practice = practice_of_page(instance)
    visible_change(practice.pk if practice else None)


def _practice_changed(sender: type[Practice], instance: Practice, **kwargs: Any) -> None:
    visible_change(instance.pk)


def connect() -> None:
    page_published.connect(_page_changed, dispatch_uid="cms.page_published")
    page_unpublished.connect(_page_changed, dispatch_uid="cms.page_unpublished")
    post_page_move.connect(_page_changed, dispatch_uid="cms.page_moved")
    post_save.connect(_practice_changed, sender=Practice, dispatch_uid="cms.practice_saved")
    post_delete.connect(_deleted, dispatch_uid="cms.page_deleted")


def _deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        _page_changed(sender, instance)
