"""The process is stopped before and after every commit and every call to Stripe.

Afterwards the world starts again with what was committed. The same person tries again or does
not, and the chores do the rest: nobody is charged twice, and nobody is forgotten.
"""

import copy
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.core import mail
from django.core.cache import cache

import pytest

from registrations import services
from registrations.models import Actor, Refund, Registration
from registrations.states import State
from tests.factories import make_booking, make_registration
from tests.proofs.books import wrong_at_rest, wrong_now
from tests.proofs.coming_to_rest import come_to_rest
from tests.proofs.places import Places, make_places
from tests.proofs.stopping import process
from tests.proofs.world import World, frozen_world, rolled_back

pytestmark = pytest.mark.django_db

LONG: Final = os.environ.get("KOLLEGIUM_LONG") == "1"


@dataclass(frozen=True)
class Scene:
    world: World
    places: Places


Act = Callable[[], object]
Play = Callable[[Scene], Act]


def pays(scene: Scene, *, people: int = 2, how: str = "pay") -> Registration:
    """At the payment page; we have not heard of it yet."""
    registration = make_registration(scene.places[0], people=people)
    attempt = services.start_checkout(registration_id=registration.pk)
    getattr(scene.world.stripe, how)(attempt.session_id)
    return registration


def has_paid(scene: Scene, *, people: int = 2) -> Registration:
    registration = pays(scene, people=people)
    scene.world.deliver_all()
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    return registration


def cancelled(scene: Scene) -> Registration:
    """With its money on order, and nothing sent yet."""
    registration = has_paid(scene)
    _cancel(registration, None)
    return registration


def _cancel(registration: Registration, numbers: list[int] | None) -> None:
    services.cancel(
        registration_id=registration.pk,
        numbers=numbers,
        actor=Actor.OWNER,
        quoted_refund=500000 * len(numbers or (1, 2)),
        percent=0,
    )


def in_line(scene: Scene) -> tuple[Registration, Registration]:
    """One who holds the last seats, and one who waits for two."""
    return make_registration(scene.places[2], people=2), make_registration(
        scene.places[2], people=2, joins_list=True
    )


def offered(scene: Scene) -> Registration:
    booked = make_registration(scene.places[0], people=3)
    waiting = make_registration(scene.places[0], people=2, joins_list=True)
    services.give_up(registration_id=booked.pk, actor=Actor.BOOKER)
    scene.world.work_all()
    return waiting


# The scenes: what was before, and what is then done and stopped.

PLAYS: dict[str, Play] = {}


def play(scene: Play) -> Play:
    PLAYS[scene.__name__] = scene
    return scene


@play
def register(scene: Scene) -> Act:
    booking = make_booking(scene.places[0], people=2)
    return lambda: services.register(offering_id=scene.places.paid.pk, booking=booking)


@play
def register_free_of_charge(scene: Scene) -> Act:
    booking = make_booking(scene.places[2])
    return lambda: services.register(offering_id=scene.places.free.pk, booking=booking)


@play
def start_checkout(scene: Scene) -> Act:
    row = make_registration(scene.places[0])
    return lambda: services.start_checkout(registration_id=row.pk)


@play
def start_checkout_after_the_first_ran_out(scene: Scene) -> Act:
    row = make_registration(scene.places[0])
    services.start_checkout(registration_id=row.pk)
    scene.world.wait(minutes=32)
    return lambda: services.start_checkout(registration_id=row.pk)


@play
def come_back_from_paying(scene: Scene) -> Act:
    row = pays(scene)
    return lambda: scene.world.come_back(row)


@play
def hear_of_a_payment(scene: Scene) -> Act:
    pays(scene)
    return scene.world.deliver_all


@play
def hear_of_a_payment_that_failed(scene: Scene) -> Act:
    pays(scene, how="pay_later")
    [session_id] = scene.world.stripe.sessions
    scene.world.stripe.settle(session_id, succeeded=False)
    return scene.world.deliver_all


@play
def hear_of_a_refund_in_the_dashboard(scene: Scene) -> Act:
    has_paid(scene)
    [charge_id] = scene.world.stripe.charges
    scene.world.stripe.dashboard_refund(charge_id, 30000)
    return scene.world.deliver_all


@play
def hear_of_a_refund_that_failed(scene: Scene) -> Act:
    cancelled(scene)
    scene.world.work_all()
    [refund_id] = scene.world.stripe.refunds
    scene.world.stripe.fail_refund(refund_id)
    return scene.world.deliver_all


@play
def give_up_with_an_open_checkout(scene: Scene) -> Act:
    row = make_registration(scene.places[0])
    services.start_checkout(registration_id=row.pk)
    return lambda: services.give_up(registration_id=row.pk, actor=Actor.BOOKER)


@play
def give_up_what_was_paid_meanwhile(scene: Scene) -> Act:
    row = pays(scene)
    return lambda: services.give_up(registration_id=row.pk, actor=Actor.BOOKER)


@play
def withdraw(scene: Scene) -> Act:
    row = has_paid(scene)
    return lambda: services.withdraw(registration_id=row.pk, actor=Actor.BOOKER)


