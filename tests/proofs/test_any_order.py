"""Anybody does anything in any order, with time, webhooks, the worker and Stripe at their worst.

A run is given by its steps alone, so a failing one is replayed exactly.
"""

import os
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from courses.models import CancellationTier, Offering, Price
from registrations import services
from registrations.models import Registration
from registrations.seats import lock_offering, seats_held
from registrations.services import Booking
from registrations.services.serving import have_seats_offered
from registrations.states import State
from tests.factories import make_booking, make_offering, make_practice
from tests.proofs.books import wrong_at_rest, wrong_now
from tests.proofs.verbs import VERBS, Verb
from tests.proofs.world import START, World, frozen_world, rolled_back

pytestmark = pytest.mark.django_db

LONG: Final = os.environ.get("KOLLEGIUM_LONG") == "1"

CALLS: Final = (
    "*",
    "POST /v1/checkout/sessions",
    "GET /v1/checkout/sessions*",
    "POST /v1/checkout/sessions/*/expire",
    "POST /v1/refunds",
    "GET /v1/refunds*",
)
FAULTS: Final = ("drop", "drop_after", "error_500", "error_500_after", "rate_limited", "timeout")
PASSING: Final = (
    {"minutes": 1},
    {"minutes": 3},
    {"minutes": 32},
    {"minutes": 45},
    {"hours": 4},
    {"hours": 25},
    {"days": 3},
    {"days": 12},
)
# Waited at the end, one after the other, with chores in between.
TO_REST: Final = (
    {"minutes": 0},
    {"minutes": 2},
    {"minutes": 15},
    {"hours": 1},
    {"hours": 7},
    {"days": 2},
    {"days": 7},
    {"days": 30},
    {"days": 30},
    {"minutes": 10},
)

numbers = st.integers(0, 11)


@dataclass(frozen=True)
class Places:
    """The rows that every run begins with."""

    offerings: tuple[int, ...]


def make_places() -> Places:
    practice = make_practice()
    paid = make_offering(practice, seats=3, price=640000, waiting_list=True)
    for days, percent in ((27, 0), (14, 50), (7, 100)):
        CancellationTier.objects.create(offering=paid, days_before=days, fee_percent=percent)
    Price.objects.create(
        offering=paid,
        kind=Price.Kind.EARLY,
        amount=500000,
        available_until=START + timedelta(hours=20),
    )
    reviewed = make_offering(
        practice,
        seats=3,
        price=33333,
        review_first=True,
        waiting_list=True,
        days_to_pay=3,
        vat_treatment="rate",
        vat_rate=2500,
    )
    CancellationTier.objects.create(offering=reviewed, days_before=10, fee_percent=33)
    free = make_offering(practice, seats=2, price=0, waiting_list=True)
    return Places(offerings=(paid.pk, reviewed.pk, free.pk))


