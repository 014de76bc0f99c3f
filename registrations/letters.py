"""Letters: written as rows with the change they tell of, sent by the worker after commit.

Each letter is put together once, in the reader's language, and then set as text and as HTML.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.calendar import offering_calendar
from courses.day_and_time import clock, day, day_and_time, span
from courses.models import Offering
from courses.money import format_money
from courses.words import course_title
from registrations.models import Letter, Registration
from registrations.states import State
from registrations.tasks import send_letter


@dataclass(frozen=True)
class Words:
    """A letter's content: what is said, the facts, and one thing to do."""

    subject: str
    greeting: str
    paragraphs: list[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    action: tuple[str, str] | None = None  # words on the button, address


def write_letter(registration: Registration, *, kind: Letter.Kind, occasion: str = "") -> Letter:
    """Write a letter in the same transaction and have it sent after commit; each one only once."""
    to_owner = kind in (Letter.Kind.OWNER_NEW, Letter.Kind.OWNER_PAID_LATE)
    practice = registration.practice
    language = practice.source_language if to_owner else registration.language
    with override(language):
        words = WRITERS[kind](registration)
        context = {"letter": words, "practice": practice, "language": language}
        letter, is_new = Letter.objects.get_or_create(
            registration=registration,
            kind=kind,
            occasion=occasion,
            defaults={
                "practice": practice,
                "language": language,
                "recipient": practice.email if to_owner else registration.booker_email,
                "subject": words.subject[:200],
                "text": render_to_string("letters/letter.txt", context),
                "html": render_to_string("letters/letter.html", context),
                "calendar": calendar_of(registration) if kind == Letter.Kind.CONFIRMED else "",
            },
        )
    if is_new:
        send_letter.enqueue(letter_id=letter.pk)
    return letter


def calendar_of(registration: Registration) -> str:
    """The registration's calendar file, in its language. The online room only when confirmed."""
    offering = registration.offering
    with override(registration.language):
        lines = [_("Reference: %(reference)s") % {"reference": registration.reference}]
        if offering.online_link and registration.state_now == State.CONFIRMED:
            lines.append(offering.online_link)
        return offering_calendar(
            offering,
            title=_title(registration),
            description="\n".join(lines),
            url=registration.own_address,
            made_at=timezone.now(),
        )


def _title(registration: Registration) -> str:
    return course_title(registration.offering.course, registration.language)


def _money(amount: int, registration: Registration, language: str) -> str:
    return format_money(amount, registration.currency, language)


def _facts(registration: Registration) -> list[tuple[str, str]]:
    """What was booked, as it stands on the registration."""
    offering, language = registration.offering, registration.language
    zone = registration.practice.zone
    facts = [(_("Course"), _title(registration))]
    facts += [
        (
            _("When") if number == 0 else "",
            span(session.starts_at, session.ends_at, zone=zone, language=language),
        )
        for number, session in enumerate(offering.sessions_list)
    ]
    facts.append((_("Where"), offering.place_line))
    if offering.online_link and registration.state_now == State.CONFIRMED:
        facts.append((_("Link to the online room"), offering.online_link))
    people = [person.name or _("name to follow") for person in registration.participants.all()]
    facts.append((_("Participants"), ", ".join(people)))
    facts += _money_facts(registration, language)
    facts.append((_("Reference"), registration.reference))
    return facts


def _money_facts(registration: Registration, language: str) -> list[tuple[str, str]]:
    total = registration.total
    if total.gross == 0:
        return [(_("Price"), _("Free of charge"))]
    facts = [(_("Total"), _money(total.gross, registration, language))]
    if total.vat:
        facts.append((_("Of which VAT"), _money(total.vat, registration, language)))
    balance = registration.balance_due()
    if balance <= 0:
        facts.append((_("Paid"), _money(total.gross - balance, registration, language)))
    return facts


def _greeting(registration: Registration) -> str:
    return _("Hello %(name)s,") % {"name": registration.booker_name}


def _to_own_page(registration: Registration) -> tuple[str, str]:
    return (_("See your registration"), registration.own_address)


def _confirmed(registration: Registration) -> Words:
    paragraphs = [_("Your registration is confirmed. We look forward to seeing you.")]
    if registration.method == Registration.Method.INVOICE:
        paragraphs.append(
            _("The invoice will be sent separately to %(email)s.")
            % {"email": registration.invoice_email or registration.booker_email}
        )
    if any(not person.name for person in registration.participants.all()):
        paragraphs.append(_("Some names are still missing. Answer this letter to tell us them."))
    paragraphs.append(_("The dates are in the calendar file that comes with this letter."))
    return Words(
        subject=_("Confirmed: %(course)s") % {"course": _title(registration)},
        greeting=_greeting(registration),
        paragraphs=paragraphs,
        facts=_facts(registration),
        action=_to_own_page(registration),
    )


def _seats_held(registration: Registration) -> Words:
    zone, language = registration.practice.zone, registration.language
    moment = registration.hold_until or timezone.now()
    return Words(
        subject=_("Please pay to confirm: %(course)s") % {"course": _title(registration)},
        greeting=_greeting(registration),
        paragraphs=[
            _("We hold your seats until %(time)s, %(day)s. They are yours once you have paid.")
            % {
                "time": clock(moment, zone=zone, language=language),
                "day": day(moment, zone=zone, language=language),
            },
            _("If you have paid already, you need not do anything."),
        ],
        facts=_facts(registration),
        action=(_("Pay or see your registration"), registration.own_address),
    )


def _expired(registration: Registration) -> Words:
    return Words(
        subject=_("Not paid, seats released: %(course)s") % {"course": _title(registration)},
        greeting=_greeting(registration),
        paragraphs=[
            _("We did not receive a payment in time, so the seats are free for others again."),
            _("Nothing was charged. If you still want to come, you are welcome to register anew."),
        ],
        facts=_facts(registration),
        action=_to_own_page(registration),
    )


def _cancelled(registration: Registration) -> Words:
    return Words(
        subject=_("Given up: %(course)s") % {"course": _title(registration)},
        greeting=_greeting(registration),
        paragraphs=[
            _("You have given up your registration before paying. Nothing was charged."),
            _("You are welcome to register anew whenever you like."),
        ],
        facts=_facts(registration),
        action=_to_own_page(registration),
    )


def _paid_late(registration: Registration) -> Words:
    return Words(
        subject=_("We have received your payment: %(course)s") % {"course": _title(registration)},
        greeting=_greeting(registration),
        paragraphs=[
            _("Your payment reached us, but your seats were no longer held."),
            _(
                "Your money is safe with us. We will write to you shortly, with a seat or with "
                "the money back."
            ),
        ],
        facts=_facts(registration),
        action=_to_own_page(registration),
    )


def _owner_words(registration: Registration, subject: str, paragraphs: list[str]) -> Words:
    practice = registration.practice
    language = practice.source_language
    offering: Offering = registration.offering
    first = offering.first_start
    facts = [
        (_("Course"), course_title(offering.course, language)),
        (_("When"), day_and_time(first, zone=practice.zone, language=language) if first else ""),
        (_("Participants"), str(registration.participants.count())),
        (_("Total"), _money(registration.total.gross, registration, language)),
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


def _owner_new(registration: Registration) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return _owner_words(
        registration,
        _("New registration: %(course)s") % {"course": title},
        [_("Somebody has registered.")],
    )


def _owner_paid_late(registration: Registration) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return _owner_words(
        registration,
        _("Money to decide about: %(course)s") % {"course": title},
        [
            _("A payment arrived for a registration whose seats were no longer held."),
            _("The money is recorded. Please give a seat or the money back; the buyer was told."),
        ],
    )


WRITERS: dict[str, Callable[[Any], Words]] = {
    Letter.Kind.CONFIRMED: _confirmed,
    Letter.Kind.SEATS_HELD: _seats_held,
    Letter.Kind.EXPIRED: _expired,
    Letter.Kind.CANCELLED: _cancelled,
    Letter.Kind.PAID_LATE: _paid_late,
    Letter.Kind.OWNER_NEW: _owner_new,
    Letter.Kind.OWNER_PAID_LATE: _owner_paid_late,
}
