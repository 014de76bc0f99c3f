"""The list of registrations as each owner likes it: filters, columns, exports."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

import pytest

from cms.admin_views import KeysFirstPaginator
from cms.models import LogLine, Membership, Practice, Role
from courses.models import Offering
from registrations.models import PaymentAttempt, Registration, SavedFilter
from registrations.services import mark_paid
from tests.factories import (
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.logging_in import logged_in

pytestmark = pytest.mark.django_db

LIST = "/admin/registrations/registration/"
SAVE = f"{LIST}filters/save/"


def owner_of(practice: Practice, email: str = "owner@steinlia.example") -> Client:
    return logged_in(make_user(email, practice=practice, role=Role.OWNER))


@pytest.fixture
def owner(practice: Practice) -> Client:
    return owner_of(practice)


def listed(client: Client, question: str) -> list[Registration]:
    return list(client.get(f"{LIST}?{question}").context["object_list"])


def test_by_what_is_owed_and_paid(owner: Client, offering: Offering) -> None:
    invoiced, held = make_invoiced(offering), make_registration(offering)
    paid = make_registration(offering)
    mark_paid(registration_id=paid.pk, paid_on=timezone.now().date(), user=None)
    flagged = make_invoiced(offering)
    Registration.objects.filter(pk=flagged.pk).update(needs_attention=True)
    assert listed(owner, "payment=owed") == [flagged, held, invoiced]
    assert listed(owner, "payment=paid") == [paid]
    assert listed(owner, "payment=to_decide") == [flagged]
    assert listed(owner, "payment=overdue") == []
    day = timezone.now() - timedelta(days=1)
    invoiced.invoices.update(status="open", due_at=day)
    assert listed(owner, "payment=overdue") == [invoiced]


def test_by_what_is_to_be_sent_back(owner: Client, offering: Offering) -> None:
    invoiced, sent = make_invoiced(offering), make_invoiced(offering)
    to_be_credited = [registration.invoices.get() for registration in (invoiced, sent)]
    for invoice, status in zip(to_be_credited, ("created", "issued"), strict=True):
        facts = {"credit_note_id": f"cn_{status}", "number": "1"} if status == "issued" else {}
        invoice.credit_notes.create(amount=100, currency="NOK", words="", status=status, **facts)
    waiting, on_its_way = make_registration(offering), make_registration(offering)
    for registration, status in ((waiting, "requires_action"), (on_its_way, "pending")):
        attempt = PaymentAttempt.objects.create(
            registration=registration,
            practice=offering.practice,
            parameters={},
            amount=100,
            currency="NOK",
            expires_at=timezone.now(),
        )
        registration.refunds.create(
            payment_attempt=attempt, amount=100, currency="NOK", status=status, refund_id=status
        )
    assert listed(owner, "payment=not_sent_back") == [waiting, invoiced]


def test_how_many_were_found_is_a_heading_within_an_alert(
    owner: Client, offering: Offering
) -> None:
    make_registration(offering)
    page = owner.get(f"{LIST}?state=awaiting_payment").content.decode()
    assert 'role="alert"' in page
    assert "There is 1 match" in page
    assert '<h2 role="alert"' not in page


def test_by_several_states_and_missing_names(owner: Client, offering: Offering) -> None:
    held, invoiced = make_registration(offering), make_invoiced(offering, people=2)
    assert listed(owner, "state=confirmed&state=awaiting_payment") == [invoiced, held]
    invoiced.participants.filter(number=2).update(name="")
    assert listed(owner, "names_missing=true") == [invoiced]
    [told] = owner.get(f"{LIST}?names_missing=true").context["active_filters"]
    assert told.value == "Yes"
    assert listed(owner, "names_missing=false") == [held]


def test_the_choice_of_dates_is_short_and_holds_the_chosen_one(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    old = make_offering(practice, starts_at=timezone.now() - timedelta(days=400))
    shown = [str(key) for key, _label in choices(owner, "")]
    assert shown == ["", str(offering.pk)]
    shown = [str(key) for key, _label in choices(owner, f"offering={old.pk}")]
    assert shown == ["", str(offering.pk), str(old.pk)]


def choices(client: Client, question: str) -> list[Any]:
    form = client.get(f"{LIST}?{question}").context["filters"].form
    return list(form.fields["offering"].choices)


def test_one_two_and_fifty_rows_cost_the_same(owner: Client, practice: Practice) -> None:
    SavedFilter.objects.create(practice=practice, name="Unpaid", query="payment=owed")
    counts = []
    for rows in (1, 2, 47):
        for _row in range(rows):
            make_registration(make_offering(practice))
        questions = ("", "q=Kari", "payment=owed&state=awaiting_payment")
        for question in questions:
            owner.get(f"{LIST}?{question}")
            with CaptureQueriesContext(connection) as queries:
                owner.get(f"{LIST}?{question}")
            counts.append(len(queries))
    assert counts[:3] == counts[3:6] == counts[6:]
    assert max(counts) <= 30


def test_a_filter_is_kept_under_a_name(owner: Client, practice: Practice) -> None:
    query = "state=confirmed&p=3&export=csv&evil=1&q=Kari"
    owner.post(f"{SAVE}?{query}", {"name": "Confirmed Karis", "practice": practice.pk})
    row = SavedFilter.objects.get()
    assert (row.query, row.user is not None) == ("q=Kari&state=confirmed", True)
    shown = owner.get(f"{LIST}?{row.query}")
    assert shown.context["saved_now"] == row.pk
    assert b"Confirmed Karis" in shown.content
    again = owner.post(f"{SAVE}?{query}", {"name": "Confirmed Karis", "practice": practice.pk})
    assert again.context["form"].errors["name"]
    owner.post(f"{LIST}filters/rename/{row.pk}/", {"name": "Karis"})
    assert SavedFilter.objects.get().name == "Karis"
    owner.post(f"{LIST}filters/delete/{row.pk}/")
    assert not SavedFilter.objects.exists()


def test_a_shared_filter_is_for_the_practice_and_nobody_else(
    owner: Client, practice: Practice
) -> None:
    typed = {"practice": practice.pk, "name": "Shared", "shared": "on"}
    owner.post(f"{SAVE}?payment=owed", typed)
    owner.post(f"{SAVE}?payment=paid", {**typed, "name": "Mine", "shared": ""})
    shared, mine = SavedFilter.objects.get(user=None), SavedFilter.objects.exclude(user=None).get()
    colleague = owner_of(practice, "colleague@steinlia.example")
    assert list(colleague.get(LIST).context["saved_filters"]) == [shared]
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    stranger = owner_of(other, "stranger@tankelage.example")
    assert list(stranger.get(LIST).context["saved_filters"]) == []
    attacks = [
        stranger.post(f"{LIST}filters/delete/{shared.pk}/"),
        stranger.post(f"{LIST}filters/rename/{shared.pk}/", {"name": "x"}),
        colleague.post(f"{LIST}filters/delete/{mine.pk}/"),
    ]
    assert [answer.status_code for answer in attacks] == [404] * 3
    refused = stranger.post(f"{SAVE}?payment=owed", typed)
    assert "practice" in refused.context["form"].errors
    assert SavedFilter.objects.count() == 2


def test_columns_are_ones_own(owner: Client, practice: Practice, offering: Offering) -> None:
    make_invoiced(offering, order_number="PO-7")
    owner.post(f"{LIST}columns/", {"names": ["order_number", "state"]})
    shown = [column.name for column in owner.get(LIST).context["table"].columns.values()]
    assert shown == ["bulk_actions", "booker_name", "state", "order_number"]
    assert b"PO-7" in owner.get(LIST).content
    colleague = owner_of(practice, "colleague@steinlia.example")
    assert b"PO-7" not in colleague.get(LIST).content
    wrong = owner.post(f"{LIST}columns/", {"names": ["token"]})
    assert wrong.context["form"].errors["names"]


def test_exports_bear_the_readers_language_and_leave_a_trace(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    make_invoiced(offering)
    response = owner.get(f"{LIST}?export=csv")
    with translation.override("nb"):
        lines = b"".join(response).decode().splitlines()
        assert translation.get_language() == "nb"
    assert lines[0].startswith("Reference,Made,Time zone,State,Course,")
    assert ",Confirmed," in lines[1]
    assert ",Employer,Invoice to the employer," in lines[1]
    [line] = LogLine.objects.filter(action="exported")
    assert (line.practice, line.user.email) == (practice, "owner@steinlia.example")


def test_exports_take_as_few_queries_for_many_as_for_one(owner: Client, offering: Offering) -> None:
    counts = []
    for kind in ("csv", "xlsx"):
        for _round in range(2):
            make_invoiced(offering)
            with CaptureQueriesContext(connection) as queries:
                b"".join(owner.get(f"{LIST}?export={kind}"))
            counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]
    assert Membership.objects.count() == 1


def test_a_search_that_finds_too_much_says_so(
    offering: Offering, owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeysFirstPaginator, "most_found", 1)
    older, newer = make_registration(offering), make_registration(offering)
    text = owner.get(LIST, {"q": "steinlia"}).text
    assert "There are more than" not in text
    text = owner.get(LIST, {"q": newer.booker_name}).text
    assert older.booker_name == newer.booker_name
    assert "There are more than 1 matches" in text
    assert (newer.reference in text, older.reference in text) == (True, False)
