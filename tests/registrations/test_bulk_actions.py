"""A verb on many registrations: shown first, done one by one, and only on one's own."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from courses.models import CancellationTier, Offering
from registrations.bulk_actions import BULK_ACTIONS
from registrations.models import Registration
from registrations.services import mark_paid
from registrations.states import State
from tests.factories import (
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.logging_in import logged_in

pytestmark = pytest.mark.django_db

BULK = "/admin/bulk/registrations/registration/"
VERBS = [action.action_type for action in BULK_ACTIONS]


def client_of(practice: Practice, role: str = Role.OWNER) -> Client:
    return logged_in(make_user(practice=practice, role=role))


@pytest.fixture
def owner(practice: Practice) -> Client:
    return client_of(practice)


@pytest.fixture
def reviewed(practice: Practice) -> Offering:
    return make_offering(practice, review_first=True)


def ask(client: Client, verb: str, *rows: Registration, **typed: Any) -> HttpResponse:
    """Look, or with something ``typed`` do it."""
    chosen = "&".join(f"id={row.pk}" for row in rows)
    address = f"{BULK}{verb}/?{chosen}&next=/admin/registrations/registration/"
    return client.post(address, typed) if typed else client.get(address)


def states(*rows: Registration) -> list[str]:
    return [Registration.objects.get(pk=row.pk).state for row in rows]


def test_what_will_happen_to_whom_is_shown_first(owner: Client, reviewed: Offering) -> None:
    applied, booked = make_registration(reviewed), make_invoiced(make_offering(reviewed.practice))
    shown = ask(owner, "approve", applied, booked)
    assert [(plan.row, plan.letter) for plan in shown.context["plans"]] == [
        (applied, "Approved, payment awaited → kari@example.org")
    ]
    refused = [(plan.row, plan.why_not) for plan in shown.context["refused"]]
    assert refused == [(booked, "It does not await a review.")]
    assert states(applied, booked) == [State.IN_REVIEW, State.CONFIRMED]


def test_each_is_done_by_itself_and_the_result_is_told(owner: Client, reviewed: Offering) -> None:
    rows = [make_registration(reviewed) for _ in range(2)]
    booked = make_invoiced(make_offering(reviewed.practice))
    done = ask(owner, "approve", *rows, booked, go="yes")
    assert states(*rows, booked) == [State.AWAITING_PAYMENT] * 2 + [State.CONFIRMED]
    assert done.context["told"] == "Done for 2 registrations."
    assert [outcome.row for outcome in done.context["not_done"]] == [booked]


def test_one_that_fails_never_stops_the_rest(
    owner: Client, reviewed: Offering, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (make_registration(reviewed) for _ in range(3))
    # No letter can be written in a language that nobody speaks.
    Registration.objects.filter(pk=second.pk).update(language="")
    done = ask(owner, "decline", first, second, third, words="The group is full.")
    assert states(first, second, third) == [State.DECLINED, State.IN_REVIEW, State.DECLINED]
    [left] = done.context["not_done"]
    assert left.why_not == "Something went wrong. Open it, and look what has happened."


def test_declining_many_takes_words(owner: Client, reviewed: Offering) -> None:
    row = make_registration(reviewed)
    refused = ask(owner, "decline", row, words=" ")
    assert refused.context["form"].errors["words"]
    assert states(row) == [State.IN_REVIEW]


def test_cancelling_shows_what_goes_back_and_does_exactly_that(
    owner: Client, practice: Practice
) -> None:
    offering = make_offering(practice)
    CancellationTier.objects.create(offering=offering, days_before=7, fee_percent=50)
    paid, held = make_registration(offering), make_registration(offering)
    mark_paid(registration_id=paid.pk, paid_on=timezone.now().date(), user=None)
    shown = ask(owner, "cancel", paid, held).context["plans"]
    assert {plan.row: plan.refund for plan in shown} == {paid: 320000, held: 0}
    wrong = {f"refund_{paid.pk}": "640000", f"refund_{held.pk}": "0"}
    done = ask(owner, "cancel", paid, held, **wrong)
    assert states(paid, held) == [State.CONFIRMED, State.CANCELLED]
    [left] = done.context["not_done"]
    assert left.why_not == "The amounts have changed. Nothing was cancelled."
    ask(owner, "cancel", paid, **{f"refund_{paid.pk}": "320000"})
    assert states(paid) == [State.CANCELLED]


def test_more_time_the_way_to_pay_names_and_settling(owner: Client, practice: Practice) -> None:
    offering = make_offering(practice)
    held, named = make_registration(offering), make_invoiced(offering, people=2)
    named.participants.update(name="")
    Registration.objects.filter(pk=named.pk).update(needs_attention=True)
    until = (timezone.now() + timedelta(days=5)).strftime("%Y-%m-%d %H:%M")
    ask(owner, "extend", held, named, until=until)
    ask(owner, "send_pay_link", held, named, go="yes")
    ask(owner, "ask_for_names", held, named, go="yes")
    ask(owner, "settle", held, named, go="yes")
    assert {letter.kind for letter in held.letters.all()} == {"seats_held", "extended", "pay_link"}
    assert "names_missing" in {letter.kind for letter in named.letters.all()}
    named.refresh_from_db()
    assert not named.needs_attention


def test_all_of_a_list_are_those_that_it_shows(owner: Client, practice: Practice) -> None:
    make_invoiced(make_offering(practice))
    held = make_registration(make_offering(practice))
    listing = "/admin/registrations/registration/%3Fstate%3Dawaiting_payment%26q%3DKari"
    shown = owner.get(f"{BULK}send_pay_link/?id=all&next={listing}")
    assert [plan.row for plan in shown.context["plans"]] == [held]
    assert shown.context["refused"] == []


def test_writing_goes_on_at_the_page_for_letters(owner: Client, practice: Practice) -> None:
    row = make_invoiced(make_offering(practice))
    answer = ask(owner, "write", row)
    assert answer["Location"] == f"/admin/registrations/registration/write/?registrations={row.pk}"
    assert owner.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_does_anything_to_somebody_elses(verb: str, reviewed: Offering) -> None:
    row = make_registration(reviewed)
    typed = {"words": "No.", "until": "2099-01-01 10:00"}
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    stranger, editor = client_of(other), client_of(reviewed.practice, Role.EDITOR)
    assert ask(stranger, verb, row).status_code == 404
    assert ask(stranger, verb, row, **typed).status_code == 404
    assert stranger.get(f"{BULK}{verb}/?id=all").status_code == 404
    assert ask(editor, verb, row)["Location"] == "/admin/"
    assert ask(editor, verb, row, **typed)["Location"] == "/admin/"
    assert (states(row), row.history.count()) == ([State.IN_REVIEW], 1)


def test_looking_costs_the_same_for_one_and_for_three(owner: Client, practice: Practice) -> None:
    offering = make_offering(practice)
    CancellationTier.objects.create(offering=offering, days_before=7, fee_percent=50)
    looking = [verb for verb in VERBS if verb != "write"]
    counts: dict[str, list[int]] = {verb: [] for verb in looking}
    rows: list[Registration] = []
    for more in (1, 2):
        rows += [make_registration(offering, people=2) for _ in range(more)]
        for verb in looking:
            ask(owner, verb, *rows)
            with CaptureQueriesContext(connection) as queries:
                ask(owner, verb, *rows)
            counts[verb].append(len(queries))
    assert {verb: found for verb, found in counts.items() if len(set(found)) > 1} == {}
    assert max(max(found) for found in counts.values()) <= 40
