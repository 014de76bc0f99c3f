"""Pictures that say nothing to people who cannot see them."""

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _

from wagtail.images.blocks import ImageBlock

from cms.models import BasePage

from .findings import Finding, Kind
from .registry import each_page, register
from .surroundings import Surroundings
from .walking import plain

FILE_NAME: Final = re.compile(r"\.(avif|gif|jpe?g|png|webp)$|^(img|dsc|image|foto)[-_ ]?\d+", re.I)


@register
@each_page
def pictures_without_description(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    for spot in around.spots(page):
        if not isinstance(spot.block, ImageBlock) or not isinstance(spot.value, dict):
            continue
        says = plain(spot.value.get("alt_text"))
        if not spot.value.get("image") or spot.value.get("decorative"):
            continue
        if not says or FILE_NAME.search(says):
            yield Finding(
                Kind.PICTURE,
                _("A picture has no description for those who cannot see it."),
                _("Say in a few words what matters in it, or tick that it is decorative."),
                spot.place,
                spot.where,
            )
