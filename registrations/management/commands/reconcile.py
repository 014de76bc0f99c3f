import sys
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.models import Practice
from courses.money import format_money
from registrations.services.reconciling import (
    CannotAsk,
    Difference,
    Money,
    Reconciliation,
    What,
    reconcile,
)

DAYS = 30
WORDS = {
    What.PAYMENT: "payment",
    What.REFUND: "refund",
    What.REFUND_FAILED: "refund that failed",
    What.DISPUTE: "dispute",
    What.DISPUTE_WON: "dispute that was won",
    What.OTHER: "other movement",
}


class Command(BaseCommand):
    help = (
        "Compare Stripe's books with the ledger over a period. Says each difference and exits 1 "
        "if there is any, 2 if Stripe cannot be asked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from",
            dest="first",
            type=_day,
            metavar="DATE",
            help=f"the first day, as 2030-01-31; {DAYS} days before the last if not given",
        )
        parser.add_argument(
            "--to", dest="last", type=_day, metavar="DATE", help="the last day; today if not given"
        )
        parser.add_argument("--practice", metavar="SLUG", help="one practice's short name")

    def handle(
        self,
        *args: Any,
        first: date | None = None,
        last: date | None = None,
        practice: str | None = None,
        **options: Any,
    ) -> None:
        asked = _practice(practice) if practice else None
        if not Practice.objects.exists():
            raise CommandError("There is no practice yet, so nothing was compared.", returncode=2)
        zone = ZoneInfo(asked.time_zone if asked else settings.TIME_ZONE)
        last = last or timezone.now().astimezone(zone).date()
        first = first or last - timedelta(days=DAYS)
        if first > last:
            raise CommandError(f"{first} is later than {last}.", returncode=2)
        try:
            found = reconcile(
                since=_midnight(first, zone),
                until=_midnight(last + timedelta(days=1), zone),
                practice=asked,
            )
        except CannotAsk as error:
            account = f"the account of {error.account}" if error.account else "the common account"
            raise CommandError(
                f"Stripe could not be asked about {account} ({error}); nothing is lost, try again.",
                returncode=2,
            ) from error
        for difference in found.differences:
            self.stdout.write(_sentence(difference))
        self.stderr.write(_summary(found, first, last))
        if found.differences:
            sys.exit(1)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _practice(slug: str) -> Practice:
    try:
        return Practice.objects.get(slug=slug)
    except Practice.DoesNotExist:
        known = ", ".join(Practice.objects.order_by("slug").values_list("slug", flat=True))
        raise CommandError(
            f"No practice is called {slug}; there is {known or 'none'}.", returncode=2
        ) from None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)


def _sentence(difference: Difference) -> str:
    what = WORDS[difference.what]
    whose = difference.reference or f"no registration ({difference.account or 'common account'})"
    name = f"{whose}: {what} {difference.stripe_id or 'without a number'}"
    if difference.in_ledger is None:
        return f"{name}: {_written(difference.at_stripe)} at Stripe, nothing in the ledger."
    if difference.at_stripe is None:
        return f"{name}: {_written(difference.in_ledger)} in the ledger, nothing at Stripe."
    return (
        f"{name}: {_written(difference.at_stripe)} at Stripe, "
        f"{_written(difference.in_ledger)} in the ledger."
    )


def _written(money: Money | None) -> str:
    return format_money(money.amount, money.currency, "en") if money else "nothing"


def _summary(found: Reconciliation, first: date, last: date) -> str:
    compared = f"{first} to {last}: {found.compared} compared, {len(found.differences)} differ"
    left_out = ", ".join(f"{count} {name}" for name, count in sorted(found.left_out.items()))
    return f"{compared}; left out: {left_out}." if left_out else f"{compared}."
