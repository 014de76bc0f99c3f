"""Several prices for one date: who pays which, with limits, from the service's side."""

from datetime import timedelta

from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering, Price
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.seats import availability
from registrations.services import (
    NotForSale,
    PersonComing,
    PriceChanged,
    give_up,
    register,
)
from tests.factories import make_booking, make_invoiced, make_offering, make_registration

pytestmark = pytest.mark.django_db

ORDINARY, EARLY, MEMBER = 640000, 500000, 540000


def priced(practice: Practice, *prices: dict, **facts) -> Offering:
    offering = make_offering(practice, **facts)
    for price in prices:
        Price.objects.create(offering=offering, **price)
    return Offering.objects.get(pk=offering.pk)


def early(limit: int | None = None) -> dict:
    until = timezone.now() + timedelta(days=7)
    return {"kind": "early", "amount": EARLY, "available_until": until, "limit": limit}


def book(offering: Offering, total: int, *claims: str, **facts) -> Registration:
    people = tuple(PersonComing(claim=claim) for claim in claims)
    return make_registration(offering, participants=people, quoted_total=total, **facts)


def kinds(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.participants.values_list("price_kind", "gross"))


def test_each_participant_pays_what_is_theirs(practice: Practice) -> None:
    offering = priced(practice, {"kind": "member", "amount": MEMBER})
    registration = book(offering, ORDINARY + MEMBER, "", "member")
    assert kinds(registration) == [("ordinary", ORDINARY), ("member", MEMBER)]
    assert registration.balance_due() == ORDINARY + MEMBER


def test_a_price_that_nobody_set_is_claimed_in_vain(practice: Practice) -> None:
    registration = book(priced(practice), ORDINARY, "student")
    assert kinds(registration) == [("ordinary", ORDINARY)]


def test_a_prices_limit_has_room_while_the_date_is_full_s3(practice: Practice) -> None:
    offering = priced(practice, early(limit=5), seats=2)
    book(offering, EARLY, "")
    book(offering, EARLY, "")
    with pytest.raises(NotForSale) as refused:
        book(offering, EARLY, "")
    assert refused.value.availability.state == "full"
    assert Registration.objects.count() == 2


def test_the_date_has_room_while_the_prices_limit_is_used_up_s3(practice: Practice) -> None:
    offering = priced(practice, early(limit=2))
    book(offering, 2 * EARLY, "", "")
    with pytest.raises(PriceChanged) as told:
        book(offering, EARLY, "")
    assert told.value.total.gross == ORDINARY
    assert kinds(book(offering, ORDINARY, "")) == [("ordinary", ORDINARY)]


def test_a_limit_can_run_out_within_one_booking(practice: Practice) -> None:
    offering = priced(practice, early(limit=2))
    registration = book(offering, 2 * EARLY + ORDINARY, "", "", "")
    assert [kind for kind, _gross in kinds(registration)] == ["early", "early", "ordinary"]


def test_seats_given_back_make_room_in_the_limit_again(practice: Practice) -> None:
    offering = priced(practice, early(limit=1))
    first = book(offering, EARLY, "")
    give_up(registration_id=first.pk, actor=Actor.BOOKER)
    assert kinds(book(offering, EARLY, "")) == [("early", EARLY)]


def test_those_who_only_wait_use_no_limit_up(practice: Practice) -> None:
    offering = priced(practice, early(limit=1), waiting_list=True)
    book(offering, EARLY, "", joins_list=True)
    Registration.objects.update(state="expired")
    assert kinds(book(offering, EARLY, "")) == [("early", EARLY)]


def test_pages_show_the_price_that_can_be_had(practice: Practice) -> None:
    offering = priced(practice, early(limit=1))
    assert availability([offering])[offering.pk].price.amount == EARLY
    make_invoiced(offering)
    assert availability([offering])[offering.pk].price.amount == ORDINARY


@pytest.mark.parametrize(("people", "total"), [(2, 2 * ORDINARY), (3, 3 * 450000)])
def test_a_group_price_holds_from_so_many_people(
    practice: Practice, people: int, total: int
) -> None:
    offering = priced(practice, {"kind": "group", "amount": 450000, "from_people": 3})
    registration = book(offering, total, *[""] * people)
    assert registration.total.gross == total
    assert list(broken_invariants()) == []


def test_a_group_pays_one_price_together_and_the_parts_sum_to_it(practice: Practice) -> None:
    group = {"kind": "group", "amount": 1000000, "from_people": 3, "whole_group": True}
    registration = book(priced(practice, group), 1000000, "", "", "")
    assert [gross for _kind, gross in kinds(registration)] == [333333, 333333, 333334]
    assert list(broken_invariants()) == []


def test_a_member_who_saw_another_total_is_told_before_paying_m9(practice: Practice) -> None:
    offering = priced(practice, {"kind": "member", "amount": MEMBER})
    booking = make_booking(
        offering, participants=(PersonComing(claim="member"),), quoted_total=MEMBER
    )
    Price.objects.filter(kind="member").update(amount=MEMBER + 100)
    with pytest.raises(PriceChanged) as told:
        register(offering_id=offering.pk, booking=booking)
    assert told.value.total.gross == MEMBER + 100
    assert Registration.objects.count() == 0
