"""Connects what must follow by itself; nothing else."""

from typing import Any

from django.db.models.signals import post_delete, post_migrate, post_save

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import StringTranslation, post_save_string_translation

from cms.database_guards import install_guards
from cms.models import (
    Audience,
    Benefit,
    HomePage,
    Membership,
    Menu,
    Practice,
    PracticeImage,
    Principle,
    Topic,
)
from cms.models.practices import practice_of_page
from cms.page_cache import visible_change
from cms.practice_groups import practice_of_home, sync_practice
from cms.search_backend import allow_for_typos
from cms.searching import index_pages_with
from cms.source_changes import note_changes_of_page
from cms.tasks import make_sizes_of_picture
from cms.translations_along import unpublish_along


def _page_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    note_changes_of_page(instance)


def _page_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    unpublish_along(instance)


def _page_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    practice = practice_of_page(instance)
    visible_change(practice.pk if practice else None)


def _practice_changed(sender: type[Practice], instance: Practice, **kwargs: Any) -> None:
    visible_change(instance.pk)
    Menu.objects.get_or_create(practice=instance)
    sync_practice(instance)


def _words_changed(sender: type, instance: Any, **kwargs: Any) -> None:
    visible_change(instance.practice_id)


def _shared_words_changed(sender: type, instance: Any, created: bool, **kwargs: Any) -> None:
    if not created:
        index_pages_with(instance)


def _membership_changed(sender: type[Membership], instance: Membership, **kwargs: Any) -> None:
    practice = Practice.objects.filter(pk=instance.practice_id).first()
    if practice:
        sync_practice(practice)


def _home_made(sender: type[HomePage], instance: HomePage, created: bool, **kwargs: Any) -> None:
    practice = practice_of_home(instance) if created else None
    if practice:
        sync_practice(practice)


def _picture_changed(sender: type[PracticeImage], instance: PracticeImage, **kwargs: Any) -> None:
    """Its sizes are made in the background, long before most visitors come."""
    make_sizes_of_picture.enqueue(instance.pk)


def _title_translated(
    sender: type[StringTranslation], instance: StringTranslation, **kwargs: Any
) -> None:
    """What lists show of a page whose title has been translated.

    In place of the package's own, which stores a title of any length, and PostgreSQL refuses.
    """
    if instance.context.path == "title":
        pages = Page.objects.filter(
            translation_key=instance.context.object_id, locale=instance.locale_id
        )
        length = Page._meta.get_field("draft_title").max_length
        pages.update(draft_title=instance.data[:length])


def connect() -> None:
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(
        _title_translated, sender=StringTranslation, dispatch_uid="cms.title_translated"
    )
    post_save.connect(_picture_changed, sender=PracticeImage, dispatch_uid="cms.picture_saved")
    page_published.connect(_page_published, dispatch_uid="cms.source_published")
    page_unpublished.connect(_page_unpublished, dispatch_uid="cms.source_unpublished")
    page_published.connect(_page_changed, dispatch_uid="cms.page_published")
    page_unpublished.connect(_page_changed, dispatch_uid="cms.page_unpublished")
    post_page_move.connect(_page_changed, dispatch_uid="cms.page_moved")
    post_save.connect(_practice_changed, sender=Practice, dispatch_uid="cms.practice_saved")
    for words in (Audience, Benefit, Menu, Principle, Topic):
        post_save.connect(_words_changed, sender=words, dispatch_uid=f"cms.{words}.saved")
        post_delete.connect(_words_changed, sender=words, dispatch_uid=f"cms.{words}.deleted")
    for words in (Audience, Benefit, Principle):
        post_save.connect(_shared_words_changed, sender=words, dispatch_uid=f"cms.{words}.found")
    post_save.connect(_membership_changed, sender=Membership, dispatch_uid="cms.membership_saved")
    post_delete.connect(
        _membership_changed, sender=Membership, dispatch_uid="cms.membership_deleted"
    )
    post_save.connect(_home_made, sender=HomePage, dispatch_uid="cms.home_made")
    post_delete.connect(_deleted, dispatch_uid="cms.page_deleted")
    post_migrate.connect(install_guards, dispatch_uid="cms.install_guards")
    post_migrate.connect(allow_for_typos, dispatch_uid="cms.allow_for_typos")


def _deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        _page_changed(sender, instance)
