"""The form of every page: what it shows comes from the practice's own collection."""

from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

SHARED_WORDS: Final = ("Audience", "Benefit", "Principle", "Topic")


class PageForm(WagtailAdminPageForm):
    """Wagtail's choosers offer what one may choose, but its forms take any key."""

    def _post_clean(self) -> None:
        before = _shown(self.instance)
        super()._post_clean()
        new = _shown(self.instance) - before
        for model in (Page, *_files(), *_words()):
            keys = {key for of_model, key in new if of_model is model}
            if keys and self.for_user and not _may_choose(self.for_user, model, keys):
                self.add_error(None, _("Choose pages, pictures and words of your own practice."))


def _files() -> tuple[type, ...]:
    return get_image_model(), get_document_model()


def _words() -> tuple[type, ...]:
    """The kinds of shared words; looked up late, since pages are made with this form."""
    return tuple(apps.get_model("cms", name) for name in SHARED_WORDS)


def _shown(page: Page) -> set[tuple[type, str]]:
    """Every page, picture, document and shared word in its fields, its blocks and its text."""
    types = ContentType.objects.get_for_models(Page, *_files(), *_words())
    by_key = {content_type.pk: model for model, content_type in types.items()}
    return {
        (by_key[content_type], key)
        for content_type, key, *_path in ReferenceIndex._extract_references_from_object(page)
        if content_type in by_key
    }


def _may_choose(user: Any, model: type, keys: set[str]) -> bool:
    policy = policy_registry.get_by_type(model)
    if model is Page:
        return policy.explorable_instances(user).filter(pk__in=keys).count() == len(keys)
    action = "choose" if model in _files() else "view"
    own = policy.instances_user_has_any_permission_for(user, [action])
    return own.filter(pk__in=keys).count() == len(keys)
