"""A practice's colours as a style sheet with an address of its own, which carries its content."""

import hashlib
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cms.looks.palettes import TOKENS, Colours, Palette
from cms.models import Practice

FOREVER = "public, max-age=31536000, immutable"
NOT_FOR_LONG = "public, max-age=60"


@lru_cache(maxsize=256)
def _sheet(light: tuple[str, ...], dark: tuple[str, ...]) -> tuple[str, str]:
    """The text of the sheet, and the name that follows from it."""
    text = (
        f":root{{{_declarations(light)}--logo-ground:transparent}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_declarations(dark)}"
        f"--logo-ground:{light[0]}}}}}\n"
    )
    return text, hashlib.sha256(text.encode()).hexdigest()[:12]


def _declarations(values: tuple[str, ...]) -> str:
    return "".join(f"--{token}:{value};" for token, value in zip(TOKENS, values, strict=True))


def _values(colours: Colours) -> tuple[str, ...]:
    return tuple(colours[token] for token in TOKENS)


def sheet_of(palette: Palette) -> tuple[str, str]:
    return _sheet(_values(palette.light), _values(palette.dark))


def address_of_colours(practice: Practice) -> str:
    """Where the practice's colours are found; another address as soon as they change."""
    _text, name = sheet_of(practice.colours)
    return reverse("colours", args=[practice.slug, name])


def colours(request: HttpRequest, practice: str, name: str) -> HttpResponse:
    """The colours of a practice, whichever host is asked: the admin previews pages of all.

    Under a name that is no longer theirs the present ones come, but are not kept: a page from
    before the change may still ask.
    """
    text, present = sheet_of(get_object_or_404(Practice, slug=practice).colours)
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOREVER if name == present else NOT_FOR_LONG
    return response
