"""Change of date by those who are invoiced: the invoice is right afterwards, or nothing changes."""

from collections.abc import Callable
from functools import partial

from django.test import Client

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.services import (
    DateNotPossible,
    Obstacle,
    bring_in_line,
    change_date,
    quote_date,
)
from tests.factories import make_invoiced, make_offering
from tests.registrations.other_dates import another_date
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

PRICE = 640000


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=4)


@pytest.fixture
def make_other(offering: Offering) -> Callable[..., Offering]:
    return partial(another_date, offering)


def change(registration: Registration, to: Offering) -> Registration:
    shown = quote_date(registration, to=to, actor=Actor.OWNER).shown
    return change_date(registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=shown)


def obstacle(registration: Registration, to: Offering, actor: Actor = Actor.BOOKER) -> Obstacle:
    with pytest.raises(DateNotPossible) as refusal:
        change_date(registration_id=registration.pk, to_id=to.pk, actor=actor, shown=(0, 0))
    return refusal.value.obstacle


def test_the_difference_of_an_invoice_waits_for_the_invoicing(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering, language="en")
    costs = quote_date(booked, to=make_other(price=500000), actor=Actor.BOOKER)
    assert (costs.difference, costs.refund, costs.to_pay) == (-140000, 0, 500000)
    moved = change(booked, costs.offering)
    assert (moved.balance_due(), moved.pay_by, moved.refunds.count()) == (500000, None, 0)
    assert "the invoice will say so" in moved.letters.get(kind="date_changed").text
    assert list(broken_invariants()) == []


def test_an_invoice_that_was_sent_keeps_its_vat(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    """The same price with another VAT would leave the invoice wrong without anybody noticing."""
    booked = make_invoiced(offering)
    at_a_rate = {"vat_treatment": "rate", "vat_rate": 2500, "prices_include_vat": True}
    taxed = make_other(price=PRICE, **at_a_rate)
    assert quote_date(booked, to=taxed, actor=Actor.OWNER).difference == 0
    bring_in_line(invoice_id=booked.invoices.get().pk)
    for actor in (Actor.OWNER, Actor.BOOKER):
        assert obstacle(booked, taxed, actor) == Obstacle.OTHER_VAT
    assert obstacle(booked, make_other(price=700000, **at_a_rate)) == Obstacle.OTHER_VAT
    for to in (make_other(price=0, **at_a_rate), make_other(price=700000)):
        assert quote_date(booked, to=to, actor=Actor.OWNER).offering == to


def test_who_was_invoiced_once_is_invoiced_again_after_a_free_date(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked, free = make_invoiced(offering), make_other(price=0)
    moved = change(booked, free)
    assert (moved.method, moved.balance_due()) == ("none", 0)
    back = change(moved, offering)
    assert (back.method, back.balance_due(), back.pay_by) == ("invoice", PRICE, None)
    assert list(broken_invariants()) == []


def test_the_page_says_why_a_date_with_another_vat_is_not_there(
    client: Client, offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    Offering.objects.filter(pk=offering.pk).update(date_change_allowed=True)
    booked = make_invoiced(offering, language="en")
    bring_in_line(invoice_id=booked.invoices.get().pk)
    address = f"{booked.get_absolute_url()}change-date/"
    make_other()
    assert "another VAT" not in client.get(address).content.decode()
    make_other(vat_treatment="rate", vat_rate=2500)
    assert "another VAT than the invoice that was sent" in client.get(address).content.decode()
