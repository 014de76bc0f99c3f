import sys
from typing import Any

from django.core.management.base import BaseCommand

from registrations.invariants import broken_invariants


class Command(BaseCommand):
    help = "Recompute seats, ledgers and states. Says each difference and exits 1 if there is any."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = list(broken_invariants())
        for sentence in broken:
            self.stderr.write(sentence)
        if broken:
            sys.exit(1)
