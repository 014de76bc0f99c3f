"""Scenes at which the process is stopped while the owner does something by hand."""

from dataclasses import replace
from datetime import timedelta

from courses.models import OfferingSession
from registrations import services
from registrations.models import Registration
from registrations.services import ByHand
from tests.factories import make_booking, make_invoiced, make_registration
from tests.proofs.more_scenes import has_paid_the_deposit
from tests.proofs.scenes import Act, Scene, has_paid, pays, play
from tests.proofs.verbs import EMPLOYER

TELEPHONE = ByHand(came_by=Registration.CameBy.TELEPHONE)


def _at_the_payment_page(scene: Scene) -> Registration:
    row = make_registration(scene.places[0])
    services.start_checkout(registration_id=row.pk)
    return row


@play
def extend(scene: Scene) -> Act:
    row, until = make_registration(scene.places[0]), scene.world.now() + timedelta(days=2)
    return lambda: services.extend(registration_id=row.pk, until=until, user=None)


@play
def send_pay_link(scene: Scene) -> Act:
    row = make_registration(scene.places[0])
    return lambda: services.send_pay_link(registration_id=row.pk, user=None)


@play
def mark_paid_with_an_open_checkout(scene: Scene) -> Act:
    row, today = _at_the_payment_page(scene), scene.world.now().date()
    return lambda: services.mark_paid(registration_id=row.pk, paid_on=today, user=None)


@play
def mark_paid_what_was_paid_by_card_meanwhile(scene: Scene) -> Act:
    row, today = pays(scene), scene.world.now().date()
    return lambda: services.mark_paid(registration_id=row.pk, paid_on=today, user=None)


@play
def mark_the_rest_as_paid(scene: Scene) -> Act:
    row, today = has_paid_the_deposit(scene), scene.world.now().date()
    return lambda: services.mark_paid(registration_id=row.pk, paid_on=today, user=None)


@play
def note_unasked_money(scene: Scene) -> Act:
    row, today = has_paid(scene), scene.world.now().date()
    return lambda: services.note_unasked_money(
        registration_id=row.pk, amount=640_000, owed_before=0, paid_on=today, user=None
    )


@play
def confirm_on_invoice(scene: Scene) -> Act:
    row = make_registration(scene.places[0], payer="employer", organisation="Fjellvang")
    services.start_checkout(registration_id=row.pk)
    return lambda: services.confirm_on_invoice(registration_id=row.pk, facts=EMPLOYER, user=None)


@play
def confirm_free_of_charge(scene: Scene) -> Act:
    row = _at_the_payment_page(scene)
    return lambda: services.confirm_free_of_charge(
        registration_id=row.pk, reason="She teaches with us.", user=None
    )


@play
def ask_for_names_now(scene: Scene) -> Act:
    row = make_registration(scene.places[2])
    row.participants.update(name="")
    return lambda: services.ask_for_names_now(registration_id=row.pk, user=None)


@play
def register_by_hand(scene: Scene) -> Act:
    booking = make_booking(scene.places[0], people=2, method="bank")
    return lambda: services.register_by_hand(
        offering_id=scene.places[0].pk, booking=booking, by_hand=TELEPHONE, user=None
    )


@play
def overbook(scene: Scene) -> Act:
    make_registration(scene.places[2], people=2)
    reason = replace(TELEPHONE, reason="She was promised a seat.")
    booking = make_booking(scene.places[2])
    return lambda: services.register_by_hand(
        offering_id=scene.places.free.pk, booking=booking, by_hand=reason, user=None
    )


def _at_the_door(scene: Scene) -> tuple[Registration, OfferingSession]:
    """Two people with confirmed seats, and a session that begins now."""
    row = make_invoiced(scene.places[0], people=2)
    session = row.offering.sessions.order_by("starts_at").first()
    session.starts_at = scene.world.now()
    session.save()
    return row, session


@play
def mark(scene: Scene) -> Act:
    row, session = _at_the_door(scene)
    person = row.participants.first()
    return lambda: services.mark(
        session_id=session.pk, participant_id=person.pk, present=True, user=None
    )


@play
def mark_all(scene: Scene) -> Act:
    _row, session = _at_the_door(scene)
    return lambda: services.mark_all(session_id=session.pk, user=None)
