"""What is sent to whom, when, how often, and what goes wrong on the way."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import Any

from . import endpoints, schema
from .world import Object, World

Send = Callable[[bytes, dict[str, str]], int]
"""Brings a body and headers to an endpoint and says with which status it answered."""

BACKOFF = (60, 300, 1800, 7200, 18000, 36000, 43200)
GIVES_UP_AFTER = 3 * 24 * 60 * 60
UNREACHED = 0
"""The status of an attempt that got no answer."""


@dataclass
class Delivery:
    """One event on its way to one endpoint."""

    number: int
    event_id: str
    endpoint_id: str
    queued_at: int
    due: int
    attempts: int = 0
    delayed: bool = False


@dataclass
class _Rule:
    pattern: str
    left: int | None
    seconds: int = 0

    def applies(self, type: str) -> bool:
        return self.left != 0 and fnmatchcase(type, self.pattern)

    def use(self) -> None:
        if self.left is not None:
            self.left -= 1


class Webhooks:
    """The deliveries of one simulator and their faults."""

    def __init__(self, world: World, lock: threading.RLock, backoff: Sequence[int]) -> None:
        self._world = world
        self._lock = lock
        self._backoff = tuple(backoff)
        self._queue: list[Delivery] = []
        self._count = 0
        self._senders: dict[str, Send] = {}
        self._rules: dict[str, list[_Rule]] = {"drop": [], "double": [], "delay": []}
        self._reversed = False
        self._down = False
        self.post: Callable[[str, bytes, dict[str, str]], int] | None = None
        self.changed = threading.Event()
        self.attempts: list[tuple[str, str, int]] = []
        self.failures: list[tuple[str, Exception]] = []

    # Endpoints

    def register(self, account: str, secret: str, send: Send, url: str) -> str:
        """Have the account's events sent with ``send``; gives the endpoint's id."""
        with self._lock:
            found = next(
                (e for e in self._world.of(account, "webhook_endpoint") if e["url"] == url), None
            )
            endpoint = found or endpoints.make(self._world, account, url, events=["*"])
            self._world.secrets[endpoint["id"]] = secret
            self._senders[endpoint["id"]] = send
            self.changed.set()
            return str(endpoint["id"])

    # Faults: they act when an event is about to be sent, also on what waits already

    def drop(self, n: int | str | None = 1, type: str = "*") -> None:
        """Lose the next ``n`` deliveries; ``drop("refund.*")`` loses all of a type."""
        self._add("drop", n, type)

    def double(self, n: int | str | None = None, type: str = "*") -> None:
        """Send the next ``n`` deliveries twice; without ``n`` all, until ``clear``."""
        self._add("double", n, type)

    def delay(self, seconds: int, n: int | str | None = None, type: str = "*") -> None:
        """Send the next ``n`` deliveries that much later; without ``n`` all."""
        self._add("delay", n, type, seconds)

    def reverse(self, on: bool = True) -> None:
        """Send what is due last first."""
        self._reversed = on

    def down(self, on: bool = True) -> None:
        """No endpoint answers; everything is retried later."""
        self._down = on
        self.changed.set()

    def clear(self) -> None:
        """End every fault; what is late stays late."""
        for rules in self._rules.values():
            rules.clear()
        self._reversed = self._down = False
        self.changed.set()

    def _add(self, fault: str, n: int | str | None, type: str, seconds: int = 0) -> None:
        rule = _Rule(n, None, seconds) if isinstance(n, str) else _Rule(type, n, seconds)
        with self._lock:
            self._rules[fault].append(rule)

    def _take(self, fault: str, type: str) -> _Rule | None:
        for rule in self._rules[fault]:
            if rule.applies(type):
                rule.use()
                return rule
        return None

    # Sending

    @property
    def pending(self) -> list[tuple[str, str]]:
        """(event id, type) of everything not yet delivered, in the order of its queueing."""
        with self._lock:
            events = self._world.all("event")
            return [(d.event_id, events[d.event_id]["type"]) for d in self._queue]

    def next_due(self) -> int | None:
        """When the next delivery is due, in simulated time."""
        with self._lock:
            return min((delivery.due for delivery in self._queue), default=None)

    def queue(self, account: str, event: Object) -> None:
        """Send a new event to the account's endpoints that want its type."""
        for endpoint in reversed(list(self._world.of(account, "webhook_endpoint"))):
            wanted = endpoint["enabled_events"]
            if endpoint["status"] == "enabled" and ("*" in wanted or event["type"] in wanted):
                self._enqueue(event["id"], endpoint["id"])

    def retry_now(self) -> None:
        """Make everything that waits due at once."""
        with self._lock:
            for delivery in self._queue:
                delivery.due = self._world.now()
                delivery.delayed = True
            self.changed.set()

    @property
    def asked(self) -> list[str]:
        """The faults still to come, in words."""
        words = ["reversed order"] if self._reversed else []
        for fault, rules in self._rules.items():
            words += [f"{fault} {r.pattern} × {r.left or 'all'}" for r in rules if r.left != 0]
        return words

    @property
    def is_down(self) -> bool:
        """Whether nothing reaches the endpoints."""
        return self._down

    def redeliver(self, event_id: str) -> None:
        """Send an event once more, now, whatever became of it before."""
        with self._lock:
            self._queue = [d for d in self._queue if d.event_id != event_id]
            account = self._world.owners[event_id]
            self.queue(account, self._world.all("event")[event_id])

    def send_only(self, event_id: str) -> list[tuple[str, int]]:
        """Send one event that waits, now, and nothing else."""
        deliveries = self._taken_out(event_id)
        return [sent for delivery in deliveries for sent in self._send(delivery)]

    def lose(self, event_id: str) -> None:
        """Never send an event that waits."""
        self._taken_out(event_id)

    def _taken_out(self, event_id: str) -> list[Delivery]:
        with self._lock:
            taken = [d for d in self._queue if d.event_id == event_id]
            self._queue = [d for d in self._queue if d.event_id != event_id]
            return taken

    def _enqueue(self, event_id: str, endpoint_id: str) -> None:
        self._count += 1
        now = self._world.now()
        self._queue.append(Delivery(self._count, event_id, endpoint_id, now, now))
        self.changed.set()

    def deliver(self) -> list[tuple[str, int]]:
        """Send all that is due, also what the receivers' own calls bring about.

        Nothing is tried twice in one round. The lock is free while sending, so
        that a receiver may call the API.
        """
        results: list[tuple[str, int]] = []
        tried: set[int] = set()
        while batch := self._claim(tried):
            for delivery in batch:
                results.extend(self._send(delivery))
        return results

    def _claim(self, tried: set[int]) -> list[Delivery]:
        with self._lock:
            now = self._world.now()
            for delivery in self._queue:
                self._postpone(delivery)
            due = [d for d in self._queue if d.due <= now and d.number not in tried]
            due.sort(key=lambda d: (d.due, d.number), reverse=self._reversed)
            tried.update(d.number for d in due)
            self._queue = [d for d in self._queue if d not in due]
            return due

    def _postpone(self, delivery: Delivery) -> None:
        if delivery.delayed or delivery.attempts:
            return
        rule = self._take("delay", self._type(delivery))
        if rule is not None:
            delivery.delayed = True
            delivery.due = delivery.queued_at + rule.seconds

    def _type(self, delivery: Delivery) -> str:
        return str(self._world.all("event")[delivery.event_id]["type"])

    def _send(self, delivery: Delivery) -> list[tuple[str, int]]:
        with self._lock:
            if self._take("drop", self._type(delivery)):
                return []
            times = 2 if self._take("double", self._type(delivery)) else 1
        statuses = [self._attempt(delivery) for _ in range(times)]
        if not all(200 <= status < 300 for status in statuses):
            self._retry_later(delivery)
        return [(delivery.event_id, status) for status in statuses]

    def _attempt(self, delivery: Delivery) -> int:
        with self._lock:
            body = self._body(delivery)
            endpoint = self._world.all("webhook_endpoint")[delivery.endpoint_id]
            secret = self._world.secrets[delivery.endpoint_id]
            headers = _headers(body, secret, self._world.now())
            send = self._senders.get(delivery.endpoint_id)
        status = UNREACHED
        try:
            if self._down:
                raise ConnectionError("The endpoint is down")
            status = send(body, headers) if send else self._post(endpoint["url"], body, headers)
        except Exception as error:  # Whatever the receiver raises is its failure.
            self.failures.append((delivery.event_id, error))
        self.attempts.append((delivery.event_id, delivery.endpoint_id, status))
        return status

    def _post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        if self.post is None:
            raise ConnectionError(f"Nothing here can reach {url}")
        return self.post(url, body, headers)

    def _body(self, delivery: Delivery) -> bytes:
        event = dict(self._world.all("event")[delivery.event_id])
        waiting = sum(d.event_id == delivery.event_id for d in self._queue)
        event["pending_webhooks"] = waiting + 1
        schema.assert_object(event)
        return json.dumps(event, indent=2, ensure_ascii=False).encode()

    def _retry_later(self, delivery: Delivery) -> None:
        with self._lock:
            now = self._world.now()
            wait = self._backoff[min(delivery.attempts, len(self._backoff) - 1)]
            delivery.attempts += 1
            delivery.due = now + wait
            if delivery.due - delivery.queued_at <= GIVES_UP_AFTER:
                self._queue.append(delivery)
                self._queue.sort(key=lambda d: d.number)

    # Keeping

    def to_json(self) -> dict[str, Any]:
        """What a later run needs to deliver the rest."""
        return {"count": self._count, "queue": [asdict(d) for d in self._queue]}

    def load_json(self, saved: dict[str, Any]) -> None:
        """Go on from what ``to_json`` gave."""
        self._count = saved["count"]
        self._queue = [Delivery(**delivery) for delivery in saved["queue"]]


def _headers(body: bytes, secret: str, now: int) -> dict[str, str]:
    signed = hmac.new(secret.encode(), f"{now}.".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": f"t={now},v1={signed}",
        "User-Agent": "Stripe/1.0 (simulator)",
    }
