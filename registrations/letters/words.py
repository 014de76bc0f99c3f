"""What letters are made of: their parts, and the facts that every letter tells alike."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.day_and_time import clock, day, day_and_time, span
from courses.models import Offering
from courses.money import format_money
from courses.words import course_title
from registrations.models import LedgerLine, Registration
from registrations.states import State
from registrations.tickets import (
    has_tickets,
    picture_address,
    ticket_address,
    ticket_code,
    tickets_of,
)


@dataclass(frozen=True)
class Ticket:
    """What somebody shows at the door: whose it is, the code to type, and where it leads."""

    name: str
    code: str
    address: str
    picture: str


@dataclass(frozen=True)
class Words:
    """A letter's content: what is said, the facts, and one thing to do."""

    subject: str
    greeting: str
    paragraphs: list[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    action: tuple[str, str] | None = None  # words on the button, address
    tickets: list[Ticket] = field(default_factory=list)


def title(registration: Registration) -> str:
    return course_title(registration.offering.course, registration.language)


def money(amount: int, registration: Registration, language: str) -> str:
    return format_money(amount, registration.currency, language)


def when_and_where(registration: Registration) -> list[tuple[str, str]]:
    """The course, its sessions and its place: nothing about people or money."""
    offering, language = registration.offering, registration.language
    zone = registration.practice.zone
    facts = [(_("Course"), title(registration))]
    facts += [
        (
            _("When") if number == 0 else "",
            span(session.starts_at, session.ends_at, zone=zone, language=language),
        )
        for number, session in enumerate(offering.sessions_list)
    ]
    facts.append((_("Where"), offering.place_line))
    return facts


def facts(registration: Registration) -> list[tuple[str, str]]:
    """What was booked, as it stands on the registration."""
    offering, language = registration.offering, registration.language
    facts = when_and_where(registration)
    if offering.online_link and registration.state_now == State.CONFIRMED:
        facts.append((_("Link to the online room"), offering.online_link))
    people = [
        person.name or _("name to follow")
        for person in registration.participants.all()
        if person.cancelled_at is None
    ]
    if people:
        facts.append((_("Participants"), ", ".join(people)))
    facts += _money_facts(registration, language)
    facts.append((_("Reference"), registration.reference))
    return facts


def _money_facts(registration: Registration, language: str) -> list[tuple[str, str]]:
    total = registration.total
    if total.gross == 0:
        code = [(_("Discount code"), registration.code.code)] if registration.code else []
        return [*code, (_("Price"), _("Free of charge"))]
    facts = [(_("Total"), money(total.gross, registration, language))]
    if registration.code:
        facts.insert(0, (_("Discount code"), registration.code.code))
    if registration.deposit and registration.rest_due_at and registration.state_now.holds_seats:
        rest = total.gross - registration.deposit
        due = day(registration.rest_due_at, zone=registration.practice.zone, language=language)
        facts += [
            (_("Deposit"), money(registration.deposit, registration, language)),
            (_("Rest, to be paid by %(day)s") % {"day": due}, money(rest, registration, language)),
        ]
    if total.vat:
        facts.append((_("Of which VAT"), money(total.vat, registration, language)))
    kinds = (LedgerLine.Kind.PAYMENT, LedgerLine.Kind.BANK_PAYMENT)
    lines = registration.ledger.filter(kind__in=kinds)
    paid = -lines.aggregate(sum=Sum("amount", default=0))["sum"]
    if paid > 0:
        facts.append((_("Paid"), money(paid, registration, language)))
    return facts


def until(registration: Registration, moment: datetime | None = None) -> dict[str, str]:
    """The ``time`` and ``day`` of a moment in the practice's zone: when the hold ends, unless
    another is given."""
    moment = moment or registration.hold_until or timezone.now()
    zone, language = registration.practice.zone, registration.language
    return {
        "time": clock(moment, zone=zone, language=language),
        "day": day(moment, zone=zone, language=language),
    }


def held_until_paid(registration: Registration) -> str:
    """Until when the seats are held, and what makes them theirs."""
    facts = until(registration)
    due_at = registration.rest_due_at
    if registration.deposit and due_at is not None and timezone.now() < due_at:
        deposit = money(registration.deposit, registration, registration.language)
        told = ngettext(
            "We hold your seat until %(time)s, %(day)s. It is yours once you have paid the "
            "deposit of %(deposit)s.",
            "We hold your seats until %(time)s, %(day)s. They are yours once you have paid the "
            "deposit of %(deposit)s.",
            seats_of(registration),
        )
        return told % {**facts, "deposit": deposit}
    told = ngettext(
        "We hold your seat until %(time)s, %(day)s. It is yours once you have paid.",
        "We hold your seats until %(time)s, %(day)s. They are yours once you have paid.",
        seats_of(registration),
    )
    return told % facts


def seats_of(registration: Registration) -> int:
    """How many seats the registration was made for."""
    return registration.participants.count()


def seats_coming(registration: Registration) -> int:
    """How many of them are not cancelled."""
    return registration.participants.coming().count()


def rest_to_pay(registration: Registration) -> list[str]:
    """What is still to be paid after a deposit, and by when; nothing where all is paid."""
    balance, due_at = registration.balance_due(), registration.rest_due_at
    if not registration.deposit or due_at is None or balance <= 0:
        return []
    language = registration.language
    return [
        _(
            "The deposit is paid. The rest, %(amount)s, is to be paid by %(day)s; you can do that "
            "on your own page at any time."
        )
        % {
            "amount": money(balance, registration, language),
            "day": day(due_at, zone=registration.practice.zone, language=language),
        }
    ]


def tickets(registration: Registration) -> list[Ticket]:
    """One for each who comes, where there is a door to come through."""
    found = []
    for person in tickets_of(registration):
        person.registration = registration
        found.append(
            Ticket(
                name=person.name or _("name to follow"),
                code=ticket_code(person),
                address=ticket_address(person),
                picture=picture_address(person),
            )
        )
    return found


def about_tickets(registration: Registration) -> list[str]:
    if not has_tickets(registration):
        return []
    return [
        ngettext(
            "Please bring the ticket below, on paper or on the phone: we scan it at the door. It "
            "also works without a picture, by the code beside it.",
            "Please let everybody bring their ticket below, on paper or on the phone: we scan it "
            "at the door. It also works without a picture, by the code beside it.",
            seats_coming(registration),
        )
    ]


def greeting(registration: Registration) -> str:
    return _("Hello %(name)s,") % {"name": registration.booker_name}


def to_own_page(registration: Registration) -> tuple[str, str]:
    return (_("See your registration"), registration.own_address)


def owner_words(registration: Registration, subject: str, paragraphs: list[str]) -> Words:
    practice = registration.practice
    language = practice.source_language
    offering: Offering = registration.offering
    first = offering.first_start
    facts = [
        (_("Course"), course_title(offering.course, language)),
        (_("When"), day_and_time(first, zone=practice.zone, language=language) if first else ""),
        (_("Participants"), str(registration.participants.coming().count())),
        (_("Total"), money(registration.total.gross, registration, language)),
        (_("Reference"), registration.reference),
    ]
    address = practice.address_of(f"/admin/registrations/registration/inspect/{registration.pk}/")
    return Words(
        subject=subject,
        greeting=_("Hello,"),
        paragraphs=paragraphs,
        facts=facts,
        action=(_("Open the registration"), address),
    )


def now_in_words(registration: Registration) -> str:
    return day_and_time(
        timezone.now(), zone=registration.practice.zone, language=registration.language
    )
