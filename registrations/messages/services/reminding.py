"""Reminders: when each is due, and sending it exactly once for each of its occasions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Min, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.models import Offering
from registrations.messages.models.reminders import MOST_DAYS
from registrations.messages.services.readers import load, readers_among
from registrations.messages.services.sending import address
from registrations.models import (
    Anchor,
    Invoice,
    LedgerLine,
    Message,
    Registration,
    Reminded,
    Reminder,
)
from registrations.states import State

# What the chores could not send within so long is sent no more: it would come as a surprise.
LATE: Final = timedelta(days=2)
TAKES_PLACE: Final[tuple[str, ...]] = (Offering.Status.PUBLISHED, Offering.Status.CLOSED)


@dataclass(frozen=True)
class Occasion:
    """One time at which a reminder goes out, for all or for one registration that owes."""

    name: str
    anchor: datetime
    due: datetime
    registration_id: int | None = None


# By course date: the registrations that owe, and the day by which they are to pay.
PaymentDays = Mapping[int, list[tuple[int, datetime]]]


def with_facts(reminders: QuerySet[Reminder]) -> QuerySet[Reminder]:
    gone = Message.objects.only("reminder", "occasion", "follows")
    return reminders.select_related("offering__course__practice", "template").prefetch_related(
        "offering__sessions", Prefetch("messages", gone)
    )


def reminders_due(*, now: datetime) -> list[tuple[int, str]]:
    """Keys of reminders, each with the name of an occasion that has come."""
    since = now - timedelta(days=MOST_DAYS) - LATE
    coming = Offering.objects.filter(status__in=TAKES_PLACE, sessions__ends_at__gt=since)
    rows = with_facts(Reminder.objects.filter(paused=False, offering__in=coming).order_by("pk"))
    days = payment_days(course_date(row).pk for row in rows if row.anchor == Anchor.PAYMENT)
    return [
        (row.pk, occasion.name)
        for row in rows
        for occasion in occasions_ahead(row, days)
        if is_due(occasion, row, now=now)
    ]


def payment_days(offerings: Iterable[int]) -> PaymentDays:
    """By course date, who owes and by when; no query where none is asked for."""
    keys = set(offerings)
    found: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
    if not keys:
        return found
    ledger = LedgerLine.objects.filter(registration=OuterRef("pk")).order_by()
    invoices = Invoice.objects.filter(registration=OuterRef("pk"), status=Invoice.Status.OPEN)
    rows = (
        Registration.objects.filter(offering__in=keys)
        .filter(state__in=(State.CONFIRMED, State.AWAITING_PAYMENT))
        .annotate(
            owed=Coalesce(
                Subquery(ledger.values("registration").annotate(sum=Sum("amount")).values("sum")),
                0,
            ),
            invoice_due=Subquery(
                invoices.order_by().values("registration").annotate(at=Min("due_at")).values("at")
            ),
        )
        .filter(Q(method="card") | Q(method="invoice"), owed__gt=0)
        .order_by("pk")
    )
    for row in rows:
        promised = row.pay_by if row.state == State.AWAITING_PAYMENT else None
        by_card = promised or row.rest_due_at or row.pay_by
        due = row.invoice_due if row.method == Registration.Method.INVOICE else by_card
        if due is not None:
            found[row.offering_id].append((row.pk, due))
    return found


def course_date(reminder: Reminder) -> Offering:
    """What it is about. Raises ``ValueError`` for a practice's own, which is only copied."""
    if reminder.offering is None:
        raise ValueError("a practice's own reminder is about no course date")
    return reminder.offering


def occasions_ahead(reminder: Reminder, days: PaymentDays) -> list[Occasion]:
    """Those for which it has not gone out yet, soonest first; none that lay in the past when it
    was made, resumed, or the course was moved."""
    gone = {message.occasion for message in reminder.messages.all()}
    since = max(filter(None, (reminder.counts_from, course_date(reminder).dates_moved_at)))
    found = occasions_of(reminder, days)
    ahead = [one for one in found if one.name not in gone and one.due > since]
    return sorted(ahead, key=lambda one: (one.due, one.name))


def occasions_of(reminder: Reminder, days: PaymentDays) -> list[Occasion]:
    """All of them, gone, left out and to come."""
    return [
        Occasion(name, anchor, shifted(anchor, reminder), registration_id)
        for name, anchor, registration_id in _anchors(reminder, days)
    ]


def is_due(occasion: Occasion, reminder: Reminder, *, now: datetime) -> bool:
    """Come, and neither too late nor about something that has begun meanwhile."""
    too_late = reminder.side == Reminder.Side.BEFORE and occasion.anchor <= now
    return occasion.due <= now < occasion.due + LATE and not too_late


