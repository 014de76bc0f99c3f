"""Payouts from Stripe: stored once and matched with the ledger; what cannot be matched is shown."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.models import LedgerLine, Payout, PayoutLine
from registrations.services.payouts import (
    accounts_to_ask,
    find_payouts,
    look_again,
    payouts_to_look_at,
)
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_offering, make_practice
from tests.invoiced import paid_by_card, sent
from tests.registrations.payers import charge_of, paid, paid_past_us
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

KEY = settings.STRIPE_SECRET_KEY
DAYS = 4 * 24 * 60 * 60


def paid_out(stripe: Simulator) -> str:
    stripe.advance(DAYS)
    payout_id = stripe.pay_out(KEY, "nok")
    assert payout_id is not None
    return payout_id


def lines_of(payout: Payout) -> list[tuple[str, int, int, str | None]]:
    return [
        (line.category, line.amount, line.fee, line.ledger_line and line.ledger_line.kind)
        for line in payout.lines.order_by("pk").select_related("ledger_line")
    ]


def find() -> None:
    find_payouts(account="")


def test_what_a_payout_is_made_of_stands_against_the_ledger(
    offering: Offering, stripe: Simulator
) -> None:
    attempt = paid(offering, stripe)
    paid_by_card(sent(offering), stripe)
    stripe.dashboard_refund(charge_of(stripe, attempt), 40_000)
    stripe.deliver()
    payout_id = paid_out(stripe)
    find()
    payout = Payout.objects.get()
    assert (payout.payout_id, payout.status, payout.was_paid) == (payout_id, "paid", True)
    assert lines_of(payout) == [
        ("charge", 640_000, 15_560, "payment"),
        ("charge", 640_000, 15_560, "payment"),
        ("refund", -40_000, 0, "refund"),
    ]
    assert payout.amount == sum(line.net for line in payout.lines.all())
    find()
    assert Payout.objects.count() == 1
    assert PayoutLine.objects.count() == 3


def test_what_nobody_here_knows_stays_unmatched(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe)
    paid_past_us(stripe)
    stripe.charge_fee(KEY, 2_500, "nok")
    paid_out(stripe)
    find()
    assert lines_of(Payout.objects.get()) == [
        ("charge", 640_000, 15_560, "payment"),
        ("charge", 12_300, 495, None),
        ("fee", -2_500, 0, None),
    ]


def test_what_was_heard_of_late_is_matched_later(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe)
    paid(offering, stripe, told=False)
    paid_out(stripe)
    find()
    payout = Payout.objects.get()
    assert [kind for *_rest, kind in lines_of(payout)] == ["payment", None]
    Payout.objects.update(read_at=timezone.now() - timedelta(days=1))
    assert payouts_to_look_at(now=timezone.now()) == [payout.pk]
    stripe.deliver()
    look_again(payout_pk=payout.pk)
    assert [kind for *_rest, kind in lines_of(payout)] == ["payment", "payment"]


def test_a_payout_that_comes_back_says_so(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe)
    payout_id = paid_out(stripe)
    find()
    stripe.fail_payout(payout_id)
    payout = Payout.objects.get()
    look_again(payout_pk=payout.pk)
    payout.refresh_from_db()
    assert (payout.status, payout.was_paid) == ("failed", True)
    assert payout.came_back_on == timezone.now().astimezone(payout.practice.zone).date()
    stripe.advance(DAYS)
    paid_out(stripe)
    find()
    again = Payout.objects.exclude(pk=payout.pk).get()
    assert lines_of(again) == [("payout", payout.amount, 0, None)]
    assert again.amount == payout.amount


def test_practices_that_share_an_account_see_their_own_part(
    offering: Offering, stripe: Simulator
) -> None:
    paid(offering, stripe)
    other = make_practice(
        "samtalslabbet", hostname="samtal.localhost", languages=("sv",), default=False
    )
    paid(make_offering(other), stripe)
    paid_past_us(stripe)
    paid_out(stripe)
    find()
    for payout in Payout.objects.all():
        (line,) = payout.lines.all()
        assert line.ledger_line is not None
        assert line.ledger_line.registration.practice == payout.practice
        assert (payout.is_shared, payout.foreign_lines) == (True, 2)
    assert Payout.objects.count() == 2


def test_an_account_is_asked_now_and_then_and_only_where_it_is_used(
    practice: Practice, offering: Offering, stripe: Simulator
) -> None:
    now = timezone.now()
    assert accounts_to_ask(now=now) == []
    paid(offering, stripe)
    assert accounts_to_ask(now=now) == [""]
    find_payouts(account="")
    assert accounts_to_ask(now=now) == []
    assert accounts_to_ask(now=now + timedelta(hours=7)) == [""]


def test_nothing_is_stored_by_half_when_stripe_does_not_answer(
    offering: Offering, stripe: Simulator
) -> None:
    paid(offering, stripe)
    paid_out(stripe)
    stripe.faults.add("GET /v1/balance_transactions", "drop", times=None)
    with pytest.raises(OutcomeUnknown):
        find()
    assert Payout.objects.count() == 0
    stripe.faults.clear()
    find()
    assert Payout.objects.get().lines.count() == 1
    assert LedgerLine.objects.filter(payout_line__isnull=False).count() == 1
