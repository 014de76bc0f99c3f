"""The chores: everything that must happen although nobody asks. Safe to run anywhere, any time."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from django_tasks_db.models import DBTaskResult

from cms.history import forget_addresses
from cms.models import LogLine
from cms.scheduled_publishing import (
    due_to_appear,
    due_to_disappear,
    let_appear,
    let_disappear,
)
from registrations import webhooks
from registrations.enquiries.services import enquiries_to_forget, forget
from registrations.messages.services import (
    messages_to_go_on_with,
    messages_with_latecomers,
    remind,
    remind_latecomers,
    reminders_due,
    write_all,
)
from registrations.models import HistoryLine, StripeEvent
from registrations.post_office import due_letters
from registrations.services import (
    ask_for_names,
    close_waiting,
    deciding,
    differences_unpaid,
    disputes,
    expire_offer,
    lines_without_hope,
    lists_to_serve,
    offer_seats,
    offers_run_out,
    payouts,
    remind_of_rest,
    rests_overdue,
    rests_to_remind,
    tell_of_overdue_rest,
    tell_of_unpaid_difference,
    with_names_missing,
)
from registrations.services.calling_off import cancel_one, left_to_cancel
from registrations.services.invoice_sending import bring_in_line, invoices_to_look_at
from registrations.services.overdue import invoices_to_remind_of
from registrations.services.overdue import remind as remind_of_invoice
from registrations.services.payments import attempts_to_reconcile, look_again
from registrations.services.refunds import perform, refunds_to_look_at
from registrations.services.releasing import expire_hold, holds_run_out
from registrations.tasks import send_letter, show_life

logger = logging.getLogger(__name__)

Row = TypeVar("Row")

FINISHED_TASKS_ARE_KEPT_FOR = timedelta(days=7)


@dataclass
class Tally:
    done: int = 0
    failed: int = 0


def run_chores() -> dict[str, Tally]:
    """Run every chore once. One bad row never stops the rest; failures are counted and logged."""
    return {
        "expire_holds": _each(
            "expire_holds",
            holds_run_out(now=timezone.now()),
            lambda pk: expire_hold(registration_id=pk),
        ),
        "expire_offers": _each(
            "expire_offers",
            offers_run_out(now=timezone.now()),
            lambda pk: expire_offer(registration_id=pk),
        ),
        "close_waiting": _each(
            "close_waiting",
            lines_without_hope(now=timezone.now()),
            lambda pk: close_waiting(registration_id=pk),
        ),
        "offer_seats": _each(
            "offer_seats",
            lists_to_serve(),
            lambda pk: offer_seats(offering_id=pk),
        ),
        "remind_of_rests": _each(
            "remind_of_rests",
            rests_to_remind(now=timezone.now()),
            lambda pk: remind_of_rest(registration_id=pk),
        ),
        "overdue_rests": _each(
            "overdue_rests",
            rests_overdue(now=timezone.now()),
            lambda pk: tell_of_overdue_rest(registration_id=pk),
        ),
        "reconcile": _each(
            "reconcile",
            attempts_to_reconcile(now=timezone.now()),
            lambda pk: look_again(attempt_id=pk),
        ),
        "refunds": _each(
            "refunds", refunds_to_look_at(now=timezone.now()), lambda pk: perform(refund_id=pk)
        ),
        "invoices": _each(
            "invoices",
            invoices_to_look_at(now=timezone.now()),
            lambda pk: bring_in_line(invoice_id=pk),
        ),
        "overdue_invoices": _each(
            "overdue_invoices",
            invoices_to_remind_of(now=timezone.now()),
            lambda pk: remind_of_invoice(invoice_id=pk),
        ),
        "disputes": _each(
            "disputes",
            disputes.disputes_to_look_at(now=timezone.now()),
            lambda pk: disputes.look_again(dispute_pk=pk),
        ),
        "new_disputes": _each(
            "new_disputes",
            disputes.accounts_to_look_at(now=timezone.now()),
            lambda account: disputes.find_disputes(account=account),
        ),
        "new_payouts": _each(
            "new_payouts",
            payouts.accounts_to_ask(now=timezone.now()),
            lambda account: payouts.find_payouts(account=account),
        ),
        "payouts": _each(
            "payouts",
            payouts.payouts_to_look_at(now=timezone.now()),
            lambda pk: payouts.look_again(payout_pk=pk),
        ),
        "decisions": _each(
            "decisions",
            deciding.decisions_to_make(now=timezone.now()),
            lambda pk: deciding.decide(offering_id=pk),
        ),
        "called_off": _each(
            "called_off", left_to_cancel(), lambda pk: cancel_one(registration_id=pk)
        ),
        "names": _each(
            "names",
            with_names_missing(now=timezone.now()),
            lambda pk: ask_for_names(registration_id=pk),
        ),
        "reminders": _each(
            "reminders",
            reminders_due(now=timezone.now()),
            lambda due: remind(reminder_id=due[0], occasion=due[1]),
        ),
        "latecomers": _each(
            "latecomers",
            messages_with_latecomers(now=timezone.now()),
            lambda pk: remind_latecomers(message_id=pk),
        ),
        "messages": _each(
            "messages",
            messages_to_go_on_with(now=timezone.now()),
            lambda pk: write_all(message_id=pk),
        ),
        "differences": _each(
            "differences",
            differences_unpaid(now=timezone.now()),
            lambda pk: tell_of_unpaid_difference(registration_id=pk),
        ),
        "stripe_events": _each("stripe_events", _waiting_events(), webhooks.handle),
        "enquiries": _each(
            "enquiries",
            enquiries_to_forget(now=timezone.now()),
            lambda pk: forget(enquiry_id=pk, now=timezone.now()),
        ),
        "pages_to_appear": _each(
            "pages_to_appear",
            due_to_appear(now=timezone.now()),
            lambda pk: let_appear(revision_id=pk),
        ),
        "pages_to_disappear": _each(
            "pages_to_disappear",
            due_to_disappear(now=timezone.now()),
            lambda pk: let_disappear(page_id=pk, now=timezone.now()),
        ),
        "old_addresses": _each(
            "old_addresses",
            ((LogLine, "practice"), (HistoryLine, "registration__practice")),
            _forget,
        ),
        "letters": _each("letters", due_letters(), lambda pk: send_letter.enqueue(letter_id=pk)),
        "tidy": _each("tidy", [None], lambda _nothing: _tidy()),
    }


def _each(name: str, rows: Iterable[Row], chore: Callable[[Row], object]) -> Tally:
    tally = Tally()
    for row in rows:
        try:
            chore(row)
            tally.done += 1
        except Exception as error:  # one bad row never stops the rest
            tally.failed += 1
            logger.warning("Chore %s failed for one row: %s", name, type(error).__name__)
    return tally


def _forget(lines: tuple[Any, str]) -> None:
    """From where something was done is told for so long as each practice says."""
    model, practice = lines
    forget_addresses(model.objects.all(), practice=practice, now=timezone.now())


def _waiting_events() -> list[StripeEvent]:
    since = timezone.now() - timedelta(minutes=1)
    return list(StripeEvent.objects.filter(handled_at=None, received_at__lte=since).order_by("pk"))


def _tidy() -> None:
    """Show that the worker lives, and once an hour throw away finished tasks."""
    waiting = DBTaskResult.objects.filter(task_path=show_life.module_path, status="READY")
    if not waiting.exists():
        show_life.enqueue()
    if cache.add("chores:pruned", 1, 3600):
        call_command(
            "prune_db_task_results",
            "--backend=background",
            f"--min-age-days={FINISHED_TASKS_ARE_KEPT_FOR.days}",
            verbosity=0,
        )
