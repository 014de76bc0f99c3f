"""Every two that can get into each other's way: first without the lock, then with it.

Without it two look before either acts, and what must not be, is. With it ten try at once.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from courses.models import Offering
from registrations import admin_forms
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, PaymentAttempt, Refund, Registration
from registrations.seats import seats_held
from registrations.services import (
    NotEnoughSeats,
    NotForSale,
    NotPossible,
    PersonComing,
    approve,
    cancel,
    cancelling,
    decline,
    edit_details,
    editing,
    expire_hold,
    give_money_back,
    give_up,
    offer_seats,
    payments,
    refunds,
    register,
    registering,
    releasing,
    reviewing,
    start_checkout,
    sync,
    withdraw,
)
from registrations.states import MoveNotAllowed, State
from tests import stripe_in_process
from tests.concurrency.together import at_once, both_look, locks_off, one_looks
from tests.factories import (
    make_booking,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.stripe_simulator import BuyerError, Simulator

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TEN = 10
# What whoever comes second hears.
SECOND = (NotPossible, MoveNotAllowed, NotEnoughSeats, NotForSale, editing.NotEditable)


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice)


@pytest.fixture(autouse=True)
def stripe() -> Simulator:
    simulator = Simulator(seed=1)
    stripe_in_process.use(simulator)
    return simulator


def told(act: Callable[[], object]) -> str:
    """Done, or why not."""
    try:
        act()
    except SECOND:
        return "second"
    except IntegrityError:
        return "stopped by the database"
    return "done"


def paid(offering: Offering, stripe: Simulator, *, people: int = 1) -> Registration:
    registration = make_registration(offering, people=people)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay(attempt.session_id)
    sync(attempt_id=attempt.pk)
    return registration


def pays(offering: Offering, stripe: Simulator) -> PaymentAttempt:
    attempt = start_checkout(registration_id=make_registration(offering).pk)
    stripe.pay(attempt.session_id)
    return attempt


def letters(registration: Registration) -> Counter[str]:
    return Counter(registration.letters.values_list("kind", flat=True))


def state_of(registration: Registration) -> str:
    return Registration.objects.values_list("state", flat=True).get(pk=registration.pk)


def is_broken(registration: Registration) -> bool:
    return any(line.startswith(registration.reference) for line in broken_invariants())


# Seats


def test_buyer_and_offer_to_a_group_in_line_s1_s6(practice: Practice) -> None:
    def scene() -> tuple[Offering, Callable[[], None], Callable[[], None]]:
        """One of two seats is free, and a group of two waits for the other one as well."""
        offering = make_offering(practice, seats=2, waiting_list=True)
        first = make_registration(offering)
        make_registration(offering, people=2, joins_list=True)
        booking = make_booking(offering)

        def offers() -> None:
            give_up(registration_id=first.pk, actor=Actor.BOOKER)
            offer_seats(offering_id=offering.pk)

        return offering, lambda: register(offering_id=offering.pk, booking=booking), offers

    offering, buys, offers = scene()
    with locks_off(), one_looks(registering, "seats_left") as pause:
        said = at_once(2, lambda i: told(buys) if i else pause.meanwhile(offers))
    assert said == {"done": 1, "None": 1}
    assert seats_held(offering) == 3

    for _round in range(3):
        offering, buys, offers = scene()
        at_once(2, lambda index, buys=buys, offers=offers: told(buys if index else offers))
        assert seats_held(offering) in (1, 2)
        assert not any(line.startswith(offering.code) for line in broken_invariants())


def owner_sets_seats(offering: Offering, owner: Client, seats: int) -> str:
    """Open her form, change one number, save."""
    form = owner.get(f"/admin/offerings/edit/{offering.pk}/").context["form"]
    fields = list(form)
    for formset in form.formsets.values():
        fields += [field for part in (formset.management_form, *formset) for field in part]
    data: dict[str, Any] = {}
    for field in fields:
        shown = field.field.widget.format_value(field.value())
        if shown not in (None, False, "", "False", []):
            data[field.html_name] = shown[0] if isinstance(shown, list) else shown
    data["seats"] = seats
    response = owner.post(f"/admin/offerings/edit/{offering.pk}/", data)
    return "done" if response.status_code == 302 else "second"


def test_fewer_seats_while_somebody_buys_s1_s8(practice: Practice) -> None:
    def scene() -> tuple[Offering, Client, Callable[[], object]]:
        offering = make_offering(practice, seats=5)
        for _ in range(3):
            make_registration(offering)
        owner = Client()
        owner.force_login(make_user(practice=practice, role=Role.OWNER))
        booking = make_booking(offering, people=2)
        return offering, owner, lambda: register(offering_id=offering.pk, booking=booking)

    offering, owner, buys = scene()
    with locks_off(), one_looks(admin_forms, "seats_held") as pause:

        def act(index: int) -> str:
            if index:
                return pause.meanwhile(lambda: told(buys))
            return owner_sets_seats(offering, owner, 3)

        assert at_once(2, act) == {"done": 2}
    offering.refresh_from_db()
    assert (offering.seats, seats_held(offering)) == (3, 5)

    offering, owner, buys = scene()
    said = at_once(2, lambda i: told(buys) if i else owner_sets_seats(offering, owner, 3))
    assert said == {"done": 1, "second": 1}
    offering.refresh_from_db()
    assert seats_held(offering) <= offering.seats


# Money


def test_expiry_and_payment_m1_m2(offering: Offering, stripe: Simulator) -> None:
    def scene() -> Registration:
        registration = make_registration(offering)
        just_now = timezone.now() - timedelta(seconds=1)
        Registration.objects.filter(pk=registration.pk).update(hold_until=just_now)
        return registration

    def pay(registration: Registration) -> str:
        try:
            attempt = start_checkout(registration_id=registration.pk)
            stripe.pay(attempt.session_id)
        except (payments.NothingToPay, payments.PaymentPageUnavailable, BuyerError):
            return "second"
        sync(attempt_id=attempt.pk)
        return "paid"

    registration = scene()
    with locks_off(), one_looks(releasing, "_may_be_released") as pause:

        def act(index: int) -> object:
            if index:
                return expire_hold(registration_id=registration.pk)
            return pause.meanwhile(lambda: pay(registration))

        assert at_once(2, act) == {"paid": 1, "True": 1}
    # The seats were said to be theirs, and are gone.
    assert (state_of(registration), letters(registration)["confirmed"]) == (State.EXPIRED, 1)

    registration = scene()
    at_once(
        TEN, lambda i: pay(registration) if i % 2 else expire_hold(registration_id=registration.pk)
    )
    payments_made = registration.ledger.filter(kind="payment").count()
    assert (state_of(registration), payments_made) in ((State.CONFIRMED, 1), (State.EXPIRED, 0))
    assert not is_broken(registration)


def test_webhook_and_return_page_m4(offering: Offering, stripe: Simulator) -> None:
    attempt = pays(offering, stripe)
    with locks_off(), both_look(payments, "_status_of"):
        said = at_once(2, lambda _i: told(lambda: sync(attempt_id=attempt.pk)))
    # Without the lock only the database keeps the money from being booked twice.
    assert said == {"done": 1, "stopped by the database": 1}

    attempt = pays(offering, stripe)
    assert at_once(TEN, lambda _i: told(lambda: sync(attempt_id=attempt.pk))) == {"done": TEN}
    assert attempt.registration.ledger.filter(kind="payment").count() == 1
    assert letters(attempt.registration) == {"seats_held": 1, "confirmed": 1, "owner_new": 1}


def test_two_who_give_the_same_money_back_m7(offering: Offering, stripe: Simulator) -> None:
    def scene() -> Registration:
        registration = paid(offering, stripe, people=2)
        withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
        Refund.objects.filter(registration=registration).update(status=Refund.Status.FAILED)
        return registration

    registration = scene()
    with locks_off(), both_look(refunds, "refundable"):
        said = at_once(
            2, lambda _i: told(lambda: give_money_back(registration_id=registration.pk, user=None))
        )
    assert said == {"done": 2}
    assert is_broken(registration)

    registration = scene()
    said = at_once(
        TEN, lambda _i: told(lambda: give_money_back(registration_id=registration.pk, user=None))
    )
    assert said == {"done": 1, "second": TEN - 1}


def test_two_who_send_one_refund_m7(offering: Offering, stripe: Simulator) -> None:
    def scene() -> Refund:
        registration = paid(offering, stripe)
        withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
        return Refund.objects.get(registration=registration)

    def send(refund: Refund) -> str:
        return told(lambda: refunds.perform(refund_id=refund.pk))

    refund = scene()
    with locks_off(), both_look(refunds, "_locked"):
        said = at_once(2, lambda _i: send(refund))
    assert said == {"done": 1, "stopped by the database": 1}

    refund = scene()
    assert at_once(TEN, lambda _i: send(refund)) == {"done": TEN}
    assert refund.ledger_lines.count() == 1
    assert letters(refund.registration)["refunded"] == 1
    assert len([r for r in stripe.refunds.values() if r["amount"] == refund.amount]) == 2


def test_cancelling_twice_at_once_m7(offering: Offering, stripe: Simulator) -> None:
    def leave(registration: Registration) -> str:
        return told(
            lambda: cancel(
                registration_id=registration.pk,
                numbers=[1],
                actor=Actor.OWNER,
                quoted_refund=640000,
                percent=0,
            )
        )

    registration = paid(offering, stripe, people=3)
    with locks_off(), both_look(cancelling, "quote"):
        at_once(2, lambda _i: leave(registration))
    assert is_broken(registration)

    registration = paid(offering, stripe, people=3)
    assert at_once(TEN, lambda _i: leave(registration)) == {"done": 1, "second": TEN - 1}
    assert letters(registration)["part_cancelled"] == 1
    assert not is_broken(registration)


# The owner, the applicant, the chores


def test_approving_and_declining_at_once_l2(practice: Practice) -> None:
    offering = make_offering(practice, review_first=True)

    def decide(registration: Registration, index: int) -> str:
        pk = registration.pk
        if index % 2:
            return told(lambda: approve(registration_id=pk, user=None))
        return told(lambda: decline(registration_id=pk, user=None, words="It is full."))

    registration = make_registration(offering)
    with locks_off(), both_look(reviewing, "_under_review"):
        assert at_once(2, lambda i: decide(registration, i)) == {"done": 2}
    assert letters(registration) >= Counter(("approved", "declined"))

    registration = make_registration(offering)
    said = at_once(TEN, lambda i: decide(registration, i))
    assert said == {"done": 1, "second": TEN - 1}
    assert len(letters(registration)) == 3
    assert not is_broken(registration)


def test_approving_while_the_applicant_edits_l2(practice: Practice) -> None:
    offering = make_offering(practice, review_first=True)

    def edit(registration: Registration, name: str) -> str:
        people = (PersonComing(name=name),)
        return told(
            lambda: edit_details(registration_id=registration.pk, people=people, answers={})
        )

    def approves(registration: Registration) -> str:
        return told(lambda: approve(registration_id=registration.pk, user=None))

    def actions(registration: Registration) -> list[str]:
        return list(registration.history.order_by("pk").values_list("action", flat=True))

    registration = make_registration(offering)
    with locks_off(), one_looks(editing, "may_edit") as pause:

        def act(index: int) -> str:
            if index:
                return edit(registration, "Somebody else")
            return pause.meanwhile(lambda: approves(registration))

        assert at_once(2, act) == {"done": 2}
    # A name was changed that had been approved.
    assert actions(registration)[1:] == ["awaiting_payment", "names_changed"]

    registration = make_registration(offering)
    at_once(TEN, lambda i: edit(registration, f"Name {i}") if i else approves(registration))
    assert actions(registration)[-1] == "awaiting_payment"
    assert state_of(registration) == State.AWAITING_PAYMENT


def test_two_rounds_of_chores_at_once_l4(offering: Offering, stripe: Simulator) -> None:
    def scene() -> list[Registration]:
        rows = [make_registration(offering) for _ in range(3)]
        just_now = timezone.now() - timedelta(seconds=1)
        Registration.objects.filter(pk__in=[r.pk for r in rows]).update(hold_until=just_now)
        return rows

    [registration, *_rest] = scene()
    with locks_off(), both_look(releasing, "_may_be_released"):
        at_once(2, lambda _i: expire_hold(registration_id=registration.pk))
    assert is_broken(registration)

    rows = scene()
    at_once(4, lambda _i: run_chores()["expire_holds"].failed)
    for row in rows:
        assert (state_of(row), letters(row)["expired"]) == (State.EXPIRED, 1)
        assert not is_broken(row)
