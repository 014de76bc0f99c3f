"""Which sheets there are of a course date, and what each is for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext_lazy as _


class SheetName(StrEnum):
    PARTICIPANTS = "participants"
    SIGN_IN = "sign-in"
    BADGES = "badges"
    VENUE = "venue"


@dataclass(frozen=True)
class Sheet:
    name: SheetName
    label: Any
    purpose: Any


SHEETS: Final = {
    sheet.name: sheet
    for sheet in (
        Sheet(
            SheetName.PARTICIPANTS,
            _("Participant list"),
            _("Who comes, for your own hands: keep it away from others."),
        ),
        Sheet(
            SheetName.SIGN_IN,
            _("Sign-in sheet"),
            _("A column for each session, to be signed at the door."),
        ),
        Sheet(SheetName.BADGES, _("Name badges"), _("Ten on an A4 sheet, 90 by 54 millimetres.")),
        Sheet(
            SheetName.VENUE,
            _("Sheet for the venue"),
            _("How many come, and how many need what, without any name."),
        ),
    )
}
