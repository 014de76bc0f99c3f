"""More scenes at which the process is stopped: other people, other dates, other ways to pay."""

import uuid
from datetime import timedelta

from courses.models import Offering
from registrations import services
from registrations.messages import services as messages
from registrations.messages.texts import Text
from registrations.models import Actor, Registration
from registrations.services import PersonComing
from registrations.states import State
from tests.factories import make_booking, make_invoiced, make_registration
from tests.proofs.places import CODE
from tests.proofs.scenes import Act, Scene, cancel_for_nothing, has_paid, play

# Who comes, and when


@play
def substitute(scene: Scene) -> Act:
    row = has_paid(scene)
    person = PersonComing(name="Somebody else")
    return lambda: services.substitute(
        registration_id=row.pk, number=2, person=person, actor=Actor.BOOKER
    )


def _changes_date(row: Registration, to: Offering) -> Act:
    [shown] = [
        one.shown for one in services.other_dates(row, actor=Actor.BOOKER) if one.offering == to
    ]
    return lambda: services.change_date(
        registration_id=row.pk,
        to_id=to.pk,
        actor=Actor.BOOKER,
        shown=shown,
        begins_soon_accepted=True,
    )


@play
def change_to_a_dearer_date(scene: Scene) -> Act:
    return _changes_date(has_paid(scene), scene.places.later)


@play
def change_to_a_cheaper_date(scene: Scene) -> Act:
    row = has_paid_the_deposit(scene)
    _goes_and_pays(scene, row)
    scene.world.deliver_all()
    return _changes_date(row, scene.places.paid)


@play
def change_the_date_of_what_is_invoiced(scene: Scene) -> Act:
    return _and_then_the_worker(scene, _changes_date(is_invoiced(scene), scene.places.later))


@play
def move_dates(scene: Scene) -> Act:
    has_paid(scene)
    make_registration(scene.places[0])
    by = timedelta(days=7)
    sessions = [(one.starts_at + by, one.ends_at + by) for one in scene.places[0].sessions_list]
    return lambda: services.move_dates(
        offering_id=scene.places.paid.pk,
        sessions=sessions,
        free_cancel_until=scene.world.now() + timedelta(days=3),
        words={"nb": "The room is taken.", "en": "The room is taken."},
        user=None,
    )


@play
def decision_date_calls_it_off(scene: Scene) -> Act:
    has_paid(scene)
    Offering.objects.filter(pk=scene.places.paid.pk).update(
        minimum_seats=3, decide_at=scene.world.now() + timedelta(days=1), calls_itself_off=True
    )
    scene.world.wait(days=1)
    return scene.world.chores


# What is asked for


@play
def register_with_a_code(scene: Scene) -> Act:
    booking = make_booking(scene.places[0], people=2, code=CODE, quoted_total=500000)
    return lambda: services.register(offering_id=scene.places.paid.pk, booking=booking)


def has_paid_the_deposit(scene: Scene) -> Registration:
    row = make_registration(scene.places[3])
    _goes_and_pays(scene, row)
    scene.world.deliver_all()
    row.refresh_from_db()
    assert row.state == State.CONFIRMED
    return row


def _goes_and_pays(scene: Scene, row: Registration) -> None:
    attempt = services.start_checkout(registration_id=row.pk)
    scene.world.stripe.pay(attempt.session_id)


@play
def pay_the_rest(scene: Scene) -> Act:
    row = has_paid_the_deposit(scene)

    def act() -> None:
        _goes_and_pays(scene, row)
        scene.world.come_back(row)

    return act


@play
def hear_of_a_dispute(scene: Scene) -> Act:
    has_paid(scene)
    [charge_id] = scene.world.stripe.charges
    scene.world.stripe.dispute(charge_id)
    return scene.world.deliver_all


# Invoices


def is_invoiced(scene: Scene, *, is_paid: bool = False) -> Registration:
    row = make_invoiced(scene.places[0], people=2)
    scene.world.work_all()
    if is_paid:
        scene.world.stripe.pay_invoice(row.invoices.get().invoice_id)
    scene.world.deliver_all()
    return row


def _and_then_the_worker(scene: Scene, act: Act) -> Act:
    def both() -> None:
        act()
        scene.world.work_all()

    return both


@play
def send_an_invoice(scene: Scene) -> Act:
    row = make_invoiced(scene.places[0], people=2)
    invoice = row.invoices.get()
    return lambda: services.bring_in_line(invoice_id=invoice.pk)


@play
def hear_of_an_invoice_that_is_paid(scene: Scene) -> Act:
    row = is_invoiced(scene)
    scene.world.stripe.pay_invoice(row.invoices.get().invoice_id)
    return scene.world.deliver_all


@play
def invoice_is_paid_into_the_bank(scene: Scene) -> Act:
    invoice = is_invoiced(scene).invoices.get()
    today = scene.world.now().date()
    return _and_then_the_worker(
        scene,
        lambda: services.paid_into_bank(invoice_id=invoice.pk, paid_on=today, user=None),
    )


@play
def write_an_invoice_off(scene: Scene) -> Act:
    invoice = is_invoiced(scene).invoices.get()
    return _and_then_the_worker(scene, lambda: services.write_off(invoice_id=invoice.pk, user=None))


@play
def credit_an_invoice(scene: Scene) -> Act:
    row = is_invoiced(scene)
    return _and_then_the_worker(scene, lambda: cancel_for_nothing(row, [2], refund=0))


@play
def credit_an_invoice_that_is_paid(scene: Scene) -> Act:
    row = is_invoiced(scene, is_paid=True)
    return _and_then_the_worker(scene, lambda: cancel_for_nothing(row, None))


@play
def write_off_a_lost_dispute(scene: Scene) -> Act:
    row = has_paid(scene)
    [charge_id] = scene.world.stripe.charges
    dispute_id = scene.world.stripe.dispute(charge_id, amount=1000)
    scene.world.stripe.close_dispute(dispute_id, won=False)
    scene.world.deliver_all()
    return lambda: services.write_off_loss(registration_id=row.pk, user=None)


# Writing to people


@play
def write_to_many(scene: Scene) -> Act:
    """One letter at a time, so that it can be stopped between any two of them."""
    has_paid(scene)
    for _number in range(2):
        make_invoiced(scene.places.later)
    key = uuid.uuid4()

    def act() -> None:
        message = messages.send(
            key=key,
            practice=scene.places.later.practice,
            offering=scene.places.later,
            audience="bookers",
            texts={"nb": Text("Til {first_name}", "Hei {first_name}.")},
            user=None,
        )
        messages.write_all(message_id=message.pk, batch=1)

    return act


@play
def chores_that_remind_of_a_session(scene: Scene) -> Act:
    has_paid(scene)
    scene.world.move_to(scene.places[0].first_start - timedelta(hours=23))
    return scene.world.chores


@play
def chores_that_remind_who_came_later(scene: Scene) -> Act:
    scene.world.move_to(scene.places[0].first_start - timedelta(days=13))
    scene.world.chores()
    has_paid(scene)
    scene.world.work_all()
    return scene.world.chores
