"""Actions on many rows at once: only on those that are one's own."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

ACTIONS = ("add", "change", "publish", "lock", "unlock", "bulk_delete", "delete")


def own_rows_only(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Take rows of others out of “all”; 404 when one of them is named.

    Wagtail skips rows without rights too, but shows their titles while doing so. An action of our
    own says which right it needs, as ``permission_required``.
    """
    model = _model(kwargs)
    action = bulk_action_registry.get_bulk_action_class(
        kwargs["app_label"], kwargs["model_name"], kwargs["action"]
    )
    needed = getattr(action, "permission_required", "")
    if not needed and model not in (Page, get_image_model(), get_document_model()):
        if not request.user.is_superuser:
            raise PermissionDenied
        return
    if request.user.is_superuser and not needed:
        return
    policy = policy_registry.get_by_type(model)
    if needed and not policy.user_has_permission(request.user, needed):
        raise PermissionDenied
    own = policy.instances_user_has_any_permission_for(
        request.user, [needed] if needed else ACTIONS
    )
    asked = request.GET.getlist("id")
    if "all" in asked:
        _narrow(request, own.filter(pk__in=list(_all_in_listing(request, model, kwargs))))
    elif own.filter(pk__in=_keys(asked)).count() != len(set(asked)):
        raise Http404


def _model(kwargs: dict[str, Any]) -> type:
    try:
        return apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError as error:
        raise Http404 from error


def _keys(asked: list[str]) -> list[int]:
    if not all(key.isdecimal() for key in asked):
        raise Http404
    return [int(key) for key in asked]


def _all_in_listing(request: HttpRequest, model: type, kwargs: dict[str, Any]) -> Any:
    action = bulk_action_registry.get_bulk_action_class(
        kwargs["app_label"], kwargs["model_name"], kwargs["action"]
    )
    if action is None:
        raise Http404
    rows = action(request, model).get_all_objects_in_listing_query(request.GET.get("childOf"))
    return [getattr(row, "pk", row) for row in rows]


def _narrow(request: HttpRequest, rows: Any) -> None:
    keys = [str(pk) for pk in rows.values_list("pk", flat=True)]
    if not keys:
        raise Http404
    asked = request.GET.copy()
    asked.setlist("id", keys)
    request.GET = asked
