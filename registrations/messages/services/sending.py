"""Sending one text to many: who gets it is settled first, then the letters are written in batches.

Stopped anywhere, it goes on where it stopped: an addressee is done in the transaction that writes
the letter.
"""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from django_tasks import task

from cms.history import record
from cms.models import Practice
from courses.models import Offering
from registrations.messages.services.composing import Composed, compose, set_as_letter
from registrations.messages.services.readers import Reader, load, readers_among
from registrations.messages.texts import Texts, read, stored
from registrations.models import (
    Actor,
    Addressee,
    Anchor,
    HistoryLine,
    Letter,
    LetterTemplate,
    Message,
    Registration,
    Reminded,
)
from registrations.states import State
from registrations.tasks import send_letter, send_letters

# So many letters are written in one transaction.
BATCH: Final = 100
# A worker that died leaves its message half written; after this the chores go on with it.
GOES_ON_AFTER: Final = timedelta(minutes=5)


class NobodyToWriteTo(Exception):
    """Nobody belongs to the audience; nothing was sent."""


def readers_of(
    audience: str,
    *,
    practice: Practice,
    offering: Offering | None = None,
    chosen: Collection[int] = (),
) -> list[Reader]:
    """Who would be written to now: those of ``offering``, or the ``chosen`` registrations."""
    rows = Registration.objects.filter(practice=practice)
    rows = rows.filter(pk__in=chosen) if chosen else rows.filter(offering=offering)
    return readers_among(load(rows), audience, now=timezone.now(), chosen=bool(chosen))


@transaction.atomic
def send(
    *,
    key: uuid.UUID,
    practice: Practice,
    audience: str,
    texts: Texts,
    user: Any,
    offering: Offering | None = None,
    chosen: Collection[int] = (),
    template: LetterTemplate | None = None,
) -> Message:
    """Have a letter written to everybody whom the audience has at this moment.

    ``key`` stands for the one form that was shown: sent again, it is the same message. Raises
    ``NobodyToWriteTo``.
    """
    before = Message.objects.filter(key=key).first()
    if before is not None:
        return before
    readers = readers_of(audience, practice=practice, offering=offering, chosen=chosen)
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "practice": practice,
            "offering": offering,
            "audience": audience,
            "chosen": bool(chosen),
            "texts": stored(texts),
            "template": template,
            "user": user,
        },
    )
    if is_new:
        if not readers:
            raise NobodyToWriteTo
        address(message, readers)
        record(
            practice=practice,
            user=user,
            action="letters_sent",
            subject=message,
            title=message.subject,
        )
    return message


def address(message: Message, readers: Collection[Reader]) -> None:
    """Settle who gets a new message, and have the worker write to them after commit."""
    Addressee.objects.bulk_create(
        Addressee(message=message, registration=reader.registration, number=reader.number)
        for reader in readers
    )
    write_letters.enqueue(message_id=message.pk)


@task(backend="background")
def write_letters(message_id: int) -> None:
    write_all(message_id=message_id)


def write_all(*, message_id: int, batch: int = BATCH) -> None:
    """Write every letter of a message that is not written yet, ``batch`` of them at a time."""
    while write_on(message_id=message_id, batch=batch):
        pass


@transaction.atomic
def write_on(*, message_id: int, batch: int = BATCH) -> bool:
    """Write the next ``batch`` letters of a message; False once all are written.

    Whoever has left since it was sent is passed over, unless they were chosen. Should they come
    back, a reminder is still due to them.
    """
    message = (
        Message.objects.select_for_update(of=("self",))
        .select_related("practice__site", "reminder")
        .get(pk=message_id)
    )
    if message.written_at is not None:
        return False
    rows = list(message.addressees.filter(done_at=None).order_by("pk")[:batch])
    now = timezone.now()
    if rows:
        written = _write(message, _still_due(message, rows, now=now))
        Addressee.objects.filter(pk__in=[row.pk for row in rows]).update(done_at=now)
        if written:
            send_letters.enqueue(letter_ids=written)
    if len(rows) == batch:
        return True
    message.written_at = now
    message.save(update_fields=["written_at"])
    return False


