"""The visitor's way through the form, as a browser without JavaScript goes it."""

import html
import re
import uuid
from datetime import timedelta
from typing import Any

from django.core import mail
from django.test import Client

import icalendar
import pytest

from cms.models import Practice
from courses.models import Offering, OfferingSession, Price
from registrations.invariants import broken_invariants
from registrations.models import Letter, Registration
from registrations.post_office import deliver
from registrations.states import State
from tests.factories import (
    ask,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
)
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def typed(offering: Offering, *, people: int = 1, **facts: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "submission_key": str(uuid.uuid4()),
        "payer": "private",
        "method": "card",
        "booker_name": "Kari Nordmann",
        "booker_email": "kari@example.org",
        "accept_terms": "on",
        "participants-TOTAL_FORMS": str(people),
        "participants-INITIAL_FORMS": "0",
        "action": "review",
    }
    for number in range(people):
        data[f"participants-{number}-name"] = f"Person {number + 1}"
    return {**data, **facts}


def employer(offering: Offering, **facts: Any) -> dict[str, Any]:
    return typed(
        offering,
        **{
            "payer": "employer",
            "method": "invoice",
            "organisation": "Fjellvang kommune",
            "organisation_country": "NO",
            "organisation_number": "974 760 673",
            "buyer_reference": "B123456",
            "order_number": "PO-7",
            "invoice_email": "faktura@fjellvang.example",
            **facts,
        },
    )


def hidden_fields(page: str) -> dict[str, str]:
    """What the summary's form would send, read from its HTML."""
    form = page[page.index('<form class="form"') :]
    fields = {}
    for tag in re.findall(r'<input type="hidden"[^>]*>', form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        fields[html.unescape(name[1])] = html.unescape(value[1]) if value else ""
    return fields


def review_and_confirm(client: Client, address: str, data: dict[str, Any]) -> Any:
    summary = client.post(address, data)
    assert summary.status_code == 200
    assert 'name="action" value="confirm"' in summary.text, summary.text
    return client.post(address, {**hidden_fields(summary.text), "action": "confirm"})


def address_of(offering: Offering, language: str = "nb") -> str:
    return f"/{language}/register/{offering.code}/"


def test_three_people_register_pay_and_get_a_letter_with_a_calendar(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    address = address_of(offering)
    page = client.get(address)
    assert page.status_code == 200
    data = typed(offering)
    data["submission_key"] = hidden_fields(page.text)["submission_key"]
    for _ in range(2):
        page = client.post(address, {**data, "action": "add_participant"})
        data["participants-TOTAL_FORMS"] = hidden_fields(page.text)["participants-TOTAL_FORMS"]
    assert data["participants-TOTAL_FORMS"] == "3"
    data |= {"participants-1-name": "Ola Å. Ødegård", "participants-2-name": ""}
    answer = review_and_confirm(client, address, data)

    registration = Registration.objects.get()
    assert answer.headers["Location"] == f"/nb/r/{registration.token}/pay/"
    leading_on = client.get(answer.headers["Location"])
    [session] = stripe.sessions.values()
    assert leading_on.headers["Refresh"] == f"0; url={session['url']}"
    assert session["amount_total"] == 3 * 640000
    stripe.pay(session["id"])
    stripe.deliver()

    own_page = client.get(registration.get_absolute_url())
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert "Ola Å. Ødegård" in own_page.text
    assert own_page.headers["Referrer-Policy"] == "same-origin"
    letter = Letter.objects.get(kind=Letter.Kind.CONFIRMED)
    deliver(letter_id=letter.pk)
    [message] = mail.outbox
    assert message.to == ["kari@example.org"]
    *tickets, attachment = message.attachments
    assert len(tickets) == 3
    calendar = icalendar.Calendar.from_ical(attachment[1])
    assert len(list(calendar.walk("VEVENT"))) == 2
    assert len(list(calendar.walk("VTIMEZONE"))) == 1
    assert list(broken_invariants()) == []


def test_employer_chooses_an_invoice(client: Client, offering: Offering) -> None:
    answer = review_and_confirm(client, address_of(offering), employer(offering))
    registration = Registration.objects.get()
    assert answer.headers["Location"] == registration.get_absolute_url()
    assert (registration.state, registration.method) == (State.CONFIRMED, "invoice")
    assert registration.organisation_number == "974760673"
    assert (registration.buyer_reference, registration.order_number) == ("B123456", "PO-7")


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"payer": ""}, "payer", "Choose who pays."),
        ({"booker_name": " "}, "booker_name", "Write your name."),
        ({"booker_email": "kari@"}, "booker_email", "This is not an e-mail address."),
        ({"booker_name": "x" * 121}, "booker_name", "at most 120 characters"),
        ({"message": "x" * 2001}, "message", "at most 2000 characters"),
        ({"accept_terms": ""}, "accept_terms", "You need to accept the terms to register."),
        ({"organisation_number": "974 760 674"}, "organisation_number", "from Norway"),
        ({"organisation_number": ""}, "organisation_number", "without it we cannot send"),
        ({"organisation": ""}, "organisation", "Write the name of the organisation"),
        ({"method": ""}, "method", "Choose how you want to pay."),
        ({"method": "gold"}, "method", "Select a valid choice."),
    ],
)
def test_every_mistake_is_named_beside_its_field_and_in_the_summary(
    client: Client, offering: Offering, change: dict[str, str], field: str, words: str
) -> None:
    page = client.post(address_of(offering, "en"), employer(offering, **change))
    assert Registration.objects.count() == 0
    summary = page.text[page.text.index('id="error-summary"') :]
    summary = summary[: summary.index("</div>")]
    assert words in html.unescape(summary)
    assert f'href="#id_{field}' in summary
    assert f'id="id_{field}_error"' in page.text or f'id="id_{field}-error"' in page.text
    if "booker_name" not in change:
        assert 'value="Kari Nordmann"' in page.text


