"""Letters to those who come, when something changes for them: nothing in them is about money or
about others, or was typed by the person booking."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from registrations.letters import words
from registrations.letters.changing import DateLeft, first_day
from registrations.letters.moving import DatesMoved, with_dates_before
from registrations.letters.words import Words
from registrations.models import Participant, Registration


@dataclass(frozen=True)
class ToParticipant:
    """Who is written to, and what the letter tells of besides the registration."""

    person: Participant
    about: Any = None


def dates_moved(registration: Registration, to: ToParticipant) -> Words:
    moved: DatesMoved = to.about
    own = moved.words.get(registration.language, "")
    return Words(
        subject=_("New dates: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=[
            _("The dates of the course on which a seat is booked for you have been moved."),
            *(part for part in own.splitlines() if part.strip()),
            _("The new ones stand below. If they suit you, you need do nothing."),
            _ask_who_booked(),
        ],
        facts=with_dates_before(registration, moved, words.when_and_where(registration)),
        action=_own_page(to.person),
    )


def date_changed(registration: Registration, to: ToParticipant) -> Words:
    left: DateLeft = to.about
    before = first_day(left.offering, registration, registration.language)
    return Words(
        subject=_("New date: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=[
            _("Your seat has been changed to another date of the course. It stands below."),
            _ask_who_booked(),
        ],
        facts=[*words.when_and_where(registration), (_("Date before"), before)],
        action=_own_page(to.person),
    )


def called_off(registration: Registration, to: ToParticipant) -> Words:
    return Words(
        subject=_("Called off: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=[
            _("We are sorry: the course on which a seat is booked for you is called off."),
            _("You need do nothing. Whoever booked the seat for you has been told as well."),
        ],
        facts=words.when_and_where(registration),
    )


def cancelled(registration: Registration, to: ToParticipant) -> Words:
    return Words(
        subject=_("Cancelled: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=[
            _("The seat that was booked for you on this course is cancelled."),
            _(
                "You need do nothing. If you did not expect this, please ask whoever booked the "
                "seat for you."
            ),
        ],
        facts=words.when_and_where(registration),
    )


def _ask_who_booked() -> str:
    return _("If it does not suit you, please tell whoever booked the seat for you.")


def _own_page(person: Participant) -> tuple[str, str]:
    return (_("Open your own page"), person.own_address)
