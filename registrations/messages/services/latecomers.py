"""Those who come to a course date after a reminder of it went out: they get it, too, and once."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.models import Offering
from registrations.messages.services.readers import load, readers_among
from registrations.messages.services.reminding import (
    TAKES_PLACE,
    Occasion,
    course_date,
    is_due,
    message_of,
    note_reminded,
    occasions_ahead,
    occasions_of,
    with_facts,
)
from registrations.messages.services.sending import address
from registrations.models import HistoryLine, Message, Registration, Reminded, Reminder
from registrations.states import State

# How seats of a date come to be a registration's for good.
HAS_COME: Final = Q(after=State.CONFIRMED) | Q(action="date_changed")


def messages_with_latecomers(*, now: datetime) -> list[int]:
    """Keys of reminders' messages that somebody who is confirmed by now should get, too."""
    coming = Offering.objects.filter(status__in=TAKES_PLACE, sessions__ends_at__gt=now)
    gone = Message.objects.filter(reminder=OuterRef("pk"))
    rows = with_facts(
        Reminder.objects.filter(
            Exists(gone), paused=False, side=Reminder.Side.BEFORE, offering__in=coming
        ).order_by("pk")
    )
    keys = [message.pk for row in rows for message in open_to_latecomers(row, now=now)]
    return list(latecomers(keys).order_by("of").values_list("of", flat=True).distinct())


def open_to_latecomers(reminder: Reminder, *, now: datetime) -> list[Message]:
    """What went out about each thing that still lies ahead, as long as it is true.

    Nothing about money: whoever is confirmed has just been told what is to be paid by when. Nothing
    that goes out once more, because its session has moved.
    """
    about_money = reminder.audience == Reminder.To.OWING
    if reminder.paused or reminder.side != Reminder.Side.BEFORE or about_money:
        return []
    to_come = {
        one.name
        for one in occasions_ahead(reminder, {})
        if one.due > now or is_due(one, reminder, now=now)
    }
    last = {_about(message.occasion): message for message in _oldest_first(reminder)}
    return [
        last[_about(one.name)]
        for one in occasions_of(reminder, {})
        if _about(one.name) in last and one.name not in to_come and one.anchor > now
        if not _its_day_is_over(one, reminder, now=now)
    ]


def latecomers(messages: Collection[int]) -> QuerySet[Any]:
    """Confirmed on the date of one of ``messages``, whose key is ``of``, and not seen to.

    Not those who came before the reminder was made or while it was paused.
    """
    seen = Reminded.objects.filter(message=OuterRef("of"), registration=OuterRef("pk"))
    came = HistoryLine.objects.filter(
        HAS_COME, registration=OuterRef("pk"), at__gt=OuterRef("since")
    )
    return (
        Registration.objects.filter(state=State.CONFIRMED)
        .annotate(of=F("offering__messages"), since=F("offering__messages__reminder__counts_from"))
        .filter(~Exists(seen), Exists(came), of__in=messages)
    )


@transaction.atomic
def remind_latecomers(*, message_id: int) -> Message | None:
    """Have what ``message_id`` told the others written to those who came later, in today's words.

    Each of them is seen to once, also who has no letter because nothing is due to them. None where
    nobody gets one.
    """
    now = timezone.now()
    before = Message.objects.get(pk=message_id)
    if before.reminder_id is None:
        return None
    Reminder.objects.select_for_update().only("pk").get(pk=before.reminder_id)
    reminder = with_facts(Reminder.objects.filter(pk=before.reminder_id)).get()
    takes_place = course_date(reminder).status in TAKES_PLACE
    if not takes_place or before not in open_to_latecomers(reminder, now=now):
        return None
    people = load(latecomers([message_id]))
    note_reminded(before, people)
    readers = readers_among(people, reminder.audience, now=now)
    if not readers:
        return None
    message = message_of(reminder, before.occasion, follows=before)
    address(message, readers)
    return message


def _oldest_first(reminder: Reminder) -> list[Message]:
    first = [message for message in reminder.messages.all() if message.follows_id is None]
    return sorted(first, key=lambda message: message.pk)


def _about(occasion: str) -> str:
    """The thing alone, on whichever day it is."""
    return occasion.partition(":")[0]


def _its_day_is_over(occasion: Occasion, reminder: Reminder, *, now: datetime) -> bool:
    """What goes out on the day before, or on the day itself, may say “tomorrow” or “today”."""
    zone = course_date(reminder).practice.zone
    day, due, today = (
        moment.astimezone(zone).date() for moment in (occasion.anchor, occasion.due, now)
    )
    return day - due <= timedelta(days=1) and today != due
