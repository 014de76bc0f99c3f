"""Review first: nothing is paid before the owner has read, and every answer is written once."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering, Question
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Registration
from registrations.seats import seats_left
from registrations.services import (
    NothingToPay,
    NoWords,
    PersonComing,
    approve,
    decline,
    start_checkout,
)
from registrations.states import MoveNotAllowed, State
from tests.factories import ask, make_invoiced, make_offering, make_registration, make_user
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

INSPECT = "/admin/registrations/registration/inspect/"
VERBS = "/admin/registrations/registration/"


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, review_first=True, seats=4)


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def letters(registration: Registration) -> list[tuple[str, str]]:
    return list(registration.letters.order_by("pk").values_list("kind", "recipient"))


def kinds(registration: Registration) -> list[str]:
    return [kind for kind, _recipient in letters(registration)]


def actions(registration: Registration) -> list[str]:
    return list(registration.history.values_list("action", flat=True))


def test_an_application_holds_its_seats_and_touches_no_card(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, people=3)
    assert (registration.state, registration.hold_until) == (State.IN_REVIEW, None)
    assert (seats_left(offering), registration.balance_due()) == (1, 3 * 640000)
    assert letters(registration) == [
        ("in_review", "kari@example.org"),
        ("owner_to_review", "post@steinlia.example"),
    ]
    with pytest.raises(NothingToPay):
        start_checkout(registration_id=registration.pk)
    run_chores()
    registration.refresh_from_db()
    assert (registration.state, len(stripe.sessions)) == (State.IN_REVIEW, 0)
    assert list(broken_invariants()) == []


def test_approving_after_any_old_deadline_gives_a_new_one_l1(offering: Offering) -> None:
    registration = make_registration(offering)
    later = timezone.now() + timedelta(days=9)
    with time_machine.travel(later, tick=False):
        approve(registration_id=registration.pk, user=None)
        run_chores()
        registration.refresh_from_db()
        assert registration.state == State.AWAITING_PAYMENT
        assert registration.hold_until == registration.pay_by == later + timedelta(days=7)
    assert kinds(registration) == ["in_review", "owner_to_review", "approved"]


def test_the_deadline_is_never_past_the_start_but_leaves_time_for_one_payment(
    practice: Practice,
) -> None:
    now = timezone.now()
    for begins_in, lasts in (
        (timedelta(days=2), timedelta(days=2)),
        (timedelta(minutes=10), timedelta(minutes=45)),
    ):
        offering = make_offering(practice, review_first=True, starts_at=now + begins_in)
        registration = make_registration(offering)
        with time_machine.travel(now, tick=False):
            approved = approve(registration_id=registration.pk, user=None)
        assert approved.hold_until == now + lasts


def test_several_checkouts_fit_into_the_long_hold_and_none_shortens_it(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        approve(registration_id=registration.pk, user=None)
        start_checkout(registration_id=registration.pk)
    registration.refresh_from_db()
    deadline = registration.pay_by
    assert deadline is not None
    assert registration.hold_until == deadline
    for before in (timedelta(days=3), timedelta(hours=4), timedelta(minutes=2)):
        with time_machine.travel(deadline - before):
            attempt = registration.payment_attempts.last()
            type(attempt).objects.filter(pk=attempt.pk).update(status="expired")
            start_checkout(registration_id=registration.pk)
    registration.refresh_from_db()
    assert registration.payment_attempts.count() == 4
    assert deadline <= registration.hold_until <= deadline + timedelta(minutes=41)
    with time_machine.travel(deadline + timedelta(minutes=1)):
        registration.payment_attempts.update(status="expired")
        with pytest.raises(NothingToPay):
            start_checkout(registration_id=registration.pk)


def test_free_and_invoiced_are_confirmed_by_the_approval_l1(practice: Practice) -> None:
    free = make_registration(make_offering(practice, review_first=True, price=0))
    invoiced = make_invoiced(make_offering(practice, review_first=True))
    for registration in (free, invoiced):
        assert registration.state == State.IN_REVIEW
        approve(registration_id=registration.pk, user=None)
        registration.refresh_from_db()
        assert registration.state == State.CONFIRMED
        assert kinds(registration) == ["in_review", "owner_to_review", "confirmed"]
    assert list(broken_invariants()) == []


def test_declining_gives_seats_back_and_writes_to_the_applicant_l2_s4(offering: Offering) -> None:
    registration = make_registration(offering, people=2, language="en")
    decline(registration_id=registration.pk, user=None, words="You would be the only beginner.")
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.DECLINED, 0)
    assert seats_left(offering) == 4
    letter = registration.letters.get(kind="declined")
    assert "You would be the only beginner." in letter.text
    assert "You would be the only beginner." in letter.html
    assert "Paid" not in letter.text
    assert list(broken_invariants()) == []


def test_nobody_is_declined_without_a_word_and_nothing_is_decided_twice_l3(
    offering: Offering,
) -> None:
    registration = make_registration(offering)
    with pytest.raises(NoWords):
        decline(registration_id=registration.pk, user=None, words=" \n ")
    approve(registration_id=registration.pk, user=None)
    for decide in (
        lambda: approve(registration_id=registration.pk, user=None),
        lambda: decline(registration_id=registration.pk, user=None, words="No."),
    ):
        with pytest.raises(MoveNotAllowed):
            decide()
    assert kinds(registration) == ["in_review", "owner_to_review", "approved"]


def test_a_date_that_was_called_off_approves_nobody(offering: Offering) -> None:
    registration = make_registration(offering)
    Offering.objects.filter(pk=offering.pk).update(status="called_off")
    with pytest.raises(MoveNotAllowed):
        approve(registration_id=registration.pk, user=None)


def test_an_approval_that_is_not_paid_expires_once_s4_l4(offering: Offering) -> None:
    registration = make_registration(offering)
    approve(registration_id=registration.pk, user=None)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        run_chores()
        run_chores()
    registration.refresh_from_db()
    assert (registration.state, seats_left(offering)) == (State.EXPIRED, 4)
    assert kinds(registration)[-1] == "expired"
    assert kinds(registration).count("expired") == 1


def test_the_database_wants_a_hold_exactly_where_an_answer_is_awaited(offering: Offering) -> None:
    registration = make_registration(offering)
    with pytest.raises(IntegrityError):
        Registration.objects.filter(pk=registration.pk).update(hold_until=timezone.now())


# Through the browser


def apply(client: Client, offering: Offering) -> Registration:
    typed = {
        "submission_key": str(uuid.uuid4()),
        "payer": "private",
        "method": "card",
        "booker_name": "Kari Nordmann",
        "booker_email": "kari@example.org",
        "accept_terms": "on",
        "participants-TOTAL_FORMS": "1",
        "participants-INITIAL_FORMS": "0",
        "participants-0-name": "Kari Nordmann",
        "quoted_total": "640000",
        "action": "confirm",
    }
    answer = client.post(f"/en/register/{offering.code}/", typed)
    registration = Registration.objects.get()
    assert answer.headers["Location"] == registration.get_absolute_url()
    return registration


def test_from_application_to_confirmation_in_the_browser(
    client: Client, owner: Client, offering: Offering, stripe: Simulator
) -> None:
    page = client.get(f"/en/register/{offering.code}/")
    assert "Nothing is charged before we have approved it." in page.text
    registration = apply(client, offering)
    assert len(stripe.sessions) == 0
    own = registration.get_absolute_url()
    assert "We are reading your application" in client.get(own).text
    refused = client.post(f"{own}pay/")
    assert (refused.status_code, len(stripe.sessions)) == (302, 0)
    owner.get(f"{INSPECT}{registration.pk}/")
    owner.post(f"{VERBS}approve/{registration.pk}/")
    assert "by card" in client.get(own).text
    client.post(f"{own}pay/")
    [session] = stripe.sessions.values()
    stripe.pay(session["id"])
    stripe.deliver()
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert kinds(registration) == [
        *("in_review", "owner_to_review", "approved", "confirmed", "owner_new")
    ]
    assert registration.history.get(action="awaiting_payment").user is not None
    assert list(broken_invariants()) == []


def test_the_owner_declines_in_the_admin(owner: Client, offering: Offering) -> None:
    registration = make_registration(offering)
    assert 'name="words"' in owner.get(f"{INSPECT}{registration.pk}/").content.decode()
    for words, state in (
        ("", State.IN_REVIEW),
        ("x" * 2001, State.IN_REVIEW),
        ("Next year, gladly.", State.DECLINED),
    ):
        owner.post(f"{VERBS}decline/{registration.pk}/", {"words": words})
        registration.refresh_from_db()
        assert registration.state == state
    page = owner.get(f"{INSPECT}{registration.pk}/").content.decode()
    assert "Next year, gladly." in page
    assert 'name="words"' not in page
    listed = owner.get(f"{VERBS}?state=declined").context["object_list"]
    assert list(listed) == [registration]


def test_the_applicant_sees_the_decision_and_can_change_nothing_more(
    client: Client, offering: Offering
) -> None:
    registration = make_registration(offering, language="en")
    decline(registration_id=registration.pk, user=None, words="Next <b>year</b>.")
    own = registration.get_absolute_url()
    assert "Next &lt;b&gt;year&lt;/b&gt;." in client.get(own).text
    assert client.get(f"{own}edit/").status_code == 302
    client.post(f"{own}give-up/")
    registration.refresh_from_db()
    assert registration.state == State.DECLINED


def test_taking_an_application_back_gives_the_seats_back_s4(
    client: Client, offering: Offering
) -> None:
    registration = make_registration(offering)
    client.post(f"{registration.get_absolute_url()}give-up/")
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.CANCELLED, 0)
    assert (seats_left(offering), kinds(registration)[-1]) == (4, "cancelled")


@pytest.fixture
def asked(offering: Offering) -> dict[str, int]:
    facts: dict[str, dict[str, Any]] = {
        "where": {"asked_of": "booking", "required": True},
        "food": {"sensitive": True},
        "supervises": {"kind": Question.Kind.YES},
    }
    return {key: ask(offering, key, **fact).question_id for key, fact in facts.items()}


@pytest.fixture
def answered(offering: Offering, asked: dict[str, int]) -> Registration:
    return make_registration(
        offering,
        language="en",
        answers={asked["where"]: "In Bergen"},
        participants=(
            PersonComing(name="Ola", answers={asked["food"]: "Nuts", asked["supervises"]: "Yes"}),
        ),
    )


def edited(asked: dict[str, int], **changes: str) -> dict[str, str]:
    return {
        f"question_{asked['where']}": "In Bergen",
        "participants-0-name": "Ola",
        f"participants-0-question_{asked['food']}": "Nuts",
        f"participants-0-question_{asked['supervises']}": "on",
        **changes,
    }


def test_edits_are_logged_without_what_they_say_and_approval_stays_possible_l2(
    client: Client, answered: Registration, asked: dict[str, int]
) -> None:
    address = f"{answered.get_absolute_url()}edit/"
    page = client.get(address).text
    for words in ('value="Ola"', 'value="Nuts"', 'value="In Bergen"', "checked"):
        assert words in page, words
    changes = {
        "participants-0-name": "Ida Hemmelig",
        f"participants-0-question_{asked['food']}": "Fish",
        "message": "We come by train.",
        "participants-TOTAL_FORMS": "7",
    }
    answer = client.post(address, edited(asked, **changes))
    assert answer.headers["Location"] == f"{answered.get_absolute_url()}?notice=saved"
    answered.refresh_from_db()
    assert answered.message == "We come by train."
    assert [person.name for person in answered.participants.all()] == ["Ida Hemmelig"]
    assert answered.sensitiveanswers.get().text == "Fish"
    assert answered.answers.count() == 2
    assert actions(answered) == [
        *("registered", "names_changed", "answers_changed", "message_changed")
    ]
    assert set(answered.history.values_list("why", flat=True)) == {""}
    approve(registration_id=answered.pk, user=None)
    answered.refresh_from_db()
    assert answered.state == State.AWAITING_PAYMENT


def test_saving_without_a_change_notes_nothing(
    client: Client, answered: Registration, asked: dict[str, int]
) -> None:
    client.post(f"{answered.get_absolute_url()}edit/", edited(asked))
    assert actions(answered) == ["registered"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("question_{where}", ""), ("participants-0-email", "kari@"), ("message", "x" * 2001)],
)
def test_a_mistake_changes_nothing(
    client: Client, answered: Registration, asked: dict[str, int], field: str, value: str
) -> None:
    data = edited(asked, **{"participants-0-name": "Ida", field.format(**asked): value})
    page = client.post(f"{answered.get_absolute_url()}edit/", data)
    assert 'id="error-summary"' in page.text
    assert answered.participants.get().name == "Ola"
    assert actions(answered) == ["registered"]


def test_nobody_edits_what_was_decided_meanwhile(
    client: Client, answered: Registration, asked: dict[str, int]
) -> None:
    approve(registration_id=answered.pk, user=None)
    data = edited(asked, **{"participants-0-name": "Ida"})
    address = f"{answered.get_absolute_url()}edit/"
    assert "this name stays" in client.post(address, data).text
    assert answered.participants.get().name == "Ola"
    decline_instead = {"state": State.DECLINED, "hold_until": None}
    Registration.objects.filter(pk=answered.pk).update(**decline_instead)
    assert client.post(address, data).headers["Location"].endswith("?notice=decided")


@pytest.mark.parametrize("verb", ["approve", "decline"])
def test_an_owner_decides_only_about_own_applications_w5(
    owner: Client, offering: Offering, verb: str, make_stranger: Callable[[], Client]
) -> None:
    registration = make_registration(offering)
    answer = make_stranger().post(f"{VERBS}{verb}/{registration.pk}/", {"words": "No."})
    registration.refresh_from_db()
    assert (answer.status_code, registration.state) == (404, State.IN_REVIEW)


@pytest.fixture
def make_stranger() -> Callable[[], Client]:
    from tests.factories import make_practice

    def make() -> Client:
        other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
        client = Client()
        client.force_login(make_user(practice=other, role=Role.OWNER))
        return client

    return make