@play
def withdraw_what_was_paid_meanwhile(scene: Scene) -> Act:
    row = pays(scene)
    return lambda: services.withdraw(registration_id=row.pk, actor=Actor.BOOKER)


@play
def cancel_one(scene: Scene) -> Act:
    row = has_paid(scene)
    return lambda: _cancel(row, [2])


@play
def cancel_all(scene: Scene) -> Act:
    row = has_paid(scene)
    return lambda: _cancel(row, None)


@play
def approve(scene: Scene) -> Act:
    row = make_registration(scene.places[1])
    return lambda: services.approve(registration_id=row.pk, user=None)


@play
def decline(scene: Scene) -> Act:
    row = make_registration(scene.places[1])
    return lambda: services.decline(registration_id=row.pk, user=None, words="It is full.")


@play
def accept_offer(scene: Scene) -> Act:
    row = offered(scene)
    return lambda: services.accept_offer(registration_id=row.pk)


@play
def decline_offer(scene: Scene) -> Act:
    row = offered(scene)
    return lambda: services.give_up(registration_id=row.pk, actor=Actor.BOOKER)


@play
def take_fewer(scene: Scene) -> Act:
    _booked, row = in_line(scene)
    return lambda: services.take_fewer(registration_id=row.pk, seats=1, actor=Actor.BOOKER)


@play
def offer_seats(scene: Scene) -> Act:
    booked, _waiting = in_line(scene)
    services.cancel(registration_id=booked.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=0)
    return lambda: services.offer_seats(offering_id=scene.places.free.pk)


@play
def call_off(scene: Scene) -> Act:
    has_paid(scene)
    make_registration(scene.places[0])
    return lambda: services.call_off(offering_id=scene.places.paid.pk, user=None)


@play
def give_money_back(scene: Scene) -> Act:
    row = cancelled(scene)
    scene.world.work_all()
    [refund_id] = scene.world.stripe.refunds
    scene.world.stripe.fail_refund(refund_id)
    scene.world.deliver_all()
    return lambda: services.give_money_back(registration_id=row.pk, user=None)


@play
def send_refund(scene: Scene) -> Act:
    row = cancelled(scene)
    [refund] = Refund.objects.filter(registration=row)
    return lambda: services.refunds.perform(refund_id=refund.pk)


@play
def worker_sends_everything(scene: Scene) -> Act:
    cancelled(scene)
    return scene.world.work_all


@play
def chores_when_holds_run_out(scene: Scene) -> Act:
    make_registration(scene.places[0])
    row = make_registration(scene.places[0])
    services.start_checkout(registration_id=row.pk)
    offered_row = offered_free(scene)
    scene.world.wait(hours=60)
    assert offered_row
    return scene.world.chores


def offered_free(scene: Scene) -> Registration:
    booked, waiting = in_line(scene)
    services.cancel(registration_id=booked.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=0)
    scene.world.work_all()
    return waiting


@play
def chores_that_find_a_payment(scene: Scene) -> Act:
    pays(scene)
    scene.world.wait(minutes=5)
    return scene.world.chores


@play
def chores_when_the_line_closes(scene: Scene) -> Act:
    in_line(scene)
    scene.world.wait(days=40)
    return scene.world.chores


class Stage:
    """A scene that is set once and played any number of times."""

    def __init__(self, world: World, act: Act) -> None:
        self.world, self.act = world, act
        self._stripe = world.stripe.to_json()
        self._moment = world.now()
        self._outbox = list(mail.outbox)

    def set(self) -> None:
        self.world.stripe.load_json(copy.deepcopy(self._stripe))
        self.world.move_to(self._moment)
        mail.outbox = list(self._outbox)
        cache.clear()

    def points(self) -> list[str]:
        """All at which the act can be stopped."""
        with rolled_back(), process(self.world, stop_at=None) as running:
            self.set()
            self.world.attempt(self.act)
        return running.passed

    def stop_at(self, point: int, *, tries_again: bool) -> list[str]:
        """Stop the act there, start the world again, and tell what is wrong in the end."""
        with rolled_back():
            self.set()
            with process(self.world, stop_at=point):
                self.world.attempt(self.act)
            cache.clear()
            wrong = list(wrong_now())
            if tries_again:
                self.world.attempt(self.act)
            else:
                # Stripe is not heard of again either, as far as the chores can do without.
                for event_id in self.world.hints():
                    self.world.lose(event_id)
            come_to_rest(self.world)
            return wrong + list(wrong_at_rest(self.world, letters_repeat=True))


@pytest.fixture
def scene(db: None) -> Iterator[Scene]:
    with frozen_world() as world:
        yield Scene(world, make_places())


@pytest.mark.parametrize("name", PLAYS)
def test_stopped_anywhere(name: str, scene: Scene) -> None:
    stage = Stage(scene.world, PLAYS[name](scene))
    points = stage.points()
    assert points
    wrong: dict[Any, list[str]] = {}
    for number, point in enumerate(points, start=1):
        ways = (True, False) if LONG else (number // 2 % 2 == 0,)
        for tries_again in ways:
            found = stage.stop_at(number, tries_again=tries_again)
            if found:
                wrong[number, point, tries_again] = found
    assert wrong == {}
