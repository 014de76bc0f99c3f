"""Registering by hand: what came by telephone or on paper, and seats beyond those there are."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

import pytest

from cms.models import Practice, Role
from courses.day_and_time import short
from courses.models import Offering, Question
from registrations.invariants import broken_invariants
from registrations.models import InternalNote, Registration
from registrations.seats import availability
from registrations.services import (
    ByHand,
    Hindrance,
    NeedsReason,
    NoLongerHeld,
    PriceChanged,
    WrongMethod,
    register_by_hand,
)
from registrations.states import State
from tests.asked import assert_the_answer_is_where_one_goes_on
from tests.factories import (
    ask,
    locale,
    make_booking,
    make_invoiced,
    make_offering,
    make_practice,
    make_user,
)
from tests.logging_in import logged_in

pytestmark = pytest.mark.django_db

TELEPHONE = ByHand(came_by="telephone")
BY_HAND = "/admin/offerings/register/"


def by_hand(offering: Offering, *, how: ByHand = TELEPHONE, **facts: Any) -> Registration:
    booking = make_booking(offering, **{"language": "en", **facts})
    return register_by_hand(offering_id=offering.pk, booking=booking, by_hand=how, user=None)


def kinds(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def ledger(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.ledger.values_list("kind", "amount"))


def typed(offering: Offering, **facts: Any) -> dict[str, Any]:
    return {
        "submission_key": str(uuid.uuid4()),
        "came_by": "telephone",
        "booker_name": "Kari Nordmann",
        "booker_email": "kari@example.org",
        "language": "nb",
        "seats": "2",
        "names": "Kari Nordmann, kari@example.org",
        "payer": "employer",
        "method": "invoice",
        "organisation": "Fjellvang kommune",
        "organisation_country": "NO",
        "organisation_number": "974760673",
        "sends_letter": "on",
        **facts,
    }


def test_who_pays_by_card_gets_the_link_and_days_to_pay(offering: Offering) -> None:
    made = by_hand(offering)
    assert (made.state, made.came_by, kinds(made)) == (
        "awaiting_payment",
        "telephone",
        ["seats_held"],
    )
    assert made.pay_by == made.hold_until
    assert made.hold_until is not None
    assert made.hold_until > timezone.now() + timedelta(days=6)
    assert list(broken_invariants()) == []


def test_a_private_person_is_told_of_the_terms_and_of_withdrawing(offering: Offering) -> None:
    made = by_hand(offering, how=replace(TELEPHONE, sends_letter=False))
    [letter] = made.letters.all()
    assert "you may withdraw within 14 days" in letter.text
    assert made.terms is not None
    assert made.terms.get_absolute_url().removeprefix("/nb") in letter.text
    assert not made.begins_soon_accepted


def test_what_is_paid_already_is_booked(offering: Offering) -> None:
    made = by_hand(offering, method="bank")
    assert (made.state, kinds(made)) == (State.CONFIRMED, ["confirmed"])
    assert ledger(made) == [("price", 640000), ("bank_payment", -640000)]
    assert list(broken_invariants()) == []


def test_an_employer_is_invoiced_and_need_not_be_written_to(offering: Offering) -> None:
    made = by_hand(
        offering,
        how=replace(TELEPHONE, sends_letter=False),
        payer="employer",
        method="invoice",
        organisation="Fjellvang",
    )
    assert (made.state, kinds(made)) == (State.CONFIRMED, [])
    assert [invoice.amount for invoice in made.invoices.all()] == [640000]
    line = made.history.get(action="registered")
    assert (line.actor, line.why) == ("owner", "No letter was sent.")


def test_a_complimentary_seat_is_a_discount_with_a_reason(offering: Offering) -> None:
    free = {"method": "none", "quoted_total": 0}
    with pytest.raises(NeedsReason):
        by_hand(offering, how=replace(TELEPHONE, agreed_price=0), **free)
    made = by_hand(offering, how=ByHand("paper", agreed_price=0, reason="She teaches."), **free)
    assert ledger(made) == [("price", 640000), ("discount", -640000)]
    assert (made.state, made.total.gross) == (State.CONFIRMED, 0)
    assert [note.text for note in InternalNote.objects.all()] == ["She teaches."]
    assert list(broken_invariants()) == []


@pytest.mark.parametrize(
    ("agreed", "lines"),
    [
        (500000, [("price", 640000), ("discount", -140000)]),
        (700000, [("price", 700000)]),
    ],
)
def test_a_price_that_was_agreed(offering: Offering, agreed: int, lines: Any) -> None:
    how = replace(TELEPHONE, agreed_price=agreed, reason="As agreed.")
    made = by_hand(offering, how=how, quoted_total=agreed)
    assert (ledger(made), made.total.gross) == (lines, agreed)
    assert list(broken_invariants()) == []


def test_after_the_deadline_it_takes_a_reason(practice: Practice) -> None:
    offering = make_offering(practice, status=Offering.Status.CLOSED, review_first=True)
    with pytest.raises(NeedsReason) as refused:
        by_hand(offering)
    assert refused.value.hindrances == (Hindrance.CLOSED,)
    made = by_hand(offering, how=replace(TELEPHONE, reason="She wrote in time."))
    assert made.state == State.AWAITING_PAYMENT


def test_no_reason_brings_back_what_is_called_off_or_over(practice: Practice) -> None:
    how = replace(TELEPHONE, reason="Please.")
    off = make_offering(practice, status=Offering.Status.CALLED_OFF)
    over = make_offering(practice, starts_at=timezone.now() - timedelta(days=9))
    for offering in (off, over):
        with pytest.raises(NoLongerHeld):
            by_hand(offering, how=how)
    assert not Registration.objects.exists()


def test_beyond_the_seats_only_with_a_reason_and_exactly_so_many(practice: Practice) -> None:
    offering = make_offering(practice, seats=2)
    make_invoiced(offering)
    with pytest.raises(NeedsReason) as refused:
        by_hand(offering, people=3)
    assert refused.value.hindrances == (Hindrance.FULL,)
    made = by_hand(offering, people=3, how=replace(TELEPHONE, reason="The room is larger."))
    offering.refresh_from_db()
    assert (offering.overbooked, made.history.get(action="overbooked").why) == (2, "2")
    shown = availability([offering])[offering.pk]
    assert (shown.seats_left, shown.can_register) == (0, False)
    assert list(broken_invariants()) == []
    Offering.objects.filter(pk=offering.pk).update(overbooked=1)
    assert list(broken_invariants()) == [f"{offering.code}: 4 seats held of 2."]


def test_the_same_form_twice_is_one_registration(offering: Offering) -> None:
    booking = make_booking(offering, method="bank")
    rows = {
        register_by_hand(offering_id=offering.pk, booking=booking, by_hand=TELEPHONE, user=None).pk
        for _click in range(2)
    }
    assert len(rows) == Registration.objects.count() == 1


def test_nothing_is_stored_at_another_price_or_in_a_wrong_way(offering: Offering) -> None:
    with pytest.raises(PriceChanged):
        by_hand(offering, quoted_total=1)
    with pytest.raises(WrongMethod):
        by_hand(offering, method="invoice")
    with pytest.raises(WrongMethod):
        by_hand(offering, method="none")
    assert not Registration.objects.exists()


def test_the_form_shows_what_it_does_before_it_does_it(owner: Client, offering: Offering) -> None:
    address = f"{BY_HAND}{offering.pk}/"
    facts = typed(offering)
    shown = owner.post(address, {**facts, "action": "quote"})
    assert (shown.context["booking"].quoted_total, Registration.objects.count()) == (1280000, 0)
    assert_the_answer_is_where_one_goes_on(shown.text)
    owner.post(address, {**facts, "action": "confirm", "quoted_total": "1"})
    assert Registration.objects.count() == 0
    owner.post(address, {**facts, "action": "confirm", "quoted_total": "1280000"})
    made = Registration.objects.get()
    names = list(made.participants.values_list("name", "email"))
    assert names == [("Kari Nordmann", "kari@example.org"), ("", "")]
    assert (made.state, made.organisation_number) == (State.CONFIRMED, "974760673")
    assert made.history.get(action="registered").user.email == "owner@steinlia.example"


def test_the_form_asks_for_a_reason_where_one_is_needed(owner: Client, practice: Practice) -> None:
    offering = make_offering(practice, seats=1)
    address = f"{BY_HAND}{offering.pk}/"
    facts = typed(offering)
    refused = owner.post(address, {**facts, "action": "confirm", "quoted_total": "1280000"})
    assert refused.context["form"].errors == {
        "reason": ["There are too few seats. Say why you register it all the same."]
    }
    facts |= {"reason": "A larger room.", "action": "confirm", "quoted_total": "1280000"}
    owner.post(address, facts)
    offering.refresh_from_db()
    assert (Registration.objects.count(), offering.overbooked) == (1, 1)


def test_a_complimentary_seat_by_the_form(owner: Client, offering: Offering) -> None:
    facts = typed(offering, seats="1", payer="private", price="free", reason="Our teacher.")
    owner.post(f"{BY_HAND}{offering.pk}/", {**facts, "action": "confirm", "quoted_total": "0"})
    made = Registration.objects.get()
    assert (made.method, made.total.gross, made.organisation) == ("none", 0, "")


def test_what_is_typed_wrongly_is_said_beside_the_field(owner: Client, offering: Offering) -> None:
    facts = typed(
        offering, seats="1", names="A\nB, nowhere", organisation_number="1", price="agreed"
    )
    errors = owner.post(f"{BY_HAND}{offering.pk}/", facts).context["form"].errors
    assert set(errors) == {"names", "organisation_number", "agreed_price"}


def test_what_is_missing_or_too_much_is_said_as_such(owner: Client, offering: Offering) -> None:
    facts = typed(offering, seats="11", organisation_number="")
    form = owner.post(f"{BY_HAND}{offering.pk}/", facts).context["form"]
    with override("en"):
        errors = {name: list(said) for name, said in form.errors.items()}
    assert errors == {
        "seats": [
            "At most 10 seats fit in one registration. "
            "Register the others after it, in another one."
        ],
        "organisation_number": [
            "Write the organisation number; without it we cannot send an invoice."
        ],
    }


def test_a_date_is_chosen_first_in_the_same_number_of_queries(
    owner: Client, practice: Practice
) -> None:
    address = "/admin/registrations/registration/register/"
    offering, counts = make_offering(practice), []
    for _round in range(2):
        owner.get(address)
        with CaptureQueriesContext(connection) as queries:
            owner.get(address)
        counts.append(len(queries))
        make_offering(practice)
        make_offering(practice)
    assert counts[0] == counts[1] <= 30
    first = Offering.objects.get(pk=offering.pk).first_start
    shown = short(first, zone=practice.zone, language="en")
    assert f"{offering.course.code}, {shown}" in owner.get(address).content.decode()
    answer = owner.get(f"{address}?offering={offering.pk}")
    assert answer["Location"] == f"{BY_HAND}{offering.pk}/"


def test_nobody_registers_by_hand_at_somebody_elses(practice: Practice, offering: Offering) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    client = Client()
    client.force_login(make_user(practice=other, role=Role.OWNER))
    address = f"{BY_HAND}{offering.pk}/"
    answers = [client.get(address), client.post(address, typed(offering))]
    assert [answer.status_code for answer in answers] == [404, 404]
    chosen = client.get(f"/admin/registrations/registration/register/?offering={offering.pk}")
    assert chosen.status_code == 200
    assert not Registration.objects.exists()


def asked_by_hand(offering: Offering) -> tuple[str, str, str]:
    """The fields of a booking's question, and of a participant's two; all must be answered."""
    facts = {"required": True, "asked_of": "participant"}
    of_booking = ask(offering, "How did you hear of us?", required=True, asked_of="booking")
    box = ask(offering, "Do you lead a team?", kind="yes", **facts)
    diet = ask(offering, "What do you not eat?", sensitive=True, **facts)
    return (
        f"question_{of_booking.question_id}",
        f"question_{box.question_id}",
        f"question_{diet.question_id}",
    )


def answered(made: Registration) -> tuple[list[Any], list[Any]]:
    """Plain answers and sensitive ones, with the participant's number."""
    plain = made.answers.order_by("pk").values_list("participant__number", "text")
    apart = made.sensitiveanswers.order_by("pk")
    return list(plain), list(apart.values_list("participant__number", "text", "from_participant"))


