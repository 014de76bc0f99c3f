"""A short round at Stripe with a test key: whether our calls do there what we take them to do.

Nothing here touches a registration. Everything made at Stripe carries ``metadata.rehearsal``.
"""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from registrations import stripe_gateway
from registrations.models import StripeEvent
from registrations.stripe_gateway import Refused, StripeError

AMOUNT: Final = 5_000
PART: Final = 2_000
TEST_CARD: Final = "pm_card_visa"
OPEN_FOR: Final = timedelta(minutes=31)
TEST_KEYS: Final = ("sk_test_", "rk_test_")
LIVE_KEYS: Final = ("sk_live_", "rk_live_")


class NoTestKey(Exception):
    """The account's key may move real money, or is missing. Nothing was asked."""


class Unexpected(Exception):
    """Stripe answered, but not what we take for granted."""


@dataclass(frozen=True)
class Step:
    """What was tried, and whether it went as it should; ``why`` tells what it did instead."""

    name: str
    ok: bool
    seconds: float
    why: str = ""


def rehearse(
    *,
    account: str,
    currency: str,
    wait_for_webhook: int = 0,
    any_test_key: bool = False,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Step]:
    """Go through the steps, one after the other; each is given as soon as it is done.

    ``wait_for_webhook`` is how many seconds to wait for Stripe's message about the closed checkout
    to reach this site; 0 leaves that step out. ``any_test_key`` takes a key of which the name does
    not tell that it is for tests; a live one is refused always. Raises ``NoTestKey``.
    """
    check_key(stripe_gateway.key_of(account), any_test_key=any_test_key)
    return _Rehearsal(account, currency, pause).steps(wait_for_webhook)


def check_key(key: str, *, any_test_key: bool = False) -> None:
    """Raise ``NoTestKey`` unless the key is one with which no real money can move."""
    if not key:
        raise NoTestKey("no secret key is set")
    if key.startswith(LIVE_KEYS):
        raise NoTestKey("the secret key is a live one")
    if not any_test_key and not key.startswith(TEST_KEYS):
        raise NoTestKey(f"the secret key does not begin with {' or '.join(TEST_KEYS)}")


