"""Taking personal data out of the history: of one line by an owner, old addresses by themselves."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q, QuerySet

from cms.models import LogLine, Practice

from .recording import record

DAYS_OF_A_MONTH: Final = 30.44
# So many lines in one statement, so that nobody waits long for a lock.
AT_ONCE: Final = 5000


class NoReason(Exception):
    """Nobody blanks anything without saying why; nothing was changed."""


@transaction.atomic
def blank(*, line_id: int, user: Any, reason: str) -> LogLine:
    """Take the name, what was before and after, and the computer's address out of a line.

    That something was done, when and by whom stays. The blanking is a line of its own, with the
    ``reason``; raises ``NoReason`` without one. Blanked again, nothing happens.
    """
    reason = reason.strip()
    if not reason:
        raise NoReason
    line = LogLine.objects.select_for_update(of=("self",)).get(pk=line_id)
    if line.changes is not None:
        LogLine.objects.filter(pk=line.pk).update(title="", changes=None, where="")
        record(
            practice=line.practice, user=user, action="blanked", subject=line, title=reason[:200]
        )
    return line


def forget_addresses(rows: QuerySet[Any], *, practice: str, now: datetime) -> int:
    """Take out from where something was done, once it is older than its practice keeps that.

    ``practice`` is the look-up from a line to its practice. Answers how many lines it were.
    """
    due = Q(pk=None)
    for pk, months in Practice.objects.values_list("pk", "log_address_months"):
        due |= Q(**{practice: pk}, at__lte=now - timedelta(days=months * DAYS_OF_A_MONTH))
    old = rows.filter(due).exclude(where="").order_by("at").values_list("pk", flat=True)
    return rows.filter(pk__in=list(old[:AT_ONCE])).update(where="")