def test_what_the_date_asks_is_written_down_too(owner: Client, offering: Offering) -> None:
    of_booking, box, diet = asked_by_hand(offering)
    address, facts = f"{BY_HAND}{offering.pk}/", typed(offering)
    answers = {
        of_booking: "From a colleague",
        f"participants-0-{diet}": "Nuts",
        f"participants-1-{box}": "on",
    }
    shown = owner.post(address, {**facts, **answers, "action": "quote"})
    people = [form["number"] for form in shown.context["form"].asked.people]
    assert people == [1, 2]
    assert "Kari Nordmann</legend>" in shown.content.decode()
    owner.post(address, {**facts, **answers, "action": "confirm", "quoted_total": "1280000"})
    made = Registration.objects.get()
    assert answered(made) == ([(None, "From a colleague"), (2, "Ja")], [(1, "Nuts", False)])
    assert [line.changes for line in made.history.all()] == [{}]


def test_no_question_has_to_be_answered_by_hand(owner: Client, offering: Offering) -> None:
    asked_by_hand(offering)
    address, facts = f"{BY_HAND}{offering.pk}/", typed(offering)
    assert "None of it has to be answered now" in owner.get(address).content.decode()
    owner.post(address, {**facts, "action": "confirm", "quoted_total": "1280000"})
    assert answered(Registration.objects.get()) == ([], [])


