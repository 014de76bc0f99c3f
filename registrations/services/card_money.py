"""What a payment by card is good for once it has arrived, or failed, and who is told."""

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_noop

from registrations.codes import seats_kept
from registrations.letters import write_letter
from registrations.models import Actor, LedgerLine, Letter, PaymentAttempt, Registration
from registrations.queue import FreeSeats
from registrations.seats import seats_left
from registrations.services.ledger import charge_price, take_price_back
from registrations.services.lost_disputes import take_loss_up_again
from registrations.services.moves import move, note
from registrations.services.owing import amount_to_ask
from registrations.services.refunds import order_refunds, possible_refund
from registrations.states import State

# Those who pay when they have their seats, or had them.
PAYS_LATER: Final = (State.CONFIRMED, State.CANCELLED)
# What the owner was told of a debt; its payment settles that.
TOLD_OF_DEBT: Final = (Letter.Kind.OWNER_REST_OVERDUE, Letter.Kind.OWNER_DIFFERENCE_UNPAID)
# Those who left: nobody has to decide whether their money buys a seat after all.
HAS_LEFT: Final = (State.CANCELLED, State.WITHDRAWN)


def book_payment(registration: Registration, attempt: PaymentAttempt, *, amount: int) -> None:
    """Money has arrived: into the ledger first, then see what it is good for.

    The caller holds the locks of the date and the registration, and the transaction.
    """
    LedgerLine.objects.create(
        registration=registration,
        kind=LedgerLine.Kind.PAYMENT,
        amount=-amount,
        currency=attempt.currency,
        payment_attempt=attempt,
    )
    note(registration, action="paid", actor=Actor.STRIPE)
    balance, total = registration.balance_due(), registration.total.gross
    left_to_pay, state = total - registration.confirming_amount, registration.state_now
    pays_late = state == State.EXPIRED and balance <= left_to_pay - total
    if state == State.AWAITING_PAYMENT and balance <= left_to_pay:
        _confirm(registration, why="")
    elif state in PAYS_LATER and balance >= 0:
        _later_payment(registration, attempt, amount=amount)
    elif state == State.AWAITING_PAYMENT:
        # A part of what was asked for: the own page asks for what is missing.
        note(registration, action="part_paid", actor=Actor.STRIPE)
    elif pays_late and _fits_again(registration):
        charge_price(registration)
        _confirm(
            registration, why=gettext_noop("The payment came late; the seats were still free.")
        )
    settle_surplus(registration, arrived=amount, occasion=str(attempt.idempotency_key))


def _later_payment(registration: Registration, attempt: PaymentAttempt, *, amount: int) -> None:
    """The rest after a deposit, or something else that was still owed."""
    told = registration.letters.filter(kind__in=TOLD_OF_DEBT)
    if registration.balance_due() == 0 and told.exists():
        registration.needs_attention = False
        registration.save(update_fields=["needs_attention"])
    occasion = str(attempt.idempotency_key)
    write_letter(registration, kind=Letter.Kind.REST_PAID, occasion=occasion, amount=amount)


def settle_surplus(registration: Registration, *, arrived: int, occasion: str) -> None:
    """See to money that is good for nothing here; nothing where there is none.

    What was given up as a loss is paid first. Whoever has left gets back at once what has
    ``arrived`` beyond what is owed. Owner and buyer are told of everything else, and the owner
    decides.
    """
    take_loss_up_again(registration)
    surplus = -registration.balance_in_the_end()
    if surplus <= 0:
        return
    if _goes_back_by_itself(registration, surplus, arrived=arrived):
        order_refunds(registration, amount=surplus)
        note(registration, action="goes_back", actor=Actor.SYSTEM)
        write_letter(registration, kind=Letter.Kind.GOES_BACK, occasion=occasion, amount=surplus)
        return
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="needs_attention", actor=Actor.SYSTEM)
    kinds = (Letter.Kind.PAID_LATE, Letter.Kind.OWNER_PAID_LATE)
    if registration.state_now == State.CONFIRMED:
        kinds = (Letter.Kind.PAID_TOO_MUCH, Letter.Kind.OWNER_PAID_TOO_MUCH)
    for kind in kinds:
        write_letter(registration, kind=kind, occasion=occasion, amount=surplus)


def _goes_back_by_itself(registration: Registration, surplus: int, *, arrived: int) -> bool:
    """Whether nothing is left to decide: no seat can be given, and all of it came just now.

    What was owed to the payer before waits for the owner, who was told why; so does the new money
    then, because it can be told apart from the old no more.
    """
    offering = registration.offering
    no_seat = registration.state_now in HAS_LEFT or (
        registration.state_now == State.EXPIRED and offering.status == offering.Status.CALLED_OFF
    )
    if not no_seat or surplus > arrived:
        return False
    return possible_refund(registration, amount=surplus) == surplus


def _confirm(registration: Registration, *, why: str) -> None:
    move(registration, to=State.CONFIRMED, actor=Actor.STRIPE, why=why)
    write_letter(registration, kind=Letter.Kind.CONFIRMED)
    write_letter(registration, kind=Letter.Kind.OWNER_NEW)


def _fits_again(registration: Registration) -> bool:
    """Before those in line, because it was paid; not on seats that are kept for a code."""
    offering = registration.offering
    kept = seats_kept([offering.pk], now=timezone.now())[offering.pk]
    free = FreeSeats(seats_left(offering), kept=kept).open_to(registration.code_id)
    return (
        offering.status != offering.Status.CALLED_OFF
        and registration.participants.coming().count() <= free
    )


def payment_failed(registration: Registration, attempt: PaymentAttempt) -> None:
    """The seats are given back, unless there is time left to try again, or they are theirs."""
    owed = amount_to_ask(registration)
    if registration.state_now in PAYS_LATER and owed:
        _later_payment_failed(registration, attempt, owed=owed)
        return
    note(registration, action="payment_failed", actor=Actor.STRIPE)
    if registration.state_now != State.AWAITING_PAYMENT:
        return
    if registration.pay_by is not None and registration.pay_by > timezone.now():
        occasion = str(attempt.idempotency_key)
        write_letter(registration, kind=Letter.Kind.PAYMENT_FAILED, occasion=occasion)
    else:
        move(
            registration,
            to=State.EXPIRED,
            actor=Actor.STRIPE,
            why=gettext_noop("The payment failed."),
        )
        take_price_back(registration)
        write_letter(registration, kind=Letter.Kind.EXPIRED)


def _later_payment_failed(
    registration: Registration, attempt: PaymentAttempt, *, owed: int
) -> None:
    """What is owed is owed still; nobody loses a seat by it."""
    note(registration, action="rest_failed", actor=Actor.STRIPE)
    for kind in (Letter.Kind.REST_FAILED, Letter.Kind.OWNER_REST_FAILED):
        write_letter(registration, kind=kind, occasion=str(attempt.idempotency_key), amount=owed)
