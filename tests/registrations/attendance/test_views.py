"""Attendance in the admin: lists, taps, codes, and whose they are."""

import json
from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering, OfferingGuest, OfferingSession
from registrations.models import Actor, Attendance, Participant
from registrations.services import cancel, mark
from registrations.tickets import ticket_code
from tests.factories import make_offering, make_practice, make_user
from tests.registrations.attendance.people import coming, named

pytestmark = pytest.mark.django_db

LENGTH = 7 * 60


def screen(session: OfferingSession, question: str = "") -> str:
    return f"/admin/attendance/session/{session.pk}/{question}"


def press(client: Client, session: OfferingSession, **typed: Any) -> HttpResponse:
    return client.post(screen(session) + "mark/", typed)


def tap(client: Client, session: OfferingSession, *taps: dict[str, Any]) -> HttpResponse:
    return client.post(
        screen(session) + "mark/", json.dumps({"taps": taps}), content_type="application/json"
    )


def minutes() -> dict[int, int]:
    return dict(Attendance.objects.values_list("participant", "minutes"))


def names_on(response: HttpResponse) -> list[str]:
    return [row.name for row in response.context["people"]]


def test_todays_sessions_stand_first_then_those_before_and_those_ahead(
    owner: Client, practice: Practice, offering: Offering, today: OfferingSession
) -> None:
    coming(offering, people=2)
    past = make_offering(practice, starts_at=today.starts_at - timedelta(days=30), days=1)
    make_offering(practice, days=1, status=Offering.Status.CALLED_OFF)
    response = owner.get("/admin/attendance/")
    days = response.context["days"]
    assert [row.session for row in days.today] == [today]
    assert [row.session for row in days.before] == past.sessions_list
    assert [row.session for row in days.ahead] == [offering.sessions_list[1]]
    text = response.content.decode()
    assert "0 of 2 here" in text
    assert "2 come" in text


def test_a_session_that_runs_over_midnight_is_todays_on_both_days(
    owner: Client,
    practice: Practice,
    today: OfferingSession,
    at_the_door: time_machine.Traveller,
) -> None:
    offering = make_offering(practice, starts_at=today.starts_at + timedelta(days=2), days=1)
    night = offering.sessions_list[0]
    night.ends_at = night.starts_at + timedelta(hours=20)
    night.save()
    at_the_door.move_to(night.ends_at - timedelta(hours=1))
    rows = owner.get("/admin/attendance/").context["days"].today
    assert night in [row.session for row in rows]


