"""Everything the simulated Stripe knows: objects, owners, events, time and ids."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from . import schema
from .errors import no_such

Object = dict[str, Any]

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

# As long as Stripe's own, so that a column too short for them shows.
_ID_SHAPES = {
    "account": ("acct_1", 16),
    "balance_transaction": ("txn_3", 23),
    "charge": ("ch_3", 23),
    "checkout.session": ("cs_test_a1", 56),
    "coupon": ("", 8),
    "credit_note": ("cn_1", 23),
    "credit_note_line_item": ("cnli_1", 23),
    "customer": ("cus_", 14),
    "dispute": ("du_1", 23),
    "event": ("evt_1", 23),
    "invoice": ("in_1", 23),
    "invoice_payment": ("inpay_1", 23),
    "invoiceitem": ("ii_1", 23),
    "item": ("li_1", 23),
    "line_item": ("il_1", 23),
    "payment_intent": ("pi_3", 23),
    "payment_method": ("pm_1", 23),
    "payout": ("po_1", 23),
    "price": ("price_1", 23),
    "product": ("prod_", 14),
    "refund": ("re_3", 23),
    "request": ("req_", 14),
    "tax_rate": ("txr_1", 23),
    "webhook_endpoint": ("we_1", 23),
}


@dataclass
class Call:
    """One request on its way through: whose it is and what it asks."""

    account: str
    params: dict[str, Any]
    ids: dict[str, str]
    request_id: str
    idempotency_key: str | None

    @property
    def id(self) -> str:
        """The one id in the path."""
        (only,) = self.ids.values()
        return only


@dataclass
class World:
    """The state of every account, and the only place that changes it."""

    clock: Callable[[], float]
    seed: int
    base_url: str
    offset: int = 0
    counter: int = 0
    objects: dict[str, dict[str, Object]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    session_items: dict[str, list[Object]] = field(default_factory=dict)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    call: Call | None = None
    on_event: Callable[[str, Object], None] = lambda account, event: None

    def now(self) -> int:
        """The simulated time in whole seconds."""
        return int(self.clock()) + self.offset

    def new_id(self, kind: str) -> str:
        """The next id of a kind: the same seed gives the same ids."""
        prefix, length = _ID_SHAPES[kind]
        return prefix + self.token(length)

    def token(self, length: int) -> str:
        """Letters and digits that look random and follow from the seed."""
        self.counter += 1
        digest = hashlib.shake_256(f"{self.seed}:{self.counter}".encode()).digest(length)
        return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest)

    def all(self, kind: str) -> dict[str, Object]:
        """Every account's objects of a kind, oldest first."""
        return self.objects.setdefault(kind, {})

    def of(self, account: str, kind: str) -> Iterator[Object]:
        """One account's objects of a kind, newest first."""
        for key, found in reversed(self.all(kind).items()):
            if self.owners[key] == account:
                yield found

    def find(self, account: str, kind: str, id: str, *, param: str = "id") -> Object:
        """One object, or the 404 that Stripe answers for a stranger's id too."""
        found = self.all(kind).get(id)
        if found is None or self.owners[id] != account:
            raise no_such(kind, id, param=param)
        return found

    def note(self, id: str) -> dict[str, Any]:
        """What is known about an object beyond what the API shows of it."""
        return self.notes.setdefault(id, {})

    def add(self, account: str, made: Object) -> Object:
        """Keep a new object as the account's own."""
        schema.assert_object(made)
        self.all(made["object"])[made["id"]] = made
        self.owners[made["id"]] = account
        return made

    def emit(self, type: str, about: Object, *, before: dict[str, Any] | None = None) -> Object:
        """Record an event about an object as it now is, and have it sent."""
        account = self.owners[about["id"]]
        assert type in schema.event_types(), f"Stripe has no event {type}"
        schema.assert_object(about)
        data: dict[str, Any] = {"object": copy.deepcopy(about)}
        if before is not None:
            data["previous_attributes"] = before
        event = schema.blank(
            "event",
            id=self.new_id("event"),
            object="event",
            api_version=schema.api_version(),
            created=self.now(),
            data=data,
            livemode=False,
            pending_webhooks=0,
            request=self._cause(),
            type=type,
        )
        self.add(account, event)
        self.on_event(account, event)
        return event

    def _cause(self) -> dict[str, Any]:
        if self.call is None:
            return {"id": None, "idempotency_key": None}
        return {"id": self.call.request_id, "idempotency_key": self.call.idempotency_key}

    def to_json(self) -> dict[str, Any]:
        """What a later World needs to go on from here."""
        return {
            "seed": self.seed,
            "offset": self.offset,
            "counter": self.counter,
            "objects": self.objects,
            "owners": self.owners,
            "session_items": self.session_items,
            "notes": self.notes,
            "secrets": self.secrets,
        }

    def load_json(self, saved: dict[str, Any]) -> None:
        """Go on from what ``to_json`` gave."""
        for name in self.to_json():
            setattr(self, name, saved[name])
