"""The decision date: whether enough have registered for a course date to take place."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.history import record
from courses.models import Offering, OfferingSession
from registrations.letters import SeatCount, write_letter_about_date
from registrations.models import Letter, Participant
from registrations.seats import lock_offering
from registrations.services.calling_off import close_for_good
from registrations.states import State

# How long before the decision date the owner is told that few have registered.
NEAR: Final = timedelta(days=3)


class NothingToDecide(Exception):
    """No number is asked for, it was decided, called off, or the course has begun."""


def open_decisions(*, now: datetime) -> QuerySet[Offering]:
    """Offerings that ask for a fewest number, and of which nothing has been decided yet."""
    begun = OfferingSession.objects.filter(offering=OuterRef("pk"), starts_at__lte=now)
    return Offering.objects.filter(
        ~Exists(begun),
        Q(decided_for=None) | ~Q(decided_for=F("decide_at")),
        status__in=(Offering.Status.PUBLISHED, Offering.Status.CLOSED),
        minimum_seats__isnull=False,
    )


def undecided(*, now: datetime) -> QuerySet[Offering]:
    """Those of them whose decision date has come with too few seats taken: the owner decides."""
    held = (
        Participant.objects.holding_seats()
        .filter(registration__offering=OuterRef("pk"))
        .order_by()
        .values("registration__offering")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = open_decisions(now=now).filter(decide_at__lte=now)
    return rows.alias(held=Coalesce(Subquery(held), 0)).filter(held__lt=F("minimum_seats"))


def count_seats(offering: Offering) -> SeatCount:
    held = Participant.objects.holding_seats().filter(registration__offering=offering)
    confirmed = held.filter(registration__state=State.CONFIRMED)
    return SeatCount(confirmed=confirmed.count(), held=held.count())


def decisions_to_make(*, now: datetime) -> list[int]:
    """Offerings whose decision date has come or comes near."""
    near = open_decisions(now=now).filter(decide_at__lte=now + NEAR)
    return list(near.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def decide(*, offering_id: int) -> None:
    """See whether enough seats are taken, and do what the offering says.

    Enough on the decision date: it goes ahead, and is not looked at again. Too few: the date calls
    itself off where the owner chose so, and the chores cancel everybody; else the owner is asked,
    once. A few days before, the owner is told, once. Asked again, the seats are counted anew.
    """
    now = timezone.now()
    offering = lock_offering(offering_id)
    if offering.decide_at is None or not _is_open(offering, now=now):
        return
    count, has_come = count_seats(offering), offering.decide_at <= now
    if count.held >= (offering.minimum_seats or 0):
        if has_come:
            _goes_ahead(offering)
    elif not has_come:
        if now >= offering.decide_at - NEAR:
            _tell_once(offering, kind=Letter.Kind.OWNER_DECISION_NEAR, count=count)
    elif offering.calls_itself_off:
        close_for_good(offering)
        _tell_once(offering, kind=Letter.Kind.OWNER_CALLED_OFF, count=count)
    else:
        _tell_once(offering, kind=Letter.Kind.OWNER_DECIDE, count=count)


@transaction.atomic
def go_ahead(*, offering_id: int, user: Any = None) -> Offering:
    """The owner decides that it takes place, however few have registered; nobody is written to.

    Raises ``NothingToDecide``. A later decision date asks again.
    """
    offering = lock_offering(offering_id)
    if not _is_open(offering, now=timezone.now()):
        raise NothingToDecide
    _goes_ahead(offering)
    record(practice=offering.practice, user=user, action="goes_ahead", subject=offering)
    return offering


def may_go_ahead(offering: Offering) -> bool:
    """Whether there is something to decide: a fewest number is asked for, and nothing decided."""
    return _is_open(offering, now=timezone.now())


def _is_open(offering: Offering, *, now: datetime) -> bool:
    return open_decisions(now=now).filter(pk=offering.pk).exists()


def _goes_ahead(offering: Offering) -> None:
    offering.decided_for = offering.decide_at
    offering.save(update_fields=["decided_for"])


def _tell_once(offering: Offering, *, kind: Letter.Kind, count: SeatCount) -> None:
    """Once for each decision date: one that is put off asks again."""
    occasion = offering.decide_at.isoformat() if offering.decide_at else ""
    if not offering.letters.filter(kind=kind, occasion=occasion).exists():
        write_letter_about_date(offering, kind=kind, count=count, occasion=occasion)
