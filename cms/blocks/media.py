"""Blocks of pictures, files and films."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from cms.film_consent import asking_for, let_in

from .previews import PreviewOfOwnDocument, PreviewOfOwnPicture

# The services whose players can be shown, and where each player stands for an identity.
PLAYERS = {
    "youtube": "https://www.youtube-nocookie.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}?dnt=1",
}


class PictureBlock(PreviewOfOwnPicture, blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its alternative text and, if wanted, a caption.")
        template = "blocks/picture.html"
        preview_value = {"caption": _("A caption, if you want one.")}


class DownloadBlock(PreviewOfOwnDocument, blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    document = DocumentChooserBlock(label=_("Document"))
    text = blocks.CharBlock(label=_("What it is"), required=False)

    class Meta:
        icon = "download"
        label = _("Download")
        description = _("A document to download, with its kind and size.")
        template = "blocks/download.html"
        preview_value = {"heading": _("An agreement to fill in"), "text": ""}


def player_of(address: str) -> str:
    """The address of the player that shows the film at ``address``; "" when it is not known."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.strip("/")
    if host == "youtube.com" and path == "watch":
        service, identity = "youtube", parse_qs(parts.query).get("v", [""])[0]
    elif host == "youtu.be":
        service, identity = "youtube", path
    elif host == "vimeo.com":
        service, identity = "vimeo", path
    else:
        return ""
    plain = identity.replace("-", "").replace("_", "")
    return PLAYERS[service].format(identity) if plain.isascii() and plain.isalnum() else ""


class VideoBlock(blocks.StructBlock):
    """A film elsewhere. Nothing is loaded from there before the visitor asks for it."""

    title = blocks.CharBlock(label=_("What the film shows"))
    url = blocks.URLBlock(label=_("Address of the film"), help_text=_("At YouTube or Vimeo."))
    text = blocks.TextBlock(
        label=_("What is said, in short"),
        required=False,
        help_text=_("For those who do not want the film, or cannot hear it."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not player_of(cleaned["url"]):
            message = ValidationError(_("Write the address of a film at YouTube or Vimeo."))
            raise blocks.StructBlockValidationError({"url": message})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        player, request = player_of(value["url"]), context.get("request")
        asking = asking_for(context.get("block_id") or "", request)
        context |= {
            "host": (urlsplit(value["url"]).hostname or "").removeprefix("www."),
            "asking": asking,
            "player": player if player and asking.yes else "",
        }
        if context["player"] and request:
            let_in(player, request)
        return context

    class Meta:
        icon = "media"
        label = _("Film")
        description = _("A film at YouTube or Vimeo; visitors are asked before it is loaded.")
        template = "blocks/video.html"
        preview_value = {
            "title": _("Three minutes about group supervision"),
            "url": "https://vimeo.com/1",
        }
