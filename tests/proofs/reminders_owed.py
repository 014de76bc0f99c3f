"""Whether everybody has each reminder of their date, and nobody has it twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from registrations.models import Addressee, Letter, Message, Registration
from registrations.states import State

TAKES_PLACE = ("published", "closed")


def reminded_twice() -> Iterator[str]:
    """Of one session on one day, or of one day to pay by."""
    letters = Letter.objects.filter(kind=Letter.Kind.REMINDER).values_list(
        "registration", "part_of__reminder", "part_of__occasion", "recipient"
    )
    for (registration_id, _reminder, occasion, _to), times in Counter(letters).items():
        if times > 1:
            yield f"{registration_id}: reminded of {occasion} {times} times."


def not_reminded(now: datetime) -> Iterator[str]:
    """Who should have been, once the chores have run: those who come to a date that lies ahead,
    when others have been reminded of its beginning."""
    last: dict[int, Message] = {}
    sent = Message.objects.filter(occasion__startswith="first:", follows=None)
    for message in sent.select_related("offering__course__practice").order_by("pk"):
        last[message.reminder_id or 0] = message
    for reminder_id, message in last.items():
        start = message.offering.first_start
        zone = message.practice.zone
        same_day = message.occasion == f"first:{start.astimezone(zone):%Y-%m-%d}"
        if message.offering.status not in TAKES_PLACE or start <= now or not same_day:
            continue
        told = Addressee.objects.filter(
            message__reminder=reminder_id, message__occasion=message.occasion
        )
        coming = Registration.objects.filter(offering=message.offering, state=State.CONFIRMED)
        for row in coming.exclude(pk__in=told.values("registration")):
            yield f"{row.pk}: not reminded of {message.occasion}."
