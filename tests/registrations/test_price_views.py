"""Prices, codes and deposits on the way through the form, as a browser without JavaScript goes."""

import html
import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import DiscountCode, Offering, Price
from registrations.models import Registration
from registrations.states import State
from tests.factories import make_course_pages, make_invoiced, make_offering
from tests.registrations.test_views import (
    address_of,
    employer,
    hidden_fields,
    review_and_confirm,
    typed,
)
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ORDINARY, MEMBER = 640000, 540000


def words(page: Any) -> str:
    """The page's text as a reader has it, with plain spaces."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", page.text))
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def offering(practice: Practice) -> Offering:
    offering = make_offering(practice)
    Price.objects.create(offering=offering, kind="member", amount=MEMBER)
    Price.objects.create(offering=offering, kind="group", amount=500000, from_people=5)
    return offering


def summer(practice: Practice, **facts: Any) -> DiscountCode:
    return DiscountCode.objects.create(
        **{"practice": practice, "code": "SOMMER", "percent": 10, **facts}
    )


def test_each_participant_chooses_a_price_and_the_summary_counts_them(
    client: Client, offering: Offering
) -> None:
    page = client.get(address_of(offering, "en"))
    assert "Ordinary price: NOK 6,400" in words(page)
    assert "Member's price: NOK 5,400" in words(page)
    assert "Groups from 5 people: NOK 5,000 each" in words(page)
    assert 'name="code"' not in page.text
    data = typed(offering, people=3, **{"participants-1-claim": "member"})
    summary = client.post(address_of(offering, "en"), data)
    assert "2 × Ordinary price NOK 6,400" in words(summary)
    assert "1 × Member's price NOK 5,400" in words(summary)
    assert "Total for 3 participants NOK 18,200" in words(summary)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    client.post(address_of(offering, "en"), fields)
    kinds = Registration.objects.get().participants.values_list("price_kind", flat=True)
    assert list(kinds) == ["ordinary", "member", "ordinary"]


def test_adding_and_removing_participants_keeps_their_choices(
    client: Client, offering: Offering
) -> None:
    data = typed(offering, people=3, **{"participants-2-claim": "member"})
    for action in ("add_participant", "remove_participant:0", "edit"):
        page = client.post(address_of(offering), {**data, "action": action})
        number = 1 if action.startswith("remove") else 2
        chosen = re.findall(r'name="participants-(\d)-claim" value="member"[^>]*checked', page.text)
        assert chosen == [str(number)]


@pytest.mark.parametrize("claim", ["group", "early", "gold", "x" * 5000])
def test_a_price_that_cannot_be_claimed_is_a_mistake_and_books_nothing(
    client: Client, offering: Offering, claim: str
) -> None:
    data = typed(offering, **{"participants-0-claim": claim})
    page = client.post(address_of(offering, "en"), data)
    assert 'href="#id_participants-0-claim_0"' in page.text
    data |= {"action": "confirm", "quoted_total": "500000"}
    client.post(address_of(offering, "en"), data)
    assert Registration.objects.count() == 0


def test_a_business_sees_the_total_with_and_without_vat(client: Client, practice: Practice) -> None:
    offering = make_offering(
        practice, price=100000, vat_treatment="rate", vat_rate=2500, prices_include_vat=False
    )
    summary = client.post(address_of(offering, "en"), employer(offering, people=2))
    assert "Of which VAT NOK 500 · NOK 2,000 without VAT" in words(summary)
    summary = client.post(address_of(offering, "en"), typed(offering, people=2))
    assert "without VAT" not in words(summary)


def test_a_code_is_shown_in_the_summary_and_taken_off(client: Client, offering: Offering) -> None:
    summer(offering.practice)
    assert 'name="code"' in client.get(address_of(offering)).text
    summary = client.post(address_of(offering, "en"), typed(offering, code="sommer "))
    assert "Discount with the code SOMMER −NOK 640" in words(summary)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    assert (fields["code"], fields["quoted_total"]) == ("sommer ", "576000")
    client.post(address_of(offering, "en"), fields)
    assert Registration.objects.get().total.gross == 576000


def test_a_wrong_code_is_told_beside_its_field_and_nothing_is_lost(
    client: Client, offering: Offering
) -> None:
    summer(offering.practice)
    page = client.post(address_of(offering, "en"), typed(offering, code="VINTER"))
    assert "We do not know this code." in words(page)
    assert 'href="#id_code"' in page.text
    assert 'value="VINTER"' in page.text
    assert 'value="Kari Nordmann"' in page.text


def test_a_code_that_ends_before_confirming_is_told_m9(client: Client, offering: Offering) -> None:
    code = summer(offering.practice)
    summary = client.post(address_of(offering, "en"), typed(offering, code="SOMMER"))
    DiscountCode.objects.filter(pk=code.pk).update(valid_until=timezone.now())
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    page = client.post(address_of(offering, "en"), fields)
    assert "This code is not valid any more." in words(page)
    assert Registration.objects.count() == 0


def test_a_limit_used_up_before_confirming_is_told_m9(client: Client, offering: Offering) -> None:
    Price.objects.filter(kind="member").update(limit=1)
    data = typed(offering, **{"participants-0-claim": "member"})
    summary = client.post(address_of(offering, "en"), data)
    other = typed(offering, **{"participants-0-claim": "member"})
    review_and_confirm(client, address_of(offering), other)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    page = client.post(address_of(offering, "en"), fields)
    assert "The price has changed since you saw it." in words(page)
    assert hidden_fields(page.text)["quoted_total"] == str(ORDINARY)
    assert Registration.objects.count() == 1


def test_a_members_price_that_moved_is_told_m9(client: Client, offering: Offering) -> None:
    data = typed(offering, **{"participants-0-claim": "member"})
    summary = client.post(address_of(offering, "en"), data)
    Price.objects.filter(kind="member").update(amount=MEMBER + 5000)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    page = client.post(address_of(offering, "en"), fields)
    assert hidden_fields(page.text)["quoted_total"] == str(MEMBER + 5000)
    assert Registration.objects.count() == 0


def test_guessing_codes_is_stopped_and_who_leaves_the_code_out_goes_on(
    client: Client, offering: Offering
) -> None:
    summer(offering.practice)
    for number in range(20):
        client.post(address_of(offering), typed(offering, code=f"GUESS{number}"))
    page = client.post(address_of(offering, "en"), typed(offering, code="SOMMER"))
    assert "Too many codes were tried" in words(page)
    review_and_confirm(client, address_of(offering), typed(offering))
    assert Registration.objects.get().total.gross == ORDINARY


@pytest.mark.parametrize("payer", ["private", ""])
def test_a_code_for_everything_asks_for_no_payment_m10(
    client: Client, offering: Offering, stripe: Simulator, payer: str
) -> None:
    summer(offering.practice, percent=100)
    data = typed(offering, code="SOMMER", payer=payer, method="")
    answer = review_and_confirm(client, address_of(offering), data)
    registration = Registration.objects.get()
    assert answer.headers["Location"] == registration.get_absolute_url()
    assert (registration.state, registration.method) == (State.CONFIRMED, "none")
    assert stripe.calls == []


def test_who_has_the_code_finds_the_form_of_a_full_date(client: Client, practice: Practice) -> None:
    pages = make_course_pages(practice)
    offering = make_offering(practice, course=pages["en"].course, seats=2)
    summer(practice, seats_kept=1).offerings.add(offering)
    make_invoiced(offering)
    assert "Register with a code" in words(client.get(pages["en"].url))
    page = client.get(address_of(offering, "en"))
    assert "kept for those who have a code" in words(page)
    refused = client.post(address_of(offering, "en"), typed(offering))
    assert "Nothing was booked" in words(refused)
    review_and_confirm(client, address_of(offering), typed(offering, code="SOMMER"))
    assert Registration.objects.count() == 2


def test_the_course_page_tells_every_price_in_few_queries(
    client: Client, practice: Practice, django_assert_max_num_queries: Any
) -> None:
    pages = make_course_pages(practice)
    for _ in range(3):
        offering = make_offering(practice, course=pages["en"].course)
        Price.objects.create(offering=offering, kind="student", amount=300000)
        Price.objects.create(
            offering=offering, kind="group", amount=2000000, from_people=4, whole_group=True
        )
    summer(practice, seats_kept=1).offerings.add(offering)
    client.get(pages["nb"].url)
    with django_assert_max_num_queries(12):
        page = client.get(pages["en"].url)
    assert words(page).count("Students: NOK 3,000") == 3
    assert words(page).count("Groups from 4 people: NOK 20,000 in all") == 3


def test_a_deposit_is_told_before_and_the_rest_is_paid_from_the_own_page(
    client: Client, practice: Practice, stripe: Simulator
) -> None:
    offering = make_offering(
        practice, deposit_percent=30, rest_due_at=timezone.now() + timedelta(days=14)
    )
    assert "a deposit of NOK 1,920 first, and the rest, NOK 4,480," in words(
        client.get(address_of(offering, "en"))
    )
    summary = client.post(address_of(offering, "en"), typed(offering))
    assert "Register and pay the deposit of NOK 1,920" in words(summary)
    client.post(address_of(offering, "en"), {**hidden_fields(summary.text), "action": "confirm"})
    registration = Registration.objects.get()
    [first] = stripe.sessions
    assert "Pay the deposit of NOK 1,920" in words(client.get(registration.get_absolute_url()))
    stripe.pay(first)
    stripe.deliver()
    page = client.get(registration.get_absolute_url())
    assert "The deposit is paid. The rest, NOK 4,480, is to be paid by" in words(page)
    assert "Pay the rest: NOK 4,480" in words(page)
    answer = client.post(f"/en/r/{registration.token}/pay/")
    leading_on = client.get(answer.headers["Location"])
    second = stripe.sessions[list(stripe.sessions)[-1]]
    assert leading_on.headers["Refresh"] == f"0; url={second['url']}"
    stripe.pay(second["id"])
    client.get(f"/en/r/{registration.token}/paid/")
    page = client.get(registration.get_absolute_url())
    assert "Everything is paid" in words(page)
    assert "Pay the rest" not in words(page)


def test_a_deposit_that_changed_is_shown_before_anything_is_booked_m9(
    client: Client, practice: Practice
) -> None:
    offering = make_offering(
        practice, deposit_percent=30, rest_due_at=timezone.now() + timedelta(days=14)
    )
    summary = client.post(address_of(offering), typed(offering))
    Offering.objects.filter(pk=offering.pk).update(deposit_percent=50)
    fields = {**hidden_fields(summary.text), "action": "confirm"}
    page = client.post(address_of(offering), fields)
    assert hidden_fields(page.text)["quoted_deposit"] == "320000"
    assert Registration.objects.count() == 0