def test_a_tap_says_that_somebody_is_here_and_another_takes_it_back(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    [person] = named(offering, "Åse Ødegård")
    page = owner.get(screen(today)).content.decode()
    assert ("0 of 1 here" in page, "Åse Ødegård" in page) == (True, True)
    response = press(owner, today, here=person.pk)
    assert response.headers["Location"] == screen(today, f"#person-{person.pk}")
    assert minutes() == {person.pk: LENGTH}
    assert Attendance.objects.get().marked_by.email == "owner@steinlia.example"
    assert "1 of 1 here" in owner.get(screen(today)).content.decode()
    press(owner, today, away=person.pk)
    assert minutes() == {person.pk: 0}


def test_minutes_missed_are_given_on_the_same_screen(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    [person] = named(offering, "Åse")
    assert owner.get(screen(today, f"?person={person.pk}")).context["chosen"].person == person
    press(owner, today, here=person.pk, late="20", early=" 15 ")
    page = owner.get(screen(today)).content.decode()
    assert "Here, 20 min late, left 15 min early" in page
    assert minutes() == {person.pk: LENGTH - 35}
    response = owner.post(
        screen(today) + "mark/", {"here": person.pk, "late": "400", "early": "20"}, follow=True
    )
    assert "That is more than the whole session" in response.content.decode()
    assert minutes() == {person.pk: LENGTH - 35}


def test_all_are_here_at_once(owner: Client, offering: Offering, today: OfferingSession) -> None:
    people = coming(offering, people=3)
    response = owner.post(screen(today) + "mark/", {"all": "yes"}, follow=True)
    assert "3 more are noted as present." in response.content.decode()
    assert minutes() == dict.fromkeys([person.pk for person in people], LENGTH)


def test_a_long_list_is_searched_by_name_organisation_and_code(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    named(offering, "Åse Ødegård", "Ärla Berg", organisation="Fjellvang sykehus")
    [other] = named(offering, "Bo Berg", organisation="Skogheim")
    assert names_on(owner.get(screen(today))) == ["Bo Berg", "Ärla Berg", "Åse Ødegård"]
    assert names_on(owner.get(screen(today, "?q=BERG"))) == ["Bo Berg", "Ärla Berg"]
    assert names_on(owner.get(screen(today, "?q=skogheim"))) == ["Bo Berg"]
    assert names_on(owner.get(screen(today, f"?q={ticket_code(other)}"))) == ["Bo Berg"]
    response = owner.get(screen(today, "?q=nobody"))
    assert "Nobody found." in response.content.decode()


@pytest.mark.parametrize("write", ["{}", " {} ", "{0[0]}{0[1]}{0[2]} {0[4]}{0[5]}{0[6]}"])
@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_the_code_of_a_ticket_can_be_typed(
    owner: Client, offering: Offering, today: OfferingSession, write: str, case: Any
) -> None:
    _first, second = coming(offering, people=2)
    press(owner, today, code=case(write.format(ticket_code(second))))
    assert minutes() == {second.pk: LENGTH}


def test_a_code_that_names_nobody_changes_nothing(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    [person] = coming(offering)
    elsewhere = ticket_code(coming(make_offering(offering.practice))[0])
    for code in (person.registration.reference, elsewhere, "", "x" * 500, "'; --"):
        response = owner.post(screen(today) + "mark/", {"code": code}, follow=True)
        assert "Nobody in this session has that code." in response.content.decode()
    assert minutes() == {}


def test_taps_that_waited_for_a_connection_are_stored_as_old_as_they_are(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    first, second = coming(offering, people=2)
    mark(session_id=today.pk, participant_id=second.pk, present=False, user=None)
    taps = [
        {"person": str(first.pk), "present": True, "late": 5, "early": 0, "age": 60_000},
        {"person": str(second.pk), "present": True, "late": 0, "early": 0, "age": 60_000},
    ]
    for _again in range(2):
        answer = tap(owner, today, *taps).json()
        assert answer == {
            "people": {str(first.pk): [LENGTH - 5, 5, 0], str(second.pk): [0, 0, 0]},
            "refused": {},
        }
    row = Attendance.objects.get(participant=first)
    assert (row.stored_at - row.marked_at) == timedelta(minutes=1)
    assert first.registration.history.filter(action="attended").count() == 1


def test_a_tap_for_somebody_who_left_meanwhile_is_refused_alone(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    gone, stays = coming(offering, people=2)
    facts = {"actor": Actor.OWNER, "quoted_refund": 0, "percent": 0}
    cancel(registration_id=gone.registration_id, numbers=[1], **facts)
    taps = [{"person": str(p.pk), "present": True, "age": 0} for p in (gone, stays)]
    answer = tap(owner, today, *taps).json()
    assert list(answer["people"]) == [str(stays.pk)]
    assert list(answer["refused"]) == [str(gone.pk)]


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b'{"taps": 3}', b'{"taps": [3, null, {}]}', b"\xff", b'{"taps":[{"age":1e9}]}'],
)
def test_nonsense_marks_nobody(
    owner: Client, offering: Offering, today: OfferingSession, body: bytes
) -> None:
    coming(offering)
    response = owner.post(screen(today) + "mark/", body, content_type="application/json")
    assert response.status_code in (200, 404)
    for typed in ({}, {"here": "x"}, {"here": "9" * 40}, {"here": "-1", "late": "many"}):
        assert press(owner, today, **typed).status_code == 302
    assert minutes() == {}


def test_nobody_is_marked_before_the_day(owner: Client, offering: Offering) -> None:
    [person] = coming(offering)
    tomorrow = offering.sessions_list[1]
    assert "from the day of the session on" in owner.get(screen(tomorrow)).content.decode()
    press(owner, tomorrow, here=person.pk)
    answer = tap(owner, tomorrow, {"person": str(person.pk), "present": True, "age": 0})
    assert list(answer.json()["refused"]) == [str(person.pk)]
    assert minutes() == {}


@pytest.mark.parametrize("role", ["editor", "other", "anonymous"])
def test_attendance_is_for_those_who_run_the_course_alone(
    practice: Practice, offering: Offering, today: OfferingSession, role: str
) -> None:
    [person] = named(offering, "Deltaker Diskre")
    client = Client()
    if role == "editor":
        client.force_login(make_user(practice=practice, role=Role.EDITOR))
    elif role == "other":
        other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
        client.force_login(make_user(practice=other, role=Role.OWNER))
    pages = [screen(today), f"/admin/attendance/offering/{offering.pk}/"]
    answers = [client.get(page) for page in pages]
    answers += [press(client, today, here=person.pk), press(client, today, all="yes")]
    answers.append(tap(client, today, {"person": str(person.pk), "present": True, "age": 0}))
    expected = 302 if role == "anonymous" else 404
    assert [answer.status_code for answer in answers] == [expected] * len(answers)
    assert minutes() == {}
    listed = client.get("/admin/attendance/", follow=True).content.decode()
    assert offering.place_line not in listed


def test_somebody_of_another_course_is_not_marked_by_way_of_ones_own(
    owner: Client, practice: Practice, offering: Offering, today: OfferingSession
) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    [stranger] = coming(make_offering(other))
    press(owner, today, here=stranger.pk)
    assert minutes() == {}


def test_what_each_attended_stands_with_the_course_date(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    late, absent = named(offering, "Åse", "Bo")
    press(owner, today, here=late.pk, late="30")
    press(owner, today, away=absent.pk)
    response = owner.get(f"/admin/attendance/offering/{offering.pk}/")
    rows = {row.name: (row.minutes, row.together) for row in response.context["people"]}
    assert rows == {"Åse": ([390, None], 390), "Bo": ([0, None], 0)}
    assert "6 h 30 min" in response.content.decode()


def test_a_list_takes_no_more_queries_for_more_people(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert owner.get(address).status_code == 200
        return len(captured)

    addresses = ("/admin/attendance/", screen(today), f"/admin/attendance/offering/{offering.pk}/")
    named(offering, "A")
    press(owner, today, all="yes")
    owner.get(addresses[0])
    at_one = [queries(address) for address in addresses]
    named(offering, "B", "C", organisation="Skogheim")
    make_offering(offering.practice, days=3)
    press(owner, today, all="yes")
    assert [queries(address) for address in addresses] == at_one
    assert max(at_one) <= 30


def test_the_menu_leads_there(owner: Client, practice: Practice) -> None:
    assert "/admin/attendance/" in owner.get("/admin/").content.decode()
    editor = Client()
    editor.force_login(make_user(practice=practice, role=Role.EDITOR))
    assert "/admin/attendance/" not in editor.get("/admin/").content.decode()


def test_a_guest_marks_names_and_is_told_of_no_booking(
    offering: Offering, today: OfferingSession
) -> None:
    [person] = named(offering, "Åse", organisation="Skogheim")
    coming(offering, booker_name="Solveig Taushet")
    Participant.objects.exclude(pk=person.pk).update(name="")
    guest = make_user()
    OfferingGuest.objects.create(offering=offering, user=guest)
    client = Client()
    client.force_login(guest)
    page = client.get(screen(today)).content.decode()
    assert ("Åse" in page, "Skogheim" in page, "Solveig" in page) == (True, False, False)
    press(client, today, here=person.pk)
    assert Attendance.objects.get().marked_by == guest
    assert client.get(screen(today, "?q=solveig")).context["people"] == []
    elsewhere = make_offering(offering.practice).sessions_list[0]
    assert client.get(screen(elsewhere)).status_code == 404


def test_a_seat_without_a_name_is_told_by_its_booking(
    owner: Client, offering: Offering, today: OfferingSession
) -> None:
    named(offering, "", "Zara")
    assert names_on(owner.get(screen(today))) == ["Zara", "Not named yet"]
    assert "booked by Kari Nordmann" in owner.get(screen(today)).content.decode()
