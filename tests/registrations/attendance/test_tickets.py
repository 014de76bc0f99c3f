"""A ticket: what comes with the letter, where it leads, and for whom."""

import io
import re
from datetime import timedelta

from django.core import mail
from django.test import Client

import pytest
import time_machine
from PIL import Image

from cms.models import Practice, Role
from courses.models import Offering, OfferingGuest, OfferingSession
from registrations.models import Actor, Attendance, Letter, Participant
from registrations.post_office import deliver
from registrations.services import PersonComing, cancel, substitute
from registrations.tickets import link_id_of_ticket, person_with_code, ticket_code, ticket_token
from tests.factories import make_offering, make_practice, make_registration, make_user
from tests.registrations.attendance.people import coming, named

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def ticket(person: Participant, language: str = "nb") -> str:
    return f"/{language}/t/{ticket_token(person)}/"


def at_the_door_of(person: Participant) -> str:
    return f"/admin/attendance/ticket/{ticket_token(person)}/"


def test_the_confirmation_brings_a_picture_and_an_address_for_each_who_comes(
    offering: Offering,
) -> None:
    first, second = coming(offering, people=2)
    letter = first.registration.letters.get(kind=Letter.Kind.CONFIRMED)
    for person in (first, second):
        assert f"http://testserver{ticket(person)}" in letter.text
        assert f'src="cid:{ticket_token(person)}@ticket"' in letter.html
        assert ticket_code(person) in letter.text
    deliver(letter_id=letter.pk)
    pictures = [part for part in mail.outbox[0].attachments if not isinstance(part, tuple)]
    assert [part["Content-ID"] for part in pictures] == [
        f"<{ticket_token(person)}@ticket>" for person in (first, second)
    ]
    for part in pictures:
        with Image.open(io.BytesIO(part.get_payload(decode=True))) as picture:
            assert picture.width == picture.height > 150


def test_the_owner_sees_the_letter_with_its_pictures(owner: Client, offering: Offering) -> None:
    [person] = coming(offering)
    letter = person.registration.letters.get(kind=Letter.Kind.CONFIRMED)
    page = owner.get(f"/admin/letters/html/{letter.pk}/").content.decode()
    assert ('src="data:image/png;base64,' in page, "cid:" in page) == (True, False)


def test_an_online_course_and_an_unconfirmed_seat_have_no_ticket(practice: Practice) -> None:
    online = make_offering(practice, online=True, starts_at=None)
    [person] = coming(online)
    letter = person.registration.letters.get(kind=Letter.Kind.CONFIRMED)
    assert ("/t/" in letter.text, "cid:" in letter.html) == (False, False)
    unpaid = make_registration(make_offering(practice))
    assert "ticket__code" not in Client().get(unpaid.get_absolute_url()).content.decode()


def test_own_pages_show_the_ticket_until_the_course_is_over(
    offering: Offering, at_the_door: time_machine.Traveller
) -> None:
    [person] = coming(offering)
    addresses = (person.registration.get_absolute_url(), person.get_absolute_url())
    for address in addresses:
        page = Client().get(address).content.decode()
        assert page.count('class="ticket__code"') == 1
        assert ticket_code(person) in page
    at_the_door.shift(timedelta(days=3))
    for address in addresses:
        assert "ticket__code" not in Client().get(address).content.decode()


def test_a_stranger_with_the_code_is_told_of_the_course_alone(offering: Offering) -> None:
    [person] = named(offering, "Deltaker Diskre", booker_name="Solveig Taushet")
    response = Client().get(ticket(person))
    page = response.content.decode()
    assert "Fagerheim" in page
    hidden = ("Diskre", "Solveig", person.registration.reference, person.token)
    assert [word for word in hidden if word in page] == []
    assert "no-store" in response.headers["Cache-Control"]
    assert Client().post(ticket(person)).status_code == 405
    assert not Attendance.objects.exists()


def test_a_ticket_is_not_the_own_link_and_the_own_link_no_ticket(offering: Offering) -> None:
    [person] = coming(offering)
    assert Client().get(f"/nb/p/{ticket_token(person)}/").status_code == 404
    assert Client().get(f"/nb/t/{person.token}/").status_code == 404
    assert link_id_of_ticket(ticket_token(person)) == person.link_id


