"""Seats: counted under a lock, never kept in a counter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Case, Count, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Offering
from registrations.models import Participant
from registrations.queue import Waiting, served
from registrations.states import HOLDING, State

FEW = 3


def lock_offering(offering_id: int) -> Offering:
    """The offering, locked until the transaction ends. Lock first, then look, then take.

    PostgreSQL locks the row. On SQLite the transaction itself, begun as immediate, is the lock.
    """
    return (
        Offering.objects.select_for_update(of=("self",))
        .select_related("course__practice")
        .get(pk=offering_id)
    )


def seats_held(offering: Offering) -> int:
    """How many seats are taken now. True for as long as the caller holds the lock."""
    return Participant.objects.holding_seats().filter(registration__offering=offering).count()


def seats_left(offering: Offering) -> int:
    return max(0, offering.seats - seats_held(offering))


class SaleState(StrEnum):
    OPEN = "open"
    FEW = "few"
    FULL = "full"
    NOT_OPEN = "not_open"
    CLOSED = "closed"
    CALLED_OFF = "called_off"
    PAST = "past"


@dataclass(frozen=True)
class Availability:
    """Whether somebody can register now, and if not, why.

    ``seats_left`` are those that newcomers may have: none that are kept for people in line.
    """

    state: SaleState
    seats_left: int
    opens_at: datetime | None = None
    waiting_list: bool = False

    @property
    def can_register(self) -> bool:
        return self.state in (SaleState.OPEN, SaleState.FEW)

    @property
    def can_join(self) -> bool:
        """Whether those for whom there are too few seats may wait for some."""
        return self.waiting_list and (self.can_register or self.state == SaleState.FULL)

    @property
    def label(self) -> str:
        match self.state:
            case SaleState.OPEN | SaleState.FEW:
                return ngettext("%(count)s seat left", "%(count)s seats left", self.seats_left) % {
                    "count": self.seats_left
                }
            case SaleState.FULL if self.waiting_list:
                return _("Fully booked – waiting list")
            case SaleState.FULL:
                return _("Fully booked")
            case SaleState.NOT_OPEN:
                return _("Registration has not opened yet")
            case SaleState.CLOSED:
                return _("Registration is closed")
            case SaleState.CALLED_OFF:
                return _("Called off")
            case SaleState.PAST:
                return _("This date is over")


def availability(
    offerings: Iterable[Offering], *, now: datetime | None = None
) -> dict[int, Availability]:
    """Each offering's availability by its key, in one query for any number of offerings.

    Sessions and prices are read from what was fetched along; nothing is locked.
    """
    offerings = list(offerings)
    now = now or timezone.now()
    held, lines = _seats_and_lines(offerings)
    return {
        o.pk: availability_of(
            o,
            left=served(lines[o.pk], left=max(0, o.seats - held[o.pk]), seats=o.seats)[1],
            now=now,
        )
        for o in offerings
    }


def _seats_and_lines(
    offerings: list[Offering],
) -> tuple[defaultdict[int, int], defaultdict[int, list[Waiting]]]:
    """By the offering's key: the seats that are held, and who waits, first come first."""
    waits = Q(registration__state=State.WAITLISTED)
    rows = (
        Participant.objects.coming()
        .filter(
            registration__offering__in=[o.pk for o in offerings],
            registration__state__in=(State.WAITLISTED, *HOLDING),
        )
        # All that hold seats are counted together, and each that waits by itself.
        .annotate(
            waiting=Case(When(waits, then=F("registration")), default=Value(0)),
            kept=Case(When(waits, then=F("registration__seats_kept")), default=Value(value=False)),
        )
        .values_list("registration__offering", "waiting", "kept")
        .annotate(people=Count("pk"))
        .order_by("waiting")
    )
    held: defaultdict[int, int] = defaultdict(int)
    lines: defaultdict[int, list[Waiting]] = defaultdict(list)
    for offering_id, waiting, kept, people in rows:
        if waiting:
            lines[offering_id].append(Waiting(waiting, people, kept))
        else:
            held[offering_id] = people
    return held, lines


def availability_of(offering: Offering, *, left: int, now: datetime) -> Availability:
    """What can be had of one offering of which ``left`` seats are free."""
    return Availability(
        state=_sale_state(offering, left=left, now=now),
        seats_left=left,
        opens_at=offering.registration_opens_at,
        waiting_list=offering.waiting_list,
    )


def _sale_state(offering: Offering, *, left: int, now: datetime) -> SaleState:
    if offering.status == Offering.Status.CALLED_OFF:
        return SaleState.CALLED_OFF
    if offering.last_end is None or offering.last_end <= now:
        return SaleState.CLOSED if offering.last_end is None else SaleState.PAST
    deadline = offering.deadline_at
    if offering.status != Offering.Status.PUBLISHED or deadline is None or deadline <= now:
        return SaleState.CLOSED
    if offering.price_at(now) is None:
        return SaleState.CLOSED
    if offering.registration_opens_at and offering.registration_opens_at > now:
        return SaleState.NOT_OPEN
    if left == 0:
        return SaleState.FULL
    return SaleState.FEW if left <= FEW else SaleState.OPEN
