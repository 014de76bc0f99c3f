"""Registrations and letters in the admin."""

import csv
import re
from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import get_language, override

from wagtail.users.models import UserProfile

import pytest
import time_machine
from openpyxl import load_workbook

from cms.models import Membership, Practice, Role
from courses.models import CoursePage, Offering
from registrations.desk_columns import EXPORT
from registrations.models import Actor, Letter, Registration
from registrations.post_office import deliver
from registrations.services import cancel, give_up, start_checkout
from registrations.services.ledger import take_price_back
from registrations.states import State
from registrations.tickets import PICTURE
from tests.factories import (
    ask,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

LIST = "/admin/registrations/registration/"


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user("owner@steinlia.example", practice=practice, role=Role.OWNER))
    return client


def listed(client: Client, question: str = "") -> list[Registration]:
    return list(client.get(f"{LIST}?{question}").context["object_list"])


def one_page(client: Client, registration: Registration) -> str:
    return client.get(f"{LIST}inspect/{registration.pk}/").content.decode()


def test_the_list_is_searched_by_everything_that_people_quote(
    owner: Client, offering: Offering
) -> None:
    make_invoiced(offering, booker_name="Someone else")
    wanted = make_invoiced(
        offering,
        people=2,
        booker_name="Solveig Hamre",
        booker_email="solveig@example.org",
        organisation="Fjordheim",
        order_number="PO-7",
        buyer_reference="B123456",
    )
    wanted.participants.filter(number=2).update(name="Jon Moe", email="jon@moe.example")
    words = ("hamre", "solveig@", "Fjordheim", "PO-7", "B123456", "Jon Moe", "jon@moe")
    assert [listed(owner, f"q={word}") for word in words] == [[wanted]] * len(words)
    assert listed(owner, f"q={wanted.reference}") == [wanted]
    assert listed(owner, "q=nobody") == []


def test_the_list_is_filtered(owner: Client, practice: Practice, offering: Offering) -> None:
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Oslo"))):
        invoiced = make_invoiced(offering)
    other = make_offering(practice)
    held = make_registration(other)
    Registration.objects.filter(pk=held.pk).update(needs_attention=True)
    assert listed(owner, "state=awaiting_payment") == [held]
    assert listed(owner, f"offering={offering.pk}") == [invoiced]
    assert listed(owner, "payer=private") == [held]
    assert listed(owner, "method=invoice") == [invoiced]
    assert listed(owner, "needs_attention=true") == [held]
    assert listed(owner, "made_at_from=2026-03-01&made_at_to=2026-03-01") == [invoiced]
    assert listed(owner, "made_at_from=2026-03-02") == [held]


def test_another_practices_dates_are_no_filter_and_find_nothing_w5(
    owner: Client, offering: Offering
) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    strange = make_offering(other)
    make_invoiced(strange)
    filters = owner.get(LIST).context["filters"].form
    assert list(filters.fields["offering"].queryset) == [offering]
    assert list(filters.fields["practice"].queryset) == [offering.practice]
    assert listed(owner) == []
    assert owner.get(f"{LIST}?offering={strange.pk}").context["object_list"] == []


def test_the_list_costs_the_same_for_one_and_for_three(
    owner: Client, practice: Practice, django_assert_num_queries: Any
) -> None:
    pages = make_course_pages(practice)
    offering = make_offering(practice, course=pages["nb"].course)
    make_invoiced(offering)
    owner.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        owner.get(LIST)
    make_invoiced(offering, people=3)
    make_registration(offering, people=2)
    with django_assert_num_queries(len(queries)):
        response = owner.get(LIST)
    rows = [(r.course_title, r.people, r.balance) for r in response.context["object_list"]]
    assert rows == [
        ("Group supervision nb", 2, 1280000),
        ("Group supervision nb", 3, 1920000),
        ("Group supervision nb", 1, 640000),
    ]


