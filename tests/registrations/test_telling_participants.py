"""Those who come and have an address of their own hear what changes for them, and no more."""

import re
from datetime import timedelta

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.models import Actor, Letter, Registration
from registrations.services import (
    PersonComing,
    call_off,
    cancel,
    change_date,
    move_dates,
    other_dates,
    quote,
    send_link,
)
from registrations.services.moving_dates import spans_of
from tests.factories import make_invoiced, make_offering, make_registration

pytestmark = pytest.mark.django_db

PEOPLE = (
    PersonComing(name="Ada Berg", email="ada@example.org"),
    PersonComing(name="Bo Dahl"),
    # The person booking comes too, and is told already.
    PersonComing(name="Kari Nordmann", email="Kari@example.no"),
)


def booked(offering: Offering, **facts: object) -> Registration:
    facts = {"participants": PEOPLE, "booker_email": "kari@example.no", "language": "en", **facts}
    return make_invoiced(offering, people=3, **facts)


def told(registration: Registration) -> list[Letter]:
    letters = registration.letters.exclude(participant=None).exclude(kind=Letter.Kind.FILL_IN)
    return list(letters.order_by("pk"))


def move(offering: Offering, *, days: int) -> None:
    by = timedelta(days=days)
    move_dates(
        offering_id=offering.pk,
        sessions=[(begins + by, ends + by) for begins, ends in spans_of(offering)],
        free_cancel_until=None,
        words={"en": "The room is being painted."},
        user=None,
    )


def says_nothing_of_money_or_others(letter: Letter, registration: Registration) -> bool:
    said = letter.text + letter.html + letter.subject
    # The addresses of own pages have a random part, which may spell anything.
    words = re.sub(r"https?://\S+", "", said)
    typed = ("Bo Dahl", "Kari", "Ada", registration.reference)
    told = any(word in words for word in (*typed, "NOK", "kr", "6,400"))
    return not told and registration.token not in said


def test_new_dates_are_told_to_who_has_an_address_once_in_the_registrations_language_l3(
    offering: Offering,
) -> None:
    registration = booked(offering)
    move(offering, days=7)
    [letter] = told(registration)
    assert (letter.kind, letter.recipient, letter.language) == (
        "participant_dates_moved",
        "ada@example.org",
        "en",
    )
    assert "The room is being painted." in letter.text
    assert "Dates before" in letter.text
    assert registration.participants.get(number=1).own_address in letter.text
    assert says_nothing_of_money_or_others(letter, registration)
    move(offering, days=1)
    assert [one.recipient for one in told(registration)] == ["ada@example.org"] * 2
    line = registration.history.filter(action="participant_dates_moved").last()
    assert line.why == "1"


def test_another_date_is_told(practice: Practice, offering: Offering) -> None:
    registration = booked(offering)
    to = make_offering(practice, course=offering.course)
    [costs] = [
        one for one in other_dates(registration, actor=Actor.OWNER) if one.offering.pk == to.pk
    ]
    change_date(registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=costs.shown)
    registration.refresh_from_db()
    [letter] = told(registration)
    assert (letter.kind, letter.recipient) == ("participant_date_changed", "ada@example.org")
    assert "Date before" in letter.text
    assert says_nothing_of_money_or_others(letter, registration)


def test_a_date_called_off_is_told_once_l5(offering: Offering) -> None:
    registration = booked(offering)
    call_off(offering_id=offering.pk, user=None)
    call_off(offering_id=offering.pk, user=None)
    [letter] = told(registration)
    assert (letter.kind, letter.recipient) == ("participant_called_off", "ada@example.org")
    assert "you need do nothing" in letter.text.lower()
    assert says_nothing_of_money_or_others(letter, registration)


@pytest.mark.parametrize("actor", [Actor.BOOKER, Actor.OWNER])
def test_a_seat_that_is_cancelled_is_told_to_who_sat_on_it(
    offering: Offering, actor: Actor
) -> None:
    registration = booked(offering)
    send_link(registration_id=registration.pk, number=2, email="bo@example.org", actor=actor)
    for numbers, addresses in (([1], ["ada"]), ([3], ["ada"]), (None, ["ada", "bo"])):
        costs = quote(registration, numbers=numbers, percent=50)
        cancel(
            registration_id=registration.pk,
            numbers=numbers,
            actor=actor,
            quoted_refund=costs.refund,
            percent=50,
        )
        registration = Registration.objects.get(pk=registration.pk)
        letters = told(registration)
        assert [one.recipient for one in letters] == [f"{name}@example.org" for name in addresses]
    for letter in letters:
        assert (letter.kind, letter.language) == ("participant_cancelled", "en")
        assert "The seat that was booked for you on this course is cancelled." in letter.text
        assert says_nothing_of_money_or_others(letter, registration)
    lines = registration.history.filter(action="participant_cancelled").order_by("pk")
    assert [line.why for line in lines] == ["1", "2"]


def test_whose_seat_is_not_confirmed_is_told_only_if_they_know_of_it(offering: Offering) -> None:
    facts = {"participants": PEOPLE, "booker_email": "kari@example.no", "language": "en"}
    knows, knows_not = (make_registration(offering, people=3, **facts) for _ in range(2))
    send_link(registration_id=knows.pk, number=2, email="bo@example.org", actor=Actor.BOOKER)
    move(offering, days=7)
    call_off(offering_id=offering.pk, user=None)
    assert [(one.kind, one.recipient) for one in told(knows)] == [
        ("participant_dates_moved", "bo@example.org"),
        ("participant_called_off", "bo@example.org"),
    ]
    assert told(knows_not) == []
