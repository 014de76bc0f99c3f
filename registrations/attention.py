"""What needs the owner's decision, in plain sentences: what happened, and what a click will do."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.money import format_money
from registrations import services
from registrations.models import Dispute, Registration
from registrations.services.owing import amount_to_ask
from registrations.services.refunds import possible_refund
from registrations.states import State


@dataclass(frozen=True)
class Attention:
    """What the owner reads, and what paying back would do; ``pays_back`` is in minor units."""

    sentences: list[str]
    pays_back: int
    button: str


def attention_to(registration: Registration) -> Attention:
    owed = services.owed_to_payer(registration)
    goes = possible_refund(registration, amount=owed)
    sentences = _of_disputes(registration) + _of_invoices(registration)
    by_bank = services.goes_back_by_bank(registration)
    if owed and by_bank and goes < owed:
        sentences += _of_surplus(registration, owed)
        sentences.append(_what_goes_back_by_bank(registration, goes))
    elif owed:
        sentences += _of_surplus(registration, owed)
        sentences.append(_what_paying_back_does(registration, owed, goes))
    elif not sentences and registration.needs_attention:
        sentences = [_of_unpaid(registration)]
    button = _("Pay back what is too much") if _is_confirmed(registration) else ""
    return Attention(
        sentences=sentences,
        pays_back=goes if goes == owed or by_bank else 0,
        button=button or _("Give the money back"),
    )


def _of_unpaid(registration: Registration) -> str:
    """What was not paid in time; without such, what else may have raised the flag."""
    owed, now = amount_to_ask(registration), timezone.now()
    if owed and registration.rest_due_at and registration.rest_due_at <= now:
        return _(
            "The rest after the deposit was not paid in time. The seats are still theirs: write to "
            "them, or cancel."
        )
    if owed and registration.pay_by and registration.pay_by <= now:
        return _(
            "The difference to the new date was not paid in time. The seats are still theirs: "
            "write to them, or cancel."
        )
    return _(
        "Money was paid back at Stripe, or a refund failed or waited. Look at the history, decide "
        "what is due, and mark it as settled."
    )


def _of_invoices(registration: Registration) -> list[str]:
    if not services.is_invoiced(registration) or services.missing(registration).gross <= 0:
        return []
    return [
        _(
            "An invoice was refused or voided, so nobody is asked to pay all that is owed. Send a "
            "new one, or note the money if it has come into your bank."
        )
    ]


def _what_goes_back_by_bank(registration: Registration, goes: int) -> str:
    if goes:
        return _(
            "%(amount)s of it can go back to the card. Pay the rest back from your bank, and say "
            "so under “Money”."
        ) % {"amount": _money(goes, registration)}
    if not services.is_invoiced(registration) and not services.paid_outside(registration):
        return _(
            "It cannot go back to the card, because the bank has decided about the payment. Pay it "
            "back from your bank, and say so under “Money”."
        )
    return _("It came into your bank. Pay it back from there, and say so under “Money”.")


def _of_disputes(registration: Registration) -> list[str]:
    return [_of_dispute(dispute, registration) for dispute in registration.disputes.all()]


def _of_dispute(dispute: Dispute, registration: Registration) -> str:
    amount = {"amount": _money(dispute.amount, registration)}
    if dispute.status == Dispute.Status.LOST:
        if not registration.state_now.holds_seats:
            return _("The bank decided for the payer, who keeps the %(amount)s.") % amount
        return (
            _(
                "The bank decided for the payer, who keeps the %(amount)s. Cancel the registration "
                "if they are not coming, or write to them about paying. If they do not pay, “Write "
                "off the loss” gives it up; the seats stay theirs."
            )
            % amount
        )
    if dispute.is_closed:
        return _("The bank closed a dispute about %(amount)s in your favour.") % amount
    return (
        _(
            "The payer contests a payment of %(amount)s at the bank. Answer in Stripe's dashboard "
            "in time; until the bank has decided, nothing of this payment is paid back."
        )
        % amount
    )


def _of_surplus(registration: Registration, owed: int) -> list[str]:
    amount = {"amount": _money(owed, registration)}
    match registration.state_now:
        case State.CONFIRMED:
            return [_("%(amount)s more was paid than is owed.") % amount]
        case State.EXPIRED:
            return [
                _("%(amount)s arrived after the hold had run out.") % amount,
                _("“Give the seat” confirms the registration, if enough seats are free again."),
            ]
    return [_("%(amount)s is owed to the payer, though the seats are given up.") % amount]


def _what_paying_back_does(registration: Registration, owed: int, goes: int) -> str:
    if goes < owed:
        return _(
            "It cannot go back the way it came for now: the bank looks into the payment, or it was "
            "paid in another way. The amount stays recorded as owed."
        )
    amount = {"amount": _money(owed, registration)}
    if _is_confirmed(registration):
        return (
            _(
                "“Pay back what is too much” sends %(amount)s back to the card it came from; the "
                "registration stays confirmed."
            )
            % amount
        )
    return (
        _("“Give the money back” sends %(amount)s back to the card it came from; no seat is taken.")
        % amount
    )


def _is_confirmed(registration: Registration) -> bool:
    return registration.state_now == State.CONFIRMED


def _money(amount: int, registration: Registration) -> str:
    return format_money(amount, registration.currency, get_language() or "en")


def to_the_payer(registration: Registration) -> str:
    """What the payer should know of money that is not where it should be; empty where all is."""
    owed = services.owed_to_payer(registration)
    if registration.disputes.exclude(status__in=Dispute.CLOSED).exists():
        return _(
            "Your bank is looking into your payment. Nothing was cancelled. If that was a mistake, "
            "tell your bank, or write to us and we will help."
        )
    if not owed or registration.state_now == State.EXPIRED:
        return ""
    return _(
        "You have paid %(amount)s more than is owed. It is safe with us, and we will pay it back; "
        "you need do nothing."
    ) % {"amount": _money(owed, registration)}