def csv_lines(client: Client, question: str = "") -> list[str]:
    body = b"".join(client.get(f"{LIST}?export=csv&{question}")).decode()
    return body.splitlines()


@pytest.mark.parametrize(
    ("language", "heading", "paid_by"),
    [("en", "Person booking", "Invoice to the employer"), ("nb", "Bestiller", "Faktura")],
)
def test_the_csv_is_in_the_readers_language_though_it_is_read_later(
    practice: Practice, offering: Offering, language: str, heading: str, paid_by: str
) -> None:
    make_invoiced(offering)
    user = make_user("reads@steinlia.example", practice=practice, role=Role.OWNER)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    client = Client()
    client.force_login(user)
    answer = client.get(f"{LIST}?export=csv")
    with override("sv"):
        heads, row = b"".join(answer).decode().splitlines()
        assert get_language() == "sv"
    assert heading in heads
    assert paid_by in row


DANGEROUS = ('=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx")


def test_no_cell_of_the_csv_is_a_formula(owner: Client, offering: Offering) -> None:
    for words in DANGEROUS:
        make_invoiced(offering, booker_name=words, organisation=words, booker_phone="+47 99")
    text = "\n".join(csv_lines(owner)[1:])
    cells = [cell.strip('"') for line in text.split("\n") for cell in line.split(",")]
    assert [cell for cell in cells if cell.startswith(tuple("=+@\t\r"))] == []
    assert "'=HYPERLINK" in text
    assert "'+47 99" in text


def test_the_xlsx_holds_numbers_times_and_no_formula(owner: Client, offering: Offering) -> None:
    make_invoiced(offering, booker_name="=1+1")
    body = b"".join(owner.get(f"{LIST}?export=xlsx"))
    sheet = load_workbook(BytesIO(body)).active
    heads, row = ([cell.value for cell in line] for line in sheet.iter_rows())
    values = dict(zip(heads, row, strict=True))
    first = offering.sessions_list[0].starts_at
    zone = ZoneInfo("Europe/Oslo")
    assert timezone.make_naive(first, zone) in row
    assert (6400 in row, "Europe/Oslo" in row, "=1+1" in values.values()) == (True, True, True)
    assert "f" not in {cell.data_type for line in sheet.iter_rows() for cell in line}


def test_the_csv_tells_times_by_the_practices_clock_and_money_exactly_l6(
    owner: Client, offering: Offering
) -> None:
    with time_machine.travel(datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("UTC"))):
        make_invoiced(offering)
    [line] = csv_lines(owner)[1:]
    assert ",2026-07-02 01:30:00,Europe/Oslo," in line
    assert line.endswith(",NOK,6400.00,0.00,6400.00,6400.00")


def test_the_export_does_not_say_that_those_come_who_cancelled(
    owner: Client, offering: Offering
) -> None:
    booked = make_invoiced(offering, people=3)
    cancel(registration_id=booked.pk, numbers=[2], actor=Actor.OWNER, quoted_refund=0, percent=0)
    given_up = make_registration(offering, people=1)
    give_up(registration_id=given_up.pk, actor=Actor.BOOKER)
    rows = [dict(zip(EXPORT, row, strict=True)) for row in csv.reader(csv_lines(owner)[1:])]
    assert {row["reference"]: (row["participants"], row["not_coming"]) for row in rows} == {
        booked.reference: ("Person 1; Person 3", "Person 2"),
        given_up.reference: ("", "Person 1"),
    }


def test_one_registration_shows_its_people_money_letters_and_history(
    owner: Client, practice: Practice
) -> None:
    offering = make_offering(practice, course=make_course_pages(practice)["nb"].course)
    asked = ask(offering, "Where do you work?")
    registration = make_invoiced(offering, people=2, message="See you")
    person = registration.participants.first()
    registration.answers.create(
        participant=person,
        question=asked.question,
        question_text="Where do you work?",
        text="In a kitchen",
    )
    page = owner.get(f"{LIST}inspect/{registration.pk}/")
    context, text = page.context, page.content.decode()
    assert context["title"] == CoursePage.objects.get(locale__language_code="nb").title
    assert context["owed"] == 1280000
    assert [line.kind for line in context["ledger"]] == ["price"]
    assert [letter.kind for letter in context["letters"]] == ["confirmed", "owner_new"]
    assert [entry["line"].action for entry in context["history"]] == ["registered"]
    for words in ("Person 1", "Person 2", "In a kitchen", "See you", registration.reference):
        assert words in text


