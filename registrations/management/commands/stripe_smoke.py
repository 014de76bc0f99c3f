import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.models import Practice
from registrations import stripe_gateway
from registrations.services.rehearsing import NoTestKey, rehearse

WAIT_SECONDS = 60


class Command(BaseCommand):
    help = (
        "Try Stripe with a test key: checkout, payment, refund, invoice. "
        "Says each step and exits 1 if one fails. Refuses live keys."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--practice", metavar="SLUG", help="try this practice's account and currency"
        )
        parser.add_argument(
            "--webhook",
            type=int,
            nargs="?",
            const=WAIT_SECONDS,
            default=0,
            metavar="SECONDS",
            help="wait so long for Stripe's message to reach this site, which must be running; "
            f"{WAIT_SECONDS} if no number is given",
        )
        parser.add_argument(
            "--any-test-key",
            action="store_true",
            help="take a test key even if its beginning does not tell that it is one",
        )

    def handle(
        self,
        *args: Any,
        practice: str | None = None,
        webhook: int = 0,
        any_test_key: bool = False,
        **options: Any,
    ) -> None:
        tried = Practice.objects.filter(slug=practice).first() if practice else None
        if practice and tried is None:
            raise CommandError(f"No practice is called {practice}.")
        try:
            steps = rehearse(
                account=stripe_gateway.account_of(practice or ""),
                currency=tried.currency if tried else "NOK",
                wait_for_webhook=webhook,
                any_test_key=any_test_key,
            )
        except NoTestKey as error:
            raise CommandError(f"Nothing was tried, because {error}.", returncode=2) from error
        failed = 0
        for step in steps:
            failed += not step.ok
            word = "ok" if step.ok else "failed"
            why = f": {step.why}" if step.why else ""
            self.stdout.write(f"{word:6} {step.seconds:6.2f} s  {step.name}{why}")
        if not webhook:
            self.stdout.write("not tried       hear of the closed checkout: --webhook asks for it")
        if failed:
            sys.exit(1)
