"""What the project's own admin views have in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BaseColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from cms.models import Practice
from cms.permissions import STAFF, practices_of

# A spreadsheet runs what begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def own_rows(model: type, user: Any) -> QuerySet[Any]:
    """The rows of ``model`` that ``user`` may see."""
    return policy_registry.get_by_type(model).narrow(model._default_manager.all(), user)


def own_practices(request: HttpRequest) -> QuerySet[Practice]:
    """The practices of a filter's drop-down."""
    return practices_of(request.user, *STAFF)


def in_zone(moment: datetime | None, practice: Practice) -> datetime | None:
    """The practice's wall-clock time, for a spreadsheet, which knows no zones."""
    if moment is None:
        return None
    return timezone.make_naive(moment, practice.zone).replace(microsecond=0)


def harmless_cell(value: Any) -> Any:
    """``value`` so that no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _in_language(language: str | None, lines: Iterator[str]) -> Iterator[str]:
    """Each line is made in ``language``; whoever takes them keeps their own in between."""
    while True:
        with override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line


class OwnRowsMixin:
    """A list of one's own rows, and an export that no spreadsheet runs."""

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.permission_policy.narrow(super().get_base_queryset(), self.request.user)

    def stream_csv(self, queryset: QuerySet[Any]) -> Iterator[str]:
        """In the reader's language, though it is read once the request is over."""
        return _in_language(get_language(), super().stream_csv(queryset))

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        return writer.writerow(
            {
                field: harmless_cell(self.preprocess_field_value(field, value, self.FORMAT_CSV))
                for field, value in row_dict.items()
            }
        )


class KeysFirstPaginator(WagtailPaginator):
    """Asks for a page's keys first, and then for what its rows show: what a list works out for
    each of its rows is not worked out for those on the pages before."""

    def page(self, number: Any) -> Page:
        page = super().page(number)
        keys = list(page.object_list.values_list("pk", flat=True))
        rows = {row.pk: row for row in self.object_list.filter(pk__in=keys).order_by()}
        page.object_list = [rows[key] for key in keys if key in rows]
        return page


@dataclass(frozen=True)
class ExportColumn:
    heading: Any
    value: Callable[[Any], Any]


class IndexView(OwnRowsMixin, generic.IndexView):
    """A list whose first column links to the row, and whose export names its own columns."""

    paginator_class = KeysFirstPaginator
    export_columns: dict[str, ExportColumn] = {}

    @cached_property
    def columns(self) -> list[BaseColumn]:
        first, *others = self.list_display
        if isinstance(first, TitleColumn):
            kwargs = {"label": first.label, "sort_key": first.sort_key, "get_url": self.get_row_url}
            first = self._get_title_column_class(TitleColumn)(first.name, **kwargs)
            return [first, *others]
        return super().columns

    def get_row_url(self, row: Any) -> str | None:
        return self.get_edit_url(row) or self.get_inspect_url(row)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        if not self.export_columns:
            return super().to_row_dict(item)
        return {name: column.value(item) for name, column in self.export_columns.items()}

    def get_heading(self, queryset: QuerySet[Any], field: str) -> str:
        column = self.export_columns.get(field)
        return str(column.heading) if column else super().get_heading(queryset, field)


class KindDeleteMixin:
    """What other rows depend on is not deleted, and the reader is told so."""

    refusal = _("This cannot be deleted, because other things depend on it.")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ProtectedError:
            messages.error(request, self.refusal)
            return redirect(self.edit_url_name, self.object.pk)


class DeleteView(KindDeleteMixin, generic.DeleteView):
    pass


class OwnRowsViewSet(ModelViewSet):
    """The views of a model whose rows belong to a practice; ``cms.admin_doors`` guards the keys."""

    index_view_class = IndexView
    delete_view_class = DeleteView
    copy_view_enabled = False
    add_to_admin_menu = True


class ReadOnlyIndexView(IndexView):
    """A list whose rows can only be looked at: the link in the first column does that."""

    any_permission_required = ("view",)

    def get_list_buttons(self, instance: Any) -> list[Any]:
        return []


class ReadOnlyViewSet(OwnRowsViewSet):
    """Rows that are read and exported, never added, edited or deleted by hand."""

    index_view_class = ReadOnlyIndexView
    form_fields = ()
    inspect_view_enabled = True
    # Where a row is used is nobody's matter: what stands here can name people.
    add_to_reference_index = False
    kept_addresses = frozenset({"index", "index_results", "inspect"})

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        nowhere = dict.fromkeys(
            f"{verb}_url_name" for verb in ("add", "edit", "delete", "history", "usage")
        )
        return super().get_common_view_kwargs(**{**nowhere, **kwargs})

    def get_urlpatterns(self) -> list[Any]:
        return [p for p in super().get_urlpatterns() if p.name in self.kept_addresses]

    @property
    def url_finder_class(self) -> type:
        names = {"edit_url_name": self.get_url_name("inspect")}
        return type("InspectURLFinder", (ModelAdminURLFinder,), names)
