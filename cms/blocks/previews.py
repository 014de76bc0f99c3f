"""How a block looks before it is added: with the practice's own rows, never with another's."""

from typing import Any, ClassVar

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

MOST_PAGES = 2


def own_pages(user: Any, page_type: str) -> list[Page]:
    """A few live pages of one kind that ``user`` may reach, all in one language."""
    model = apps.get_model(page_type)
    reachable = policy_registry.get_by_type(Page).explorable_instances(user)
    first = reachable.live().type(model).filter(alias_of=None).order_by("path").first()
    if first is None:
        return []
    siblings = reachable.live().type(model).sibling_of(first, inclusive=True)
    return list(siblings.select_related("locale", "content_type").order_by("path")[:MOST_PAGES])


def own_file(user: Any, model: type) -> Any:
    """The newest picture or document that ``user`` may choose."""
    policy = policy_registry.get_by_type(model)
    own = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return own.order_by("-created_at", "-pk").first()


class PreviewOfOwnRows:
    """A preview filled with rows of the person who looks at it.

    ``pages_in_preview`` names the kind of page that each part shows; ``preview_value`` the rest.
    """

    pages_in_preview: ClassVar[dict[str, str]] = {}

    def get_preview_value(self: Any) -> Any:
        return self.normalize(getattr(self.meta, "preview_value", {}))

    def get_preview_context(self: Any, value: Any, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        rows = self.rows_in_preview(user)
        filled = self.normalize({**getattr(self.meta, "preview_value", {}), **rows})
        pages = [page for row in rows.values() for page in (row if _is_many(row) else [row])]
        return {
            **parent_context,
            "bound_block": self.bind(filled),
            "named_pages": {page.pk: page for page in pages if isinstance(page, Page)},
            "missing": "" if all(rows.values()) else self.missing_in_preview(),
        }

    def rows_in_preview(self: Any, user: Any) -> dict[str, Any]:
        found = {}
        for name, page_type in self.pages_in_preview.items():
            pages = own_pages(user, page_type)
            many = hasattr(self.child_blocks[name], "child_block")
            found[name] = pages if many else next(iter(pages), None)
        return found

    def missing_in_preview(self) -> Any:
        return _("Publish such a page first; then this block shows it here.")


def _is_many(row: Any) -> bool:
    return isinstance(row, list)


class PreviewOfOwnPicture(PreviewOfOwnRows):
    def rows_in_preview(self, user: Any) -> dict[str, Any]:
        image = own_file(user, get_image_model())
        if image is not None:
            image.contextual_alt_text, image.decorative = image.default_alt_text, False
        return {"image": image}

    def missing_in_preview(self) -> Any:
        return _("Your pictures look like this one.")

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_preview_context(value, parent_context)
        return {**context, "drawn": bool(context["missing"])}


class PreviewOfOwnDocument(PreviewOfOwnRows):
    def rows_in_preview(self, user: Any) -> dict[str, Any]:
        return {"document": own_file(user, get_document_model())}

    def missing_in_preview(self) -> Any:
        return _("Upload a document first; then this block offers it here.")
