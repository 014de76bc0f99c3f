"""Letters about a registration that has changed to another date."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.calendar import DroppedSession
from courses.day_and_time import day
from courses.models import Offering
from courses.words import course_title
from registrations.letters import invoices, words
from registrations.letters.words import Words
from registrations.models import Registration
from registrations.unanswered import is_unanswered


@dataclass(frozen=True)
class DateLeft:
    """The date that was changed for another, and what goes back because it costs less now."""

    offering: Offering
    amount: int = 0

    @property
    def dropped(self) -> list[DroppedSession]:
        return [
            DroppedSession(session.pk, session.starts_at, session.ends_at)
            for session in self.offering.sessions_list
        ]


def date_changed(registration: Registration, left: DateLeft) -> Words:
    paragraphs = [
        ngettext(
            "Your registration has changed to another date. You keep your seat, there.",
            "Your registration has changed to another date. You keep your seats, there.",
            words.seats_coming(registration),
        ),
        *_difference(registration, left.amount),
    ]
    if is_unanswered(registration):
        paragraphs.append(
            _("We ask something on this date that we did not before. Please answer on your page.")
        )
    paragraphs.append(
        _("The calendar file with this letter holds the new dates and takes the old ones away.")
    )
    return Words(
        subject=_("New date: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=paragraphs,
        facts=[
            *words.facts(registration),
            (_("Date before"), first_day(left.offering, registration, registration.language)),
        ],
        action=words.to_own_page(registration),
    )


def _difference(registration: Registration, amount: int) -> list[str]:
    """What the change means for the money; nothing where none moves."""
    balance, language = registration.balance_due(), registration.language
    if registration.gets_invoices:
        told = invoices.corrected(registration, amount)
        return told or [_("Where the price is another, the invoice will say so.")]
    if amount:
        return [
            _("It costs less: we are paying %(amount)s back to the card it came from.")
            % {"amount": words.money(amount, registration, language)}
        ]
    if balance <= 0:
        return []
    deadline = registration.pay_by or registration.rest_due_at
    owed = {"amount": words.money(balance, registration, language)}
    if deadline is None:
        return [_("%(amount)s is still to be paid; you can do so on your own page.") % owed]
    return [
        _("%(amount)s is still to be paid by %(time)s, %(day)s; you can do so on your own page.")
        % {**owed, **words.until(registration, deadline)}
    ]


def owner_date_changed(registration: Registration, left: DateLeft) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    return words.owner_words(
        registration,
        _("Changed to another date: %(course)s") % {"course": title},
        [
            ngettext(
                "A registration has left %(day)s for the date below. Its seat there is free.",
                "A registration has left %(day)s for the date below. Its seats there are free.",
                words.seats_coming(registration),
            )
            % {"day": first_day(left.offering, registration, language)}
        ],
    )


def owner_difference_unpaid(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    return words.owner_words(
        registration,
        _("The difference was not paid: %(course)s") % {"course": title},
        [
            _("A registration changed to a dearer date, and %(amount)s was not paid in time.")
            % {"amount": words.money(amount, registration, language)},
            ngettext(
                "Its seat is held. Write to the person booking, or cancel it.",
                "Its seats are held. Write to the person booking, or cancel it.",
                words.seats_coming(registration),
            ),
        ],
    )


def first_day(offering: Offering, registration: Registration, language: str) -> str:
    first = offering.first_start
    return day(first, zone=registration.practice.zone, language=language) if first else "–"
