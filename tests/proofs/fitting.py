"""For which registrations a verb makes sense now."""

from collections.abc import Callable

from django.utils import timezone

from registrations import services
from registrations.models import Invoice, Registration
from registrations.states import State


def in_state(*states: State) -> Callable[[Registration], bool]:
    return lambda registration: registration.state in states


awaits, waits = in_state(State.AWAITING_PAYMENT), in_state(State.WAITLISTED)
reviewed, confirmed = in_state(State.IN_REVIEW), in_state(State.CONFIRMED)


def may_owe(registration: Registration) -> bool:
    """The price, the rest after a deposit, the difference to a dearer date, or a fee."""
    return services.amount_to_ask(registration) > 0


def may_pay_later(registration: Registration) -> bool:
    """What is owed by a certain day: the rest after a deposit, or the difference to a date."""
    return confirmed(registration) and services.deadline_of(registration) is not None


def invoiced(registration: Registration) -> bool:
    """Or was, before it was cancelled."""
    by_invoice = registration.method == Registration.Method.INVOICE
    return by_invoice and registration.state in (State.CONFIRMED, State.CANCELLED)


def has_begun(registration: Registration) -> bool:
    """The day of its first session has come."""
    sessions = registration.offering.sessions_list if confirmed(registration) else []
    return any(services.takes_attendance(session) for session in sessions)


def owed_by_bank(registration: Registration) -> bool:
    """By an invoice that was paid into the bank, or because a dispute was lost."""
    return (
        registration.needs_attention
        and services.goes_back_by_bank(registration)
        and services.owed_to_payer(registration) > 0
    )


def asks_at_stripe(registration: Registration) -> bool:
    """One of its invoices may be paid there, also one of which Stripe has not heard all yet."""
    asking = (Invoice.Status.CREATED, Invoice.Status.OPEN, Invoice.Status.UNCOLLECTIBLE)
    return invoiced(registration) and any(
        invoice.status in asking or invoice.ordered for invoice in registration.invoices.all()
    )


def may_pay_in(registration: Registration) -> bool:
    """Something of its invoices is open, or was given up."""
    return invoiced(registration) and any(
        services.open_rest(registration, invoice) > 0 for invoice in registration.invoices.all()
    )


def nothing_asked(registration: Registration) -> bool:
    """Seats that are theirs or were, and no money that is still to come."""
    return services.asks_for_nothing(registration)


def may_be_given_up(registration: Registration) -> bool:
    open_now = registration.invoices.filter(status=Invoice.Status.OPEN)
    return invoiced(registration) and open_now.exists()


def has_cancelling_rule(registration: Registration) -> bool:
    return confirmed(registration) and services.percent_now(registration) is not None


def lost_at_bank(registration: Registration) -> bool:
    return services.loss_to_write_off(registration) > 0


def paid_late(registration: Registration) -> bool:
    return registration.needs_attention and registration.state == State.EXPIRED


def may_be_settled(registration: Registration) -> bool:
    return registration.needs_attention and not services.paid_too_much(registration)


def lacks_an_invoice(registration: Registration) -> bool:
    return invoiced(registration) and services.missing(registration).gross > 0


def overdue(registration: Registration) -> bool:
    now = timezone.now()
    return invoiced(registration) and any(
        invoice.is_overdue_at(now) for invoice in registration.invoices.all()
    )


def owed_by_card(registration: Registration) -> bool:
    owed = services.owed_to_payer(registration) if registration.needs_attention else 0
    return services.possible_refund(registration, amount=owed) > 0
