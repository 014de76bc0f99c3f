"""Handing letters to the mail server, with patience."""

from datetime import timedelta
from email.mime.image import MIMEImage
from email.utils import formataddr, parseaddr
from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from registrations.letters.hidden_link import as_sent
from registrations.models import Letter
from registrations.tickets import pictures_in

# Waits between tries; after the last one the letter has failed and the owner sees it.
WAITS: Final = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720))
# A worker that died while sending leaves its letter claimed; after this it is tried again.
CLAIM_LASTS: Final = timedelta(minutes=10)

# What somebody wrote for this one reader; all others come about by themselves.
WRITTEN_BY_PEOPLE: Final = {Letter.Kind.ENQUIRY_REPLY, Letter.Kind.WRITTEN, Letter.Kind.TEST}

Status = Letter.Status


def deliver(*, letter_id: int) -> None:
    """Send a letter if it is due and nobody else is sending it. Failures are noted, not raised."""
    letter = _claim(letter_id)
    if letter is None:
        return
    try:
        _message(letter).send()
    except Exception as error:  # whatever the mail server or the network makes of it
        _note_failure(letter, type(error).__name__)
        return
    Letter.objects.filter(pk=letter.pk).update(
        status=Status.SENT, sent_at=timezone.now(), error="", next_try_at=None
    )


def due_letters() -> list[int]:
    """Letters whose next try has come, or whose sender died."""
    now = timezone.now()
    waiting = Q(status=Status.QUEUED) & Q(next_try_at__lte=now)
    never_tried = Q(status=Status.QUEUED, next_try_at=None, made_at__lte=now - CLAIM_LASTS)
    abandoned = Q(status=Status.SENDING, claimed_at__lte=now - CLAIM_LASTS)
    due = Letter.objects.filter(waiting | never_tried | abandoned).order_by("pk")
    return list(due.values_list("pk", flat=True))


def send_again(*, letter_id: int) -> None:
    """Put a failed letter back in the queue; one that was sent is sent once more."""
    from registrations.tasks import send_letter

    with transaction.atomic():
        Letter.objects.filter(pk=letter_id).exclude(status=Status.SENDING).update(
            status=Status.QUEUED, tries=0, error="", next_try_at=timezone.now()
        )
        send_letter.enqueue(letter_id=letter_id)


@transaction.atomic
def _claim(letter_id: int) -> Letter | None:
    now = timezone.now()
    letter = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("practice", "invitation__practice__site")
        .filter(pk=letter_id)
        .filter(
            Q(status=Status.QUEUED) & (Q(next_try_at=None) | Q(next_try_at__lte=now))
            | Q(status=Status.SENDING, claimed_at__lte=now - CLAIM_LASTS)
        )
        .first()
    )
    if letter is not None:
        letter.status = Status.SENDING
        letter.claimed_at = now
        letter.tries += 1
        letter.save(update_fields=["status", "claimed_at", "tries"])
    return letter


def _note_failure(letter: Letter, error: str) -> None:
    """Only the kind of error is kept: the server's words may carry addresses."""
    letter.error = error[:200]
    if letter.tries > len(WAITS):
        letter.status = Status.FAILED
        letter.next_try_at = None
    else:
        letter.status = Status.QUEUED
        letter.next_try_at = timezone.now() + WAITS[letter.tries - 1]
    letter.save(update_fields=["status", "error", "next_try_at"])


def _message(letter: Letter) -> EmailMultiAlternatives:
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    host = letter.practice.site.hostname
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=as_sent(letter, letter.text),
        from_email=formataddr((letter.practice.name, address)),
        to=[letter.recipient],
        reply_to=[letter.practice.email],
        headers={
            # The same letter keeps its number, so a second copy can be told from a second letter.
            "Message-ID": f"<{letter.message_id}@{host}>",
            "Content-Language": letter.language,
            **({} if letter.kind in WRITTEN_BY_PEOPLE else {"Auto-Submitted": "auto-generated"}),
        },
    )
    if letter.html:
        message.attach_alternative(as_sent(letter, letter.html), "text/html")
    for name, picture in pictures_in(letter):
        message.attach(_inline(name, picture))
    if letter.calendar:
        message.attach("kurs.ics", letter.calendar, "text/calendar; method=PUBLISH; charset=utf-8")
    return message


def _inline(name: str, picture: bytes) -> MIMEImage:
    """A picture that the letter's HTML shows by its name."""
    part = MIMEImage(picture, "png")
    part.add_header("Content-ID", f"<{name}>")
    part.add_header("Content-Disposition", "inline", filename="ticket.png")
    return part
