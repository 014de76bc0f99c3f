"""Letters about money that is not where it should be: paid twice, or contested at the bank."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.words import course_title
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Dispute, Registration
from registrations.overpaid import owed_to_payer


def goes_back(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Your payment goes back to you: %(course)s")
        % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Your payment reached us after your registration had ended."),
            _(
                "We are paying %(amount)s back to where it came from. It takes a few days; you "
                "need do nothing."
            )
            % {"amount": words.money(amount, registration, registration.language)},
        ],
        facts=[(_("Course"), words.title(registration)), (_("Reference"), registration.reference)],
        action=words.to_own_page(registration),
    )


def paid_too_much(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("You have paid more than is owed: %(course)s")
        % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Your payment reached us, but %(amount)s of it is more than you owe.")
            % {"amount": words.money(amount, registration, registration.language)},
            ngettext(
                "Your seat is yours as before. We will pay the rest back; you need do nothing.",
                "Your seats are yours as before. We will pay the rest back; you need do nothing.",
                words.seats_coming(registration),
            ),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def owner_paid_too_much(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    return words.owner_words(
        registration,
        _("More paid than owed: %(course)s") % {"course": _title(registration)},
        [
            ngettext(
                "%(amount)s more was paid than is owed. The seat is confirmed as before.",
                "%(amount)s more was paid than is owed. The seats are confirmed as before.",
                words.seats_coming(registration),
            )
            % {"amount": words.money(amount, registration, language)},
            _("Open the registration to pay it back with one click; the buyer was told."),
        ],
    )


def owner_refund_waits(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    return words.owner_words(
        registration,
        _("A refund waits: %(course)s") % {"course": _title(registration)},
        [
            _(
                "%(amount)s is owed to the payer, but cannot go back the way it came: the payer "
                "contests the payment at the bank, or it was paid in another way."
            )
            % {"amount": words.money(amount, registration, language)},
            _(
                "The amount is recorded as owed. When the bank has decided, pay it back from the "
                "registration's page, or mark it as settled if nothing is left to pay."
            ),
        ],
    )


def owner_disputed(registration: Registration, dispute: Dispute) -> Words:
    language = registration.practice.source_language
    withdrawn = dispute.ledger_lines.filter(kind="disputed").exists()
    return words.owner_words(
        registration,
        _("A payment is disputed: %(course)s") % {"course": _title(registration)},
        [
            _("The payer contests a payment of %(amount)s at the bank.")
            % {"amount": words.money(dispute.amount, registration, language)},
            _("The bank has taken the money back until it has decided.")
            if withdrawn
            else _("The bank asks first; the money is still with you."),
            _(
                "Answer in Stripe's dashboard, in time: there you see by when, and what the bank "
                "wants to know. Nothing was cancelled, and this payment cannot be paid back "
                "meanwhile. Often it helps to write to the person booking."
            ),
        ],
    )


def owner_dispute_closed(registration: Registration, dispute: Dispute) -> Words:
    language = registration.practice.source_language
    amount = {"amount": words.money(dispute.amount, registration, language)}
    if dispute.status == Dispute.Status.LOST:
        subject = _("A dispute is lost: %(course)s")
        told = [
            _("The bank has decided for the payer, who keeps the %(amount)s.") % amount,
            ngettext(
                "The seat is still theirs. Cancel the registration if they are not coming.",
                "The seats are still theirs. Cancel the registration if they are not coming.",
                words.seats_coming(registration),
            ),
        ]
    else:
        subject = _("A dispute is closed in your favour: %(course)s")
        told = [_("The bank has closed the dispute. The %(amount)s are yours.") % amount]
    owed = owed_to_payer(registration)
    if owed:
        told.append(
            _("%(amount)s is owed to the payer; pay it back from the registration's page.")
            % {"amount": words.money(owed, registration, language)}
        )
    return words.owner_words(registration, subject % {"course": _title(registration)}, told)


def _title(registration: Registration) -> str:
    return course_title(registration.offering.course, registration.practice.source_language)
