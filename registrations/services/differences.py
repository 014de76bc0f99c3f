"""What a change of date leaves owed, either way."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from registrations.letters import write_letter
from registrations.models import Actor, Letter, Registration
from registrations.overpaid import paid_too_much
from registrations.services.invoicing import invoice_difference, is_invoiced
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.refunds import TooMuch, order_refunds
from registrations.services.reviewing import payment_deadline
from registrations.states import State

NOT_BY_CARD: Final = gettext_noop("The money to be paid back did not come by card.")
NOT_PAID: Final = gettext_noop("The difference to the new date was not paid in time.")


def settle_difference(registration: Registration) -> int:
    """See to a balance that a change of price has left; answer what was ordered back, in minor
    units.

    By card, what is too much goes back to where it came from, and what is missing is to be paid
    by ``pay_by``, or with the rest where a deposit was paid. Who is invoiced gets another invoice,
    or a credit note, with which money goes back. The caller holds the lock and the transaction.
    """
    if is_invoiced(registration):
        invoice_difference(registration)
        return paid_too_much(registration)
    balance = registration.balance_due()
    owes_now = balance > 0 and registration.rest_due_at is None
    deadline = payment_deadline(registration, now=timezone.now())
    registration.pay_by = deadline if owes_now else None
    registration.save(update_fields=["pay_by"])
    if balance >= 0:
        return 0
    try:
        with transaction.atomic():
            order_refunds(registration, amount=-balance)
    except TooMuch:
        # It came some other way than by card: the owner sees to it.
        registration.needs_attention = True
        registration.save(update_fields=["needs_attention"])
        note(registration, action="needs_attention", actor=Actor.SYSTEM, why=NOT_BY_CARD)
        return 0
    return -balance


def differences_unpaid(*, now: datetime) -> list[int]:
    """Registrations whose date was changed and who have not paid the difference in time."""
    late = Registration.objects.filter(
        state=State.CONFIRMED, method=Registration.Method.CARD, pay_by__lte=now
    )
    rows = late.order_by("pk")
    return [row.pk for row in rows if row.balance_due() > 0 and owes_difference(row)]


def owes_difference(registration: Registration) -> bool:
    """Whether its last price came with a change of date, and may be paid after confirmation."""
    changed = registration.history.filter(action="date_changed")
    return registration.pay_by is not None and changed.exists()


@transaction.atomic
def tell_of_unpaid_difference(*, registration_id: int) -> bool:
    """Tell the owner, once for each deadline. True when it was told now."""
    registration = locked_registration(registration_id)
    deadline = registration.pay_by
    if registration.state_now != State.CONFIRMED or registration.balance_due() <= 0:
        return False
    if deadline is None or deadline > timezone.now() or not owes_difference(registration):
        return False
    kind, occasion = Letter.Kind.OWNER_DIFFERENCE_UNPAID, f"{deadline:%Y-%m-%dT%H:%M}"
    if registration.letters.filter(kind=kind, occasion=occasion).exists():
        return False
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="needs_attention", actor=Actor.SYSTEM, why=NOT_PAID)
    write_letter(registration, kind=kind, occasion=occasion, amount=registration.balance_due())
    return True
