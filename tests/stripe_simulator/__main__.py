"""Run the simulator in the foreground: ``python -m tests.stripe_simulator --help``."""

from __future__ import annotations

import argparse
import json
import signal
import threading
from functools import partial
from pathlib import Path

from .posting import post
from .server import keep_nothing, serve
from .simulator import Simulator
from .state_file import StateFile

# Short, so that whoever restarts the receiver need not wait.
DEMO_BACKOFF = (2, 5, 10, 30, 60)


def main() -> None:
    """Serve until told to stop."""
    wishes = _wishes()
    simulator = Simulator(backoff=DEMO_BACKOFF)
    save = keep_nothing
    if wishes.state:
        file = StateFile(wishes.state, simulator)
        file.load()
        save = file.save
    for key, secret, url in zip(wishes.key, wishes.secret, wishes.webhook, strict=True):
        simulator.register_endpoint(key, secret, partial(post, url), url=url)
    for key, name in zip(wishes.key, wishes.name, strict=False):
        simulator.describe_account(key, business_profile={"name": name})
    if wishes.paid and wishes.key:
        for payment in json.loads(wishes.paid.read_text(encoding="utf-8")):
            simulator.adopt_payment(wishes.key[0], **payment)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    running = serve(simulator, wishes.port, save=save)
    print(f"The Stripe simulator is at {running.url}/", flush=True)
    stop.wait()
    running.stop()


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.stripe_simulator",
        description="A Stripe for demonstrations. --key, --secret and --webhook go together "
        "and may be repeated, once for each account.",
    )
    parser.add_argument("--port", type=int, default=8010)
    parser.add_argument("--key", action="append", default=[], help="sk_test_…")
    parser.add_argument("--secret", action="append", default=[], help="whsec_…")
    parser.add_argument("--webhook", action="append", default=[], help="where events are sent")
    parser.add_argument("--name", action="append", default=[], help="whom the pages speak for")
    parser.add_argument("--state", type=Path, help="a file that keeps the state across restarts")
    parser.add_argument(
        "--paid",
        type=Path,
        help="a file of payments that the first account has had: a JSON list of objects with "
        "intent_id, amount and currency",
    )
    wishes = parser.parse_args()
    if not len(wishes.key) == len(wishes.secret) == len(wishes.webhook):
        parser.error("--key, --secret and --webhook must be given equally often")
    if len(wishes.name) > len(wishes.key):
        parser.error("There are more names than keys")
    return wishes


if __name__ == "__main__":
    main()
