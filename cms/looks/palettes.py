"""The colours of a practice: five drawn palettes, and one's own colours over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.looks.contrast import TEXT, contrast, mixed, nearest_readable

Colours = Mapping[str, str]

# What a palette replaces of static/css/tokens.css, in the order of the presets below.
TOKENS: Final = (
    *("ground", "surface", "sunken", "text", "muted", "line", "line-strong"),
    *("brand", "brand-soft", "accent", "accent-hover", "on-accent"),
)
# What it does not: these must be readable on every ground. As they stand in tokens.css.
STATES_LIGHT: Final = {
    "success": "#246244",
    "warning": "#7c4f00",
    "danger": "#a12822",
    "focus": "#1d4ed8",
}
STATES_DARK: Final = {
    "success": "#8fd0ab",
    "warning": "#eec06b",
    "danger": "#f3a198",
    "focus": "#a8c7ff",
}


class Preset(models.TextChoices):
    STEINLIA = "steinlia", _("Stone and spruce")
    TANKELAGE = "tankelage", _("Birch and blue")
    VANDPUNKTEN = "vandpunkten", _("Lichen and plum")
    TYONAARI = "tyonaari", _("Lake and rye")
    SAMTALSLABBET = "samtalslabbet", _("Brick and paper")


@dataclass(frozen=True)
class Palette:
    light: Colours
    dark: Colours


def _row(colours: str) -> Colours:
    return dict(zip(TOKENS, (f"#{colour}" for colour in colours.split()), strict=True))


PRESETS: Final[Mapping[str, Palette]] = {
    Preset.STEINLIA: Palette(
        light=_row(
            "f5f1e9 fdfbf6 e9e3d6 20302a 55605a d9d1c1 7b8179 1f4f43 dde6dc a63f1b 843114 fffaf3"
        ),
        dark=_row(
            "141b18 1c2521 0e1412 ebe6db aeb5ab 35403a 858f86 9dcbb7 20352d f0936a f6b092 21100a"
        ),
    ),
    Preset.TANKELAGE: Palette(
        light=_row(
            "f5f5f2 ffffff e6e8e6 1e2733 545d68 d3d7d8 788089 1b4468 dce6ee 1d5fa3 164a80 ffffff"
        ),
        dark=_row(
            "12171d 1a2129 0c1014 e8ebed a9b2bb 343d46 828c96 a8cbea 1c3246 8fc0f0 b3d5f6 0a1a2b"
        ),
    ),
    Preset.VANDPUNKTEN: Palette(
        light=_row(
            "f4f4ed fdfdf9 e4e6da 2b2530 5b5560 d5d7c9 7c7c7a 4a5936 e3e8d6 7a3160 5d2449 fffafd"
        ),
        dark=_row(
            "171816 20221f 10110f ebe8e6 b2aeb0 3a3c38 8c8b8b bccb9f 2a3123 e0a3c8 ebc0da 2a0d20"
        ),
    ),
    Preset.TYONAARI: Palette(
        light=_row(
            "f6f3ea fefcf6 e8e3d3 1f2d33 535d5f d9d2bd 7b7e77 1f5560 d9e7e6 85560a 664107 fffbf2"
        ),
        dark=_row(
            "12191b 1a2326 0c1112 ebe8df adb4b2 333e41 849092 93cbd3 1b3439 e8bd62 f0d08c 231803"
        ),
    ),
    Preset.SAMTALSLABBET: Palette(
        light=_row(
            "f8f4ee fffdfa ece4d9 2b2523 5f5550 ddd2c5 82776f 7d2f1d f3e3d8 a33d24 802e1a fffaf6"
        ),
        dark=_row(
            "1a1614 241f1c 120f0d eee7e0 b8aea6 413934 978b83 f0b49f 3a2620 f2957a f7b5a1 260d05"
        ),
    ),
}
# The colours that somebody may choose; everything else in a palette follows from them.
OWN: Final = ("ground", "text", "brand", "accent")


def palette_of(preset: str, own_light: Colours, own_dark: Colours) -> Palette:
    """The drawn palette ``preset`` with one's own colours laid over it, light and dark."""
    drawn = PRESETS.get(preset, PRESETS[Preset.STEINLIA])
    return Palette(light=_with_own(drawn.light, own_light), dark=_with_own(drawn.dark, own_dark))


def _with_own(drawn: Colours, own: Colours) -> Colours:
    """``drawn`` with ``own`` in it, and what has to follow: the quieter shades of both."""
    new = {**drawn, **own}
    ground, text, brand, accent = (new[token] for token in OWN)
    if "ground" in own:
        new["surface"] = mixed(ground, "#ffffff", 0.6 if contrast(ground, "#000000") > 9 else 0.05)
        new["sunken"] = mixed(ground, "#000000", 0.06 if contrast(ground, "#000000") > 9 else 0.3)
        new["line"] = mixed(ground, text, 0.14)
    if {"ground", "brand"} & set(own):
        new["brand-soft"] = _quiet(ground, brand, against=(text, brand))
    if {"ground", "text", "brand"} & set(own):
        behind = [new[name] for name in ("ground", "surface", "sunken", "brand-soft")]
        muted = mixed(text, ground, 0.26)
        new["muted"] = nearest_readable(muted, [(each, TEXT) for each in behind]) or text
        strong = mixed(text, ground, 0.45)
        new["line-strong"] = nearest_readable(strong, [(each, 3.2) for each in behind]) or text
    if "accent" in own:
        new["on-accent"] = max("#ffffff", "#141414", key=lambda each: contrast(each, accent))
        new["accent-hover"] = mixed(accent, text, 0.25)
        if contrast(new["accent-hover"], new["on-accent"]) < TEXT:
            new["accent-hover"] = mixed(accent, _far_from(new["on-accent"]), 0.2)
    return new


def _quiet(ground: str, brand: str, *, against: tuple[str, ...]) -> str:
    """A breath of ``brand`` on ``ground``, as much as leaves ``against`` readable on it."""
    for share in (0.13, 0.1, 0.07, 0.04):
        shade = mixed(ground, brand, share)
        if all(contrast(shade, each) >= TEXT for each in against):
            return shade
    return ground


def _far_from(colour: str) -> str:
    return max("#000000", "#ffffff", key=lambda end: contrast(end, colour))
