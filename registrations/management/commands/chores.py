import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from registrations.chores import run_chores


class Command(BaseCommand):
    help = (
        "Expire holds, reconcile with Stripe, take up waiting events and letters. "
        "Safe to run at the same time on many machines."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="run again and again")

    def handle(self, *args: Any, every: int | None = None, **options: Any) -> None:
        stop = threading.Event()
        if every:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while True:
            for name, tally in run_chores().items():
                if tally.failed or (tally.done and not every):
                    self.stdout.write(f"{name}: {tally.done} done, {tally.failed} failed")
            if not every or stop.wait(every):
                return
            close_old_connections()
