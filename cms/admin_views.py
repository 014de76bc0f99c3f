"""What the project's own admin views have in common."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import Any, Final

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BaseColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.mixins import Echo
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from cms.history import kept_models, record, record_whole, recorded
from cms.models import Practice
from cms.permissions import STAFF, practices_of

ROWS_AT_A_TIME: Final = 500
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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


class OwnRowsMixin:
    """A list of one's own rows, and an export that no spreadsheet runs.

    However many rows there are, an export holds a few hundred of them at a time.
    """

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.permission_policy.narrow(super().get_base_queryset(), self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An export needs nothing of the page, which would ask for all rows at once."""
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        return self.as_spreadsheet(self.get_queryset(), request.GET["export"])

    def as_spreadsheet(self, rows: QuerySet[Any], spreadsheet_format: str) -> HttpResponse:
        for practice in self.exported_practices(rows):
            title = str(self.model._meta.verbose_name_plural)
            record(practice=practice, user=self.request.user, action="exported", title=title)
        return super().as_spreadsheet(rows, spreadsheet_format)

    def exported_practices(self, rows: QuerySet[Any]) -> QuerySet[Practice]:
        """Those whose rows are among them."""
        path = self.permission_policy.path or "pk"
        return Practice.objects.filter(pk__in=rows.order_by().values(path))

    def stream_csv(self, rows: QuerySet[Any]) -> Iterator[bytes]:
        """Line by line, in the language in which it was asked for: when the lines are made, the
        request is over, and so is its language."""
        language = get_language() or settings.LANGUAGE_CODE
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export)
        heads = {name: self.get_heading(rows, name) for name in self.list_export}
        lines = self._csv_lines(rows, writer, language)
        return chain([writer.writerow(heads)], lines)

    def _csv_lines(self, rows: QuerySet[Any], writer: Any, language: str) -> Iterator[bytes]:
        fetched = rows.iterator(chunk_size=ROWS_AT_A_TIME)
        while some := list(islice(fetched, ROWS_AT_A_TIME)):
            with override(language):
                lines = [self.write_csv_row(writer, self.to_row_dict(row)) for row in some]
            yield b"".join(lines)

    def write_xlsx_response(self, rows: QuerySet[Any]) -> HttpResponse:
        """Written to a file on the way, because a workbook is finished from its end."""
        output = TemporaryFile()  # noqa: SIM115  The response closes it.
        self.write_xlsx(RowsInTurn(rows), output)
        output.seek(0)
        return FileResponse(
            output, as_attachment=True, filename=f"{self.get_filename()}.xlsx", content_type=XLSX
        )

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        return writer.writerow(
            {
                field: harmless_cell(self.preprocess_field_value(field, value, self.FORMAT_CSV))
                for field, value in row_dict.items()
            }
        )


class RowsInTurn:
    """The rows of a query, some at a time instead of all at once."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self._rows = rows
        self.model = rows.model

    def __iter__(self) -> Iterator[Any]:
        return self._rows.iterator(chunk_size=ROWS_AT_A_TIME)


class KeysFirstPaginator(WagtailPaginator):
    """Asks for a page's keys first, and then for what its rows show: what a list works out for
    each of its rows is not worked out for those on the pages before."""

    # A search finds so many and no more: nobody looks through them, but asks for less.
    most_found = 1_000
    # Whether the pages reach to the list's end, so that it can be counted from there.
    reaches_the_end = True
    # Where the rows of the page are read from; without it, from the list itself.
    rows: QuerySet[Any] | None = None
    is_search = False

    @cached_property
    def _matches(self) -> list[Any]:
        """The first keys that a search finds: to look for them takes longer than to hand them over,
        so it is done once for their number and their order."""
        if not self.is_search:
            return []
        return list(self.object_list.values_list("pk", flat=True)[: self.most_found + 1])

    @property
    def is_cut(self) -> bool:
        """Whether a search would have found more."""
        return len(self._matches) > self.most_found

    @property
    def found(self) -> list[Any]:
        return self._matches[: self.most_found]

    @cached_property
    def count(self) -> int:
        return len(self.found) if self.is_search else super().count

    def page(self, number: Any) -> Page:
        page = super().page(number)
        first = (page.number - 1) * self.per_page
        last = min(first + self.per_page, self.count)
        keys = self.found[first:last] if self.is_search else self._keys(first, last)
        rows = self.object_list if self.rows is None else self.rows
        by_key = {row.pk: row for row in rows.filter(pk__in=keys).order_by()}
        page.object_list = [by_key[key] for key in keys if key in by_key]
        return page

    def _keys(self, first: int, last: int) -> list[Any]:
        """Counted from the nearer end: a database walks past all that stand before."""
        keys = self.object_list.values_list("pk", flat=True)
        near_the_end = self.reaches_the_end and first > self.count / 2
        if not (near_the_end and self.object_list.ordered):
            return list(keys[first:last])
        return list(keys.reverse()[self.count - last : self.count - first])[::-1]


@dataclass(frozen=True)
class ExportColumn:
    heading: Any
    value: Callable[[Any], Any]


class IndexView(OwnRowsMixin, generic.IndexView):
    """A list whose first column links to the row, and whose export names its own columns."""

    paginator_class = KeysFirstPaginator
    export_columns: dict[str, ExportColumn] = {}

    def get_paginator(self, queryset: QuerySet[Any], *args: Any, **kwargs: Any) -> Paginator:
        paginator = super().get_paginator(queryset, *args, **kwargs)
        paginator.rows = self.get_base_queryset()
        paginator.is_search = self.is_searching
        return paginator

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows that are alike otherwise have an order as well: none is on two pages, or on none."""
        ordered = super().order_queryset(queryset)
        names = ordered.query.order_by or self.model._meta.ordering
        if not names or {"pk", "-pk"} & {name for name in names if isinstance(name, str)}:
            return ordered
        descends = str(names[-1]).startswith("-")
        return ordered.order_by(*names, "-pk" if descends else "pk")

    @cached_property
    def columns(self) -> list[BaseColumn]:
        first, *others = self.list_display
        if isinstance(first, TitleColumn):
            kwargs = {
                "label": first.label,
                "accessor": first.accessor,
                "sort_key": first.sort_key,
                "get_url": self.get_row_url,
            }
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


class CreateView(generic.CreateView):
    """Adding a row, which its history tells."""

    def save_instance(self) -> Any:
        row = super().save_instance()
        record_whole(row, user=self.request.user, action="created")
        return row


class EditView(generic.EditView):
    """Editing a row, whose history tells what was before and after."""

    def save_instance(self) -> Any:
        with recorded(self.form.instance, user=self.request.user):
            return super().save_instance()

    def get_history_url(self) -> str | None:
        """Our own history, which tells more than Wagtail's, where it is kept."""
        if self.model not in kept_models():
            return super().get_history_url()
        subject = f"{self.model._meta.label_lower}:{self.object.pk}"
        return f"{reverse('history:index')}?subject={subject}"


class BoundedPaginator(KeysFirstPaginator):
    """Counts so far and no further: who looks for something older asks for less."""

    most = 10_000
    reaches_the_end = False

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[: self.most].count()


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
    """Deleting a row, which its history tells with all that was."""

    def delete_action(self) -> None:
        with transaction.atomic():
            record_whole(self.object, user=self.request.user, action="deleted")
            super().delete_action()


class OwnRowsViewSet(ModelViewSet):
    """The views of a model whose rows belong to a practice; ``cms.admin_doors`` guards the keys."""

    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
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
