"""How one registration of the demo is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final

from registrations.models import Registration

Payer = Registration.Payer
Method = Registration.Method


class Outcome(Enum):
    """What becomes of a registration once it is made."""

    STAYS = auto()
    PAID = auto()
    EXPIRED = auto()
    PAID_TOO_LATE = auto()
    CANCELLED = auto()
    WITHDRAWN = auto()
    APPROVED = auto()
    APPROVED_AND_PAID = auto()
    DECLINED = auto()
    MAKES_ROOM = auto()
    PAID_INTO_BANK = auto()
    ONE_CANCELLED = auto()
    DATE_CHANGED = auto()
    SUBSTITUTED = auto()


@dataclass(frozen=True)
class Person:
    """One seat; without a name it is still to be filled. Answers by the question's key."""

    name: str = ""
    email: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    claim: str = ""


@dataclass(frozen=True)
class DemoBooking:
    """``to`` is the other date that is chosen, ``number`` who does not come, ``instead`` who does
    come on that seat. ``weeks_before`` the first session it was made, for a date that is over;
    ``came_by`` is said of what the owner typed in."""

    key: str
    offering: str
    booker: tuple[str, str]
    people: tuple[Person, ...]
    payer: str = Payer.PRIVATE
    method: str = Method.CARD
    language: str = "nb"
    outcome: Outcome = Outcome.STAYS
    answers: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    decision: str = ""
    waits: bool = False
    code: str = ""
    to: str = ""
    number: int = 0
    instead: Person = Person()
    weeks_before: int = 0
    came_by: str = ""


INVOICED: Final[Mapping[str, Any]] = {"payer": Payer.EMPLOYER, "method": Method.INVOICE}
