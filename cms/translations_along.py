"""What becomes of the translations when a page of the source language moves, or goes.

They go along. Where they cannot, nothing happens at all, and the editor is told why.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.models import Page

from cms.models.practices import practice_of_page

FOLLOWED: Final = ("move", "unpublish", "delete")


def is_source(page: Page) -> bool:
    """Whether translations of ``page`` follow it: it is in its practice's source language."""
    practice = practice_of_page(page)
    return practice is not None and page.locale.language_code == practice.source_language


def follow_the_source(pages: list[Page], action: str) -> dict[Page, QuerySet[Page]]:
    """The translations that go along with each of ``pages``."""
    if action not in FOLLOWED:
        return {}
    return {page: page.get_translations() for page in pages if is_source(page)}


def unpublish_along(page: Page) -> None:
    """When the time of a source page is up, its translations go with it."""
    if page.expired and is_source(page):
        for translation in page.get_translations().live():
            translation.unpublish(set_expired=True)


def guard_moving(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    if not is_source(page):
        return None
    places = {place.locale_id: place for place in destination.get_translations()}
    staying, forbidden, taken = [], [], []
    for translation in _translations_beside(page):
        place = places.get(translation.locale_id)
        if place is None:
            staying.append(translation)
        elif not translation.permissions_for_user(request.user).can_move_to(place):
            forbidden.append(translation)
        elif not Page._slug_is_available(translation.slug, place, page=translation):
            taken.append(translation)
    if staying:
        _say(
            request,
            _(
                "The page was not moved, because its translations could not follow it: %(pages)s. "
                "Translate the page that it is to stand under first."
            ),
            staying,
        )
    elif forbidden:
        _refuse_rights(request, forbidden)
    elif taken:
        _say(
            request,
            _(
                "The page was not moved, because there is a page with the same address where its "
                "translations would go: %(pages)s. Change the address of one of them first."
            ),
            taken,
        )
    else:
        return None
    return _back(page)


def guard_unpublishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    along = page.get_translations().live() if is_source(page) else Page.objects.none()
    forbidden = [t for t in along if not t.permissions_for_user(request.user).can_unpublish()]
    return _refuse_rights(request, forbidden, back_to=page) if forbidden else None


def guard_deleting(request: HttpRequest, page: Page) -> HttpResponse | None:
    along = page.get_translations() if is_source(page) else Page.objects.none()
    forbidden = [t for t in along if not t.permissions_for_user(request.user).can_delete()]
    return _refuse_rights(request, forbidden, back_to=page) if forbidden else None


def guard_many(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Many at once take no translations along, so those that have some are done one by one."""
    pages = [row for row in objects if isinstance(row, Page)]
    if action_type not in FOLLOWED or not pages:
        return None
    chosen = {page.pk for page in pages}
    left: list[Page] = []
    for page in pages:
        along = page.get_translations().exclude(pk__in=chosen) if is_source(page) else ()
        left += [each for each in along if each.live or action_type != "unpublish"]
    if not left:
        return None
    _say(
        request,
        _(
            "Nothing was changed, because these translations would have been left behind: "
            "%(pages)s. Do it for one page at a time; its translations then follow."
        ),
        left,
    )
    return redirect(action.next_url)


def _translations_beside(page: Page) -> list[Page]:
    """Those that stand where the page stands; one that was moved by itself stays where it is."""
    parents = set(page.get_parent().get_translations().values_list("path", flat=True))
    return [
        each
        for each in page.get_translations().select_related("locale")
        if each.path[: -each.steplen] in parents
    ]


def _refuse_rights(
    request: HttpRequest, pages: list[Page], *, back_to: Page | None = None
) -> HttpResponse | None:
    _say(
        request,
        _(
            "Nothing was changed, because its translations would follow, and you may not change "
            "all of them, or somebody has locked them: %(pages)s. Ask somebody who may."
        ),
        pages,
    )
    return _back(back_to) if back_to else None


def _say(request: HttpRequest, sentence: str, pages: list[Page]) -> None:
    names = [f"{page.title} ({page.locale.get_display_name()})" for page in pages]
    messages.error(request, sentence % {"pages": ", ".join(names)})


def _back(page: Page) -> HttpResponse:
    return redirect("wagtailadmin_explore", page.get_parent().pk)