class _Rehearsal:
    """One round: what a step made, later ones use."""

    def __init__(self, account: str, currency: str, pause: Callable[[float], None]) -> None:
        self.account = account
        self.currency = currency.lower()
        self.pause = pause
        self.run = uuid.uuid4().hex
        self.session_id = ""
        self.payment_intent_id = ""
        self.invoice_id = ""

    def steps(self, wait_for_webhook: int) -> Iterator[Step]:
        for name, step in (
            ("read the balance", self.read_balance),
            ("open a checkout, twice with one key", self.open_checkout),
            ("close the checkout", self.close_checkout),
            ("pay with a test card", self.pay),
            ("pay a part back", self.refund),
            ("refuse to pay back too much", self.refund_too_much),
            ("send an invoice", self.send_invoice),
            ("withdraw the invoice", self.void_invoice),
        ):
            yield _tried(name, step)
        if wait_for_webhook:
            name = "hear of the closed checkout"
            yield _tried(name, lambda: self.hear(wait_for_webhook))

    def create(self, create: Callable[..., Any], what: str, **parameters: Any) -> Any:
        return create(
            account=self.account,
            parameters={"metadata": {"rehearsal": self.run}, **parameters},
            idempotency_key=f"rehearsal-{self.run}-{what}",
        )

    def read_balance(self) -> None:
        now = timezone.now()
        stripe_gateway.movements_between(
            account=self.account, since=now - timedelta(hours=1), until=now
        )

    def open_checkout(self) -> None:
        price = {
            "currency": self.currency,
            "unit_amount": AMOUNT,
            "product_data": {"name": "Kollegium"},
        }
        asked = {
            "mode": "payment",
            "locale": "nb",
            "expires_at": stripe_gateway.expiry_moment(timezone.now() + OPEN_FOR),
            "success_url": "https://example.com/",
            "line_items": [{"quantity": 1, "price_data": price}],
        }
        create = stripe_gateway.create_checkout_session
        session = self.create(create, "checkout", **asked)
        self.session_id = session.id
        _expect(session.status == "open", session.status)
        _expect(session.amount_total == AMOUNT, f"a total of {session.amount_total}")
        again = self.create(create, "checkout", **asked)
        _expect(again.id == session.id, "the same key opened a second checkout")

    def close_checkout(self) -> None:
        asked = {"account": self.account, "session_id": _made(self.session_id)}
        session = stripe_gateway.expire_checkout_session(**asked)
        _expect(session.status == "expired", session.status)
        with suppress(Refused):
            stripe_gateway.expire_checkout_session(**asked)
            raise Unexpected("a closed checkout was closed again")

    def pay(self) -> None:
        payment = self.create(
            stripe_gateway.create_payment,
            "payment",
            amount=AMOUNT,
            currency=self.currency,
            confirm=True,
            payment_method=TEST_CARD,
            automatic_payment_methods={"enabled": True, "allow_redirects": "never"},
        )
        _expect(payment.status == "succeeded", payment.status)
        _expect(payment.amount_received == AMOUNT, f"{payment.amount_received} received")
        self.payment_intent_id = payment.id

    def refund(self) -> None:
        refund = self.create(
            stripe_gateway.create_refund,
            "refund",
            payment_intent=_made(self.payment_intent_id),
            amount=PART,
        )
        _expect(refund.status in ("succeeded", "pending"), refund.status)
        found = stripe_gateway.refunds_of(
            account=self.account, payment_intent_id=self.payment_intent_id
        )
        _expect([one.id for one in found] == [refund.id], f"{len(found)} refunds")

    def refund_too_much(self) -> None:
        with suppress(Refused):
            self.create(
                stripe_gateway.create_refund,
                "refund-too-much",
                payment_intent=_made(self.payment_intent_id),
                amount=AMOUNT,
            )
            raise Unexpected("more was paid back than was paid")

    def send_invoice(self) -> None:
        customer = self.create(
            stripe_gateway.create_customer,
            "customer",
            name="Kollegium",
            email="rehearsal@example.com",
        )
        invoice = self.create(
            stripe_gateway.create_invoice,
            "invoice",
            customer=customer.id,
            collection_method="send_invoice",
            days_until_due=14,
            auto_advance=False,
            currency=self.currency,
            custom_fields=[{"name": "Order", "value": "R-1"}],
            pending_invoice_items_behavior="exclude",
        )
        self.create(
            stripe_gateway.create_invoice_item,
            "item",
            customer=customer.id,
            invoice=invoice.id,
            amount=AMOUNT,
            currency=self.currency,
            description="Kollegium",
        )
        sent = stripe_gateway.send_invoice(
            account=self.account,
            invoice_id=invoice.id,
            idempotency_key=f"rehearsal-{self.run}-send",
        )
        self.invoice_id = invoice.id
        _expect(sent.status == "open", sent.status)
        _expect(sent.amount_due == AMOUNT, f"{sent.amount_due} due")
        _expect(bool(sent.number and sent.hosted_invoice_url), "no number or no page")

    def void_invoice(self) -> None:
        invoice = stripe_gateway.void_invoice(
            account=self.account, invoice_id=_made(self.invoice_id)
        )
        _expect(invoice.status == "void", invoice.status)

    def hear(self, seconds: int) -> None:
        """Stripe tells this site's endpoint, which stores what it was told."""
        heard = StripeEvent.objects.filter(
            account=self.account,
            type="checkout.session.expired",
            object_id=_made(self.session_id),
        )
        for _second in range(seconds):
            if heard.exists():
                return
            self.pause(1)
        _expect(heard.exists(), f"nothing in {seconds} seconds")


def _tried(name: str, step: Callable[[], None]) -> Step:
    began = time.monotonic()
    try:
        step()
    except (StripeError, Unexpected) as error:
        return Step(name, ok=False, seconds=time.monotonic() - began, why=str(error))
    return Step(name, ok=True, seconds=time.monotonic() - began)


def _expect(true: bool, otherwise: str) -> None:
    if not true:
        raise Unexpected(otherwise)


def _made(id: str) -> str:
    """What an earlier step made, or the reason why this one cannot be tried."""
    if not id:
        raise Unexpected("not tried, because an earlier step failed")
    return id
