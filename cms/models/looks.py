"""How a practice's site looks: its colours, its typefaces, its logo."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.looks.legibility import failing_pairs
from cms.looks.palettes import OWN, Palette, Preset, palette_of
from cms.looks.type_pairs import TypePair

SCHEMES = ("light", "dark")
COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def _colour(name: Any) -> models.CharField:
    return models.CharField(
        name,
        max_length=7,
        blank=True,
        validators=[
            RegexValidator(
                rf"^{COLOUR.pattern}\Z",
                _("Write a colour as # and six digits, like #1f4f43."),
                flags=re.IGNORECASE,
            )
        ],
    )


class Looks(models.Model):
    """One of the drawn palettes, with one's own colours over it where one wants them."""

    palette = models.CharField(
        _("colours"), max_length=20, choices=Preset.choices, default=Preset.STEINLIA
    )
    light_ground = _colour(_("ground"))
    light_text = _colour(_("text"))
    light_brand = _colour(_("links and tinted panels"))
    light_accent = _colour(_("buttons and marks"))
    dark_ground = _colour(_("ground"))
    dark_text = _colour(_("text"))
    dark_brand = _colour(_("links and tinted panels"))
    dark_accent = _colour(_("buttons and marks"))
    type_pair = models.CharField(
        _("typefaces"), max_length=20, choices=TypePair.choices, default=TypePair.NEWSREADER
    )
    logo = models.ForeignKey(
        "cms.PracticeImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Stands in the header instead of the name. A PNG or WebP with a transparent ground, "
            "at least 200 pixels high, looks best."
        ),
    )
    logo_text = models.CharField(
        _("what the logo says"),
        max_length=120,
        blank=True,
        help_text=_("For those who cannot see it. Empty: the practice's name."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        own = {scheme: self.own_colours(scheme) for scheme in SCHEMES}
        palette = palette_of(self.palette, own["light"], own["dark"])
        mistakes: dict[str, list[str]] = {}
        for failing in failing_pairs(palette, {scheme: set(own[scheme]) for scheme in SCHEMES}):
            field = f"{failing.scheme}_{failing.mend}"
            mistakes.setdefault(field, []).append(str(failing))
        if mistakes:
            raise ValidationError(mistakes)

    def own_colours(self, scheme: str) -> dict[str, str]:
        """The colours chosen for ``scheme`` ("light" or "dark"); what is none is not there."""
        chosen = {token: getattr(self, f"{scheme}_{token}").lower() for token in OWN}
        return {token: colour for token, colour in chosen.items() if COLOUR.fullmatch(colour)}

    @cached_property
    def colours(self) -> Palette:
        return palette_of(self.palette, self.own_colours("light"), self.own_colours("dark"))
