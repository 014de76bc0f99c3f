"""The simulated Stripe as its users see it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import (
    account,
    balance,
    buyer,
    checkout,
    disputes,
    invoice_course,
    passing_time,
    payments,
    refunds,
)
from .api import Api, Received, Response
from .faults import Faults
from .webhooks import BACKOFF, Send, Webhooks
from .world import Object, World

if TYPE_CHECKING:
    from .sdk_client import InProcessClient

DEFAULT_BASE_URL = "https://checkout.stripe.test"


class Simulator:
    """One Stripe with any number of accounts, each of which is an API key.

    State is in memory; every method may be called from any thread.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        seed: int = 1,
        *,
        backoff: Sequence[int] = BACKOFF,
        base_url: str = DEFAULT_BASE_URL,
    ) -> None:
        self.lock = threading.RLock()
        self.world = World(clock=clock, seed=seed, base_url=base_url)
        self.faults = Faults()
        self.webhooks = Webhooks(self.world, self.lock, backoff)
        self.world.on_event = self.webhooks.queue
        self._api = Api(self.world, self.faults)

    # The API

    def handle(
        self, method: str, path: str, headers: Mapping[str, str], body: str | bytes | None
    ) -> Response:
        """Answer one API request; ``path`` may carry a query string."""
        text = body.decode() if isinstance(body, bytes) else body or ""
        with self.lock:
            return self._api.handle(method.upper(), path, headers, text)

    def http_client(self, timeout: float = 10) -> InProcessClient:
        """A client for the SDK that answers from here, without a socket."""
        from .sdk_client import InProcessClient

        return InProcessClient(self, timeout=timeout)

    @property
    def calls(self) -> list[Received]:
        """Every API request as (method, path, params as text, idempotency key)."""
        return self._api.calls

    # Time

    def now(self) -> int:
        """The simulated time in epoch seconds."""
        return self.world.now()

    def advance(self, seconds: int) -> None:
        """Let time pass; what expires by it, expires."""
        with self.lock:
            self.world.offset += int(seconds)
            passing_time.catch_up(self.world)
            self.webhooks.changed.set()

    # Keeping

    def to_json(self) -> dict[str, Any]:
        """All that a later simulator needs to go on; faults are not kept."""
        with self.lock:
            state = {
                "world": self.world.to_json(),
                "answers": self._api.answers.to_json(),
                "webhooks": self.webhooks.to_json(),
            }
            copied: dict[str, Any] = json.loads(json.dumps(state))
            return copied

    def load_json(self, saved: dict[str, Any]) -> None:
        """Go on from what ``to_json`` gave."""
        with self.lock:
            self.world.load_json(saved["world"])
            self._api.answers.load_json(saved["answers"])
            self.webhooks.load_json(saved["webhooks"])

    # What there is, by id

    @property
    def sessions(self) -> dict[str, Object]:
        return self.world.all("checkout.session")

    @property
    def payment_intents(self) -> dict[str, Object]:
        return self.world.all("payment_intent")

    @property
    def charges(self) -> dict[str, Object]:
        return self.world.all("charge")

    @property
    def refunds(self) -> dict[str, Object]:
        return self.world.all("refund")

    @property
    def invoices(self) -> dict[str, Object]:
        return self.world.all("invoice")

    @property
    def invoice_payments(self) -> dict[str, Object]:
        return self.world.all("invoice_payment")

    @property
    def credit_notes(self) -> dict[str, Object]:
        return self.world.all("credit_note")

    @property
    def disputes(self) -> dict[str, Object]:
        return self.world.all("dispute")

    @property
    def balance_transactions(self) -> dict[str, Object]:
        return self.world.all("balance_transaction")

    @property
    def payouts(self) -> dict[str, Object]:
        return self.world.all("payout")

    @property
    def customers(self) -> dict[str, Object]:
        return self.world.all("customer")

    @property
    def events(self) -> dict[str, Object]:
        return self.world.all("event")

    # The buyer at the hosted checkout page

    def pay(self, session_id: str, email: str | None = None) -> str:
        """Pay by card; gives the address the buyer is then sent to."""
        with self.lock:
            return buyer.pay(self.world, session_id, email=email)

    def decline(self, session_id: str, email: str | None = None) -> str:
        """Try a card that is declined; gives the address of the page, still open."""
        with self.lock:
            return buyer.decline(self.world, session_id, email=email)

    def pay_later(self, session_id: str, email: str | None = None) -> str:
        """Choose a means whose outcome comes later; gives where the buyer is sent."""
        with self.lock:
            return buyer.pay_later(self.world, session_id, email=email)

    def settle(self, session_id: str, succeeded: bool = True) -> None:
        """Let the outcome of ``pay_later`` come."""
        with self.lock:
            buyer.settle(self.world, session_id, succeeded=succeeded)

    def cancel_page_url(self, session_id: str) -> str | None:
        """Where the page's way back leads; it leaves the session open."""
        cancel_url: str | None = self.sessions[session_id]["cancel_url"]
        return cancel_url

    def expire_due(self) -> list[str]:
        """Expire what is past its time; gives the ids. Every request does so too."""
        with self.lock:
            return passing_time.catch_up(self.world)

    def expire_session(self, session_id: str) -> None:
        """Let an open session's time be over now."""
        with self.lock:
            session = buyer.open_session(self.world, session_id)
            checkout.close_as_expired(self.world, session)

    # Webhooks

    def register_endpoint(
        self,
        account: str,
        secret: str,
        send: Send,
        url: str = "https://endpoint.test/stripe/webhook/",
    ) -> str:
        """Have an account's events brought by ``send``; gives the endpoint's id.

        ``send`` answers with a status; if it raises, the attempt has failed. A
        second call with the same account and url replaces the first.
        """
        return self.webhooks.register(account, secret, send, url)

    def deliver(self) -> list[tuple[str, int]]:
        """Send all webhooks that are due; gives (event id, status) for each attempt."""
        self.expire_due()
        return self.webhooks.deliver()

    # The customer at the hosted invoice page

    def pay_invoice(self, invoice_id: str) -> None:
        """Pay an open invoice by card."""
        with self.lock:
            invoice_course.pay_on_page(self.world, invoice_id)

    def decline_invoice(self, invoice_id: str) -> None:
        """Try a card that is declined."""
        with self.lock:
            invoice_course.decline_on_page(self.world, invoice_id)

    # The banks

    def fail_refund(self, refund_id: str) -> None:
        """The money does not reach the buyer; it is refundable again."""
        with self.lock:
            refunds.fail(self.world, refund_id)

    def complete_refund(self, refund_id: str) -> None:
        """A refund that was pending succeeds."""
        with self.lock:
            refunds.complete(self.world, refund_id)

    def refund_needs_buyer(self, refund_id: str) -> None:
        """A refund stops at ``requires_action``; only then can it be canceled."""
        with self.lock:
            refunds.await_buyer(self.world, refund_id)

    def dispute(
        self, charge_id: str, *, reason: str = "fraudulent", amount: int | None = None
    ) -> str:
        """The buyer's bank takes a charge back; gives the dispute's id."""
        with self.lock:
            return str(
                disputes.open_dispute(self.world, charge_id, reason=reason, amount=amount)["id"]
            )

    def close_dispute(self, dispute_id: str, won: bool = True) -> None:
        """The bank decides for or against the account."""
        with self.lock:
            disputes.close_dispute(self.world, dispute_id, won=won)

    # The account's owner in the dashboard

    def dashboard_refund(self, charge_id: str, amount: int | None = None) -> str:
        """Refund a charge past the API's callers; gives the refund's id."""
        with self.lock:
            return str(refunds.by_owner(self.world, charge_id, amount)["id"])

    def mark_uncollectible(self, invoice_id: str) -> None:
        """Give up an open invoice."""
        with self.lock:
            invoice_course.give_up(self.world, invoice_id)

    def describe_account(self, key: str, **fields: Any) -> None:
        """Give an account another country, currency or e-mail address."""
        with self.lock:
            account.describe(self.world, key, **fields)

    def adopt_payment(self, key: str, *, intent_id: str, amount: int, currency: str) -> None:
        """Know a card payment that somebody made before this simulator was there."""
        with self.lock:
            payments.adopt(self.world, key, intent_id=intent_id, amount=amount, currency=currency)

    def pay_out(self, key: str, currency: str) -> str | None:
        """Pay out what has become available; gives the payout's id."""
        with self.lock:
            payout = balance.pay_out(self.world, key, currency)
            return payout["id"] if payout else None

    def pay_out_everywhere(self) -> list[str]:
        """Pay out each account's money of each currency; gives the payouts' ids."""
        moved = self.world.all("balance_transaction")
        purses = {(self.world.owners[key], one["currency"]) for key, one in moved.items()}
        made = [self.pay_out(*purse) for purse in sorted(purses)]
        return [payout_id for payout_id in made if payout_id]

    def fail_payout(self, payout_id: str) -> None:
        """Let the bank send a payout back."""
        with self.lock:
            balance.fail_payout(self.world, self.world.all("payout")[payout_id])

    def charge_fee(self, key: str, amount: int, currency: str) -> None:
        """Take a fee that belongs to no payment, as at the end of a month."""
        with self.lock:
            balance.charge_fee(self.world, key, amount, currency)