def test_a_wrong_answer_is_said_beside_its_question(owner: Client, offering: Offering) -> None:
    kind = {"kind": "choice", "choices_text": "By train\nBy car"}
    asked = ask(offering, "How do you travel?", **kind)
    facts = typed(offering, **{f"participants-1-question_{asked.question_id}": "By aeroplane"})
    shown = owner.post(
        f"{BY_HAND}{offering.pk}/", {**facts, "action": "confirm", "quoted_total": "1280000"}
    )
    assert "Choose again" in shown.content.decode()
    assert 'value="confirm"' not in shown.content.decode()
    assert not Registration.objects.exists()


def test_questions_are_in_the_language_of_the_letters(owner: Client, offering: Offering) -> None:
    asked = ask(offering, "Hvordan reiser du?", kind="choice", choices_text="Tog\nBil")
    english = {"text": "How do you travel?", "choices_text": "Train\nCar"}
    key, practice = asked.question.translation_key, offering.practice
    facts = {"translation_key": key, "locale": locale("en"), "practice": practice}
    Question.objects.create(kind="choice", **english, **facts)
    address, name = f"{BY_HAND}{offering.pk}/", f"participants-0-question_{asked.question_id}"
    assert "Hvordan reiser du?" in owner.get(address).content.decode()
    said = typed(offering, seats="1", language="en", **{name: "Train"})
    shown = owner.post(address, {**said, "action": "quote"})
    assert '<div lang="en">' in shown.content.decode()
    owner.post(address, {**said, "action": "confirm", "quoted_total": "640000"})
    assert answered(Registration.objects.get()) == ([(1, "Train")], [])


def test_who_is_not_the_owner_is_asked_nothing_sensitive(offering: Offering) -> None:
    of_booking, _box, diet = asked_by_hand(offering)
    client = logged_in(make_user(is_superuser=True))
    address = f"{BY_HAND}{offering.pk}/"
    assert "What do you not eat?" not in client.get(address).content.decode()
    facts = typed(offering, **{of_booking: "By post", f"participants-0-{diet}": "Nuts"})
    client.post(address, {**facts, "action": "confirm", "quoted_total": "1280000"})
    assert answered(Registration.objects.get()) == ([(None, "By post")], [])


def test_more_people_and_questions_take_no_more_queries(owner: Client, offering: Offering) -> None:
    address, counts = f"{BY_HAND}{offering.pk}/", []
    for seats in ("1", "3"):
        asked_by_hand(offering)
        facts = typed(offering, seats=seats, language="en", action="quote")
        owner.post(address, facts)
        with CaptureQueriesContext(connection) as queries:
            owner.post(address, facts)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