@pytest.mark.parametrize("guest", [False, True])
def test_whoever_runs_the_course_scans_presses_once_and_it_is_noted(
    owner: Client, offering: Offering, today: OfferingSession, guest: bool
) -> None:
    [person] = named(offering, "Åse Ødegård", organisation="Skogheim")
    if guest:
        user = make_user()
        OfferingGuest.objects.create(offering=offering, user=user)
        owner.force_login(user)
    response = owner.get(ticket(person))
    assert response.headers["Location"] == at_the_door_of(person)
    page = owner.get(at_the_door_of(person)).content.decode()
    assert ("Åse Ødegård" in page, "Skogheim" in page) == (True, not guest)
    assert not Attendance.objects.exists()
    owner.post(at_the_door_of(person))
    row = Attendance.objects.get()
    assert (row.participant, row.session, row.minutes) == (person, today, 420)
    assert (
        '<button class="button attendance-large"'
        not in owner.get(at_the_door_of(person)).content.decode()
    )


def test_of_two_sessions_on_a_day_the_one_that_runs_or_comes_next_is_noted(
    owner: Client, offering: Offering, today: OfferingSession, at_the_door: time_machine.Traveller
) -> None:
    [person] = coming(offering)
    evening = offering.sessions_list[1]
    evening.starts_at = today.ends_at + timedelta(hours=1)
    evening.ends_at = evening.starts_at + timedelta(hours=2)
    evening.save()
    for hours, session in ((0, today), (2, today), (7.5, evening), (0.6, evening), (3, evening)):
        at_the_door.shift(timedelta(hours=hours))
        assert owner.get(at_the_door_of(person)).context["session"] == session


def test_where_there_is_nothing_to_note_the_page_says_why(
    owner: Client, offering: Offering, at_the_door: time_machine.Traveller
) -> None:
    [person] = coming(offering)
    at_the_door.shift(timedelta(days=5))
    page = owner.get(at_the_door_of(person)).content.decode()
    assert "No session of this course date is today" in page
    assert owner.post(at_the_door_of(person)).status_code == 302
    assert not Attendance.objects.exists()


def test_a_ticket_dies_with_the_seat_or_with_who_sits_there(
    owner: Client, offering: Offering
) -> None:
    passed_on, given_up = coming(offering, people=2)
    addresses = [(ticket(one), at_the_door_of(one)) for one in (passed_on, given_up)]
    booked = {"registration_id": given_up.registration_id, "actor": Actor.OWNER}
    substitute(**booked, number=1, person=PersonComing(name="Hedda"))
    cancel(**booked, numbers=[2], quoted_refund=0, percent=0)
    for public, inside in addresses:
        assert Client().get(public).status_code == 410
        assert "no longer valid" in owner.get(inside).content.decode()
        owner.post(inside)
    assert not Attendance.objects.exists()
    letter = Letter.objects.get(kind=Letter.Kind.SUBSTITUTED)
    passed_on.refresh_from_db()
    assert ticket(passed_on) in letter.text


@pytest.mark.parametrize("role", ["editor", "other", "guest of another date"])
def test_nobody_else_notes_by_a_ticket(practice: Practice, offering: Offering, role: str) -> None:
    [person] = named(offering, "Deltaker Diskre")
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    client = Client()
    user = make_user()
    if role == "guest of another date":
        OfferingGuest.objects.create(offering=make_offering(practice), user=user)
    else:
        own, given = {"editor": (practice, Role.EDITOR), "other": (other, Role.OWNER)}[role]
        user = make_user(practice=own, role=given)
    client.force_login(user)
    assert client.get(at_the_door_of(person)).status_code == 404
    assert client.post(at_the_door_of(person)).status_code == 404
    page = client.get(ticket(person))
    assert (page.status_code, "Diskre" in page.content.decode()) == (200, False)
    assert not Attendance.objects.exists()


def test_a_ticket_belongs_to_its_practices_host_and_to_its_language(offering: Offering) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", default=False)
    [person] = coming(offering)
    assert Client().get(ticket(person), headers={"Host": "tankelage.localhost"}).status_code == 404
    assert Client().get(ticket(person, "en")).headers["Location"] == ticket(person)
    assert Client().get("/nb/t/nonsense/").status_code == 404


def test_codes_are_short_each_persons_own_and_tell_no_reference(offering: Offering) -> None:
    people = coming(offering, people=10)
    codes = [ticket_code(person) for person in people]
    assert len(set(codes)) == 10
    assert [code for code in codes if not re.fullmatch(r"[2-9A-Z]{3}-[2-9A-Z]{3}", code)] == []
    assert person_with_code(people, codes[3].lower().replace("-", " ")) == people[3]
    assert person_with_code([people[3], people[3]], codes[3]) is None


def test_the_drawing_holds_no_style_that_the_sites_policy_refuses(offering: Offering) -> None:
    [person] = coming(offering)
    page = Client().get(person.get_absolute_url()).content.decode()
    drawing = re.search(r"<svg.*?</svg>", page, re.DOTALL)[0]
    assert re.findall(r"style=|<script|<style", drawing) == []
