"""Blocks that show or lead to other pages, each in the reader's language."""

from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from cms.named_pages import NamedPageBlock

from .previews import PreviewOfOwnRows
from .words import PLAIN_FEATURES


def _shown(context: dict[str, Any], pages: Any) -> list[Any]:
    """``pages`` in the reader's language and their own models; those not live are left out."""
    named = context.get("named_pages", {})
    return [named[page.pk] for page in pages if page and page.pk in named]


class CallToActionBlock(PreviewOfOwnRows, blocks.StructBlock):
    pages_in_preview: ClassVar[dict[str, str]] = {"page": "cms.ContactPage"}

    text = blocks.TextBlock(label=_("Question or invitation"))
    label = blocks.CharBlock(label=_("Words on the button"))
    page = NamedPageBlock(label=_("Leads to"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        target = next(iter(_shown(context, [value["page"]])), None)
        context["target"] = target
        # Its question goes along, so it leads past the contact page to the form itself.
        context["asks"] = bool(target) and target.cached_content_type.model == "contactpage"
        return context

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _(
            "One invitation and one button. If it leads to a contact page, the question goes "
            "along into the enquiry."
        )
        template = "blocks/call_to_action.html"
        preview_value = {
            "text": _("What would you need to talk about, if you had two hours?"),
            "label": _("Tell us"),
        }


class SupervisorsBlock(PreviewOfOwnRows, blocks.StructBlock):
    pages_in_preview: ClassVar[dict[str, str]] = {"people": "cms.SupervisorPage"}

    heading = blocks.CharBlock(label=_("Heading"))
    people = blocks.ListBlock(
        NamedPageBlock(page_type="cms.SupervisorPage", label=_("Supervisor")),
        label=_("Supervisors"),
        min_num=1,
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["people"] = [page.supervisorpage for page in _shown(context, value["people"])]
        return context

    class Meta:
        icon = "user"
        label = _("Supervisors")
        description = _("The people who teach or supervise, with links to their pages.")
        template = "blocks/supervisors.html"
        preview_value = {"heading": _("Who supervises")}


class ServiceCardsBlock(PreviewOfOwnRows, blocks.StructBlock):
    pages_in_preview: ClassVar[dict[str, str]] = {"services": "cms.ServicePage"}

    heading = blocks.CharBlock(label=_("Heading"))
    services = blocks.ListBlock(
        NamedPageBlock(page_type="cms.ServicePage", label=_("Service")),
        label=_("Services"),
        min_num=1,
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["services"] = [page.servicepage for page in _shown(context, value["services"])]
        return context

    class Meta:
        icon = "list-ul"
        label = _("Services")
        description = _("Some of the services, each with its facts in short.")
        template = "blocks/service_cards.html"
        preview_value = {"heading": _("What we offer")}


class CourseCardsBlock(PreviewOfOwnRows, blocks.StructBlock):
    pages_in_preview: ClassVar[dict[str, str]] = {"pages": settings.COURSE_PAGE_MODEL}

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    pages = blocks.ListBlock(
        NamedPageBlock(page_type=settings.COURSE_PAGE_MODEL, label=_("Course")),
        label=_("Courses"),
        min_num=1,
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["course_pages"] = _shown(context, value["pages"])
        return context

    class Meta:
        icon = "date"
        label = _("Courses")
        description = _(
            "Courses with their next dates and free seats, always as they stand now. "
            "What lies in the past is not shown."
        )
        template = "blocks/course_cards.html"
        preview_value = {"heading": _("Coming courses")}


class ContactCardBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.RichTextBlock(label=_("Text"), features=PLAIN_FEATURES, required=False)
    person = NamedPageBlock(
        page_type="cms.SupervisorPage",
        label=_("Whom to ask"),
        required=False,
        help_text=_("Empty: the practice's own address and number."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        people = [page.supervisorpage for page in _shown(context, [value.get("person")])]
        context["person"] = next(iter(people), None)
        return context

    class Meta:
        icon = "mail"
        label = _("Contact card")
        description = _("Whom to ask, with the practice's e-mail address and telephone.")
        template = "blocks/contact_card.html"
        preview_value = {"heading": _("Ask us"), "text": _("<p>We answer the same day.</p>")}
