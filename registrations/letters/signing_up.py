"""Letters about signing up and paying, to the person booking and to the owner."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.words import course_title
from registrations.letters import by_hand, words
from registrations.letters.people import names_to_give
from registrations.letters.words import Words
from registrations.models import Registration


def confirmed(registration: Registration, amount: int) -> Words:
    paragraphs = [_("Your registration is confirmed. We look forward to seeing you.")]
    if registration.method == Registration.Method.INVOICE:
        paragraphs.append(
            ngettext(
                "The invoice comes in a letter of its own to %(email)s. It is to be paid within "
                "%(days)s day.",
                "The invoice comes in a letter of its own to %(email)s. It is to be paid within "
                "%(days)s days.",
                registration.practice.invoice_days,
            )
            % {
                "email": registration.invoices_go_to,
                "days": registration.practice.invoice_days,
            }
        )
    paragraphs += words.rest_to_pay(registration)
    paragraphs += by_hand.to_read(registration)
    if any(not person.name for person in registration.participants.coming()):
        paragraphs.append(names_to_give(registration))
    paragraphs += words.about_tickets(registration)
    paragraphs.append(_("The dates are in the calendar file that comes with this letter."))
    return Words(
        subject=_("Confirmed: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=paragraphs,
        facts=words.facts(registration),
        action=words.to_own_page(registration),
        tickets=words.tickets(registration),
    )


def seats_held(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Please pay to confirm: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            words.held_until_paid(registration),
            _("If you have paid already, you need not do anything."),
            *by_hand.to_read(registration),
        ],
        facts=words.facts(registration),
        action=(_("Pay or see your registration"), registration.own_address),
    )


def payment_failed(registration: Registration, amount: int) -> Words:
    until = words.until(registration)
    return Words(
        subject=_("The payment failed: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Your payment did not go through. Nothing was charged."),
            ngettext(
                "We hold your seat until %(time)s, %(day)s. Please try again before then.",
                "We hold your seats until %(time)s, %(day)s. Please try again before then.",
                words.seats_of(registration),
            )
            % until,
        ],
        facts=words.facts(registration),
        action=(_("Pay or see your registration"), registration.own_address),
    )


def expired(registration: Registration, amount: int) -> Words:
    return Words(
        subject=ngettext(
            "Not paid, seat released: %(course)s",
            "Not paid, seats released: %(course)s",
            words.seats_of(registration),
        )
        % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "We did not receive a payment in time, so the seat is free for others again.",
                "We did not receive a payment in time, so the seats are free for others again.",
                words.seats_of(registration),
            ),
            _("Nothing was charged. If you still want to come, you are welcome to register anew."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def paid_late(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("We have received your payment: %(course)s")
        % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "Your payment reached us, but your seat was no longer held.",
                "Your payment reached us, but your seats were no longer held.",
                words.seats_of(registration),
            ),
            _(
                "Your money is safe with us. We will write to you shortly, with a seat or with "
                "the money back."
            ),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def owner_new(registration: Registration, amount: int) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return words.owner_words(
        registration,
        _("New registration: %(course)s") % {"course": title},
        [_("Somebody has registered.")],
    )


def owner_paid_late(registration: Registration, amount: int) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return words.owner_words(
        registration,
        _("Money to decide about: %(course)s") % {"course": title},
        [
            ngettext(
                "A payment arrived for a registration whose seat was no longer held.",
                "A payment arrived for a registration whose seats were no longer held.",
                words.seats_of(registration),
            ),
            _("The money is recorded. Please give a seat or the money back; the buyer was told."),
        ],
    )
