"""Overdue invoices: who is reminded, how often, and who is not."""

from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine

from courses.models import Offering
from registrations.chores import run_chores
from registrations.models import Invoice
from registrations.services.overdue import NotOverdue, remind_now
from registrations.states import State
from tests.invoiced import invoice_of, is_well, letters, sent
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def test_overdue_invoice_is_reminded_of_twice_and_the_owner_told_once(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, language="en", invoice_email="faktura@fjellvang.example")
    due = invoice_of(registration).due_at
    assert due is not None
    written = []
    for days in (0, 2, 3, 3, 10, 14, 14, 60):
        with time_machine.travel(due + timedelta(days=days, minutes=1)):
            run_chores()
            written.append(len(letters(registration)) - 2)
    assert written == [0, 0, 2, 2, 2, 3, 3, 3]
    assert letters(registration)[2:] == [
        "invoice_overdue",
        "owner_invoice_overdue",
        "invoice_overdue",
    ]
    reminder = registration.letters.filter(kind="invoice_overdue")[0]
    assert (reminder.recipient, reminder.language) == ("faktura@fjellvang.example", "en")
    assert invoice_of(registration).address in reminder.text
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert is_well()


def test_nobody_is_reminded_of_what_is_paid(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    stripe.pay_invoice(invoice.invoice_id)
    assert invoice.due_at is not None
    with time_machine.travel(invoice.due_at + timedelta(days=4)):
        Invoice.objects.update(looked_at=timezone.now())
        run_chores()
    assert letters(registration)[2:] == ["invoice_paid"]


def test_owner_reminds_once_a_day(offering: Offering, stripe: Simulator) -> None:
    invoice = invoice_of(sent(offering))
    assert invoice.due_at is not None
    with pytest.raises(NotOverdue):
        remind_now(invoice_id=invoice.pk, user=None)
    with time_machine.travel(invoice.due_at + timedelta(days=1)):
        remind_now(invoice_id=invoice.pk, user=None)
        with pytest.raises(NotOverdue):
            remind_now(invoice_id=invoice.pk, user=None)
    with time_machine.travel(invoice.due_at + timedelta(days=2)):
        remind_now(invoice_id=invoice.pk, user=None)
