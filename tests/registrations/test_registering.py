"""Signing up: what is stored, what it costs, and that twice is once."""

import uuid
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering, OfferingQuestion, Price, TermsVersion
from registrations.models import Answer, HistoryLine, LedgerLine, Registration, SensitiveAnswer
from registrations.services import PersonComing, register
from registrations.states import State
from tests.factories import (
    ask,
    make_booking,
    make_invoiced,
    make_offering,
    make_registration,
)

pytestmark = pytest.mark.django_db


def letters(registration: Registration) -> list[tuple[str, str]]:
    return list(registration.letters.order_by("pk").values_list("kind", "recipient"))


def test_card_holds_the_seats_for_the_practices_time(offering: Offering) -> None:
    registration = make_registration(offering, people=3)
    assert registration.state == State.AWAITING_PAYMENT
    assert registration.hold_until == pytest.approx(
        registration.made_at + timedelta(minutes=45), abs=timedelta(seconds=1)
    )
    assert registration.participants.count() == 3
    assert registration.balance_due() == 3 * 640000
    assert letters(registration) == [("seats_held", "kari@example.org")]


def test_invoice_is_confirmed_at_once_and_owes_the_amount(offering: Offering) -> None:
    registration = make_invoiced(offering, people=2)
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, 1280000)
    assert letters(registration) == [
        ("confirmed", "kari@example.org"),
        ("owner_new", "post@steinlia.example"),
    ]


def test_free_is_confirmed_at_once_and_never_asked_to_pay_l1(practice: Practice) -> None:
    registration = make_registration(make_offering(practice, price=0))
    assert (registration.state, registration.method) == (State.CONFIRMED, "none")
    assert LedgerLine.objects.count() == 0
    assert [kind for kind, _ in letters(registration)] == ["confirmed", "owner_new"]


def test_the_same_submission_makes_one_registration(offering: Offering) -> None:
    booking = make_booking(offering)
    first = register(offering_id=offering.pk, booking=booking)
    second = register(offering_id=offering.pk, booking=booking)
    assert first == second
    assert Registration.objects.count() == 1
    assert len(letters(first)) == 1


def test_vat_is_rounded_once_and_the_parts_make_the_total_m10(practice: Practice) -> None:
    offering = make_offering(
        practice, price=33333, vat_treatment="rate", vat_rate=2500, prices_include_vat=True
    )
    registration = make_registration(offering, people=3)
    assert (registration.net, registration.vat) == (79999, 20000)
    [line] = registration.ledger.all()
    assert (line.amount, line.vat) == (99999, 20000)


def test_price_vat_terms_and_language_are_copied(offering: Offering) -> None:
    registration = make_registration(offering, language="en")
    Price.objects.filter(offering=offering).update(amount=1)
    Offering.objects.filter(pk=offering.pk).update(vat_treatment="not_registered")
    registration.refresh_from_db()
    assert [p.charged_price for p in registration.participants.all()] == [640000]
    assert registration.vat_treatment == "exempt"
    assert registration.terms == TermsVersion.objects.get(language="nb")
    assert registration.language == "en"


def test_answers_are_stored_apart_by_their_kind(offering: Offering) -> None:
    plain = ask(offering, "Where do you work?", asked_of="booking")
    food = ask(
        offering,
        "What do you not eat?",
        asked_of=OfferingQuestion.AskedOf.PARTICIPANT,
        sensitive=True,
    )
    registration = make_registration(
        offering,
        answers={plain.question_id: "In Bergen"},
        participants=(
            PersonComing(name="Kari", answers={food.question_id: "Nuts"}),
            PersonComing(name=""),
        ),
        quoted_total=2 * 640000,
    )
    assert list(Answer.objects.values_list("participant", "question_text", "text")) == [
        (None, "Where do you work?", "In Bergen")
    ]
    [answer] = SensitiveAnswer.objects.all()
    assert (answer.participant, answer.text) == (registration.participants.first(), "Nuts")


def test_an_answer_to_a_question_that_is_not_asked_is_not_stored(
    offering: Offering, practice: Practice
) -> None:
    foreign = ask(make_offering(practice), "Another course's question")
    make_registration(offering, answers={foreign.question_id: "x"})
    assert Answer.objects.count() == 0


def test_early_price_until_its_last_moment(offering: Offering) -> None:
    now = timezone.now()
    Price.objects.create(
        offering=offering, kind=Price.Kind.EARLY, amount=570000, available_until=now
    )
    offering = Offering.objects.get(pk=offering.pk)
    assert offering.price_at(now).amount == 570000
    assert offering.price_at(now + timedelta(seconds=1)).amount == 640000


def test_ledger_and_history_cannot_be_changed_in_the_database(offering: Offering) -> None:
    make_registration(offering)
    for model, change in ((LedgerLine, {"amount": 1}), (HistoryLine, {"why": "another reason"})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)
    assert LedgerLine.objects.get().amount == 640000
    assert connection.vendor in ("sqlite", "postgresql")


def test_own_page_is_opened_by_its_signed_link_alone(
    offering: Offering, client, django_assert_max_num_queries
) -> None:
    registration = make_registration(offering)
    address = registration.get_absolute_url()
    with django_assert_max_num_queries(25):
        assert client.get(address).status_code == 200
    forged = address.replace(registration.link_id.hex, uuid.uuid4().hex)
    assert client.get(forged).status_code == 404
    assert client.get(f"/nb/r/{registration.link_id.hex}/").status_code == 404
    assert client.get(address[:-2] + "x/").status_code == 404
