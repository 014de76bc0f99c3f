"""Registrations of employers, as tests need them: their invoices sent, paid, and looked at."""

from datetime import date, timedelta

from django.utils import timezone

import time_machine

from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Invoice, Registration
from registrations.services.bank_money import paid_into_bank
from registrations.services.invoice_sending import bring_in_line
from tests.factories import make_invoiced
from tests.stripe_simulator import Simulator

TODAY = date(2026, 11, 20)


def sent(offering: Offering, **facts: object) -> Registration:
    """An invoiced registration whose invoice the worker has sent."""
    registration = make_invoiced(offering, **facts)
    bring_in_line(invoice_id=registration.invoices.get().pk)
    return registration


def invoice_of(registration: Registration) -> Invoice:
    return registration.invoices.order_by("-pk")[0]


def ledger(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.ledger.order_by("pk").values_list("kind", "amount"))


def letters(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def history(registration: Registration) -> list[str]:
    return list(registration.history.order_by("pk").values_list("action", flat=True))


def later(**passed: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**passed))


def is_well() -> bool:
    return list(broken_invariants()) == []


def in_line(registration: Registration) -> Registration:
    """What the worker does."""
    for invoice in registration.invoices.order_by("pk"):
        bring_in_line(invoice_id=invoice.pk)
    registration.refresh_from_db()
    return registration


def paid_by_card(registration: Registration, stripe: Simulator) -> None:
    stripe.pay_invoice(registration.invoices.get().invoice_id)
    stripe.deliver()


def paid_by_bank(registration: Registration) -> None:
    paid_into_bank(invoice_id=registration.invoices.get().pk, paid_on=TODAY, user=None)
    in_line(registration)
