"""The owner's verbs on a course date: moving it, deciding about it, calling it off."""

import html
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering
from courses.money import format_money
from registrations.models import Registration
from registrations.services import move_dates, start_checkout
from registrations.services.disputes import sync_dispute
from registrations.services.moving_dates import spans_of
from tests.courses.test_viewsets import rows
from tests.factories import (
    OSLO,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(make_user("owner@steinlia.example", practice=practice, role=Role.OWNER))
    return client


def sessions_as_typed(offering: Offering, *, days: int) -> dict[str, Any]:
    shift = timedelta(days=days)
    return rows(
        "form",
        *(
            {
                name: f"{moment.astimezone(OSLO) + shift:%Y-%m-%d %H:%M}"
                for name, moment in zip(("starts_at", "ends_at"), span, strict=True)
            }
            for span in spans_of(offering)
        ),
        {"starts_at": "", "ends_at": ""},
    )


def moved(offering: Offering, **changes: Any) -> dict[str, Any]:
    until = timezone.now().astimezone(OSLO).date() + timedelta(days=14)
    typed = {"free_cancel_until": f"{until}", "words_nb": "Rommet er større.", "action": "preview"}
    return {**sessions_as_typed(offering, days=7), **typed, **changes}


def move_address(offering: Offering) -> str:
    return f"/admin/offerings/move/{offering.pk}/"


def test_moving_is_shown_first_and_done_when_nothing_was_changed_since(
    owner: Client, offering: Offering
) -> None:
    registration = make_invoiced(offering, booker_name="Solveig Berg")
    before = spans_of(offering)
    page = owner.get(move_address(offering)).content.decode()
    assert f"{before[0][0].astimezone(OSLO):%Y-%m-%d %H:%M}" in page
    shown = owner.post(move_address(offering), moved(offering))
    assert shown.context["preview"].concerned == [registration]
    text = shown.content.decode()
    assert ("Solveig Berg" in text, "Rommet er større." in text) == (True, True)
    seal = shown.context["seal"]
    changed = moved(offering, words_nb="Noe annet.", action="confirm", seal=seal)
    assert owner.post(move_address(offering), changed).context["seal"] != seal
    assert spans_of(offering) == before
    done = owner.post(move_address(offering), moved(offering, action="confirm", seal=seal))
    assert done.headers["Location"] == f"/admin/offerings/edit/{offering.pk}/"
    week = timedelta(days=7)
    assert spans_of(offering)[0][0].astimezone(OSLO) == before[0][0].astimezone(OSLO) + week
    assert "Rommet er større." in registration.letters.get(kind="dates_moved").text
    assert registration.history.get(action="dates_moved").user.email == "owner@steinlia.example"
    offering.refresh_from_db()
    until = offering.free_cancel_until.astimezone(OSLO)
    assert (until.hour, until.minute) == (23, 59)
    again = owner.post(move_address(offering), moved(offering, action="confirm", seal=seal))
    assert again.status_code in (200, 302)


def test_free_until_the_day_of_the_start_ends_with_the_start(
    owner: Client, offering: Offering
) -> None:
    start = spans_of(offering)[0][0].astimezone(OSLO) + timedelta(days=7)
    data = moved(offering, free_cancel_until=f"{start:%Y-%m-%d}")
    assert owner.post(move_address(offering), data).context["preview"]
    late = start.date() + timedelta(days=1)
    response = owner.post(move_address(offering), moved(offering, free_cancel_until=f"{late}"))
    assert list(response.context["form"].errors) == ["free_cancel_until"]


@pytest.mark.parametrize(
    "session",
    [
        {"starts_at": "2030-01-10 09:00", "ends_at": ""},
        {"starts_at": "2030-01-10 09:00", "ends_at": "2030-01-10 08:00"},
        {"starts_at": "soon", "ends_at": "2030-01-10 08:00"},
        {"starts_at": "2030-03-31 02:30", "ends_at": "2030-03-31 08:00"},
        {"starts_at": "2001-01-10 09:00", "ends_at": "2001-01-10 16:00"},
        {"starts_at": "", "ends_at": ""},
    ],
)
def test_sessions_that_cannot_be_are_told_beside_them(
    owner: Client, offering: Offering, session: dict[str, str]
) -> None:
    make_invoiced(offering)
    before = spans_of(offering)
    data = {**moved(offering), **rows("form", session)}
    response = owner.post(move_address(offering), data)
    assert response.status_code == 200
    assert any(response.context["sessions"].errors) or response.context["form"].errors
    assert "preview" not in response.context
    assert spans_of(offering) == before


def test_deadlines_after_the_new_start_are_named(owner: Client, offering: Offering) -> None:
    Offering.objects.filter(pk=offering.pk).update(
        names_by=offering.first_start + timedelta(days=10)
    )
    text = owner.post(move_address(offering), moved(offering)).content.decode()
    assert "Names are to be given by" in text


def edited(offering: Offering, *, days: int) -> dict[str, Any]:
    """The form of a date as the browser sends it, its sessions so many days later."""
    shift = timedelta(days=days)
    sessions = [
        {
            "id": session.pk,
            "starts_at": f"{session.starts_at.astimezone(OSLO) + shift:%Y-%m-%d %H:%M}",
            "ends_at": f"{session.ends_at.astimezone(OSLO) + shift:%Y-%m-%d %H:%M}",
        }
        for session in offering.sessions.all()
    ]
    price = offering.prices.get()
    return {
        "status": "published",
        "language": "nb",
        "venue": "Another house",
        "seats": 14,
        "currency": "NOK",
        "vat_treatment": "exempt",
        "card_allowed": "on",
        "invoice_allowed": "on",
        **rows("sessions", *sessions, before=len(sessions)),
        **rows("prices", {"id": price.pk, "kind": "ordinary", "amount": "6400"}, before=1),
        **rows("cancellation_tiers"),
        **rows("questions"),
    }


def with_another_session(offering: Offering) -> dict[str, Any]:
    last = offering.sessions.count()
    typed = {"starts_at": "2031-01-10 09:00", "ends_at": "2031-01-10 16:00"}
    return {
        **edited(offering, days=0),
        "sessions-TOTAL_FORMS": last + 1,
        **{f"sessions-{last}-{name}": value for name, value in typed.items()},
    }


def test_form_of_a_date_moves_nobody_silently(owner: Client, offering: Offering) -> None:
    address = f"/admin/offerings/edit/{offering.pk}/"
    assert owner.post(address, edited(offering, days=1)).status_code == 302
    make_invoiced(offering)
    before = spans_of(offering)
    for changes in (
        edited(offering, days=1),
        {**edited(offering, days=0), "sessions-0-DELETE": "on"},
        with_another_session(offering),
    ):
        response = owner.post(address, changes)
        [told] = response.context["form"].formsets["sessions"].non_form_errors()
        assert "Move the dates" in told
        assert html.escape(told) in response.content.decode()
    assert spans_of(offering) == before
    # All else may change.
    assert owner.post(address, edited(offering, days=0)).status_code == 302
    offering.refresh_from_db()
    assert (offering.venue, spans_of(offering)) == ("Another house", before)


def test_verbs_on_a_date_are_for_its_owner_w5(offering: Offering) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    client = Client()
    client.force_login(make_user(practice=other, role=Role.OWNER))
    before = spans_of(offering)
    assert client.post(move_address(offering), moved(offering)).status_code == 404
    assert client.post(f"/admin/offerings/goes-ahead/{offering.pk}/").status_code == 404
    assert spans_of(offering) == before


@pytest.fixture
def short(practice: Practice) -> Offering:
    """Its decision date has come, and two of three seats are missing."""
    offering = make_offering(
        practice, minimum_seats=3, decide_at=timezone.now() - timedelta(hours=1)
    )
    make_invoiced(offering)
    return offering


def test_dates_that_need_a_decision_are_found_and_cleared(owner: Client, short: Offering) -> None:
    make_offering(short.practice, course=short.course)
    response = owner.get("/admin/offerings/?needs_decision=true")
    assert list(response.context["object_list"]) == [short]
    assert "needs your decision" in response.content.decode()
    edit = f"/admin/offerings/edit/{short.pk}/"
    assert owner.get(edit).context["undecided"]
    verb = f"/admin/offerings/goes-ahead/{short.pk}/"
    assert verb in owner.get(f"/admin/offerings/call-off/{short.pk}/").content.decode()
    assert owner.post(verb).headers["Location"] == edit
    assert not owner.get(edit).context["undecided"]
    assert list(owner.get("/admin/offerings/?needs_decision=true").context["object_list"]) == []
    assert verb not in owner.get(f"/admin/offerings/call-off/{short.pk}/").content.decode()
    warned = owner.post(verb, follow=True)
    assert [message.level_tag for message in warned.context["messages"]] == ["warning"]


def test_dry_run_of_calling_off_tells_by_how_it_was_paid(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    make_invoiced(offering)
    for _ in range(2):
        registration = make_registration(offering)
        stripe.pay(start_checkout(registration_id=registration.pk).session_id)
        stripe.deliver()
    stripe.dispute(next(iter(stripe.charges)), reason="fraudulent", amount=100000)
    stripe.deliver()
    response = owner.get(f"/admin/offerings/call-off/{offering.pk}/")
    assert response.context["totals"] == {"refund": 640000, "credited": 640000, "waits": 540000}


def registration_page(owner: Client, registration: Registration) -> str:
    address = f"/admin/registrations/registration/inspect/{registration.pk}/"
    return owner.get(address).content.decode()


def test_a_dispute_is_shown_to_owner_and_payer_in_plain_words(
    owner: Client, client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, language="en")
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    [charge_id] = stripe.charges
    dispute_id = stripe.dispute(charge_id, reason="fraudulent", amount=None)
    stripe.deliver()
    page = registration_page(owner, registration)
    assert "The payer contests a payment of" in page
    assert dispute_id in page
    assert "Your bank is looking into your payment." in own_page(client, registration)
    stripe.close_dispute(dispute_id, won=False)
    sync_dispute(account="", dispute_id=dispute_id)
    assert "The bank decided for the payer" in registration_page(owner, registration)
    assert "Your bank is looking" not in own_page(client, registration)


def own_page(client: Client, registration: Registration) -> str:
    return client.get(registration.get_absolute_url()).content.decode()


def test_too_much_paid_is_told_with_the_amount_and_goes_back_with_one_click(
    owner: Client, client: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, language="en")
    attempts = []
    for _ in range(2):
        attempts.append(start_checkout(registration_id=registration.pk))
        registration.payment_attempts.update(status="failed")
    for attempt in attempts:
        stripe.pay(attempt.session_id)
        stripe.deliver()
    page, amount = registration_page(owner, registration), format_money(640000, "NOK", "en")
    assert f"{amount} more was paid than is owed." in page
    assert f"sends {amount} back to the card it came from" in page
    assert f"{amount} more than is owed" in own_page(client, registration)
    address = f"/admin/registrations/registration/money-back/{registration.pk}/"
    assert address in page
    owner.post(address)
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == ("confirmed", False)
    assert address not in registration_page(owner, registration)
    assert "more than is owed" not in own_page(client, registration)


def test_own_page_tells_until_when_leaving_is_free(client: Client, offering: Offering) -> None:
    registration = make_invoiced(offering, language="en")
    week = timedelta(days=7)
    until = timezone.now() + timedelta(days=10)
    move_dates(
        offering_id=offering.pk,
        sessions=[(begins + week, ends + week) for begins, ends in spans_of(offering)],
        free_cancel_until=until,
        words={},
        user=None,
    )
    assert "you can cancel free of charge until" in own_page(client, registration)
    with time_machine.travel(until + timedelta(minutes=1)):
        assert "free of charge until" not in own_page(client, registration)


def test_suggested_right_to_leave_is_two_weeks(owner: Client, offering: Offering) -> None:
    form = owner.get(move_address(offering)).context["form"]
    today: date = timezone.now().astimezone(OSLO).date()
    assert form.initial["free_cancel_until"] == today + timedelta(days=14)
