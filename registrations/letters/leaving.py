"""Letters about leaving and about money that goes back."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.words import course_title
from registrations.letters import invoices, words
from registrations.letters.words import Words
from registrations.models import Dispute, Registration


def _money_back(registration: Registration, amount: int) -> list[str]:
    """What happens to the money, in a sentence or two; nothing where none moves.

    ``amount`` is what was ordered back. What is still owed to the payer after that waits.
    """
    if registration.gets_invoices:
        return invoices.money_back(registration, amount)
    if amount:
        return [
            _("We are paying %(amount)s back to the card it came from. It takes a few days.")
            % {"amount": words.money(amount, registration, registration.language)}
        ]
    balance = registration.balance_in_the_end()
    if balance < 0:
        return [
            _(
                "%(amount)s is owed to you, but cannot go back by itself just now. We look after "
                "it and will write to you."
            )
            % {"amount": words.money(-balance, registration, registration.language)}
        ]
    if balance > 0:
        return [
            _("By the terms that you accepted, %(amount)s is still to be paid.")
            % {"amount": words.money(balance, registration, registration.language)}
        ]
    return []


def cancelled(registration: Registration, amount: int) -> Words:
    nothing_paid = not registration.ledger.filter(kind__in=("payment", "bank_payment")).exists()
    told = _money_back(registration, amount)
    if nothing_paid and not told:
        told = [_("Nothing was charged.")]
    return Words(
        subject=_("Cancelled: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "Your registration is cancelled, and the seat is free for others.",
                "Your registration is cancelled, and the seats are free for others.",
                words.seats_of(registration),
            ),
            *told,
            _("You are welcome to register anew whenever you like."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def part_cancelled(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Changed registration: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "Your registration is cancelled in part. One participant keeps the seat.",
                "Your registration is cancelled in part. %(count)s participants keep their seats.",
                words.seats_coming(registration),
            )
            % {"count": words.seats_coming(registration)},
            *_money_back(registration, amount),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def withdrawn(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Receipt: you have withdrawn from %(course)s")
        % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("We have received your withdrawal from the contract. This letter is your receipt."),
            *_money_back(registration, amount),
            _("Nothing more is owed."),
        ],
        facts=[(_("Received"), words.now_in_words(registration)), *words.facts(registration)],
        action=words.to_own_page(registration),
    )


def called_off(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Called off: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("We are sorry: the course is called off, so your registration is cancelled."),
            *(_money_back(registration, amount) or [_("Nothing is owed.")]),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def refunded(registration: Registration, amount: int) -> Words:
    back = registration.ledger.filter(kind__in=("refund", "bank_refund")).last()
    told = (
        _("%(amount)s has been paid back to your bank account.")
        if back is not None and back.kind == "bank_refund"
        else _("%(amount)s has been paid back to the card it came from.")
    )
    return Words(
        subject=_("Paid back: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[told % {"amount": words.money(amount, registration, registration.language)}],
        facts=[(_("Reference"), registration.reference)],
        action=words.to_own_page(registration),
    )


def owner_left(registration: Registration, amount: int) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return words.owner_words(
        registration,
        _("Somebody has left: %(course)s") % {"course": title},
        [_("A registration was cancelled in whole or in part. What it gave up is free again.")],
    )


def owner_refund_failed(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    is_contested = registration.disputes.exclude(status__in=Dispute.HARMLESS).exists()
    return words.owner_words(
        registration,
        _("A refund failed: %(course)s") % {"course": title},
        [
            _("Stripe could not pay %(amount)s back.")
            % {"amount": words.money(amount, registration, language)},
            _(
                "The payer contests the payment at the bank. Please do not pay it back in another "
                "way before the bank has decided, so that it does not go back twice."
            )
            if is_contested
            else _(
                "The money is still with you. Please pay it back again, or ask the payer for "
                "another way."
            ),
        ],
    )


def owner_refund_adopted(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    return words.owner_words(
        registration,
        _("Refund made at Stripe: %(course)s") % {"course": title},
        [
            _("Somebody paid %(amount)s back in Stripe's dashboard. It is in the ledger now.")
            % {"amount": words.money(amount, registration, language)},
            ngettext(
                "The seat is still theirs. Cancel the registration if they are not coming.",
                "The seats are still theirs. Cancel the registration if they are not coming.",
                words.seats_coming(registration),
            ),
        ],
    )
