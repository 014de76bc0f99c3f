"""The report that shows all pages of a practice against all its languages, and what to do next."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Table
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import GroupPagePermission, Locale, Page, get_page_content_types
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

import django_filters

from cms.models import Practice
from cms.translation_states import Cell, Next, Standing, State, cells_of, standings

ROWS_A_PAGE: Final = 50
DRAFT_CHANGES: Final = "changes"
STATES: Final = [*State.choices, (DRAFT_CHANGES, _("Draft changes"))]


def menu_item() -> MenuItem:
    return MenuItem(
        _("Translations"),
        reverse("translations"),
        name="page-translations",
        icon_name="wagtail-localize-language",
        order=100,
    )


class PageRights:
    """What a user may do with pages, by path, read once."""

    def __init__(self, user: Any) -> None:
        self.all = user.is_superuser
        rows = GroupPagePermission.objects.filter(group__user=user)
        self.given = set(rows.values_list("page__path", "permission__codename"))

    def may(self, action: str, path: str) -> bool:
        return self.all or any(
            codename == f"{action}_page" and path.startswith(above)
            for above, codename in self.given
        )

    def practices(self) -> QuerySet[Practice]:
        """The practices in whose trees the user may edit something."""
        practices = Practice.objects.select_related("site__root_page").order_by("name")
        if self.all:
            return practices
        homes = {path[: 2 * Page.steplen] for path, name in self.given if name == "change_page"}
        keys = Page.objects.filter(path__in=homes).values("translation_key")
        return practices.filter(site__root_page__translation_key__in=keys)


class TranslationsFilterSet(WagtailFilterSet):
    """``view`` gives the practice's languages and its user's practices."""

    practice = django_filters.ChoiceFilter(
        label=_("Practice"), empty_label=None, widget=RadioSelect, method="leave"
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), empty_label=_("All"), widget=RadioSelect, method="leave"
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATES,
        empty_label=_("All"),
        widget=RadioSelect,
        method="in_state",
    )
    content_type = ContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ("practice", "language", "state", "content_type")

    def __init__(self, *args: Any, view: "TranslationsView", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's own would filter the rows, which are in the source language.
        self.filters.pop("locale", None)
        self.view = view
        languages = [(each.language_code, each.get_display_name()) for each in view.locales]
        self.filters["language"].extra["choices"] = languages[1:]
        if len(view.practices) > 1:
            choices = [(str(each.pk), each.name) for each in view.practices]
            self.filters["practice"].extra["choices"] = choices
        else:
            del self.filters["practice"]

    def leave(self, rows: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """The view itself has looked at this one."""
        return rows

    def in_state(self, rows: QuerySet[Page], name: str, state: str) -> QuerySet[Page]:
        """Those that are in ``state`` in the chosen language, or in any."""
        wanted = self.form.cleaned_data.get("language")
        locales = [
            each for each in self.view.locales[1:] if not wanted or each.language_code == wanted
        ]
        known = self.view.standings
        fits = (
            key
            for key in rows.order_by().values_list("translation_key", flat=True)
            if any(_fits(known.get((key, locale.pk)), state) for locale in locales)
        )
        return rows.filter(translation_key__in=list(fits))


def _fits(standing: Standing | None, state: str) -> bool:
    if standing is None:
        return state == State.MISSING
    if state == DRAFT_CHANGES:
        return standing.draft_changes
    return standing.state == state


@dataclass(frozen=True)
class Action:
    label: str
    url: str = ""


class PageColumn(BaseColumn):
    cell_template_name = "cms/admin/translation_source.html"


class LanguageColumn(BaseColumn):
    cell_template_name = "cms/admin/translation_cell.html"

    def __init__(self, locale: Locale) -> None:
        super().__init__(
            f"in-{locale.language_code}", label=capfirst(locale.get_display_name()), width="15%"
        )
        self.locale = locale

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        context["cell"] = instance.cells.get(self.locale.pk)
        return context


class TranslationsView(ReportView):
    """Rows are the source's pages in the order of the tree, columns the other languages."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    index_url_name = "translations"
    index_results_url_name = "translations_results"
    results_template_name = "cms/admin/translations_results.html"
    filterset_class = TranslationsFilterSet
    paginate_by = ROWS_A_PAGE
    is_searchable = True
    verbose_name_plural = _("pages")

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.practices:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def rights(self) -> PageRights:
        return PageRights(self.request.user)

    @cached_property
    def practices(self) -> list[Practice]:
        return list(self.rights.practices())

    @cached_property
    def practice(self) -> Practice:
        wanted = self.request.GET.get("practice")
        return next((each for each in self.practices if str(each.pk) == wanted), self.practices[0])

    @cached_property
    def locales(self) -> list[Locale]:
        """The practice's languages, the source first."""
        found = {each.language_code: each for each in Locale.objects.all()}
        return [found[code] for code in self.practice.languages if code in found]

    def get_page_subtitle(self) -> str:
        return self.practice.name

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [
            *super().header_more_buttons,
            HeaderButton(
                _("Translations of questions and other snippets"),
                url=reverse("translations_report"),
                icon_name="list-ul",
            ),
        ]

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "view": self}

    @cached_property
    def homes(self) -> list[Page]:
        return list(self.practice.home_pages())

    @property
    def all_pages(self) -> QuerySet[Page]:
        """The practice's pages in all its languages."""
        below = Q(pk__in=[])
        for home in self.homes:
            below |= Q(path__startswith=home.path)
        return Page.objects.filter(below)

    @cached_property
    def standings(self) -> dict[tuple[Any, int], Standing]:
        """How all of the practice's translations stand, for the filter."""
        keys = self.all_pages.order_by().values("translation_key")
        into = Translation.objects.filter(source__object_id__in=keys)
        return standings(self.all_pages, into)

    def get_base_queryset(self) -> QuerySet[Page]:
        """One row for each page and its translations: the source, else the first there is."""
        source = self.locales[0]
        rows = self.all_pages.filter(alias_of=None)
        in_source = self.all_pages.filter(locale=source).order_by().values("translation_key")
        earlier = Page.objects.filter(
            translation_key=OuterRef("translation_key"), path__lt=OuterRef("path")
        )
        without_source = ~Q(translation_key__in=in_source) & ~Exists(earlier)
        rows = rows.filter(Q(locale=source) | without_source)
        if not all(self.rights.may("change", home.path) for home in self.homes):
            editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
                self.request.user, "change"
            )
            rows = rows.filter(Exists(editable.filter(translation_key=OuterRef("translation_key"))))
        source_first = Case(When(locale=source, then=Value(0)), default=Value(1))
        return rows.select_related("locale").order_by(source_first, "path")

    def search_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        """By the title in any language."""
        if not self.is_searching:
            return queryset
        family = Page.objects.filter(translation_key=OuterRef("translation_key"))
        words = Q(title__icontains=self.search_query) | Q(draft_title__icontains=self.search_query)
        return queryset.filter(Exists(family.filter(words)))

    def get_filtered_queryset(self) -> QuerySet[Page]:
        return self.get_queryset()

    @cached_property
    def columns(self) -> list[BaseColumn]:
        source, *others = self.locales
        return [
            PageColumn("page", label=capfirst(source.get_display_name())),
            *map(LanguageColumn, others),
        ]

    def get_table(self, object_list: Any) -> Table:
        rows = list(object_list)
        cells = cells_of(rows, self.locales)
        places = self._places(rows)
        for row in rows:
            row.indent = row.depth - 2
            row.may_edit = self.rights.may("change", row.path)
            row.cells = {cell.locale.pk: cell for cell in cells[row.pk]}
            for cell in cells[row.pk]:
                cell.action = self._action(row, cell, places)
            row.is_source = row.locale_id == self.locales[0].pk
        return super().get_table(rows)

    def _places(self, rows: list[Page]) -> dict[tuple[str, int], str]:
        """Where the page above a row stands in each language: its path, by the row's."""
        above = {row.path[: -row.steplen] for row in rows if row.depth > 2}
        keys = dict(Page.objects.filter(path__in=above).values_list("translation_key", "path"))
        family = Page.objects.filter(translation_key__in=keys, alias_of=None)
        return {
            (keys[key], locale): path
            for key, locale, path in family.values_list("translation_key", "locale", "path")
        }

    def _action(self, row: Page, cell: Cell, places: dict[tuple[str, int], str]) -> Action | None:
        """What this user can do next about a cell."""
        following = cell.next
        if following is None:
            return None
        page = cell.page
        own = page is not None and self.rights.may("change", page.path)
        publishes = page is not None and self.rights.may("publish", page.path)
        may_edit = self.rights.may("change", row.path)
        match following:
            case Next.TRANSLATE:
                place = places.get((row.path[: -row.steplen], cell.locale.pk))
                if row.depth > 2 and place is None:
                    return Action(Next.WAIT.label)
                query = urlencode({"select_locale": cell.locale.language_code})
                url = f"{reverse('submit_page_translation', args=[row.pk])}?{query}"
                allowed = may_edit and (place is None or self.rights.may("add", place))
            case Next.UPDATE:
                query = urlencode({"next": self.request.get_full_path()})
                source = cell.translation.source_id if cell.translation else 0
                url = f"{reverse('update_translations', args=[source])}?{query}"
                allowed = may_edit and own
            case Next.REATTACH if page is not None:
                url, allowed = reverse("reattach_translation", args=[page.pk]), publishes
            case _ if page is not None:
                url = reverse("wagtailadmin_pages:edit", args=[page.pk])
                allowed = publishes if following == Next.PUBLISH else own
            case _:
                return None
        return Action(following.label, url) if allowed else None
