"""Seats: counted under a lock, never kept in a counter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Offering
from registrations.models import Participant

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
    """Whether somebody can register now, and if not, why."""

    state: SaleState
    seats_left: int
    opens_at: datetime | None = None

    @property
    def can_register(self) -> bool:
        return self.state in (SaleState.OPEN, SaleState.FEW)

    @property
    def label(self) -> str:
        match self.state:
            case SaleState.OPEN | SaleState.FEW:
                return ngettext("%(count)s seat left", "%(count)s seats left", self.seats_left) % {
                    "count": self.seats_left
                }
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
    held = dict(
        Participant.objects.holding_seats()
        .filter(registration__offering__in=[o.pk for o in offerings])
        .values_list("registration__offering")
        .annotate(Count("pk"))
        .order_by()
    )
    return {
        o.pk: availability_of(o, left=max(0, o.seats - held.get(o.pk, 0)), now=now)
        for o in offerings
    }


def availability_of(offering: Offering, *, left: int, now: datetime) -> Availability:
    """What can be had of one offering of which ``left`` seats are free."""
    return Availability(
        state=_sale_state(offering, left=left, now=now),
        seats_left=left,
        opens_at=offering.registration_opens_at,
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