@pytest.mark.parametrize(
    ("country", "right", "wrong"),
    [
        ("NO", "974 760 673", "974 760 674"),
        ("SE", "556036-0793", "556036-0794"),
        ("FI", "2077474-0", "2077474-1"),
        ("DK", "13585628", "13585629"),
    ],
)
def test_organisation_numbers_are_checked_by_country(
    client: Client, offering: Offering, country: str, right: str, wrong: str
) -> None:
    for number, is_right in ((right, True), (wrong, False)):
        data = employer(offering, organisation_country=country, organisation_number=number)
        page = client.post(address_of(offering), data)
        assert ('value="confirm"' in page.text) is is_right


def test_sending_the_summary_twice_makes_one_registration(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    summary = client.post(address_of(offering), typed(offering))
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    first = client.post(address_of(offering), fields)
    second = client.post(address_of(offering), fields)
    assert first.headers["Location"] == second.headers["Location"]
    assert Registration.objects.count() == 1
    assert len(stripe.sessions) == 1


def test_going_back_after_confirming_finds_the_registration_that_was_made(
    client: Client, offering: Offering
) -> None:
    data = employer(offering)
    review_and_confirm(client, address_of(offering), data)
    answer = review_and_confirm(client, address_of(offering), data)
    assert answer.headers["Location"] == Registration.objects.get().get_absolute_url()


def test_changes_after_confirming_are_told_not_to_be_booked(
    client: Client, offering: Offering
) -> None:
    data, address = employer(offering), address_of(offering, "en")
    review_and_confirm(client, address, data)
    added = {**data, "participants-TOTAL_FORMS": "2", "participants-1-name": "Ola Nordmann"}
    answer = review_and_confirm(client, address, added)
    registration = Registration.objects.get()
    assert answer.headers["Location"] == f"{registration.get_absolute_url()}?notice=sent_before"
    assert registration.participants.count() == 1
    page = client.get(answer.headers["Location"])
    assert "nothing was booked a second time" in page.text


@pytest.mark.parametrize(("people", "held"), [(1, "Your seat is held"), (3, "Your seats are held")])
def test_a_payment_page_that_did_not_open_counts_the_seats(
    client: Client, offering: Offering, people: int, held: str
) -> None:
    registration = make_registration(offering, people=people, language="en")
    page = client.get(f"{registration.get_absolute_url()}?payment=unavailable")
    assert f"could not be opened just now. {held} and nothing was charged." in page.text


def test_changing_something_keeps_everything_that_was_typed(
    client: Client, offering: Offering
) -> None:
    data = employer(offering, people=3, message="Vi kommer med tog.")
    summary = client.post(address_of(offering), data)
    page = client.post(address_of(offering), {**hidden_fields(summary.text), "action": "edit"})
    for words in ("Person 3", "Vi kommer med tog.", "974 760 673", "PO-7"):
        assert words in page.text
    assert 'id="error-summary"' not in page.text


def test_taking_a_participant_away_moves_the_others_up(client: Client, offering: Offering) -> None:
    data = typed(offering, people=3, action="remove_participant:1")
    page = client.post(address_of(offering), data)
    assert hidden_fields(page.text)["participants-TOTAL_FORMS"] == "2"
    names = re.findall(r'name="participants-\d-name"[^>]*value="([^"]*)"', page.text)
    assert names == ["Person 1", "Person 3"]


def test_full_while_somebody_types_is_told_and_nothing_typed_is_lost(
    client: Client, practice: Practice
) -> None:
    offering = make_offering(practice, seats=2)
    summary = client.post(address_of(offering, "en"), typed(offering, people=2))
    make_invoiced(offering)
    answer = client.post(
        address_of(offering, "en"), {**hidden_fields(summary.text), "action": "confirm"}
    )
    assert "There is only 1 seat left." in answer.text
    assert "Person 2" in answer.text
    assert Registration.objects.count() == 1


def test_a_price_that_moved_is_shown_before_anything_is_booked_m9(
    client: Client, offering: Offering
) -> None:
    summary = client.post(address_of(offering, "en"), typed(offering))
    Price.objects.filter(offering=offering).update(amount=700000)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    again = client.post(address_of(offering, "en"), fields)
    assert "The price has changed since you saw it." in again.text
    assert Registration.objects.count() == 0
    assert hidden_fields(again.text)["quoted_total"] == "700000"


def test_dates_that_moved_since_the_summary_are_told_before_booking_m9(
    client: Client, offering: Offering
) -> None:
    summary = client.post(address_of(offering, "en"), typed(offering))
    for session in OfferingSession.objects.filter(offering=offering):
        session.starts_at += timedelta(hours=1)
        session.save()
    confirmed = hidden_fields(summary.text) | {"action": "confirm"}
    again = client.post(address_of(offering, "en"), confirmed)
    assert "The dates have changed since you saw them." in again.text
    assert Registration.objects.count() == 0
    client.post(address_of(offering, "en"), hidden_fields(again.text) | {"action": "confirm"})
    assert Registration.objects.count() == 1


@pytest.mark.parametrize("quoted", ["", "-1", "0", "1", "1e9", "640000.0", "٦٤٠٠٠٠"])
def test_a_forged_total_books_nothing(client: Client, offering: Offering, quoted: str) -> None:
    data = typed(offering, action="confirm", quoted_total=quoted)
    client.post(address_of(offering), data)
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("count", ["11", "100000"])
def test_no_one_books_too_many(client: Client, practice: Practice, count: str) -> None:
    offering = make_offering(practice, seats=1000)
    data = typed(offering, action="confirm", quoted_total="0")
    for quoted in (0, 640000, 11 * 640000):
        data |= {"participants-TOTAL_FORMS": count, "quoted_total": str(quoted)}
        answer = client.post(address_of(offering), data)
        assert answer.status_code == 200
    assert Registration.objects.count() == 0


def test_another_practices_offering_and_drafts_are_not_found(
    client: Client, practice: Practice
) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    assert client.get(address_of(make_offering(other))).status_code == 404
    draft = make_offering(practice, status=Offering.Status.DRAFT)
    assert client.get(address_of(draft)).status_code == 404


def test_another_practices_host_does_not_open_a_registration(
    client: Client, offering: Offering
) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", default=False)
    registration = make_registration(offering)
    answer = client.get(registration.get_absolute_url(), headers={"host": "tankelage.localhost"})
    assert answer.status_code == 404


def test_giving_up_before_paying_frees_the_seats(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, people=2)
    client.post(f"/nb/r/{registration.token}/pay/")
    client.post(f"/nb/r/{registration.token}/give-up/")
    registration.refresh_from_db()
    [session] = stripe.sessions.values()
    assert (registration.state, session["status"]) == (State.CANCELLED, "expired")
    assert [letter.kind for letter in registration.letters.order_by("pk")] == [
        "seats_held",
        "cancelled",
    ]


def test_giving_up_what_was_paid_meanwhile_confirms_instead_m6(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    client.post(f"/nb/r/{registration.token}/pay/")
    [session] = stripe.sessions
    stripe.pay(session)
    answer = client.post(f"/nb/r/{registration.token}/give-up/")
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert answer.headers["Location"].endswith("?payment=first")


def test_stripe_being_away_is_told_and_paying_again_works(
    client: Client, offering: Offering, stripe: Simulator
) -> None:
    stripe.faults.add("POST /v1/checkout/sessions", "drop_after", times=3)
    answer = review_and_confirm(client, address_of(offering, "en"), typed(offering))
    page = client.get(answer.headers["Location"])
    assert "Your seat is held and nothing was charged." in html.unescape(page.text)
    registration = Registration.objects.get()
    client.post(f"/en/r/{registration.token}/pay/")
    assert len(stripe.sessions) == 1


def test_questions_are_asked_in_the_readers_language_and_required_ones_must_be_answered(
    client: Client, offering: Offering
) -> None:
    asked = ask(offering, "Hvor arbeider du?", required=True, asked_of="booking")
    page = client.post(address_of(offering, "en"), typed(offering))
    assert f'href="#id_question_{asked.question_id}"' in page.text
    data = typed(offering, **{f"question_{asked.question_id}": "På et sykehus"})
    summary = client.post(address_of(offering, "en"), data)
    assert "På et sykehus" in summary.text


def test_form_in_a_language_the_practice_does_not_have_leads_to_its_own(
    client: Client, offering: Offering
) -> None:
    answer = client.get(address_of(offering, "sv"))
    assert (answer.status_code, answer.headers["Location"]) == (302, address_of(offering))


def test_markup_in_what_people_write_is_shown_as_text(client: Client, offering: Offering) -> None:
    attack = "<script>alert(1)</script>"
    registration = make_registration(offering, booker_name=attack)
    page = client.get(registration.get_absolute_url())
    assert attack not in page.text
    letter = registration.letters.get()
    assert attack not in letter.html


def test_too_many_tries_are_told_to_wait(client: Client, offering: Offering) -> None:
    data = typed(offering, booker_name="")
    statuses = [client.post(address_of(offering), data).status_code for _ in range(121)]
    assert statuses == [200] * 120 + [429]


def test_a_private_payer_who_had_chosen_an_invoice_pays_by_card(
    client: Client, offering: Offering
) -> None:
    review_and_confirm(client, address_of(offering), employer(offering, payer="private"))
    registration = Registration.objects.get()
    assert (registration.method, registration.organisation) == ("card", "")


@pytest.mark.parametrize("count", ["0", "-3", "many", "", "1.5"])
def test_a_booking_of_nobody_becomes_a_booking_of_one(
    client: Client, offering: Offering, count: str
) -> None:
    data = {**employer(offering), "participants-TOTAL_FORMS": count}
    review_and_confirm(client, address_of(offering), data)
    assert Registration.objects.get().participants.count() == 1


def test_somebody_unnamed_can_be_registered(client: Client, offering: Offering) -> None:
    data = {**employer(offering), "participants-0-name": ""}
    review_and_confirm(client, address_of(offering), data)
    assert [person.name for person in Registration.objects.get().participants.all()] == [""]


def test_the_empty_form_may_be_found_and_names_the_course_as_its_address(client: Client) -> None:
    practice = make_practice()
    page = make_course_pages(practice)["nb"]
    offering = make_offering(practice, course=page.course)
    answer = client.get(f"/nb/register/{offering.code}/")
    assert "X-Robots-Tag" not in answer.headers
    assert f'<link rel="canonical" href="{page.full_url}">' in answer.content.decode()
    mistaken = client.post(f"/nb/register/{offering.code}/", {"action": "review"})
    assert mistaken.headers["X-Robots-Tag"] == "noindex, nofollow"
