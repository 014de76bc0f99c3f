"""A guest organiser: the names of the own course dates, and nothing else of the practice."""

from django.contrib.auth.models import AnonymousUser
from django.test import Client

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.guests import is_guest
from cms.models import Practice, Role
from cms.permissions import is_only_guest, sees_personal_data
from cms.users.models import User
from courses.models import Offering, OfferingGuest
from registrations.guests_dates import those_who_come
from registrations.permissions import attended_offerings
from tests.factories import ask, make_invoiced, make_offering, make_practice, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice)


@pytest.fixture
def guest(offering: Offering) -> User:
    user = make_user()
    OfferingGuest.objects.create(offering=offering, user=user)
    return User.objects.get(pk=user.pk)


def test_names_are_for_owners_and_for_the_dates_own_guests(
    practice: Practice, offering: Offering, guest: User
) -> None:
    second = make_offering(practice)
    people = (
        make_user(practice=practice, role=Role.OWNER),
        make_user(is_superuser=True),
        guest,
        make_user(practice=practice, role=Role.EDITOR),
        AnonymousUser(),
    )
    assert [set(attended_offerings(user)) for user in people] == [
        {offering, second},
        {offering, second},
        {offering},
        set(),
        set(),
    ]


def test_whoever_is_nobodys_guest_any_more_is_kept_out(guest: User, client: Client) -> None:
    client.force_login(guest)
    assert client.get("/admin/").status_code == 302
    guest.guest_of.all().delete()
    assert client.get("/admin/").status_code == 403
    assert is_guest(User.objects.get(pk=guest.pk)) is False


def test_a_role_is_more_than_a_guests(practice: Practice, guest: User) -> None:
    assert (is_only_guest(guest), sees_personal_data(guest)) == (True, True)
    guest.memberships.create(practice=practice, role=Role.EDITOR)
    guest = User.objects.get(pk=guest.pk)
    assert (is_guest(guest), is_only_guest(guest)) == (True, False)


def test_the_own_date_has_names_and_counts_but_no_answers(
    offering: Offering, guest: User, client: Client
) -> None:
    food = ask(offering, "What do you not eat?", sensitive=True)
    registration = make_invoiced(offering, people=3, booker_name="Solveig Taushet")
    registration.participants.filter(number=1).update(name="")
    person = registration.participants.get(number=2)
    registration.sensitiveanswers.create(
        participant=person, question=food.question, question_text="x", text="No shellfish"
    )
    client.force_login(guest)
    body = client.get(f"/admin/my-dates/{offering.pk}/").content.decode()
    assert [person.number for person in those_who_come(offering)] == [2, 3, 1]
    assert [word in body for word in ("Person 2", "Person 3", "What do you not eat?")] == [True] * 3
    assert [word in body for word in ("shellfish", "Solveig", registration.reference)] == [
        False
    ] * 3


def test_another_date_of_the_practice_is_not_there(
    practice: Practice, guest: User, client: Client
) -> None:
    client.force_login(guest)
    assert client.get(f"/admin/my-dates/{make_offering(practice).pk}/").status_code == 404


def test_the_list_asks_as_much_for_three_dates_as_for_one(
    practice: Practice,
    guest: User,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(guest)
    client.get("/admin/my-dates/")
    with django_assert_num_queries(17):
        assert client.get("/admin/my-dates/").content.decode().count("/admin/my-dates/") >= 1
    for _number in range(2):
        OfferingGuest.objects.create(offering=make_offering(practice), user=guest)
    with django_assert_num_queries(17):
        client.get("/admin/my-dates/")


def test_a_guest_begins_with_the_own_dates_and_the_menu_offers_no_more(
    guest: User, client: Client
) -> None:
    client.force_login(guest)
    assert client.get("/admin/").headers["Location"] == "/admin/my-dates/"
    body = client.get("/admin/my-dates/").content.decode()
    for address in ("/admin/offerings/", "/admin/registrations/", "/admin/reports/"):
        assert address not in body
