"""Change of date as the person booking and the owner see it."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import Offering, Price
from registrations.models import Registration
from tests.asked import assert_the_answer_is_where_one_goes_on
from tests.factories import make_invoiced, make_offering
from tests.registrations.other_dates import another_date, paid
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PRICE = 640000


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=4)


@pytest.fixture
def make_other(offering: Offering) -> Callable[..., Offering]:
    return partial(another_date, offering)


def hidden(page: str) -> dict[str, str]:
    tags = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return dict(tags)


def test_choose_see_what_it_costs_and_change(
    client: Client, offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked, other = paid(offering, stripe), make_other(price=500000)
    own = booked.get_absolute_url()
    assert f"{own}change-date/" in client.get(own).text
    address = f"{own}change-date/"
    assert other.code in client.get(address).text
    assert "Choose a date that is still open." in client.post(address, {"to": "x"}).text
    page = client.post(address, {"to": other.code, "action": "quote"}).text
    assert "You get back" in page
    data = {**hidden(page), "to": other.code, "action": "confirm"}
    without_terms = client.post(address, {**data, "terms": ""}).text
    assert "The terms have changed meanwhile." in without_terms
    Price.objects.filter(offering=other).update(amount=510000)
    assert "The price has changed meanwhile." in client.post(address, data).text
    booked.refresh_from_db()
    assert booked.offering == offering
    page = client.post(address, {"to": other.code, "action": "quote"}).text
    answer = client.post(address, {**hidden(page), "to": other.code, "action": "confirm"})
    assert answer.headers["Location"] == f"{own}?notice=date_changed"
    booked.refresh_from_db()
    assert (booked.offering, booked.total.gross) == (other, 510000)
    assert "You have changed to another date." in client.get(f"{own}?notice=date_changed").text


@pytest.mark.parametrize("number", ["", "-1", "²", "1.0", "9" * 5000])
def test_prices_that_nobody_was_shown_change_nothing(
    client: Client, offering: Offering, make_other: Callable[..., Offering], number: str
) -> None:
    booked, other = make_invoiced(offering), make_other()
    address = f"{booked.get_absolute_url()}change-date/"
    page = client.post(address, {"to": other.code}).text
    data = {**hidden(page), "to": other.code, "action": "confirm", "shown_after": number}
    assert client.post(address, data).status_code == 200
    booked.refresh_from_db()
    assert booked.offering == offering


def test_a_private_buyer_asks_for_a_start_within_the_withdrawal_period(
    client: Client, offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked = paid(offering, stripe)
    soon = make_other(starts_at=timezone.now() + timedelta(days=5))
    address = f"{booked.get_absolute_url()}change-date/"
    data = {**hidden(client.post(address, {"to": soon.code}).text), "to": soon.code}
    answer = client.post(address, {**data, "action": "confirm"})
    assert "We need your consent" in answer.text
    client.post(address, {**data, "action": "confirm", "begins_soon": "on"})
    booked.refresh_from_db()
    assert (booked.offering, booked.begins_soon_accepted) == (soon, True)


def test_the_own_page_says_why_the_date_cannot_be_changed(
    client: Client, offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering, language="en")
    own = booked.get_absolute_url()
    reason = "The time to change to another date is over."
    assert reason not in client.get(own).text
    other = make_other()
    with time_machine.travel(offering.first_start - timedelta(hours=1)):
        assert reason in client.get(own).text
        assert f"{own}change-date/" not in client.get(own).text
        answer = client.post(f"{own}change-date/", {"to": other.code, "action": "confirm"})
        assert answer.headers["Location"] == f"{own}?notice=no_change"
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(f"{own}change-date/", {"to": other.code}).status_code == 403
    booked.refresh_from_db()
    assert booked.offering == offering


def test_the_owner_changes_the_date_in_the_admin(
    owner: Client, offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering)
    address = f"/admin/registrations/registration/change-date/{booked.pk}/"
    assert "No other date of this course has room for them." in owner.get(address).text
    other = make_other(status="closed", price=650000)
    page = owner.post(address, {"to": other.code, "action": "quote"}).text
    assert_the_answer_is_where_one_goes_on(page)
    data = {"to": other.code, "action": "confirm"}
    shown = {"shown_before": str(PRICE), "shown_after": "650000"}
    for name, value in shown.items():
        assert f'name="{name}" value="{value}"' in page
    changed = owner.post(address, {**data, **shown, "shown_after": "1"})
    assert "The amounts have changed. Nothing was changed." in changed.text
    answer = owner.post(address, {**data, **shown}, follow=True)
    assert "The date is changed, and the person booking is told." in answer.text
    booked.refresh_from_db()
    assert booked.offering == other
    Registration.objects.filter(pk=booked.pk).update(state="cancelled")
    page = owner.get(address).text
    assert "Only a confirmed registration can change to another date." in page
