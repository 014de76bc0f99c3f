"""The scenes at which the process is stopped: what was before, and what is then done."""

from collections.abc import Callable
from dataclasses import dataclass

from registrations import services
from registrations.models import Actor, Refund, Registration
from registrations.states import State
from tests.factories import make_booking, make_registration
from tests.proofs.places import Places
from tests.proofs.world import World


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
    cancel_for_nothing(registration, None)
    return registration


def cancel_for_nothing(
    registration: Registration, numbers: list[int] | None, *, refund: int | None = None
) -> None:
    services.cancel(
        registration_id=registration.pk,
        numbers=numbers,
        actor=Actor.OWNER,
        quoted_refund=500000 * len(numbers or (1, 2)) if refund is None else refund,
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
    return lambda: cancel_for_nothing(row, [2])


@play
def cancel_all(scene: Scene) -> Act:
    row = has_paid(scene)
    return lambda: cancel_for_nothing(row, None)


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
