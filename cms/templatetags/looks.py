"""What a page's head asks of a practice's looks."""

from typing import Any

from django import template

from cms.looks.palettes import PRESETS, Preset
from cms.looks.stylesheet import address_of_colours
from cms.looks.type_pairs import TypePair, files_at_once, sheet_of_pair
from cms.models import Practice

register = template.Library()


@register.simple_tag
def fonts(practice: Practice | None) -> dict[str, Any]:
    """The sheet of the practice's typefaces, and the files that every page needs at once."""
    pair = TypePair(practice.type_pair) if practice else TypePair.NEWSREADER
    return {"sheet": sheet_of_pair(pair), "preloaded": files_at_once(pair)}


@register.simple_tag
def colours(practice: Practice) -> str:
    """The address of the practice's colours."""
    return address_of_colours(practice)


@register.simple_tag
def drawn_palettes() -> list[dict[str, Any]]:
    """What the administration shows of each palette that comes with the product."""
    return [
        {"name": preset.label, "light": PRESETS[preset].light, "dark": PRESETS[preset].dark}
        for preset in Preset
    ]