class Anything(RuleBasedStateMachine):
    """The rules; those for a registration come from the table of verbs."""

    places: Places

    def __init__(self) -> None:
        super().__init__()
        self.hands = ExitStack()
        self.world: World = self.hands.enter_context(frozen_world())
        self.hands.enter_context(rolled_back())
        self.filled_in: list[tuple[int, Booking]] = []
        self.rows: list[Registration] = []
        self.tasks: list[Any] = []

    # People who register

    @initialize(people=st.integers(1, 3), paid=st.booleans())
    def begin(self, people: int, paid: bool) -> None:
        self.register(0, people, "card")
        if paid:
            [row] = Registration.objects.all()
            attempt = services.start_checkout(registration_id=row.pk)
            self.world.stripe.pay(attempt.session_id)
            self.world.deliver_all()

    @rule(
        where=st.integers(0, 2),
        people=st.integers(1, 3),
        pays=st.sampled_from(("card", "invoice", "employer's card")),
        joins=st.booleans(),
    )
    def fill_in(self, where: int, people: int, pays: str, joins: bool) -> None:
        """Fill in the form and see the total, and submit it at once or later."""
        offering = self._offering(where)
        facts: dict[str, Any] = {"joins_list": joins}
        if pays != "card":
            facts |= {"payer": "employer", "organisation": "Fjellvang kommune"}
        if pays == "invoice" and offering.price_now.amount:
            facts |= {"method": "invoice"}
        self.filled_in.append((offering.pk, make_booking(offering, people=people, **facts)))

    @precondition(lambda self: self.filled_in)
    @rule(which=numbers)
    def submit(self, which: int) -> None:
        """Submit what was filled in last, or some time ago, or already."""
        offering_id, booking = self.filled_in[-1 - which % len(self.filled_in)]
        self.world.attempt(lambda: services.register(offering_id=offering_id, booking=booking))

    @rule(
        where=st.integers(0, 2), people=st.integers(1, 3), pays=st.sampled_from(("card", "invoice"))
    )
    def register(self, where: int, people: int, pays: str) -> None:
        self.fill_in(where, people, pays, joins=False)
        self.submit(0)

    @rule(where=st.integers(0, 2), people=st.integers(1, 3))
    def join_the_line(self, where: int, people: int) -> None:
        self.fill_in(where, people, "card", joins=True)
        self.submit(0)

    @precondition(lambda self: self.rows)
    @rule(verb=st.sampled_from(VERBS), who=numbers, number=numbers)
    def at_any_time(self, verb: Verb, who: int, number: int) -> None:
        """Also what makes no sense now; it is refused, or changes nothing."""
        self.act(verb, self.rows[who % len(self.rows)], number)

    def act(self, verb: Verb, row: Registration, number: int) -> None:
        registration = Registration.objects.get(pk=row.pk)
        note(f"{verb.name}: {registration.reference}, {registration.state}")
        self.world.attempt(lambda: verb.act(self.world, registration, number))

    # The owner and her course dates

    @rule(where=st.integers(0, 2), seats=st.integers(1, 5))
    def change_capacity(self, where: int, seats: int) -> None:
        """As her form does: never below what is taken."""
        offering = lock_offering(self.places.offerings[where])
        if seats >= seats_held(offering):
            Offering.objects.filter(pk=offering.pk).update(seats=seats)
            have_seats_offered(offering.pk)

    @rule(where=st.integers(0, 1), amount=st.sampled_from((99900, 700000)))
    def change_price(self, where: int, amount: int) -> None:
        prices = Price.objects.filter(offering=self.places.offerings[where], kind="ordinary")
        prices.update(amount=amount)

    @rule(where=st.integers(0, 2), paused=st.booleans())
    def pause_the_line(self, where: int, paused: bool) -> None:
        self._update(where, waiting_list_paused=paused)

    @rule(where=st.integers(0, 2), status=st.sampled_from(("published", "closed")))
    def open_or_close(self, where: int, status: str) -> None:
        if self._offering(where).status != Offering.Status.CALLED_OFF:
            self._update(where, status=status)

    @rule(where=st.integers(0, 2), sure=st.integers(0, 3))
    def call_off(self, where: int, sure: int) -> None:
        if not sure:
            offering_id = self.places.offerings[where]
            self.world.attempt(lambda: services.call_off(offering_id=offering_id, user=None))

    def _update(self, where: int, **facts: Any) -> None:
        Offering.objects.filter(pk=self.places.offerings[where]).update(**facts)
        have_seats_offered(self.places.offerings[where])

    def _offering(self, where: int) -> Offering:
        return Offering.objects.with_facts().get(pk=self.places.offerings[where])

    # At Stripe: its payment page, the banks, the dashboard

    @precondition(lambda self: self._sessions("open"))
    @rule(which=numbers, how=st.sampled_from(("pay", "pay_later", "decline", "expire_session")))
    def at_the_payment_page(self, which: int, how: str) -> None:
        open_now = self._sessions("open")
        session_id = open_now[which % len(open_now)]
        self.world.attempt(lambda: getattr(self.world.stripe, how)(session_id))

    @precondition(lambda self: self._sessions("complete"))
    @rule(which=numbers, succeeded=st.booleans())
    def the_bank_answers(self, which: int, succeeded: bool) -> None:
        complete = self._sessions("complete")
        session_id = complete[which % len(complete)]
        self.world.attempt(lambda: self.world.stripe.settle(session_id, succeeded=succeeded))

    @precondition(lambda self: self.world.stripe.charges)
    @rule(which=numbers, part=st.sampled_from((None, 1, 20000)))
    def refund_in_the_dashboard(self, which: int, part: int | None) -> None:
        charges = list(self.world.stripe.charges)
        charge_id = charges[which % len(charges)]
        self.world.attempt(lambda: self.world.stripe.dashboard_refund(charge_id, part))

    @precondition(lambda self: self.world.stripe.refunds)
    @rule(
        which=numbers,
        how=st.sampled_from(("fail_refund", "complete_refund", "refund_needs_buyer")),
    )
    def the_bank_moves_a_refund(self, which: int, how: str) -> None:
        refunds = list(self.world.stripe.refunds)
        refund_id = refunds[which % len(refunds)]
        self.world.attempt(lambda: getattr(self.world.stripe, how)(refund_id))

    def _sessions(self, status: str) -> list[str]:
        sessions = self.world.stripe.sessions.values()
        return [session["id"] for session in sessions if session["status"] == status]

    @rule(
        calls=st.sampled_from(CALLS),
        fault=st.sampled_from(FAULTS),
        times=st.sampled_from((1, 3, 9)),
    )
    def stripe_fails(self, calls: str, fault: str, times: int) -> None:
        self.world.stripe.faults.add(calls, fault, times)

    @precondition(lambda self: self.world.stripe.faults.pending)
    @rule()
    def stripe_recovers(self) -> None:
        self.world.stripe.faults.clear()

    # Webhooks, the worker, the chores, time

    @precondition(lambda self: self.world.hints())
    @rule(which=numbers, again=st.booleans())
    def webhook(self, which: int, again: bool) -> None:
        """In any order, once or twice."""
        hints = self.world.hints()
        event_id = hints[which % len(hints)]
        self.world.deliver(event_id)
        if again:
            self.world.stripe.webhooks.redeliver(event_id)

    @precondition(lambda self: self.world.hints())
    @rule(which=numbers)
    def webhook_is_lost(self, which: int) -> None:
        """Those that the chores can do without."""
        hints = self.world.hints()
        self.world.lose(hints[which % len(hints)])

    @precondition(lambda self: self.world.hints())
    @rule()
    def webhooks(self) -> None:
        self.world.deliver_all()

    @precondition(lambda self: self.tasks)
    @rule(which=numbers)
    def worker(self, which: int) -> None:
        self.world.work(self.tasks[which % len(self.tasks)])

    @precondition(lambda self: self.tasks)
    @rule()
    def worker_does_all(self) -> None:
        self.world.work_all()

    @rule()
    def chores(self) -> None:
        self.world.chores()

    @rule(duration=st.sampled_from(PASSING))
    def time_passes(self, duration: dict[str, float]) -> None:
        self.world.wait(**duration)

    # What always holds, and how it ends

    @invariant()
    def books_are_in_order(self) -> None:
        if self.world.has_changed:
            assert list(wrong_now()) == []
            self.rows = list(Registration.objects.order_by("pk"))
            self.tasks = self.world.tasks()
            self.world.has_changed = False

    def teardown(self) -> None:
        """Nothing fails any more, time goes on, and everybody does what is theirs to do."""
        try:
            self._come_to_rest()
            assert list(wrong_at_rest(self.world)) == []
        finally:
            self.hands.close()

    def _come_to_rest(self) -> None:
        self.world.stripe.faults.clear()
        for duration in TO_REST:
            self.world.wait(**duration)
            self._banks_decide()
            self.world.deliver_all()
            self.world.chores()
            self.world.work_all()
            self._owner_decides()
            self.world.work_all()

    def _banks_decide(self) -> None:
        for session_id in self._sessions("complete"):
            self.world.attempt(lambda s=session_id: self.world.stripe.settle(s, succeeded=True))
        for refund_id in list(self.world.stripe.refunds):
            self.world.attempt(lambda r=refund_id: self.world.stripe.complete_refund(r))

    def _owner_decides(self) -> None:
        for row in Registration.objects.filter(state=State.IN_REVIEW):
            services.decline(registration_id=row.pk, user=None, words="Too late.")
        for row in Registration.objects.filter(needs_attention=True):
            if row.balance_due() < 0:
                self.world.attempt(
                    lambda r=row: services.give_money_back(registration_id=r.pk, user=None)
                )
            self.world.attempt(lambda r=row: services.settle(registration_id=r.pk, user=None))


def _rule_for(turn: str) -> Any:
    verbs = [verb for verb in VERBS if verb.turn == turn]

    def fitting(machine: Anything) -> list[tuple[Verb, Registration]]:
        return [(verb, row) for row in machine.rows for verb in verbs if verb.fits(row)]

    def act(self: Anything, which: int, number: int) -> None:
        pairs = fitting(self)
        self.act(*pairs[which % len(pairs)], number)

    act.__name__ = turn.replace(" ", "_")
    return precondition(fitting)(rule(which=st.integers(0, 99), number=numbers)(act))


for _turn in {verb.turn: None for verb in VERBS}:
    setattr(Anything, _turn.replace(" ", "_"), _rule_for(_turn))


@pytest.fixture
def places(db: None) -> None:
    with frozen_world():
        Anything.places = make_places()


@pytest.mark.usefixtures("places")
def test_anything_in_any_order() -> None:
    own = settings(
        max_examples=2000 if LONG else 60,
        stateful_step_count=60 if LONG else 30,
        derandomize=not LONG,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Anything, settings=own)
