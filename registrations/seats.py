"""Seats: counted under a lock, never kept in a counter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from django.db.models import Case, Count, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import DiscountCode, Offering, Price
from registrations.codes import seats_kept
from registrations.models import Participant
from registrations.queue import Waiting, served, waiting_for
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
    """Seats that nobody holds; some may be kept for those who know a code."""
    return max(0, offering.seats - seats_held(offering))


def left_for_newcomers(
    offering: Offering, *, left: int, now: datetime, code: DiscountCode | None = None
) -> int:
    """Of the ``left`` free seats, those that somebody new can have who knows the ``code``: none
    that those in line or those with another code may count on."""
    _next, open_to_them = served(
        waiting_for(offering),
        left=left,
        seats=offering.seats,
        kept=seats_kept([offering.pk], now=now)[offering.pk],
        code=code.pk if code else None,
    )
    return open_to_them


def seats_by_price(offering: Offering) -> Counter[str]:
    """How many seats are held at each kind of price. True while the caller holds the lock."""
    rows = (
        Participant.objects.holding_seats()
        .filter(registration__offering=offering)
        .order_by()
        .values_list("price_kind")
        .annotate(people=Count("pk"))
    )
    return Counter(dict(rows))


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

    ``seats_left`` are those that newcomers may have: none that are kept for people in line, or
    for those who know a code. ``taken`` are the seats held at each kind of price.
    """

    state: SaleState
    seats_left: int
    opens_at: datetime | None = None
    waiting_list: bool = False
    price: Price | None = None
    taken: Mapping[str, int] = field(default_factory=dict)
    kept_for_codes: int = 0

    @property
    def can_register(self) -> bool:
        return self.state in (SaleState.OPEN, SaleState.FEW)

    @property
    def can_register_with_code(self) -> bool:
        """Whether the only free seats are those kept for people who know a code."""
        return self.state == SaleState.FULL and self.kept_for_codes > 0

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
    """Each offering's availability by its key, in two queries for any number of offerings.

    Sessions and prices are read from what was fetched along; nothing is locked.
    """
    offerings = list(offerings)
    now = now or timezone.now()
    held, lines = _seats_and_lines(offerings)
    kept = seats_kept([o.pk for o in offerings], now=now)
    states = {}
    for offering in offerings:
        key, taken = offering.pk, held[offering.pk]
        free = max(0, offering.seats - taken.total())
        _next, left = served(lines[key], left=free, seats=offering.seats, kept=kept[key])
        state = availability_of(offering, left=left, now=now, taken=taken)
        states[key] = replace(state, kept_for_codes=min(free, sum(kept[key].values())))
    return states


def availability_with_code(offering: Offering, *, code: DiscountCode) -> Availability:
    """What somebody can have who knows the ``code``; nothing is locked."""
    now = timezone.now()
    left = left_for_newcomers(offering, left=seats_left(offering), now=now, code=code)
    return availability_of(offering, left=left, now=now, taken=seats_by_price(offering))


def _seats_and_lines(
    offerings: list[Offering],
) -> tuple[defaultdict[int, Counter[str]], defaultdict[int, list[Waiting]]]:
    """By the offering's key: the seats held at each kind of price, and who waits, first come
    first."""
    waits = Q(registration__state=State.WAITLISTED)
    rows = (
        Participant.objects.coming()
        .filter(
            registration__offering__in=[o.pk for o in offerings],
            registration__state__in=(State.WAITLISTED, *HOLDING),
        )
        # Those that hold seats are counted together by price, and each that waits by itself.
        .annotate(
            waiting=Case(When(waits, then=F("registration")), default=Value(0)),
            kept=Case(When(waits, then=F("registration__seats_kept")), default=Value(value=False)),
            code=Case(When(waits, then=F("registration__code"))),
            price=Case(When(waits, then=Value("")), default=F("price_kind")),
        )
        .values_list("registration__offering", "waiting", "kept", "code", "price")
        .annotate(people=Count("pk"))
        .order_by("waiting")
    )
    held: defaultdict[int, Counter[str]] = defaultdict(Counter)
    lines: defaultdict[int, list[Waiting]] = defaultdict(list)
    for offering_id, waiting, kept, code, price, people in rows:
        if waiting:
            lines[offering_id].append(Waiting(waiting, people, kept, code))
        else:
            held[offering_id][price] += people
    return held, lines


def availability_of(
    offering: Offering, *, left: int, now: datetime, taken: Mapping[str, int] | None = None
) -> Availability:
    """What can be had of one offering of which ``left`` seats are free, and so many are ``taken``
    at each kind of price."""
    price = offering.price_at(now, taken=taken)
    if offering.closed_group and any((taken or {}).values()):
        # Its price is for everybody together, so nobody pays it a second time.
        left = 0
    return Availability(
        state=_sale_state(offering, left=left, now=now, has_price=price is not None),
        seats_left=left,
        opens_at=offering.registration_opens_at,
        waiting_list=offering.waiting_list,
        price=price,
        taken=taken or {},
    )


def _sale_state(offering: Offering, *, left: int, now: datetime, has_price: bool) -> SaleState:
    if offering.status == Offering.Status.CALLED_OFF:
        return SaleState.CALLED_OFF
    if offering.last_end is None or offering.last_end <= now:
        return SaleState.CLOSED if offering.last_end is None else SaleState.PAST
    deadline = offering.deadline_at
    if offering.status != Offering.Status.PUBLISHED or deadline is None or deadline <= now:
        return SaleState.CLOSED
    if not has_price:
        return SaleState.CLOSED
    if offering.registration_opens_at and offering.registration_opens_at > now:
        return SaleState.NOT_OPEN
    if left == 0:
        return SaleState.FULL
    return SaleState.FEW if left <= FEW else SaleState.OPEN