def _still_due(message: Message, batch: list[Addressee], *, now: datetime) -> list[Composed]:
    wanted = {(row.registration_id, row.number) for row in batch}
    rows = load(Registration.objects.filter(pk__in={key for key, _number in wanted}))
    if not message.chosen:
        rows = [row for row in rows if row.offering_id == message.offering_id]
        there = {row.pk for row in rows if row.state_now == State.CONFIRMED}
        _not_reminded(message, {key for key, _number in wanted} - there)
    readers = readers_among(
        rows,
        message.audience,
        now=now,
        chosen=message.chosen,
        due_later=message.reminder is not None and message.reminder.anchor == Anchor.PAYMENT,
    )
    due = [reader for reader in readers if (reader.registration.pk, reader.number) in wanted]
    composed = compose(read(message.texts), due, now=now)
    return [letter for letter in composed if not letter.says_nothing]


def _not_reminded(message: Message, gone: set[int]) -> None:
    if gone and message.occasion:
        written = message.letters.filter(registration=OuterRef("registration"))
        seen = Reminded.objects.filter(message=message.follows_id or message.pk)
        seen.filter(~Exists(written), registration__in=gone).delete()


def _write(message: Message, composed: list[Composed]) -> list[int]:
    """The letters as rows with a line in each history; the same number of queries for any many."""
    reminds = message.occasion != ""
    kind = Letter.Kind.REMINDER if reminds else Letter.Kind.WRITTEN
    letters = Letter.objects.bulk_create(
        Letter(
            practice=message.practice,
            registration=one.reader.registration,
            participant=one.reader.person,
            part_of=message,
            kind=kind,
            occasion=f"{message.pk}:{one.reader.number}",
            recipient=one.reader.address,
            **set_as_letter(one, message.practice),
        )
        for one in composed
    )
    HistoryLine.objects.bulk_create(
        HistoryLine(
            registration=one.reader.registration,
            action="reminded" if reminds else "written_to",
            actor=Actor.SYSTEM if reminds else Actor.OWNER,
            user_id=message.user_id,
            why=str(one.reader.number) if one.reader.person else "",
        )
        for one in composed
    )
    return [letter.pk for letter in letters]


def messages_to_go_on_with(*, now: datetime) -> list[int]:
    """Those whose letters should all have been written by now."""
    since = now - GOES_ON_AFTER
    unfinished = Message.objects.filter(written_at=None, made_at__lte=since)
    return list(unfinished.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def send_failed_again(*, message_id: int) -> int:
    """Put the failed letters of a message back into the queue; answer how many there were."""
    failed = Letter.objects.select_for_update().filter(
        part_of=message_id, status=Letter.Status.FAILED
    )
    keys = list(failed.order_by("pk").values_list("pk", flat=True))
    now = timezone.now()
    Letter.objects.filter(pk__in=keys).update(
        status=Letter.Status.QUEUED, tries=0, error="", next_try_at=now
    )
    if keys:
        send_letters.enqueue(letter_ids=keys)
    return len(keys)


@transaction.atomic
def send_test(*, texts: Texts, reader: Reader, user: Any) -> Letter:
    """Send the letter of ``reader`` to ``user`` alone; it stands in nobody's history."""
    [composed] = compose(texts, [reader], now=timezone.now())
    registration = reader.registration
    fields = set_as_letter(composed, registration.practice)
    fields["subject"] = f"[Test] {fields['subject']}"[:200]
    letter = Letter.objects.create(
        practice=registration.practice,
        offering=registration.offering,
        kind=Letter.Kind.TEST,
        occasion=uuid.uuid4().hex,
        recipient=user.email,
        **fields,
    )
    send_letter.enqueue(letter_id=letter.pk)
    return letter
