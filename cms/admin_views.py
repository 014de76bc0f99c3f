"""What the project's own admin views have in common."""

from typing import Any

from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

# A spreadsheet runs what begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def own_rows(model: type, user: Any) -> QuerySet[Any]:
    """The rows of ``model`` that ``user`` may see."""
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, list(policy.rights))


def harmless_cell(value: Any) -> Any:
    """``value`` so that no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


class OwnRowsMixin:
    """A list of one's own rows, and an export that no spreadsheet runs."""

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset()
        return rows.filter(pk__in=own_rows(self.model, self.request.user).values("pk"))

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        return writer.writerow(
            {
                field: harmless_cell(self.preprocess_field_value(field, value, self.FORMAT_CSV))
                for field, value in row_dict.items()
            }
        )


class IndexView(OwnRowsMixin, generic.IndexView):
    pass


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
