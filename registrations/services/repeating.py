"""Repeating a course date: new drafts on other days, with the reminders of the one repeated."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from cms.history import record_whole
from courses.copying import Copy, make_copy
from courses.models import Offering
from registrations.models import Reminder


@transaction.atomic
def repeat(*, offering_id: int, copies: Sequence[Copy], user: Any) -> list[Offering]:
    """Make a draft for each of ``copies``; all of them or none.

    Nobody is written to, and the course date that is repeated stays as it is. Each draft is noted
    in the history with all that is kept of it, as if it had been typed in.
    """
    offering = Offering.objects.select_related("course__practice").get(pk=offering_id)
    reminders = list(Reminder.objects.filter(offering=offering).order_by("pk"))
    made = [make_copy(offering, copy) for copy in copies]
    for one in made:
        _copy_reminders(reminders, one)
        record_whole(one, user=user, action="created")
    return made


def _copy_reminders(reminders: list[Reminder], made: Offering) -> None:
    """In the place of those with which every new course date begins."""
    counts_from = made.reminders.values_list("counts_from", flat=True).first()
    made.reminders.all().delete()
    for reminder in reminders:
        copied = Reminder(practice_id=reminder.practice_id, offering=made)
        for name in ("template_id", "audience", "amount", "unit", "side", "anchor", "paused"):
            setattr(copied, name, getattr(reminder, name))
        if counts_from is not None:
            copied.counts_from = counts_from
        copied.save()
