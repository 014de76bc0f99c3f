"""The form of every page: what it shows comes from the practice's own collection."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry


class PageForm(WagtailAdminPageForm):
    """Wagtail's choosers offer what one may choose, but its forms take any key."""

    def _post_clean(self) -> None:
        before = _shown_files(self.instance)
        super()._post_clean()
        new = _shown_files(self.instance) - before
        for model in (get_image_model(), get_document_model()):
            keys = {key for of_model, key in new if of_model is model}
            if keys and self.for_user and not _may_choose(self.for_user, model, keys):
                self.add_error(None, _("Choose pictures and documents of your own practice."))


def _shown_files(page: Page) -> set[tuple[type, str]]:
    """Every picture and document in the page's fields, its blocks and its text."""
    types = ContentType.objects.get_for_models(get_image_model(), get_document_model())
    by_key = {content_type.pk: model for model, content_type in types.items()}
    return {
        (by_key[content_type], key)
        for content_type, key, *_path in ReferenceIndex._extract_references_from_object(page)
        if content_type in by_key
    }


def _may_choose(user: Any, model: type, keys: set[str]) -> bool:
    own = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose"])
    return own.filter(pk__in=keys).count() == len(keys)
