"""Anybody does anything in any order, with time, webhooks, the worker and Stripe at their worst.

A run is given by its steps alone, so a failing one is replayed exactly.
"""

from contextlib import ExitStack
from datetime import timedelta
from typing import Any, Final

from django.db import connection
from django.utils import timezone

import pytest
from hypothesis import HealthCheck, event, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from courses.models import Offering, Price
from registrations import services
from registrations.models import Registration
from registrations.seats import lock_offering, seats_held
from registrations.services import Booking, PersonComing
from registrations.services.serving import have_seats_offered
from tests.factories import make_booking
from tests.places import LONG
from tests.proofs.books import wrong_at_rest, wrong_now
from tests.proofs.coming_to_rest import come_to_rest
from tests.proofs.places import CODE, Places, make_places
from tests.proofs.reminders_owed import not_reminded
from tests.proofs.verbs import VERBS, Verb
from tests.proofs.world import World, frozen_world, rolled_back

pytestmark = pytest.mark.django_db


CALLS: Final = (
    "*",
    "POST /v1/checkout/sessions",
    "GET /v1/checkout/sessions*",
    "POST /v1/checkout/sessions/*/expire",
    "POST /v1/refunds",
    "GET /v1/refunds*",
    "POST /v1/invoices*",
    "GET /v1/invoices*",
    "POST /v1/credit_notes",
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
# What has become of the registration with which a run begins: what takes so many steps that chance
# alone hardly ever gets there.
BY_CARD: Final[dict[str, tuple[str, ...]]] = {
    "unpaid": (),
    "paid": ("pay_and_come_back",),
    "lost at the bank": ("pay_and_come_back",),
    "paid and cancelled": ("pay_and_come_back", "owner_cancels_all"),
}
BY_INVOICE: Final[dict[str, tuple[str, ...]]] = {
    "invoiced": (),
    "paid into the bank and cancelled": ("paid_into_bank", "owner_cancels_all"),
    "overdue": (),
    "voided": ("void_invoice",),
    "given up": ("write_off",),
    "paid twice": ("paid_into_bank", "pay_invoice"),
    "given up and paid twice": ("write_off", "paid_into_bank", "pay_invoice"),
}
SEEDS: Final = {"sqlite": 1, "postgresql": 2}
numbers = st.integers(0, 11)


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
        # What makes sense now, by whose turn it is; asked once after each step.
        self.fitting: dict[str, list[tuple[Verb, Registration]]] = {}

    # People who register

    @initialize(
        where=st.sampled_from((0, 3)),
        people=st.integers(1, 2),
        begins=st.sampled_from((*BY_CARD, *BY_INVOICE)),
        moves=st.booleans(),
    )
    def begin(self, where: int, people: int, begins: str, moves: bool) -> None:
        by_card = begins in BY_CARD
        self.register(where, people, "card" if by_card else "invoice")
        [row] = Registration.objects.all()
        self.world.work_all()
        if moves and not by_card:
            # To a cheaper or a dearer date, so that its money is about two invoices, or a credit
            # note as well.
            self.act(BY_NAME["owner_changes_date"], row, 0)
        for name in BY_CARD[begins] if by_card else BY_INVOICE[begins]:
            self.act(BY_NAME[name], row, 0)
        if begins == "overdue":
            self.world.wait(days=15)
        elif begins == "lost at the bank":
            self.payer_disputes(0)
            self.world.deliver_all()
            self.the_bank_decides(0, won=False)
            self.world.deliver_all()
        elif BY_INVOICE.get(begins):
            self.world.work_all()
            self.world.deliver_all()

    @rule(
        where=st.integers(0, 3),
        people=st.integers(1, 3),
        pays=st.sampled_from(("card", "invoice", "employer's card")),
        joins=st.booleans(),
        with_code=st.booleans(),
    )
    def fill_in(
        self, where: int, people: int, pays: str, joins: bool = False, with_code: bool = False
    ) -> None:
        """Fill in the form and see the total, and submit it at once or later."""
        offering, now = self.places[where], timezone.now()
        facts: dict[str, Any] = {"joins_list": joins}
        if with_code:
            facts |= {"code": CODE}
        try:
            code = services.code_for(offering, typed=facts.get("code", ""), moment=now)
        except services.CodeRefused:
            return
        priced = services.price_now(offering, claims=[""] * people, moment=now, code=code)
        total = priced.total.gross if priced else 0
        if pays != "card":
            facts |= {"payer": "employer", "organisation": "Fjellvang kommune"}
        if total:
            facts |= {"method": "invoice" if pays == "invoice" else "card"}
        # The last one's name comes later.
        names = [f"Person {number}" for number in range(1, people)] + ["Kari" if people < 3 else ""]
        facts |= {"participants": tuple(PersonComing(name=name) for name in names)}
        booking = make_booking(offering, people=people, quoted_total=total, **facts)
        self.filled_in.append((offering.pk, booking))

    @precondition(lambda self: self.filled_in)
    @rule(which=numbers)
    def submit(self, which: int) -> None:
        """Submit what was filled in last, or some time ago, or already."""
        offering_id, booking = self.filled_in[-1 - which % len(self.filled_in)]
        self.world.attempt(lambda: services.register(offering_id=offering_id, booking=booking))

    @rule(
        where=st.integers(0, 3), people=st.integers(1, 3), pays=st.sampled_from(("card", "invoice"))
    )
    def register(self, where: int, people: int, pays: str) -> None:
        self.fill_in(where, people, pays)
        self.submit(0)

    @rule(where=st.integers(0, 3), people=st.integers(1, 3))
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
        if self.world.attempt(lambda: verb.act(self.world, registration, number)):
            event(f"{verb.name} was done")

    # The owner and her course dates

    @rule(where=st.integers(0, 3), seats=st.integers(1, 5))
    def change_capacity(self, where: int, seats: int) -> None:
        """As her form does: never below what is taken."""
        offering = lock_offering(self.places[where].pk)
        if seats >= max(seats_held(offering), offering.minimum_seats or 0):
            Offering.objects.filter(pk=offering.pk).update(seats=seats)
            have_seats_offered(offering.pk)

    @rule(where=st.sampled_from((0, 1, 3)), amount=st.sampled_from((99900, 700000)))
    def change_price(self, where: int, amount: int) -> None:
        prices = Price.objects.filter(offering=self.places[where], kind="ordinary")
        prices.update(amount=amount)

    @rule(where=st.integers(0, 3), paused=st.booleans())
    def pause_the_line(self, where: int, paused: bool) -> None:
        self._update(where, waiting_list_paused=paused)

    @rule(where=st.integers(0, 3), status=st.sampled_from(("published", "closed")))
    def open_or_close(self, where: int, status: str) -> None:
        if self.places[where].status != Offering.Status.CALLED_OFF:
            self._update(where, status=status)

    @rule(where=st.integers(0, 3), sure=st.integers(0, 3))
    def call_off(self, where: int, sure: int) -> None:
        if not sure:
            offering_id = self.places[where].pk
            self.world.attempt(lambda: services.call_off(offering_id=offering_id, user=None))

    @rule(
        where=st.integers(0, 3), days=st.sampled_from((-7, 1, 21)), free_for=st.sampled_from((0, 3))
    )
    def move_dates(self, where: int, days: int, free_for: int) -> None:
        # Two moves are never made at the same microsecond, and are told apart by that.
        self.world.wait(seconds=1)
        offering = self.places[where]
        by = timedelta(days=days)
        sessions = [(one.starts_at + by, one.ends_at + by) for one in offering.sessions_list]
        until = timezone.now() + timedelta(days=free_for) if free_for else None
        self.world.attempt(
            lambda: services.move_dates(
                offering_id=offering.pk,
                sessions=sessions,
                free_cancel_until=until,
                words={"nb": "The room is taken.", "en": "The room is taken."},
                user=None,
            )
        )

    @rule(
        where=st.integers(0, 3),
        seats=st.integers(1, 3),
        days=st.integers(1, 15),
        calls_itself_off=st.booleans(),
    )
    def ask_for_a_minimum(self, where: int, seats: int, days: int, calls_itself_off: bool) -> None:
        """As her form does: no more than there are seats."""
        offering = self.places[where]
        if offering.status != Offering.Status.CALLED_OFF:
            self._update(
                where,
                minimum_seats=min(seats, offering.seats),
                decide_at=timezone.now() + timedelta(days=days),
                calls_itself_off=calls_itself_off,
            )

    @rule(where=st.integers(0, 3))
    def go_ahead(self, where: int) -> None:
        offering_id = self.places[where].pk
        self.world.attempt(lambda: services.go_ahead(offering_id=offering_id))

    def _update(self, where: int, **facts: Any) -> None:
        offering_id = self.places[where].pk
        Offering.objects.filter(pk=offering_id).update(**facts)
        have_seats_offered(offering_id)

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

    @precondition(lambda self: self.world.stripe.charges)
    @rule(which=numbers)
    def payer_disputes(self, which: int) -> None:
        charges = list(self.world.stripe.charges)
        self.world.attempt(lambda: self.world.stripe.dispute(charges[which % len(charges)]))

    @precondition(lambda self: self.world.stripe.disputes)
    @rule(which=numbers, won=st.booleans())
    def the_bank_decides(self, which: int, won: bool) -> None:
        disputes = list(self.world.stripe.disputes)
        dispute_id = disputes[which % len(disputes)]
        self.world.attempt(lambda: self.world.stripe.close_dispute(dispute_id, won=won))

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
        """Whatever it tells: the chores, or reconciling, find it out."""
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
        assert list(not_reminded(self.world.now())) == []

    @rule(duration=st.sampled_from(PASSING))
    def time_passes(self, duration: dict[str, float]) -> None:
        self.world.wait(**duration)

    # What always holds, and how it ends

    @invariant()
    def books_are_in_order(self) -> None:
        if self.world.has_changed:
            assert list(wrong_now()) == []
            self.rows = list(Registration.objects.order_by("pk"))
            self.world.has_changed = False
        self.tasks = self.world.tasks()
        self.fitting = {}

    def teardown(self) -> None:
        """Nothing fails any more, time goes on, and everybody does what is theirs to do."""
        try:
            come_to_rest(self.world)
            assert list(wrong_at_rest(self.world)) == []
        finally:
            self.hands.close()


# How many rules there are for each turn, so that verbs come as often as everything else does.
TIMES: Final = 4
BY_NAME: Final = {verb.name: verb for verb in VERBS}


def _rule_for(turn: str, number: int) -> Any:
    verbs = [verb for verb in VERBS if verb.turn == turn]

    def fitting(machine: Anything) -> list[tuple[Verb, Registration]]:
        if turn not in machine.fitting:
            pairs = [(verb, row) for row in machine.rows for verb in verbs if verb.fits(row)]
            machine.fitting[turn] = pairs
        return machine.fitting[turn]

    def act(self: Anything, which: int, number: int) -> None:
        pairs = fitting(self)
        self.act(*pairs[which % len(pairs)], number)

    act.__name__ = f"{turn.replace(' ', '_')}_{number}"
    return precondition(fitting)(rule(which=st.integers(0, 99), number=numbers)(act))


for _turn in {verb.turn: None for verb in VERBS}:
    for _number in range(TIMES):
        _rule = _rule_for(_turn, _number)
        setattr(Anything, f"{_turn.replace(' ', '_')}_{_number}", _rule)


@pytest.fixture
def places(db: None) -> None:
    with frozen_world():
        Anything.places = make_places()


@pytest.mark.usefixtures("places")
def test_anything_in_any_order() -> None:
    own = settings(
        max_examples=500 if LONG else 18,
        stateful_step_count=60 if LONG else 30,
        derandomize=not LONG,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    # Each database tries examples of its own, and the same ones each time.
    machine = Anything if LONG else seed(SEEDS[connection.vendor])(Anything)
    run_state_machine_as_test(machine, settings=own)
