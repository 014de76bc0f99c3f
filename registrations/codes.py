"""Discount codes: which can be used where and when, and the seats that are kept for them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from courses.models import DiscountCode, Offering
from registrations.models import Participant, Registration
from registrations.states import HOLDING, State

# Registrations that use up one of a code's uses; when they end, it is given back.
USING = (State.WAITLISTED, *HOLDING)


class CodeProblem(StrEnum):
    """Why a code cannot be used."""

    UNKNOWN = "unknown"
    TOO_EARLY = "too_early"
    OVER = "over"
    NOT_HERE = "not_here"
    USED_UP = "used_up"


def valid_codes(*, now: datetime) -> QuerySet[DiscountCode]:
    """Those that may be used at ``now``, as far as time decides."""
    begun = Q(valid_from=None) | Q(valid_from__lte=now)
    not_over = Q(valid_until=None) | Q(valid_until__gte=now)
    return DiscountCode.objects.filter(begun, not_over, active=True)


def takes_codes(offering: Offering, *, now: datetime) -> bool:
    """Whether any code can be used for the offering now."""
    return (
        valid_codes(now=now)
        .filter(
            Q(offerings=None) | Q(offerings=offering),
            Q(amount=None) | Q(currency=offering.currency),
            practice=offering.practice,
        )
        .exists()
    )


def find_code(offering: Offering, typed: str, *, lock: bool = False) -> DiscountCode | None:
    """The practice's code of that name, whatever its letters' case.

    With ``lock`` it is locked until the transaction ends, after the offering; so its uses are
    counted by one buyer after the other, on whatever dates they buy.
    """
    rows = DiscountCode.objects.select_for_update(no_key=True) if lock else DiscountCode.objects
    return rows.filter(practice=offering.practice, code=DiscountCode.plain(typed)).first()


def problem_with(code: DiscountCode, offering: Offering, *, now: datetime) -> CodeProblem | None:
    """Why the code cannot be used for the offering now; None where it can."""
    if code.active and code.valid_from is not None and now < code.valid_from:
        return CodeProblem.TOO_EARLY
    if not code.is_valid_at(now):
        return CodeProblem.OVER
    chosen = set(code.offerings.values_list("pk", flat=True))
    if chosen and offering.pk not in chosen:
        return CodeProblem.NOT_HERE
    if code.amount is not None and code.currency != offering.currency:
        return CodeProblem.NOT_HERE
    if code.most_uses is not None and uses(code) >= code.most_uses:
        return CodeProblem.USED_UP
    return None


def uses(code: DiscountCode) -> int:
    return Registration.objects.filter(code=code, state__in=USING).count()


def seats_kept(offerings: Iterable[int], *, now: datetime) -> defaultdict[int, dict[int, int]]:
    """By the offering's key: how many seats are still kept for which code, in one query.

    Only codes for chosen dates keep seats, as long as they are valid. Whoever holds seats with
    the code has used up as many.
    """
    held = (
        Participant.objects.holding_seats()
        .filter(
            registration__code=OuterRef("discountcode"),
            registration__offering=OuterRef("offering"),
        )
        .order_by()
        .values("registration__code")
        .annotate(people=Count("pk"))
        .values("people")
    )
    rows = (
        DiscountCode.offerings.through.objects.filter(
            offering__in=list(offerings),
            discountcode__in=valid_codes(now=now).filter(seats_kept__gt=0),
        )
        .annotate(held=Coalesce(Subquery(held), 0))
        .values_list("offering", "discountcode", "discountcode__seats_kept", "held")
    )
    kept: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for offering_id, code_id, number, people in rows:
        kept[offering_id][code_id] = max(0, number - people)
    return kept