def shifted(anchor: datetime, reminder: Reminder) -> datetime:
    """So many hours, or days by the wall clock of the practice, before or after ``anchor``."""
    sign = -1 if reminder.side == Reminder.Side.BEFORE else 1
    if reminder.unit == Reminder.Unit.HOURS:
        return anchor + sign * timedelta(hours=reminder.amount)
    local = anchor.astimezone(course_date(reminder).practice.zone)
    return local + sign * timedelta(days=reminder.amount)


def _anchors(reminder: Reminder, days: PaymentDays) -> list[tuple[str, datetime, int | None]]:
    """What it is relative to, each named so that another day makes it another occasion."""
    offering = course_date(reminder)
    before = reminder.side == Reminder.Side.BEFORE
    sessions = [
        (one.pk, one.starts_at if before else one.ends_at) for one in offering.sessions_list
    ]
    moments: list[tuple[str, datetime | None, int | None]]
    match reminder.anchor:
        case Anchor.FIRST_SESSION:
            moments = [("first", moment, None) for _key, moment in sessions[:1]]
        case Anchor.EACH_SESSION:
            moments = [(str(key), moment, None) for key, moment in sessions]
        case Anchor.LAST_SESSION:
            moments = [("last", offering.last_end, None)]
        case Anchor.REGISTRATION:
            moments = [("deadline", offering.deadline_at, None)]
        case _:
            moments = [(f"r{key}", moment, key) for key, moment in days.get(offering.pk, [])]
    zone = offering.practice.zone
    return [
        (f"{name}:{moment.astimezone(zone):%Y-%m-%d}", moment, key)
        for name, moment, key in moments
        if moment is not None
    ]


@transaction.atomic
def remind(*, reminder_id: int, occasion: str) -> Message | None:
    """Send a reminder for one occasion, unless it went out already or is due no more.

    Where nobody belongs to its audience, that is noted too, and it is done. Whoever is confirmed
    at this moment has been seen to.
    """
    now = timezone.now()
    Reminder.objects.select_for_update().only("pk").get(pk=reminder_id)
    reminder = with_facts(Reminder.objects.filter(pk=reminder_id)).get()
    offering = course_date(reminder)
    if reminder.paused or offering.status not in TAKES_PLACE:
        return None
    days = payment_days([offering.pk] if reminder.anchor == Anchor.PAYMENT else [])
    due = [
        one
        for one in occasions_ahead(reminder, days)
        if one.name == occasion and is_due(one, reminder, now=now)
    ]
    if not due:
        return None
    rows = Registration.objects.filter(offering=offering)
    key = due[0].registration_id
    people = load(rows.filter(pk=key) if key else rows)
    message = message_of(reminder, occasion)
    if key is None:
        note_reminded(message, people)
    due_later = reminder.anchor == Anchor.PAYMENT
    address(message, readers_among(people, reminder.audience, now=now, due_later=due_later))
    return message


def message_of(reminder: Reminder, occasion: str, *, follows: Message | None = None) -> Message:
    """A new message with the words that the template has now."""
    offering = course_date(reminder)
    return Message.objects.create(
        practice=offering.practice,
        offering=offering,
        audience=reminder.audience,
        texts=reminder.template.texts,
        template=reminder.template,
        reminder=reminder,
        occasion=occasion,
        follows=follows,
    )


def note_reminded(message: Message, people: Iterable[Registration]) -> None:
    """Those of ``people`` who are confirmed have been seen to, whether a letter is due or not."""
    Reminded.objects.bulk_create(
        Reminded(message=message, registration=registration)
        for registration in people
        if registration.state_now == State.CONFIRMED
    )


@transaction.atomic
def pause(*, reminder_id: int, paused: bool) -> Reminder:
    """Pause it or let it go on. What was due meanwhile does not go out afterwards."""
    reminder = Reminder.objects.select_for_update().get(pk=reminder_id)
    if reminder.paused != paused:
        reminder.paused = paused
        reminder.counts_from = timezone.now()
        reminder.save(update_fields=["paused", "counts_from"])
    return reminder


def begin_with_defaults(offering: Offering) -> None:
    """Give a new course date the reminders that its practice has switched on for new ones."""
    practice_id = offering.course.practice_id
    defaults = Reminder.objects.filter(practice=practice_id, offering=None, paused=False)
    Reminder.objects.bulk_create(
        Reminder(
            practice_id=practice_id,
            offering=offering,
            template_id=row.template_id,
            audience=row.audience,
            amount=row.amount,
            unit=row.unit,
            side=row.side,
            anchor=row.anchor,
        )
        for row in defaults.order_by("pk")
    )
