"""The letter that tells of new dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.calendar import DroppedSession
from courses.day_and_time import day_and_time, span
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Registration
from registrations.states import State

# When a session begins and when it ends.
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class DatesMoved:
    """What the letter tells of besides the new dates, which are the offering's own by then.

    ``words`` are the owner's own, by language.
    """

    before: tuple[Span, ...]
    free_cancel_until: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[DroppedSession, ...] = ()


def dates_moved(registration: Registration, moved: DatesMoved) -> Words:
    own = moved.words.get(registration.language, "")
    return Words(
        subject=_("New dates: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("The dates of your course have been moved. The new ones stand below."),
            *(part for part in own.splitlines() if part.strip()),
            *_what_now(registration, moved),
        ],
        facts=with_dates_before(registration, moved, words.facts(registration)),
        action=words.to_own_page(registration),
    )


def with_dates_before(
    registration: Registration, moved: DatesMoved, facts: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The old dates stand right after the new ones."""
    zone, language = registration.practice.zone, registration.language
    before = [
        (_("Dates before") if number == 0 else "", span(*old, zone=zone, language=language))
        for number, old in enumerate(moved.before)
    ]
    after = 1 + len(registration.offering.sessions_list)
    return facts[:after] + before + facts[after:]


def _what_now(registration: Registration, moved: DatesMoved) -> list[str]:
    match registration.state_now:
        case State.WAITLISTED:
            return [
                _(
                    "You keep your place on the waiting list. If the new dates do not suit you, "
                    "you can leave it on your own page."
                )
            ]
        case State.IN_REVIEW:
            return [
                _(
                    "We are still reading your application. If the new dates do not suit you, you "
                    "can take it back on your own page; nothing is charged."
                )
            ]
        case State.OFFERED | State.AWAITING_PAYMENT:
            return [
                ngettext(
                    "We hold your seat until %(time)s, %(day)s. If the new dates do not suit you, "
                    "you can give it up on your own page; nothing is charged.",
                    "We hold your seats until %(time)s, %(day)s. If the new dates do not suit "
                    "you, you can give them up on your own page; nothing is charged.",
                    words.seats_coming(registration),
                )
                % words.until(registration)
            ]
    return _to_confirmed(registration, moved)


def _to_confirmed(registration: Registration, moved: DatesMoved) -> list[str]:
    calendar = _(
        "The calendar file that comes with this letter moves the dates in your calendar as well."
    )
    stays = ngettext(
        "Your seat is yours as before. If the new dates suit you, you need do nothing.",
        "Your seats are yours as before. If the new dates suit you, you need do nothing.",
        words.seats_coming(registration),
    )
    until = moved.free_cancel_until
    if until is None:
        return [stays, _("If they do not suit you, please answer this letter."), calendar]
    moment = day_and_time(until, zone=registration.practice.zone, language=registration.language)
    may_leave = _(
        "If they do not suit you, you can cancel free of charge on your own page until %(moment)s."
    ) % {"moment": moment}
    if registration.total.gross:
        may_leave += " " + _("What you have paid then goes back to you.")
    return [stays, may_leave, calendar]