def test_seats_that_were_given_up_owe_nothing(owner: Client, offering: Offering) -> None:
    held = make_registration(offering)
    owner.post(f"{LIST}give-up/{held.pk}/")
    page = owner.get(f"{LIST}inspect/{held.pk}/")
    assert (page.context["registration"].state, page.context["owed"]) == (State.CANCELLED, 0)


def test_sensitive_answers_are_for_the_owner_alone_w4(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    asked = ask(offering, "What do you not eat?", sensitive=True)
    registration = make_invoiced(offering)
    registration.sensitiveanswers.create(
        participant=registration.participants.get(),
        question=asked.question,
        question_text="What do you not eat?",
        text="No shellfish",
    )
    administrator = make_user(is_superuser=True)
    client = Client()
    client.force_login(administrator)
    assert "No shellfish" in one_page(owner, registration)
    assert "No shellfish" not in one_page(client, registration)
    Membership.objects.create(user=administrator, practice=practice, role=Role.OWNER)
    assert "No shellfish" in one_page(client, registration)


def test_no_list_carries_the_link_that_opens_a_registration(
    owner: Client, offering: Offering
) -> None:
    registration = make_invoiced(offering)
    bodies = [owner.get(LIST).content.decode(), "\n".join(csv_lines(owner))]
    assert [registration.link_id.hex in body for body in bodies] == [False, False]
    assert registration.token in one_page(owner, registration)


def test_nothing_is_added_edited_or_deleted_by_hand(owner: Client, offering: Offering) -> None:
    registration = make_invoiced(offering)
    addresses = ("new/", f"edit/{registration.pk}/", f"delete/{registration.pk}/")
    answers = [owner.post(LIST + address).status_code for address in addresses]
    assert answers == [404, 404, 404]


def test_an_unpaid_registration_is_cancelled(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    held = make_registration(offering)
    attempt = start_checkout(registration_id=held.pk)
    owner.post(f"{LIST}give-up/{held.pk}/")
    held.refresh_from_db()
    line = held.history.get(after=State.CANCELLED)
    assert (held.state, line.actor, line.user.email) == (
        State.CANCELLED,
        "owner",
        "owner@steinlia.example",
    )
    assert stripe.sessions[attempt.session_id]["status"] == "expired"


def test_cancelling_what_was_paid_meanwhile_confirms_it(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    held = make_registration(offering)
    stripe.pay(start_checkout(registration_id=held.pk).session_id)
    response = owner.post(f"{LIST}give-up/{held.pk}/", follow=True)
    held.refresh_from_db()
    assert held.state == State.CONFIRMED
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]


def test_asking_stripe_books_a_payment_that_nobody_told_us_of(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    held = make_registration(offering)
    stripe.pay(start_checkout(registration_id=held.pk).session_id)
    owner.post(f"{LIST}ask-stripe/{held.pk}/")
    held.refresh_from_db()
    assert (held.state, held.balance_due()) == (State.CONFIRMED, 0)


def test_late_money_is_given_its_seat_once_one_is_free_m1(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    offering = make_offering(practice, seats=1)
    late = make_registration(offering)
    attempt = start_checkout(registration_id=late.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    Registration.objects.filter(pk=late.pk).update(state=State.EXPIRED, hold_until=None)
    take_price_back(late)
    other = make_registration(offering)
    stripe.settle(attempt.session_id, succeeded=True)
    stripe.deliver()
    address = f"{LIST}give-seat/{late.pk}/"
    assert address in one_page(owner, late)
    told = owner.post(address, follow=True).text
    assert "Ingen plass er ledig. Ingenting ble endret." in told
    late.refresh_from_db()
    assert (late.state, late.needs_attention) == (State.EXPIRED, True)
    owner.post(f"{LIST}give-up/{other.pk}/")
    owner.post(address)
    late.refresh_from_db()
    assert (late.state, late.needs_attention, late.balance_due()) == (State.CONFIRMED, False, 0)
    assert address not in one_page(owner, late)


def test_verbs_are_for_the_owner_of_the_practice_w5(offering: Offering) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    held = make_registration(offering)
    letter = held.letters.get()
    editor = make_user(practice=offering.practice, role=Role.EDITOR)
    for user in (make_user(practice=other, role=Role.OWNER), editor):
        client = Client()
        client.force_login(user)
        answers = [
            client.post(f"{LIST}give-up/{held.pk}/").status_code,
            client.post(f"{LIST}ask-stripe/{held.pk}/").status_code,
            client.post(f"{LIST}give-seat/{held.pk}/").status_code,
            client.post(f"/admin/letters/send-again/{letter.pk}/").status_code,
        ]
        assert answers == [404, 404, 404, 404]
    held.refresh_from_db()
    assert held.state == State.AWAITING_PAYMENT


def test_a_letter_that_failed_is_seen_and_sent_again_l7(
    owner: Client, offering: Offering, mailoutbox: list[Any]
) -> None:
    letter = make_invoiced(offering).letters.get(kind="confirmed")
    Letter.objects.filter(pk=letter.pk).update(status="failed", error="TimeoutError")
    assert list(owner.get("/admin/letters/?status=failed").context["object_list"]) == [letter]
    owner.post(f"/admin/letters/send-again/{letter.pk}/")
    deliver(letter_id=letter.pk)
    letter.refresh_from_db()
    assert (letter.status, [mail.to for mail in mailoutbox]) == ("sent", [["kari@example.org"]])


def test_a_letters_html_can_do_nothing_where_it_is_shown(owner: Client, offering: Offering) -> None:
    letter = make_invoiced(offering).letters.get(kind="confirmed")
    page = owner.get(f"/admin/letters/inspect/{letter.pk}/").content.decode()
    assert f'sandbox src="/admin/letters/html/{letter.pk}/"' in page
    framed = owner.get(f"/admin/letters/html/{letter.pk}/")
    shown = framed.content.decode()
    assert re.sub(r'src="data:image/png;base64,[^"]+"', "", shown) == PICTURE.sub("", letter.html)
    assert "cid:" not in shown
    policy = framed.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none';")


def delete(client: Client, page: CoursePage) -> Any:
    return client.post(f"/admin/pages/{page.pk}/delete/", follow=True)


def test_a_page_that_leads_to_registrations_is_not_deleted_w2(
    owner: Client, practice: Practice
) -> None:
    pages = make_course_pages(practice)
    make_invoiced(make_offering(practice, course=pages["nb"].course))
    index = pages["nb"].get_parent()
    home = index.get_parent()
    before = CoursePage.objects.count()
    for page in (pages["nb"], pages["en"], index, home):
        response = delete(owner, page)
        messages = [
            (m.level_tag, "Group supervision" in str(m)) for m in response.context["messages"]
        ]
        assert (response.status_code, messages) == (200, [("error", True)])
    for ids in (f"id={pages['nb'].pk}", f"id={index.pk}", f"id=all&childOf={index.pk}"):
        owner.post(f"/admin/bulk/wagtailcore/page/delete/?{ids}")
    assert CoursePage.objects.count() == before


def test_a_page_without_registrations_is_deleted(owner: Client, practice: Practice) -> None:
    page = make_course_pages(practice)["nb"]
    delete(owner, page)
    assert not CoursePage.objects.filter(pk=page.pk).exists()
