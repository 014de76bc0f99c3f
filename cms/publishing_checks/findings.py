"""What a check says."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    EMPTY = "empty", _("Empty heading, list or text")
    PICTURE = "picture", _("Picture without a description")
    DATE = "date", _("Date that has passed")
    LANGUAGE = "language", _("Missing translation")
    LINK = "link", _("Link that leads nowhere")
    FACTS = "facts", _("Something that readers look for")
    SALE = "sale", _("Terms and VAT")
    LEGAL = "legal", _("Legal pages")


@dataclass(frozen=True)
class Finding:
    """One warning: of which kind, where, what it is and what to do about it.

    ``place`` is the name of a field or the id of a block; "" stands for the page as a whole.
    ``where`` is what the place is called on the screen.
    """

    kind: str
    what: Any
    to_do: Any
    place: str = ""
    where: Any = ""
