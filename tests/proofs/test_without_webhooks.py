"""Whole stories, once with every webhook and once with none: they end alike.

Without webhooks the chores find out by themselves, as time goes on. The few things of which only
Stripe's books tell are found by reconciling; the table says which, and the test that it is true.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from registrations import services, stripe_gateway
from registrations.models import (
    Actor,
    CreditNote,
    Dispute,
    Invoice,
    PaymentAttempt,
    Refund,
    Registration,
)
from tests.factories import make_invoiced, make_offering, make_practice, make_registration
from tests.places import by_turns
from tests.proofs.books import wrong_now
from tests.proofs.world import World, frozen_world, rolled_back

pytestmark = pytest.mark.django_db

# What passes between two steps of a story, with the chores and the worker after each.
PASSING: Final = ({"minutes": 2}, {"minutes": 20}, {"hours": 2}, {"hours": 25})

# Whoever tells it acts, and then lets the world go on with ``yield``.
Story = Iterator[None]


@dataclass(frozen=True)
class Told:
    """A story, and whether it takes reconciling to learn it without webhooks."""

    tell: Callable[[World], Story]
    needs_reconciling: bool = False


def _books() -> Registration:
    return make_registration(make_offering(make_practice()), people=2)


def _leave(row: Registration, numbers: list[int] | None) -> None:
    """Cancelled by the owner, who keeps nothing."""
    quote = services.quote(row, numbers=numbers, percent=0)
    services.cancel(
        registration_id=row.pk,
        numbers=numbers,
        actor=Actor.OWNER,
        quoted_refund=quote.refund,
        percent=0,
    )


def _at_the_page(world: World, row: Registration, how: str) -> str:
    session_id = services.start_checkout(registration_id=row.pk).session_id
    assert session_id
    getattr(world.stripe, how)(session_id)
    return session_id


def paid_by_card(world: World) -> Story:
    _at_the_page(world, _books(), "pay")
    yield


def declined(world: World) -> Story:
    _at_the_page(world, _books(), "decline")
    yield


def page_left_to_itself(world: World) -> Story:
    services.start_checkout(registration_id=_books().pk)
    yield


def paid_later(world: World) -> Story:
    session_id = _at_the_page(world, _books(), "pay_later")
    yield
    world.stripe.settle(session_id)
    yield


def not_paid_after_all(world: World) -> Story:
    session_id = _at_the_page(world, _books(), "pay_later")
    yield
    world.stripe.settle(session_id, succeeded=False)
    yield


def refund_succeeds(world: World) -> Story:
    row = _books()
    _at_the_page(world, row, "pay")
    yield
    _leave(row, [2])
    yield


def refund_succeeds_later(world: World) -> Story:
    row = _books()
    session_id = _at_the_page(world, row, "pay_later")
    yield
    world.stripe.settle(session_id)
    yield
    _leave(row, None)
    world.work_all()
    [refund] = world.stripe.refunds.values()
    assert refund["status"] == "pending"
    yield
    world.stripe.complete_refund(refund["id"])
    yield


def refund_on_its_way_fails(world: World) -> Story:
    row = _books()
    session_id = _at_the_page(world, row, "pay_later")
    yield
    world.stripe.settle(session_id)
    yield
    _leave(row, None)
    world.work_all()
    [refund_id] = world.stripe.refunds
    yield
    world.stripe.fail_refund(refund_id)
    yield


def refund_comes_back(world: World) -> Story:
    yield from refund_succeeds(world)
    [refund_id] = world.stripe.refunds
    world.stripe.fail_refund(refund_id)
    yield


def refund_in_the_dashboard(world: World) -> Story:
    yield from paid_by_card(world)
    [charge_id] = world.stripe.charges
    world.stripe.dashboard_refund(charge_id, 30000)
    yield


def _dispute(world: World, *, won: bool) -> Story:
    yield from paid_by_card(world)
    [charge_id] = world.stripe.charges
    dispute_id = world.stripe.dispute(charge_id)
    yield
    world.stripe.close_dispute(dispute_id, won=won)
    yield


def dispute_lost(world: World) -> Story:
    yield from _dispute(world, won=False)


def dispute_won(world: World) -> Story:
    yield from _dispute(world, won=True)


def _invoiced() -> Registration:
    return make_invoiced(make_offering(make_practice()), people=2)


def _number(row: Registration) -> str:
    return row.invoices.get().invoice_id or ""


def invoice_sent(_world: World) -> Story:
    _invoiced()
    yield


def invoice_paid_on_its_page(world: World) -> Story:
    row = _invoiced()
    yield
    world.stripe.pay_invoice(_number(row))
    yield


def invoice_declined_and_paid_when_overdue(world: World) -> Story:
    row = _invoiced()
    yield
    world.stripe.decline_invoice(_number(row))
    world.wait(days=20)
    yield
    world.stripe.pay_invoice(_number(row))
    yield


def invoice_paid_into_the_bank(world: World) -> Story:
    row = _invoiced()
    yield
    services.paid_into_bank(invoice_id=row.invoices.get().pk, paid_on=world.now().date(), user=None)
    yield


def invoice_paid_by_card_and_into_the_bank(world: World) -> Story:
    row = _invoiced()
    yield
    world.stripe.pay_invoice(_number(row))
    services.paid_into_bank(invoice_id=row.invoices.get().pk, paid_on=world.now().date(), user=None)
    yield


def invoice_voided_at_stripe(_world: World) -> Story:
    row = _invoiced()
    yield
    stripe_gateway.void_invoice(account="", invoice_id=_number(row))
    yield


def invoice_given_up_at_stripe_and_paid(world: World) -> Story:
    row = _invoiced()
    yield
    world.stripe.mark_uncollectible(_number(row))
    yield
    world.stripe.pay_invoice(_number(row))
    yield


def invoice_credited(_world: World) -> Story:
    row = _invoiced()
    yield
    _leave(row, [2])
    yield


def invoice_credited_in_full(_world: World) -> Story:
    row = _invoiced()
    yield
    _leave(row, None)
    yield


def paid_invoice_credited(world: World) -> Story:
    row = _invoiced()
    yield
    world.stripe.pay_invoice(_number(row))
    yield
    _leave(row, [2])
    yield


def invoice_refunded_in_the_dashboard(world: World) -> Story:
    yield from invoice_paid_on_its_page(world)
    [charge_id] = world.stripe.charges
    world.stripe.dashboard_refund(charge_id, 30000)
    yield


def dispute_of_an_invoice(world: World) -> Story:
    yield from invoice_paid_on_its_page(world)
    [charge_id] = world.stripe.charges
    dispute_id = world.stripe.dispute(charge_id)
    yield
    world.stripe.close_dispute(dispute_id, won=False)
    yield


def credit_note_made_at_stripe(_world: World) -> Story:
    row = _invoiced()
    yield
    invoice_id = _number(row)
    stripe_gateway.create_credit_note(
        account="", parameters={"invoice": invoice_id, "amount": 1000}, idempotency_key="by hand"
    )
    yield


# A refund that is over, and money that somebody gives back past us, concern no row that waits for
# anything, so no chore asks about them.
STORIES: Final = (
    Told(paid_by_card),
    Told(declined),
    Told(page_left_to_itself),
    Told(paid_later),
    Told(not_paid_after_all),
    Told(refund_succeeds),
    Told(refund_succeeds_later),
    Told(refund_on_its_way_fails),
    Told(refund_comes_back, needs_reconciling=True),
    Told(refund_in_the_dashboard, needs_reconciling=True),
    Told(dispute_lost),
    Told(dispute_won),
    Told(invoice_sent),
    Told(invoice_paid_on_its_page),
    Told(invoice_declined_and_paid_when_overdue),
    Told(invoice_paid_into_the_bank),
    Told(invoice_paid_by_card_and_into_the_bank),
    Told(invoice_voided_at_stripe),
    Told(invoice_given_up_at_stripe_and_paid),
    Told(invoice_credited),
    Told(invoice_credited_in_full),
    Told(paid_invoice_credited),
    Told(invoice_refunded_in_the_dashboard, needs_reconciling=True),
    Told(dispute_of_an_invoice),
    Told(credit_note_made_at_stripe),
)


def _run(told: Told, *, with_webhooks: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """How it ends, before and after reconciling."""
    with frozen_world() as world, rolled_back():
        for _step in told.tell(world):
            _go_on(world, with_webhooks=with_webhooks)
        before = _ending()
        assert world.reconcile().differences == []
        _go_on(world, with_webhooks=with_webhooks)
        assert list(wrong_now()) == []
        return before, _ending()


def _go_on(world: World, *, with_webhooks: bool) -> None:
    for duration in PASSING:
        for event_id in world.hints():
            (world.deliver if with_webhooks else world.lose)(event_id)
        world.work_all()
        world.wait(**duration)
        world.chores()
        world.work_all()


def _ending() -> dict[str, Any]:
    """Of the one registration: state, money, letters, and how everything at Stripe stands."""
    row = Registration.objects.get()
    asked = (PaymentAttempt, Refund, Invoice, CreditNote, Dispute)
    return {
        "state": (row.state, row.needs_attention, row.balance_due()),
        "ledger": sorted(row.ledger.values_list("kind", "amount", "vat")),
        "letters": Counter(row.letters.values_list("kind", flat=True)),
        **{
            model.__name__: list(model.objects.order_by("pk").values_list("status", flat=True))
            for model in asked
        },
    }


@pytest.mark.parametrize("told", by_turns(STORIES), ids=lambda told: told.tell.__name__)
def test_ends_alike_without_webhooks(told: Told) -> None:
    heard, reconciled = _run(told, with_webhooks=True)
    found, found_at_last = _run(told, with_webhooks=False)
    assert heard == reconciled == found_at_last
    assert (found != heard) == told.needs_reconciling
