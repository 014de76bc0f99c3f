"""Who may have something translated: those who may edit it, in every language that changes."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation, TranslationSource

from cms.permissions import Person


def may_edit(user: Person, instance: Any) -> bool:
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(type(instance))
    return policy.user_has_permission_for_instance(user, "change", instance)


def sees(user: Person, instance: Any) -> bool:
    policy = policy_registry.get_by_type(type(instance))
    if isinstance(instance, Page):
        return policy.explorable_instances(user).filter(pk=instance.pk).exists()
    return policy.user_has_any_permission_for_instance(
        user, ["add", "change", "delete", "view"], instance
    )


def may_translate(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """404 for what is another's; no permission where only part of it may be edited."""
    instances = _instances(kwargs)
    if not all(sees(request.user, instance) for instance in instances):
        raise Http404
    if not all(may_edit(request.user, instance) for instance in instances):
        raise PermissionDenied


def may_convert_to_alias(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """The alias takes over the source's text and whether it is live, so it is a publishing."""
    page = get_object_or_404(Page, pk=kwargs["page_id"])
    if not sees(request.user, page):
        raise Http404
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied


def may_reattach(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Its next publishing takes the source's structure, so it takes what publishing takes."""
    may_convert_to_alias(request, kwargs)


def _instances(kwargs: dict[str, Any]) -> list[Any]:
    """What an address of the translation editor touches."""
    if "page_id" in kwargs:
        return [get_object_or_404(Page, pk=kwargs["page_id"])]
    if "translation_id" in kwargs:
        translation = get_object_or_404(Translation, pk=kwargs["translation_id"])
        return [_target(translation)]
    if "translation_source_id" in kwargs:
        source = get_object_or_404(TranslationSource, pk=kwargs["translation_source_id"])
        return [_source(source), *map(_target, source.translations.filter(enabled=True))]
    return [_snippet(kwargs)]


def _source(source: TranslationSource) -> Any:
    try:
        return source.get_source_instance()
    except source.specific_content_type.model_class().DoesNotExist as error:
        raise Http404 from error


def _target(translation: Translation) -> Any:
    try:
        return translation.get_target_instance()
    except translation.source.specific_content_type.model_class().DoesNotExist as error:
        raise Http404 from error


def _snippet(kwargs: dict[str, Any]) -> Any:
    for model in get_snippet_models():
        if (model._meta.app_label, model._meta.model_name) == (
            kwargs["app_label"],
            kwargs["model_name"],
        ) and issubclass(model, TranslatableMixin):
            return get_object_or_404(model, pk=unquote(str(kwargs["pk"])))
    raise Http404
