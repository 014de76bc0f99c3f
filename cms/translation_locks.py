"""The translation editor keeps to locks and moderation, as the editor of pages does."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.permissions import Person
from cms.translation_rights import may_translate

# What the form of a page sends when somebody takes up a translation that was stopped.
RESTART = "localize-restart-translation"


def is_locked_for(user: Person, page: Any) -> bool:
    """Somebody else has locked it, or it waits for somebody else's approval."""
    return isinstance(page, Page) and bool(page.permissions_for_user(user).page_locked())


def may_write_translation(request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse | None:
    """As ``may_translate``, and nobody writes what is locked."""
    may_translate(request, kwargs)
    translation = get_object_or_404(Translation, pk=kwargs["translation_id"])
    target = translation.get_target_instance()
    if not is_locked_for(request.user, target):
        return None
    if request.method in ("PUT", "DELETE"):
        # The editor's script shows that it could not be saved.
        return HttpResponse(_locked(), status=423, content_type="text/plain; charset=utf-8")
    return _say_locked(request, target)


def guard_translation_editor(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A locked page is not published, and what was written by hand is not written over."""
    if request.method != "POST":
        return None
    if RESTART in request.POST:
        return redirect("reattach_translation", page.pk)
    is_translated_here = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).exists()
    if is_translated_here and is_locked_for(request.user, page):
        return _say_locked(request, page)
    return None


def _say_locked(request: HttpRequest, page: Page) -> HttpResponse:
    messages.error(request, _locked())
    return redirect("wagtailadmin_pages:edit", page.pk)


def _locked() -> str:
    return _(
        "This page is locked, or waits for somebody's approval. Nothing was changed. Ask whoever "
        "locked it, or wait until it is approved."
    )
