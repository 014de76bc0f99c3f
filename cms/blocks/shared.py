"""Blocks whose rows come from words shared by many pages, or are written here."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.named_pages import ReadOnceMixin


class SharedWordsBlock(ReadOnceMixin, SnippetChooserBlock):
    """A snippet whose translation is found when the page is shown.

    So a page can be translated before the snippet is, and never waits for it.
    """

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value


class SharedRowBlock(blocks.StructBlock):
    """A row that is shared, shared with another text on this page, or this page's own."""

    title_name = "title"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.get("shared") and not cleaned.get(self.title_name):
            message = ValidationError(_("Choose shared words, or write your own."))
            raise blocks.StructBlockValidationError({self.title_name: message})
        return cleaned


class AudienceRowBlock(SharedRowBlock):
    shared = SharedWordsBlock("cms.Audience", label=_("Shared audience"), required=False)
    who = blocks.CharBlock(
        label=_("Who"), required=False, help_text=_("Empty: as in the shared audience.")
    )
    text = blocks.TextBlock(
        label=_("In one or two sentences"),
        required=False,
        help_text=_("On this page alone; empty: as in the shared audience."),
    )

    title_name = "who"


class BenefitRowBlock(SharedRowBlock):
    shared = SharedWordsBlock("cms.Benefit", label=_("Shared benefit"), required=False)
    title = blocks.CharBlock(
        label=_("Benefit"), required=False, help_text=_("Empty: as in the shared benefit.")
    )
    text = blocks.TextBlock(
        label=_("Explanation"),
        required=False,
        help_text=_("On this page alone; empty: as in the shared benefit."),
    )


class PrincipleRowBlock(SharedRowBlock):
    shared = SharedWordsBlock("cms.Principle", label=_("Shared principle"), required=False)
    title = blocks.CharBlock(
        label=_("Principle"), required=False, help_text=_("Empty: as in the shared principle.")
    )
    text = blocks.TextBlock(
        label=_("Explanation"),
        required=False,
        help_text=_("On this page alone; empty: as in the shared principle."),
    )


class SharedListBlock(blocks.StructBlock):
    """Rows in the reader's language: ``rows`` are pairs of a title and a text."""

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        shared = context.get("shared_words", {})
        context["rows"] = [_row(item, shared) for item in value["items"]]
        return context


def _row(item: Any, shared: Mapping[tuple[str, int], Any]) -> dict[str, str]:
    chosen = item.get("shared")
    words = shared.get((chosen._meta.model_name, chosen.pk), chosen) if chosen else None
    own_title = item.get("who") or item.get("title") or ""
    return {
        "title": own_title or (words.heading if words else ""),
        "text": item.get("text") or (words.text if words else ""),
        "language": "" if words is None or own_title else words.locale.language_code,
    }


class AudienceListBlock(SharedListBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(AudienceRowBlock(), label=_("Audiences"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Audiences")
        description = _("Whom something is for, role by role; shared between pages or its own.")
        template = "blocks/audience_list.html"
        preview_value = {
            "heading": _("For whom"),
            "items": [
                {"who": _("Nurses"), "text": _("You who carry others' nights home with you.")},
                {"who": _("Team leads"), "text": _("You who stand between two floors.")},
            ],
        }


class BenefitListBlock(SharedListBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(BenefitRowBlock(), label=_("Benefits"), min_num=1)

    class Meta:
        icon = "circle-check"
        label = _("Benefits")
        description = _("What somebody gains, point by point.")
        template = "blocks/benefit_list.html"
        preview_value = {
            "heading": _("What you gain"),
            "items": [
                {"title": _("A steadier hand"), "text": _("You know what to do when it is hard.")}
            ],
        }


class PrinciplesBlock(SharedListBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(PrincipleRowBlock(), label=_("Principles"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Numbered principles")
        description = _("Principles or steps whose order matters.")
        template = "blocks/principles.html"
        preview_value = {
            "heading": _("Three principles"),
            "items": [
                {"title": _("Lay out the map"), "text": _("One tells, the others draw.")},
                {"title": _("Find the blind spot"), "text": _("Everybody asks one question.")},
            ],
        }
