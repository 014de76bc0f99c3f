"""A world whose clock, chance, Stripe, webhooks and worker are in the hands of one test."""

import logging
import random
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

import time_machine
from django_tasks_db.models import DBTaskResult

from registrations import services, webhooks
from registrations.chores import run_chores
from registrations.messages.services import NobodyToWriteTo
from registrations.models import Registration
from registrations.services.reconciling import Reconciliation, reconcile
from registrations.services.refunds import TooMuch
from registrations.states import MoveNotAllowed
from registrations.stripe_gateway import StripeError
from tests import stripe_in_process
from tests.stripe_simulator import BuyerError, Simulator

# A Monday, so that working days are the same in every run.
START = datetime(2027, 1, 11, 12, tzinfo=ZoneInfo("Europe/Oslo"))

# What becomes of a letter once it is written, and of a hint once it is followed.
NOT_IN_BOOKS = re.compile(
    r'^(UPDATE "registrations_(letter|stripeevent)"|\w+ [A-Z ]*"(django|cms)_)'
)
# How a verb says that it cannot be done; everything else is a fault.
REFUSALS = (
    services.RegistrationRefused,
    services.NotPossible,
    services.NothingToPay,
    services.PaymentPageUnavailable,
    services.AlreadyAsked,
    services.AlreadyPaid,
    services.PaymentOnItsWay,
    services.OfferOver,
    services.NotEditable,
    services.NoWords,
    services.LinkOver,
    services.TooLate,
    services.CannotMove,
    services.NothingOpen,
    services.TooLittle,
    services.NothingToInvoice,
    services.NothingToDecide,
    services.NotOverdue,
    services.NotComing,
    services.NotYet,
    NobodyToWriteTo,
    TooMuch,
    MoveNotAllowed,
    StripeError,
    BuyerError,
)
# What a chore may say of a row that has to wait for the next round.
MAY_WAIT = (StripeError, services.PaymentOnItsWay)


class World:
    """All that moves by itself elsewhere, and moves here only when it is told to."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock
        self.stripe = Simulator(seed=1)
        stripe_in_process.use(self.stripe)
        self.stripe.register_endpoint(
            settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET, self._receive
        )
        self._browser = Client()
        # Whether anything that the books are about was written since somebody last looked.
        self.has_changed = True

    def watch(self, execute: Any, sql: str, *rest: Any) -> Any:
        """What every statement to the database passes through."""
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not NOT_IN_BOOKS.search(sql):
            self.has_changed = True
        return execute(sql, *rest)

    # Time

    def wait(self, **duration: float) -> None:
        self._clock.shift(timedelta(**duration))
        self.stripe.expire_due()

    def now(self) -> datetime:
        return timezone.now()

    def move_to(self, moment: datetime) -> None:
        self._clock.move_to(moment)

    # What there is at Stripe

    def registration_of(self, charge: dict[str, Any]) -> str:
        """The reference of what was paid for: by a checkout, or on an invoice's page."""
        if reference := charge["metadata"].get("registration"):
            return str(reference)
        [invoice_id] = (
            payment["invoice"]
            for payment in self.stripe.invoice_payments.values()
            if payment["payment"]["payment_intent"] == charge["payment_intent"]
        )
        return str(self.stripe.invoices[invoice_id]["metadata"]["registration"])

    def reconcile(self) -> Reconciliation:
        """Compare everything since the beginning, and let what was missed catch up."""
        return reconcile(since=START - timedelta(days=1), until=self.now() + timedelta(days=1))

    # What people do

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do it, or hear why not. True when it was done."""
        try:
            verb()
        except REFUSALS:
            return False
        return True

    def come_back(self, registration: Registration) -> None:
        """The buyer's browser returns from the payment page."""
        response = self._browser.get(f"/nb/r/{registration.token}/paid/")
        assert response.status_code == 302, response.status_code

    # Webhooks

    def hints(self) -> list[str]:
        """The events on their way to us that we care for; the rest is lost at once."""
        waiting = self.stripe.webhooks.pending
        for event_id, kind in waiting:
            if kind not in webhooks.HANDLERS:
                self.stripe.webhooks.lose(event_id)
        return [event_id for event_id, kind in waiting if kind in webhooks.HANDLERS]

    def deliver(self, event_id: str) -> None:
        try:
            self.stripe.webhooks.send_only(event_id)
        except BaseException:
            # Nobody answered, so Stripe sends it again.
            self.stripe.webhooks.redeliver(event_id)
            raise
        for _event, error in self.stripe.webhooks.failures:
            raise error

    def lose(self, event_id: str) -> None:
        """Let an event never come: what it tells is found out without it."""
        self.stripe.webhooks.lose(event_id)

    def deliver_all(self) -> None:
        for event_id in self.hints():
            self.deliver(event_id)

    def _receive(self, body: bytes, headers: dict[str, str]) -> int:
        response = self._browser.post(
            "/stripe/webhook/",
            body,
            content_type="application/json",
            headers={"Stripe-Signature": headers["Stripe-Signature"]},
        )
        return response.status_code

    # The worker and the chores

    @staticmethod
    def tasks() -> list[DBTaskResult]:
        ready = DBTaskResult.objects.ready().filter(backend_name="background")
        return list(ready.order_by("enqueued_at", "pk"))

    def work(self, row: DBTaskResult) -> None:
        """Run one task as the worker does: it is claimed, and never run again if it fails."""
        row.delete()
        result = row.task_result
        with suppress(*MAY_WAIT):
            row.task.call(*result.args, **result.kwargs)

    def work_all(self) -> None:
        while rows := self.tasks():
            for row in rows:
                self.work(row)

    def chores(self) -> None:
        """Run them all; what they swallow comes out here, unless it only has to wait."""
        with _swallowed() as errors:
            run_chores()
        for error in errors:
            if not isinstance(error, MAY_WAIT):
                raise error


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.errors: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if error is not None:
            self.errors.append(error)


@contextmanager
def _swallowed() -> Iterator[list[BaseException]]:
    logger, listener = logging.getLogger("registrations.chores"), _Listener()
    before = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.errors
    finally:
        logger.removeHandler(listener)
        logger.propagate = before


@contextmanager
def seeded_chance(seed: int = 1) -> Iterator[None]:
    """The same keys, references and tokens in every run."""
    source = random.Random(seed)
    with (
        mock.patch("os.urandom", source.randbytes),
        mock.patch("random._urandom", source.randbytes),
    ):
        yield


@contextmanager
def frozen_world(at: datetime = START) -> Iterator[World]:
    """A world that begins at a moment, and is the same whenever it is made."""
    cache.clear()
    mail.outbox = []
    with seeded_chance(), time_machine.travel(at, tick=False) as clock:
        world = World(clock)
        with connection.execute_wrapper(world.watch):
            yield world


@contextmanager
def rolled_back() -> Iterator[None]:
    """Leave the rows as they were before."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
