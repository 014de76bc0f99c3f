"""What a registration's history tells of before and after, to whom, and for how long."""

from datetime import timedelta

from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.translation import override

import pytest

from cms.history import forget_addresses
from cms.history.where import WhereMiddleware
from cms.models import LogLine, Practice, Role
from courses.models import Offering, OfferingQuestion
from registrations.history_shown import shown_changes
from registrations.models import Actor, HistoryLine, InternalNote, Registration
from registrations.services import (
    PersonComing,
    add_note,
    call_off,
    edit_details,
    go_ahead,
    substitute,
)
from registrations.services.moves import note
from tests.factories import (
    ask,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, review_first=True)


def lines(registration: Registration, action: str) -> list[tuple[str, str, str]]:
    with override("en"):
        return [
            (change.what, change.before, change.after)
            for line in registration.history.filter(action=action)
            for change in shown_changes(line)
        ]


def test_changed_names_answers_and_words_are_told_but_no_sensitive_answer(
    offering: Offering,
) -> None:
    work = ask(offering, "Where do you work?", asked_of=OfferingQuestion.AskedOf.PARTICIPANT)
    food = ask(offering, "What do you not eat?", sensitive=True)
    registration = make_registration(offering)
    answers = {work.question_id: "At night", food.question_id: "Shellfish"}
    person = PersonComing(name="Kari Dahl", email="kari@example.org", answers=answers)
    edit_details(registration_id=registration.pk, people=(person,), answers={}, message="Hello")
    assert lines(registration, "names_changed") == [
        ("Participant 1: Name", "Person 1", "Kari Dahl"),
        ("Participant 1: E-mail address", "–", "kari@example.org"),
    ]
    assert lines(registration, "answers_changed") == [
        ("Participant 1: Where do you work?", "–", "At night"),
        ("Participant 1: a sensitive answer, whose words are not kept here", "–", "–"),
    ]
    assert lines(registration, "message_changed") == [("Message", "–", "Hello")]
    kept = str(list(HistoryLine.objects.values_list("changes", flat=True)))
    assert "Shellfish" not in kept


def test_a_substitute_is_told_with_both_names(practice: Practice) -> None:
    registration = make_invoiced(make_offering(practice))
    substitute(
        registration_id=registration.pk,
        number=1,
        person=PersonComing(name="Nils Holm"),
        actor=Actor.OWNER,
    )
    assert lines(registration, "substituted") == [("Participant 1: Name", "Person 1", "Nils Holm")]


def test_the_booker_is_noted_with_an_address_and_kollegium_is_not(
    offering: Offering, client: Client
) -> None:
    registration = make_registration(offering)

    def act(_request: object) -> None:
        note(registration, action="paid", actor=Actor.STRIPE)
        note(registration, action="names_changed", actor=Actor.BOOKER)

    WhereMiddleware(act)(RequestFactory().get("/", REMOTE_ADDR="192.0.2.7"))
    stripe, booker = registration.history.order_by("pk")[1:]
    assert (stripe.where, booker.where) == ("", "192.0.2.7")
    later = timezone.now() + timedelta(days=400)
    rows = HistoryLine.objects.all()
    assert forget_addresses(rows, practice="registration__practice", now=later) == 1
    booker.refresh_from_db()
    assert booker.where == ""


def test_verbs_on_a_date_are_lines_of_the_practice(practice: Practice) -> None:
    owner = make_user(practice=practice, role=Role.OWNER)
    offering = make_offering(
        practice, minimum_seats=5, decide_at=timezone.now() + timedelta(days=2)
    )
    go_ahead(offering_id=offering.pk, user=owner)
    call_off(offering_id=offering.pk, user=owner)
    found = LogLine.objects.filter(subject_kind="courses.offering").order_by("pk")
    assert [(line.action, line.user, line.changes) for line in found] == [
        ("goes_ahead", owner, {}),
        ("called_off", owner, {"status": ["published", "called_off"]}),
    ]


def test_blanking_leaves_nothing_by_which_somebody_is_known(
    offering: Offering, client: Client
) -> None:
    registration = make_registration(offering)
    kept = {"people/1/name": ["Kari Dahl", "Liv"], "people/1/email": ["kari@example.org", ""]}
    renamed = HistoryLine.objects.create(
        registration=registration,
        action="names_changed",
        actor="booker",
        where="192.0.2.7",
        changes=kept,
    )
    owner = make_user(practice=offering.practice, role=Role.OWNER)
    noted = add_note(registration_id=registration.pk, user=owner, text="Kari rang, syk mor").line
    client.force_login(owner)
    for line, told in ((renamed, "kari@example.org"), (noted, "Kari rang, syk mor")):
        page = f"/admin/registration-history/inspect/{line.pk}/"
        address = f"/admin/registration-history/blank/{line.pk}/"
        before = client.get(page).content.decode()
        assert told in before
        assert address in before
        client.post(address, {"reason": "She asked for it"})
        after = client.get(page).content.decode()
        assert told not in after
        assert address not in after
    facts = HistoryLine.objects.filter(pk__in=(renamed.pk, noted.pk)).order_by("pk")
    assert list(facts.values_list("action", "changes", "where")) == [
        ("names_changed", None, ""),
        ("noted", None, ""),
    ]
    assert not InternalNote.objects.exists()
    page = client.get(f"/admin/registrations/registration/inspect/{registration.pk}/")
    assert "syk mor" not in page.content.decode()


def test_an_owner_blanks_a_line_and_another_practices_does_not_exist(
    practice: Practice, client: Client
) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    registration = make_registration(make_offering(practice))
    line = note(
        registration, action="names_changed", actor=Actor.OWNER, changes={"message": ["a", "b"]}
    )
    address = f"/admin/registration-history/blank/{line.pk}/"
    for stranger in (
        make_user(practice=other, role=Role.OWNER),
        make_user(practice=practice, role=Role.EDITOR),
    ):
        client.force_login(stranger)
        assert client.post(address, {"reason": "x"}).status_code in (302, 404)
        line.refresh_from_db()
        assert line.changes == {"message": ["a", "b"]}
    owner = make_user(practice=practice, role=Role.OWNER)
    client.force_login(owner)
    body = client.get(f"/admin/registration-history/?q={registration.reference}").content.decode()
    assert f"/admin/registration-history/inspect/{line.pk}/" in body
    assert client.get(f"/admin/registration-history/inspect/{line.pk}/").status_code == 200
    client.post(address, {"reason": "Asked for"})
    line.refresh_from_db()
    assert (line.changes, line.action) == (None, "names_changed")
    assert LogLine.objects.get(action="blanked").title == f"{registration.reference}: Asked for"
    assert client.get(f"/admin/registrations/registration/inspect/{registration.pk}/").status_code
