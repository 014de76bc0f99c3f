"""Every address of the admin has a rule here or belongs to a view that states its own.

Wagtail and wagtail-localize ask for rights on a kind of thing, and let anybody who has them load
any key. This middleware stands before all of them: what belongs to another practice does not
exist (404), and an address that nobody thought of is open to administrators alone.
"""

from collections.abc import Callable
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.defaults import page_not_found

from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms import admin_bulk
from cms.permissions import PracticePolicy, is_only_guest
from cms.translation_locks import may_write_translation
from cms.translation_rights import may_convert_to_alias, may_reattach, may_translate

Kwargs = dict[str, Any]
Rule = Callable[[HttpRequest, Kwargs], HttpResponse | None]
View = Callable[..., HttpResponse]

# Before anybody has logged in.
WITHOUT_LOG_IN: Final = {
    "django.views.generic.base.RedirectView",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
}

# Of Wagtail's own, what somebody without any role needs; see ``cms.guests`` for the rest.
FOR_GUESTS: Final = {
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_logout",
    "wagtailadmin_dismissibles",
}


def anybody(request: HttpRequest, kwargs: Kwargs) -> None:
    """Whoever may enter the admin at all; the view itself shows only what is one's own."""


def first_page(request: HttpRequest, kwargs: Kwargs) -> HttpResponse | None:
    """A guest begins with the own things; Wagtail's first page looks for pages."""
    return redirect(settings.GUESTS_FIRST_PAGE) if is_only_guest(request.user) else None


def administrators(request: HttpRequest, kwargs: Kwargs) -> None:
    if not request.user.is_superuser:
        raise PermissionDenied


def nobody(request: HttpRequest, kwargs: Kwargs) -> None:
    raise Http404


def no_suggestions(request: HttpRequest, kwargs: Kwargs) -> HttpResponse | None:
    """Tags are shared by all practices, so nobody is told which ones there are."""
    return None if request.user.is_superuser else JsonResponse([], safe=False)


def own_page(*names: str) -> Rule:
    """The pages that these parts of the address name can be reached by the user."""

    def rule(request: HttpRequest, kwargs: Kwargs) -> None:
        reachable = policy_registry.get_by_type(Page).explorable_instances(request.user)
        keys = {int(kwargs[name]) for name in names}
        if reachable.filter(pk__in=keys).count() != len(keys):
            raise Http404

    return rule


def chosen_pages(request: HttpRequest, kwargs: Kwargs) -> None:
    reachable = policy_registry.get_by_type(Page).explorable_instances(request.user)
    require_rows(reachable, request.GET.getlist("id"))


def page_chooser(request: HttpRequest, kwargs: Kwargs) -> HttpResponse | None:
    """Wagtail begins at the common parent of all pages of a kind, whoever owns them."""
    kinds = request.GET.get("page_type", "")
    if request.user.is_superuser or not kinds:
        return None
    policy = policy_registry.get_by_type(Page)
    begin = policy.explorable_root_instance(request.user)
    if begin is None:
        raise Http404
    own = policy.explorable_instances(request.user)
    first = own.type(*_models(kinds)).order_by("path").first()
    above = own.parent_of(first).first() if first else None
    address = reverse("wagtailadmin_choose_page_child", args=[(above or begin).pk])
    return redirect(f"{address}?{request.GET.urlencode()}")


def _models(kinds: str) -> list[type]:
    try:
        return [apps.get_model(kind) for kind in kinds.split(",")]
    except (LookupError, ValueError) as error:
        raise Http404 from error


def in_own_collection(model: type, name: str | None = None) -> Rule:
    """The picture or document of the address, or those asked for by ``id``, can be chosen."""

    def rule(request: HttpRequest, kwargs: Kwargs) -> None:
        policy = policy_registry.get_by_type(model)
        own = policy.instances_user_has_any_permission_for(
            request.user, ["add", "change", "choose", "delete"]
        )
        require_rows(own, [kwargs[name]] if name else request.GET.getlist("id"))

    return rule


def require_rows(rows: Any, keys: list[Any]) -> None:
    try:
        wanted = {int(unquote(str(key))) for key in keys}
    except ValueError as error:
        raise Http404 from error
    if rows.filter(pk__in=wanted).count() != len(wanted):
        raise Http404


def rules_for(rule: Rule, *names: str, prefix: str = "") -> dict[str, Rule]:
    return {prefix + name: rule for name in names}


