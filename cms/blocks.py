"""The building blocks of a page's body."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PLAIN_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said or wrote it"))
    link = blocks.URLBlock(label=_("Address of the source"), required=False)
    language = blocks.CharBlock(
        label=_("Language of the quotation"),
        required=False,
        max_length=5,
        help_text=_("Only when it differs from the page's, for example “fi”."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of somebody else, with their source.")
        template = "blocks/quote.html"


class AudienceListBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("who", blocks.CharBlock(label=_("Who"))),
                ("text", blocks.TextBlock(label=_("In one or two sentences"), required=False)),
            ]
        ),
        label=_("Audiences"),
        min_num=1,
    )

    class Meta:
        icon = "group"
        label = _("Audiences")
        description = _("Whom something is for, role by role.")
        template = "blocks/audience_list.html"


class BenefitListBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Benefit"))),
                ("text", blocks.TextBlock(label=_("Explanation"), required=False)),
            ]
        ),
        label=_("Benefits"),
        min_num=1,
    )

    class Meta:
        icon = "tick"
        label = _("Benefits")
        description = _("What somebody gains, point by point.")
        template = "blocks/benefit_list.html"


class PrinciplesBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Principle"))),
                ("text", blocks.TextBlock(label=_("Explanation"), required=False)),
            ]
        ),
        label=_("Principles"),
        min_num=1,
    )

    class Meta:
        icon = "list-ol"
        label = _("Numbered principles")
        description = _("Principles or steps whose order matters.")
        template = "blocks/principles.html"


class FactsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("label", blocks.CharBlock(label=_("What"))),
                ("value", blocks.CharBlock(label=_("Value"))),
            ]
        ),
        label=_("Facts"),
        min_num=1,
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Facts")
        description = _("Short facts side by side: how long, how often, how many.")
        template = "blocks/facts.html"


class CallToActionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Question or invitation"))
    label = blocks.CharBlock(label=_("Words on the button"))
    page = blocks.PageChooserBlock(label=_("Leads to"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page = value["page"]
        context["target"] = context.get("named_pages", {}).get(page.pk) if page else None
        return context

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("One invitation and one button.")
        template = "blocks/call_to_action.html"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its alternative text and, if wanted, a caption.")
        template = "blocks/picture.html"


class SupervisorsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    people = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="cms.SupervisorPage", label=_("Supervisor")),
        label=_("Supervisors"),
        min_num=1,
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        named = context.get("named_pages", {})
        found = [named.get(page.pk) for page in value["people"] if page]
        context["people"] = [page.supervisorpage for page in found if page]
        return context

    class Meta:
        icon = "user"
        label = _("Supervisors")
        description = _("The people who teach or supervise, with links to their pages.")
        template = "blocks/supervisors.html"


class CredentialBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    issuer = blocks.CharBlock(label=_("Issued by"), required=False)
    extent = blocks.CharBlock(
        label=_("Credits or hours"), required=False, help_text=_("For example “30 credits”.")
    )
    year = blocks.CharBlock(label=_("Year or term"), required=False)

    class Meta:
        icon = "form"
        label = _("Credential")


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        label=_("Heading"),
        icon="title",
        template="blocks/heading.html",
        description=_("Begins a new part of the page."),
    )
    paragraph = blocks.RichTextBlock(
        label=_("Text"),
        features=["h3", *PLAIN_FEATURES],
        template="blocks/paragraph.html",
        description=_("Running text with links and lists."),
    )
    quote = QuoteBlock()
    audience_list = AudienceListBlock()
    benefit_list = BenefitListBlock()
    principles = PrinciplesBlock()
    facts = FactsBlock()
    picture = PictureBlock()
    supervisors = SupervisorsBlock()
    call_to_action = CallToActionBlock()
