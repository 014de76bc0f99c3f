"""Blocks of words: what an editor writes on this very page."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

PLAIN_FEATURES: Final = ["bold", "italic", "link", "ul", "ol"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Begins a new part of the page.")
        template = "blocks/heading.html"
        preview_value = _("How we work together")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": ["h3", *PLAIN_FEATURES], **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Running text with links and lists.")
        template = "blocks/paragraph.html"
        preview_value = _(
            "<p>Six people meet once a month. One of them brings a <b>question from work</b>, "
            "and the others help to see it from more sides.</p>"
        )


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
        preview_value = {
            "text": _("Supervision is the one meeting where I am not supposed to know."),
            "source": _("A participant (made up)"),
        }


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
        preview_value = {
            "heading": _("In short"),
            "items": [
                {"label": _("How long"), "value": _("90 minutes")},
                {"label": _("How many"), "value": _("Five to eight people")},
            ],
        }


class ForAndAgainstBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    for_heading = blocks.CharBlock(label=_("Heading of what speaks for it"))
    for_items = blocks.ListBlock(blocks.CharBlock(label=_("Point")), label=_("Speaks for it"))
    against_heading = blocks.CharBlock(label=_("Heading of what speaks against it"))
    against_items = blocks.ListBlock(
        blocks.CharBlock(label=_("Point")), label=_("Speaks against it")
    )

    class Meta:
        icon = "order"
        label = _("For and against")
        description = _("When something fits and when it does not, side by side.")
        template = "blocks/for_and_against.html"
        preview_value = {
            "heading": _("Is online supervision right for you?"),
            "for_heading": _("When it works well"),
            "for_items": [_("You sit far apart."), _("You know one another already.")],
            "against_heading": _("When to meet instead"),
            "against_items": [_("There is open conflict in the group.")],
        }


class RequirementBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("What is required"))
    text = blocks.RichTextBlock(label=_("Explanation"), features=PLAIN_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Requirement")
        description = _("Something that somebody must have or do, set apart so that it is seen.")
        template = "blocks/requirement.html"
        preview_value = {
            "heading": _("Ten hours of metasupervision"),
            "text": _("<p>They must be documented before you apply for approval.</p>"),
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"))
    answer = blocks.RichTextBlock(label=_("Answer"), features=PLAIN_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        template = "blocks/question.html"


class QuestionsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that readers ask, each with its answer.")
        template = "blocks/questions.html"
        preview_value = {
            "heading": _("Questions we often get"),
            "items": [
                {
                    "question": _("Do I need to prepare?"),
                    "answer": _("<p>No. Come as you are after work.</p>"),
                }
            ],
        }


class CredentialBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    issuer = blocks.CharBlock(label=_("Issued by"), required=False)
    extent = blocks.CharBlock(
        label=_("Credits or hours"), required=False, help_text=_("For example “30 credits”.")
    )
    year = blocks.CharBlock(label=_("Year or term"), required=False)
    valid_until = blocks.CharBlock(
        label=_("Valid until"),
        required=False,
        default="",
        help_text=_("For approvals that run out."),
    )

    class Meta:
        icon = "form"
        label = _("Credential")


class CredentialsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    items = blocks.ListBlock(CredentialBlock(), label=_("Credentials"), min_num=1)

    class Meta:
        icon = "form"
        label = _("Credentials")
        description = _("Education and approvals, row by row, with who gave them and when.")
        template = "blocks/credentials.html"
        preview_value = {
            "heading": _("Education"),
            "items": [{"title": _("Supervisor training"), "extent": _("30 credits")}],
        }


class PriceRowBlock(blocks.StructBlock):
    what = blocks.CharBlock(label=_("What"))
    price = blocks.CharBlock(label=_("Price"), help_text=_("As readers shall see it, with VAT."))
    note = blocks.CharBlock(label=_("Note"), required=False)

    class Meta:
        icon = "tag"
        label = _("Price")


class RouteBlock(blocks.StructBlock):
    """One way to reach the practice."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("email", _("E-mail")),
            ("phone", _("Telephone")),
            ("visit", _("Visiting address")),
            ("post", _("Postal address")),
            ("web", _("Another website")),
        ],
        default="email",
    )
    label = blocks.CharBlock(label=_("Heading"), help_text=_("For example “Questions on courses”."))
    value = blocks.CharBlock(label=_("Address or number"))

    class Meta:
        icon = "mail"
        label = _("Way to reach you")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["kind"] == "web" and not cleaned["value"].startswith(("https://", "http://")):
            raise blocks.StructBlockValidationError(
                {"value": ValidationError(_("Write the whole address, with https:// before it."))}
            )
        return cleaned