IMAGE: Final = get_image_model()
DOCUMENT: Final = get_document_model()
PAGES: Final = "wagtailadmin_pages:"
RULES: Final[dict[str, Rule]] = {
    **rules_for(
        anybody,
        "wagtailadmin_explore_root",
        "wagtailadmin_account",
        "wagtailadmin_logout",
        "wagtailadmin_dismissibles",
        "wagtailadmin_block_preview",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
        "checks_report",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:aging_pages_results",
        "wagtailadmin_api:pages:listing",
        "wagtailadmin_api:pages:find",
        "wagtailembeds:chooser",
        "wagtailembeds:chooser_upload",
        "wagtailsnippets:index",
        "wagtail_localize:javascript_catalog",
        "translations_report",
        "translations_report_results",
        "translations",
        "translations_results",
        "wagtail.admin.views.home.default",
    ),
    "wagtailadmin_home": first_page,
    # The programs' own door to pages asks no hook, so a course page could be deleted through it.
    **rules_for(
        nobody,
        "wagtailadmin_api:pages:action",
        "wagtailadmin_error_test",
        "django.views.generic.base.TemplateView",
    ),
    **rules_for(
        no_suggestions, "wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"
    ),
    "wagtailadmin_choose_page": page_chooser,
    "wagtailadmin_choose_page_chosen_multiple": chosen_pages,
    "wagtailadmin_api:pages:detail": own_page("pk"),
    "wagtail_bulk_action": admin_bulk.own_rows_only,
    **rules_for(
        own_page("parent_page_id"),
        "wagtailadmin_explore",
        "wagtailadmin_explore_results",
        "wagtailadmin_choose_page_child",
        PAGES + "add",
        PAGES + "preview_on_add",
        PAGES + "add_subpage",
    ),
    **rules_for(
        anybody,
        *("choose_parent", "type_use", "type_use_results", "search", "search_results"),
        prefix=PAGES,
    ),
    **rules_for(
        own_page("page_id"),
        *("usage", "edit", "preview_on_edit", "view_draft", "delete", "unpublish"),
        *("convert_alias", "copy", "set_privacy", "lock", "unlock"),
        *("workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation"),
        *("workflow_preview", "workflow_history", "workflow_history_detail"),
        *("revisions_index", "revisions_view", "revisions_revert", "revisions_unschedule"),
        *("history", "history_results"),
        prefix=PAGES,
    ),
    PAGES + "revisions_compare": own_page("pk"),
    **rules_for(own_page("page_to_move_id"), "move", "set_page_position", prefix=PAGES),
    PAGES + "move_confirm": own_page("page_to_move_id", "destination_id"),
    # Pictures and documents: one collection for each practice.
    **rules_for(
        anybody,
        *("index", "index_results", "add", "add_multiple"),
        *("create_multiple_from_uploaded_image", "delete_upload_multiple"),
        prefix="wagtailimages:",
    ),
    **rules_for(
        in_own_collection(IMAGE, "image_id"),
        *("edit", "delete", "url_generator", "url_generator_output", "preview", "image_usage"),
        *("edit_multiple", "delete_multiple"),
        prefix="wagtailimages:",
    ),
    **rules_for(anybody, "choose", "choose_results", "create", prefix="wagtailimages_chooser:"),
    "wagtailimages_chooser:chosen": in_own_collection(IMAGE, "pk"),
    "wagtailimages_chooser:chosen_multiple": in_own_collection(IMAGE),
    "wagtailimages_chooser:select_format": in_own_collection(IMAGE, "image_id"),
    **rules_for(
        anybody,
        *("index", "index_results", "add", "add_multiple"),
        *("create_multiple_from_uploaded_document", "delete_upload_multiple"),
        prefix="wagtaildocs:",
    ),
    **rules_for(
        in_own_collection(DOCUMENT, "document_id"),
        *("edit", "delete", "document_usage"),
        prefix="wagtaildocs:",
    ),
    **rules_for(
        in_own_collection(DOCUMENT, "doc_id"),
        *("edit_multiple", "delete_multiple"),
        prefix="wagtaildocs:",
    ),
    **rules_for(anybody, "choose", "choose_results", "create", prefix="wagtaildocs_chooser:"),
    "wagtaildocs_chooser:chosen": in_own_collection(DOCUMENT, "pk"),
    "wagtaildocs_chooser:chosen_multiple": in_own_collection(DOCUMENT),
    # Translations.
    **rules_for(
        may_translate,
        *("submit_page_translation", "submit_snippet_translation", "update_translations"),
    ),
    **rules_for(
        may_translate, "download_pofile", "preview_translation", prefix="wagtail_localize:"
    ),
    **rules_for(
        may_write_translation,
        *("edit_string_translation", "edit_override", "upload_pofile", "stop_translation"),
        prefix="wagtail_localize:",
    ),
    "machine_translate": may_write_translation,
    "reattach_translation": may_reattach,
    "wagtail_localize:convert_to_alias": may_convert_to_alias,
}


def own_rows(view: View, request: HttpRequest, kwargs: Kwargs) -> None:
    """The rule of every view of a model whose rows belong to a practice."""
    if _is_for_guests(view):
        return
    policy = _policy_of(view)
    if policy is None:
        administrators(request, kwargs)
        return
    view_class = view.view_class  # type: ignore[attr-defined]
    keys = [kwargs["pk"]] if "pk" in kwargs else request.GET.getlist("id")
    require_rows(
        policy.instances_user_has_any_permission_for(request.user, list(policy.rights)), keys
    )
    required = getattr(view_class, "permission_required", None)
    if required and keys:
        allowed = policy.instances_user_has_permission_for(request.user, required)
        if not allowed.filter(pk__in=[unquote(str(key)) for key in keys]).exists():
            raise PermissionDenied
    if not required and not policy.user_has_any_permission(request.user, list(policy.rights)):
        raise PermissionDenied


def _policy_of(view: View) -> PracticePolicy | None:
    model = getattr(view, "view_initkwargs", {}).get("model")
    policy = policy_registry.get_by_type(model, fallback=False) if model else None
    return policy if isinstance(policy, PracticePolicy) else None


def _is_for_guests(view: View) -> bool:
    """Open to whoever may enter the admin, and the view itself shows only what is one's own."""
    return getattr(getattr(view, "view_class", None), "for_guests", False)


class AdminDoorsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: Kwargs
    ) -> HttpResponse | None:
        if not request.path.startswith("/admin/") or request.resolver_match is None:
            return None
        name = request.resolver_match.view_name
        if name in WITHOUT_LOG_IN or request.user.is_anonymous:
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        try:
            if is_only_guest(request.user) and not (name in FOR_GUESTS or _is_for_guests(view)):
                raise PermissionDenied
            if name in RULES:
                return RULES[name](request, kwargs)
            own_rows(view, request, kwargs)
        except Http404 as error:
            return page_not_found(request, error, template_name="wagtailadmin/404.html")
        except PermissionDenied:
            return permission_denied(request)
        return None
