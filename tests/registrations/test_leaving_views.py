"""The doors out, over HTTP: what is shown before the button, and what strangers cannot do."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from courses.models import CancellationTier, Offering
from registrations.models import Registration
from registrations.states import State
from tests.asked import assert_the_answer_is_where_one_goes_on
from tests.factories import (
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.invoiced import paid_by_bank, sent
from tests.registrations.test_leaving import paid
from tests.registrations.test_views import address_of, hidden_fields, typed
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def offering(practice: Practice) -> Offering:
    offering = make_offering(practice)
    CancellationTier.objects.create(offering=offering, days_before=14, fee_percent=25)
    return offering


def english(registration: Registration, door: str = "") -> str:
    return f"/en/r/{registration.token}/{door}"


def test_cancelling_shows_the_money_before_the_button(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=2)
    address = english(registration, "cancel/")
    assert 'value="confirm"' not in client.get(address).text
    costs = client.post(address, {"person": ["2"], "action": "quote"})
    assert "NOK\N{NO-BREAK SPACE}1,600" in costs.text
    assert "NOK\N{NO-BREAK SPACE}4,800" in costs.text
    fields = hidden_fields(costs.text)
    answer = client.post(
        address, {"person": ["2"], "action": "confirm", "quoted_refund": fields["quoted_refund"]}
    )
    assert answer.headers["Location"].endswith("?payment=cancelled")
    assert [p.cancelled_at is None for p in registration.participants.all()] == [True, False]


@pytest.mark.parametrize("quoted", ["", "0", "640000", "-1", "x"])
def test_a_forged_refund_cancels_nothing(
    client: Client, offering: Offering, stripe: Simulator, quoted: str
) -> None:
    registration = paid(offering, stripe)
    client.post(
        english(registration, "cancel/"),
        {"person": ["1"], "action": "confirm", "quoted_refund": quoted},
    )
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED


def test_choosing_nobody_is_told(client: Client, offering: Offering) -> None:
    registration = make_invoiced(offering, people=2)
    page = client.post(english(registration, "cancel/"), {"action": "quote"})
    assert "Choose whom you want to cancel." in page.text


def test_withdrawing_from_the_own_page_takes_two_steps(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    address = english(registration, "withdraw/")
    statement = client.post(address)
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert "Confirm the withdrawal" in statement.text
    client.post(address, {"action": "confirm"})
    registration.refresh_from_db()
    assert registration.state == State.WITHDRAWN


def test_withdrawing_from_the_foot_needs_no_link_and_tells_strangers_nothing(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    for reference, email in (
        (registration.reference, "somebody@example.org"),
        ("AAAA-AAAA", registration.booker_email),
    ):
        page = client.post("/en/withdraw/", {"reference": reference, "email": email})
        assert "We found no registration" in page.text
    known = {"reference": registration.reference.lower(), "email": "KARI@example.org"}
    statement = client.post("/en/withdraw/", known)
    assert "Confirm the withdrawal" in statement.text
    assert registration.token not in statement.text
    done = client.post("/en/withdraw/", {**known, "action": "confirm"})
    assert "Your withdrawal is received" in done.text
    registration.refresh_from_db()
    assert registration.state == State.WITHDRAWN


def test_another_practices_foot_finds_nothing(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", default=False)
    registration = paid(offering, stripe)
    page = client.post(
        "/en/withdraw/",
        {"reference": registration.reference, "email": registration.booker_email},
        headers={"host": "tankelage.localhost"},
    )
    assert "We found no registration" in page.text


def test_a_private_buyer_of_a_course_that_begins_soon_has_to_consent(
    client: Client, practice: Practice
) -> None:
    soon = make_offering(practice, starts_at=timezone.now() + timedelta(days=5))
    page = client.post(address_of(soon, "en"), typed(soon))
    assert "We need your consent" in page.text
    page = client.post(address_of(soon, "en"), typed(soon, begins_soon="on"))
    assert 'value="confirm"' in page.text


def test_owner_sees_the_money_and_cancels_at_a_fee_of_her_own(
    client: Client, offering: Offering, practice: Practice, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=2)
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    address = f"/admin/registrations/registration/cancel/{registration.pk}/"
    assert client.get(address).status_code == 200
    asked = {"people": ["1", "2"], "percent": "10"}
    costs = client.post(address, {**asked, "action": "quote"})
    assert 'name="quoted_refund" value="1152000"' in costs.text
    assert_the_answer_is_where_one_goes_on(costs.text)
    client.post(address, {**asked, "action": "confirm", "quoted_refund": "1152000"})
    registration.refresh_from_db()
    assert registration.state == State.CANCELLED
    assert registration.history.filter(actor="owner", action="cancelled").count() == 1


def test_owner_sees_how_much_goes_by_card_and_how_much_from_the_bank(
    client: Client, offering: Offering, practice: Practice, stripe: Simulator
) -> None:
    by_card, by_bank = paid(offering, stripe), sent(offering)
    paid_by_bank(by_bank)
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    asked = {"people": ["1"], "percent": "0", "action": "quote"}
    ways = {}
    for registration in (by_card, by_bank):
        address = f"/admin/registrations/registration/cancel/{registration.pk}/"
        context = client.post(address, asked).context
        ways[registration] = [context[name] for name in ("to_card", "by_bank", "waits")]
    assert ways == {by_card: [640000, 0, 0], by_bank: [0, 640000, 0]}


def test_the_history_names_a_cancelled_seat_by_its_number(
    client: Client, offering: Offering, practice: Practice, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=3)
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    address = f"/admin/registrations/registration/cancel/{registration.pk}/"
    asked = {"people": ["1", "3"], "percent": "0", "action": "confirm"}
    client.post(address, {**asked, "quoted_refund": "1280000"})
    page = client.get(f"/admin/registrations/registration/inspect/{registration.pk}/")
    assert "Deltaker 1, Deltaker 3" in page.text


def test_calling_off_shows_whom_it_concerns_and_then_does_it(
    client: Client, offering: Offering, practice: Practice, stripe: Simulator
) -> None:
    registration = make_invoiced(offering, people=2)
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    address = f"/admin/offerings/call-off/{offering.pk}/"
    assert "Kari Nordmann" in client.get(address).text
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    client.post(address)
    registration.refresh_from_db()
    offering.refresh_from_db()
    assert (registration.state, offering.status) == (State.CANCELLED, "called_off")


@pytest.mark.parametrize("role", [Role.EDITOR, "foreign owner"])
def test_nobody_else_cancels_pays_back_or_calls_off(
    client: Client, offering: Offering, practice: Practice, stripe: Simulator, role: str
) -> None:
    registration = paid(offering, stripe)
    if role == Role.EDITOR:
        client.force_login(make_user(practice=practice, role=Role.EDITOR))
    else:
        other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
        client.force_login(make_user(practice=other, role=Role.OWNER))
    for door in ("cancel", "give-seat", "money-back", "give-up"):
        address = f"/admin/registrations/registration/{door}/{registration.pk}/"
        assert client.post(address, {"action": "confirm"}).status_code in (302, 403, 404)
    client.post(f"/admin/offerings/call-off/{offering.pk}/")
    registration.refresh_from_db()
    offering.refresh_from_db()
    assert (registration.state, offering.status) == (State.CONFIRMED, "published")


def test_own_page_offers_what_can_be_done(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    page = client.get(registration.get_absolute_url())
    assert f"/nb/r/{registration.token}/cancel/" in page.text
    assert f"/nb/r/{registration.token}/withdraw/" in page.text
    waiting = make_registration(offering)
    page = client.get(waiting.get_absolute_url())
    assert f"/nb/r/{waiting.token}/cancel/" not in page.text
