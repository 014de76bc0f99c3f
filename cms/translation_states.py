"""How far the translations of pages have come, in a few queries however many there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db import models
from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from cms.source_changes import MOST_CHANGES, Change, in_plain_words, place_by_types


class State(models.TextChoices):
    LIVE = "live", pgettext_lazy("of a translation", "Live")
    STALE = "stale", pgettext_lazy("of a translation", "Out of date")
    DRAFT = "draft", pgettext_lazy("of a translation", "Draft")
    MISSING = "missing", pgettext_lazy("of a translation", "Missing")
    DETACHED = "detached", pgettext_lazy("of a translation", "Edited by hand")
    ALIAS = "alias", pgettext_lazy("of a translation", "Alias of the source")


class Next(models.TextChoices):
    """What is to be done next about a translation."""

    TRANSLATE = "translate", _("Translate")
    UPDATE = "update", _("Bring up to date")
    CONTINUE = "continue", _("Go on translating")
    PUBLISH = "publish", _("Look through and publish")
    REATTACH = "reattach", _("Bring back into step")
    WAIT = "wait", _("The page above comes first")


@dataclass
class Cell:
    """One page in one language."""

    locale: Locale
    state: State
    page: Page | None = None
    translation: Translation | None = None
    draft_changes: bool = False
    # Strings that are not translated.
    waiting: int = 0
    changes: list[Change] = field(default_factory=list)

    @property
    def next(self) -> Next | None:
        match self.state:
            case State.MISSING | State.ALIAS:
                return Next.TRANSLATE
            case State.DETACHED:
                return Next.REATTACH
        if self.translation is not None and hasattr(self.translation.source, "change"):
            return Next.UPDATE
        if self.waiting:
            return Next.CONTINUE
        if self.state != State.LIVE or self.draft_changes:
            return Next.PUBLISH
        return None


@dataclass(frozen=True)
class Standing:
    """What is known of one page in one language before anything else of it is read."""

    state: State
    draft_changes: bool


def standings(
    pages: QuerySet[Page], translations: QuerySet[Translation]
) -> dict[tuple[object, int], Standing]:
    """By family and language, for all of ``pages`` at once; two queries.

    ``translations`` are those that lead to them.
    """
    brought_over = TranslationLog.objects.filter(
        source=OuterRef("source"),
        locale=OuterRef("target_locale"),
        created_at__gte=OuterRef("source__last_updated_at"),
    )
    rows = (
        translations.filter(enabled=True)
        .exclude(source__locale=F("target_locale"))
        .annotate(behind=Q(source__change__isnull=False) | ~Exists(brought_over))
    )
    behind = {
        (key, locale): is_behind
        for key, locale, is_behind in rows.values_list(
            "source__object_id", "target_locale", "behind"
        )
    }
    found = {}
    facts = pages.values_list(
        "translation_key", "locale", "live", "alias_of", "has_unpublished_changes"
    )
    for key, locale, live, alias_of, changed in facts.order_by():
        place = (key, locale)
        if alias_of is not None:
            state = State.ALIAS
        elif place not in behind:
            state = State.DETACHED
        elif not live:
            state = State.DRAFT
        else:
            state = State.STALE if behind[place] else State.LIVE
        found[place] = Standing(state, draft_changes=live and changed and alias_of is None)
    return found


def cells_of(pages: Iterable[Page], locales: list[Locale]) -> dict[int, list[Cell]]:
    """For each of the source's ``pages``, by key, one cell for each of ``locales``."""
    rows = list(pages)
    keys = {page.translation_key for page in rows}
    family = Page.objects.filter(translation_key__in=keys, locale__in=locales)
    found = {(page.translation_key, page.locale_id): page for page in family}
    into = Translation.objects.filter(source__object_id__in=keys, target_locale__in=locales)
    known = standings(family, into)
    translations = _translations_into(into)
    cells = {
        row.pk: [
            _cell(found, known, translations, row, locale)
            for locale in locales
            if locale.pk != row.locale_id
        ]
        for row in rows
    }
    _name_what_waits([cell for row in cells.values() for cell in row])
    return cells


def _cell(
    found: dict[tuple[object, int], Page],
    known: dict[tuple[object, int], Standing],
    translations: dict[tuple[object, int], Translation],
    row: Page,
    locale: Locale,
) -> Cell:
    page = found.get((row.translation_key, locale.pk))
    if page is None:
        return Cell(locale=locale, state=State.MISSING)
    standing = known[row.translation_key, locale.pk]
    cell = Cell(
        locale=locale,
        state=standing.state,
        page=page,
        draft_changes=standing.draft_changes,
    )
    if cell.state in (State.LIVE, State.STALE, State.DRAFT):
        cell.translation = translations.get((row.translation_key, locale.pk))
        if cell.translation is not None:
            cell.waiting = cell.translation.waiting
            change = getattr(cell.translation.source, "change", None)
            cell.changes = [Change(**each) for each in change.changes] if change else []
            cell.changes = [_in_words(page, each) for each in cell.changes]
    return cell


def _in_words(page: Page, change: Change) -> Change:
    return replace(change, where=place_by_types(page.specific_class, change.where))


def _translations_into(
    translations: QuerySet[Translation],
) -> dict[tuple[object, int], Translation]:
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    waiting = (
        StringSegment.objects.filter(source=OuterRef("source"))
        .filter(~Exists(translated))
        .order_by()
        .values("source")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = (
        translations.filter(enabled=True)
        .exclude(source__locale=F("target_locale"))
        .select_related("source__change")
        .defer("source__content_json")
        .annotate(waiting=Coalesce(Subquery(waiting, output_field=IntegerField()), 0))
    )
    return {(row.source.object_id, row.target_locale_id): row for row in rows}


def _name_what_waits(cells: list[Cell]) -> None:
    """Of live translations that were taken over but not finished: which strings wait."""
    cells = [cell for cell in cells if cell.page and cell.page.live and cell.waiting]
    unfinished = [cell for cell in cells if cell.translation and not cell.changes]
    wanted = {cell.translation.source_id for cell in unfinished if cell.translation}
    if not wanted:
        return
    segments = (
        StringSegment.objects.filter(source__in=wanted)
        .select_related("string", "context")
        .order_by("order")
    )
    by_source: dict[int, list[StringSegment]] = defaultdict(list)
    for segment in segments:
        by_source[segment.source_id].append(segment)
    done = set(
        StringTranslation.objects.filter(
            context__object__sources__in=wanted, has_error=False
        ).values_list("translation_of", "context", "locale")
    )
    for cell in unfinished:
        if cell.page is None or cell.translation is None:
            continue
        cell.changes = [
            _in_words(
                cell.page,
                Change(where=segment.context.field_path, now=in_plain_words(segment.string.data)),
            )
            for segment in by_source[cell.translation.source_id]
            if (segment.string_id, segment.context_id, cell.locale.pk) not in done
        ][:MOST_CHANGES]
