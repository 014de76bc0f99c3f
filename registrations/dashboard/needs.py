"""What waits for the owner: how many of each, and the list in which they stand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext_lazy

from cms.models import Practice
from courses.models import Offering
from registrations.enquiries.next_steps import (
    accepted_without_group,
    proposals_run_out,
    unanswered,
)
from registrations.enquiries.states import EnquiryState
from registrations.models import Letter, Registration
from registrations.services.deciding import open_decisions
from registrations.states import State

# How long before it happens the owner should know.
OFFERS_END_WITHIN: Final = timedelta(hours=24)
DECIDED_WITHIN: Final = timedelta(days=7)

Rows = Callable[[datetime], QuerySet[Any]]


def offers_running_out(now: datetime) -> QuerySet[Registration]:
    """Offers of a place that nobody has answered and that end within a day."""
    return Registration.objects.filter(state=State.OFFERED, hold_until__lte=now + OFFERS_END_WITHIN)


def near_decision(now: datetime) -> QuerySet[Offering]:
    """Those of which it is to be decided within a week whether they take place."""
    return open_decisions(now=now).filter(decide_at__lte=now + DECIDED_WITHIN)


@dataclass(frozen=True)
class Need:
    """One kind of thing that waits; ``list_name`` and ``query`` lead to all of them."""

    key: str
    rows: Rows
    one: Any
    list_name: str
    query: dict[str, str]
    path: str = "practice"


@dataclass(frozen=True)
class Waiting:
    """So many of a kind wait, and where to find them."""

    key: str
    count: int
    sentence: str
    address: str


NEEDS: Final = (
    Need(
        "to_review",
        lambda now: Registration.objects.filter(state=State.IN_REVIEW),
        ngettext_lazy(
            "%(count)s registration to review", "%(count)s registrations to review", "count"
        ),
        "registrations:index",
        {"state": State.IN_REVIEW},
    ),
    Need(
        "unanswered",
        lambda now: unanswered(),
        ngettext_lazy(
            "%(count)s enquiry without an answer", "%(count)s enquiries without an answer", "count"
        ),
        "enquiries:index",
        {"state": EnquiryState.NEW, "suspected_spam": "false"},
    ),
    Need(
        "attention",
        lambda now: Registration.objects.filter(needs_attention=True),
        ngettext_lazy(
            "%(count)s registration with money to decide about",
            "%(count)s registrations with money to decide about",
            "count",
        ),
        "registrations:index",
        {"needs_attention": "true"},
    ),
    Need(
        "failed_letters",
        lambda now: Letter.objects.filter(status=Letter.Status.FAILED),
        ngettext_lazy(
            "%(count)s letter that could not be sent",
            "%(count)s letters that could not be sent",
            "count",
        ),
        "letters:index",
        {"status": Letter.Status.FAILED},
    ),
    Need(
        "offers",
        offers_running_out,
        ngettext_lazy(
            "%(count)s offer of a place that runs out within a day",
            "%(count)s offers of a place that run out within a day",
            "count",
        ),
        "registrations:index",
        {"runs_out": "true"},
    ),
    Need(
        "decisions",
        near_decision,
        ngettext_lazy(
            "%(count)s course date to decide about within a week",
            "%(count)s course dates to decide about within a week",
            "count",
        ),
        "offerings:index",
        {"decides_soon": "true"},
        path="course__practice",
    ),
    Need(
        "accepted",
        lambda now: accepted_without_group(),
        ngettext_lazy(
            "%(count)s accepted proposal without a group",
            "%(count)s accepted proposals without a group",
            "count",
        ),
        "enquiries:index",
        {"waits": "group"},
    ),
    Need(
        "run_out",
        lambda now: proposals_run_out(),
        ngettext_lazy(
            "%(count)s proposal that ran out without an answer",
            "%(count)s proposals that ran out without an answer",
            "count",
        ),
        "enquiries:index",
        {"waits": "proposal"},
    ),
)


def with_needs(practices: QuerySet[Practice], *, now: datetime) -> list[Any]:
    """The practices, each with how much of every kind waits, in one query."""
    counts = {f"waiting_{need.key}": _count(need.rows(now), need.path) for need in NEEDS}
    return list(practices.select_related("site").annotate(**counts).order_by("name", "pk"))


def _count(rows: QuerySet[Any], path: str) -> Coalesce:
    of_each = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(
        Subquery(of_each.annotate(number=Count("pk")).values("number")),
        0,
        output_field=IntegerField(),
    )


def waiting(practices: list[Any], *, chosen: Practice | None) -> list[Waiting]:
    """What waits in ``practices``, as they came from ``with_needs``; only what there is."""
    found = []
    for need in NEEDS:
        count = sum(getattr(practice, f"waiting_{need.key}") for practice in practices)
        if count:
            query = dict(need.query) | ({need.path: str(chosen.pk)} if chosen else {})
            address = f"{reverse(need.list_name)}?{urlencode(query)}"
            sentence = str(need.one % {"count": count})
            found.append(Waiting(need.key, count, sentence, address))
    return found
