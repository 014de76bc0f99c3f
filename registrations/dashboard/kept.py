"""The figures of the first page as they were worked out a moment ago.

Adding up a year of a large practice takes longer than a page may. So whoever looks sees what is
kept, and where that is old, or nothing is kept of a large one, the worker makes it for the next
look.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone

from django_tasks import task

from registrations.dashboard.figures import Figures, figures_of
from registrations.models import Registration

OLD_AFTER: Final = timedelta(minutes=5)
SECONDS_KEPT: Final = 24 * 60 * 60
# Registrations that are added up while somebody waits for it.
MOST_AT_ONCE: Final = 2_000
# While the worker is asked already; should it never answer, it is asked again.
SECONDS_ASKED: Final = 60


def kept_figures(practices: Sequence[int], *, zone: ZoneInfo, now: datetime) -> Figures | None:
    """Those kept, at most a day old. Where there are none, they are worked out at once, unless
    there is so much to add up that the worker has to: None until it is done."""
    place = place_of(practices, zone)
    figures: Figures | None = cache.get(place)
    if figures is None and not _has_many(practices):
        return work_out(practices, zone=zone, now=now)
    is_old = figures is None or figures.worked_out_at <= now - OLD_AFTER
    if is_old and cache.add(f"{place}-asked", now, SECONDS_ASKED):
        work_out_figures.enqueue(practices=sorted(practices), zone=str(zone))
    return figures


def _has_many(practices: Sequence[int]) -> bool:
    rows = Registration.objects.filter(practice__in=practices).order_by()
    return rows[: MOST_AT_ONCE + 1].count() > MOST_AT_ONCE


def work_out(practices: Sequence[int], *, zone: ZoneInfo, now: datetime) -> Figures:
    figures = figures_of(list(practices), now=now, zone=zone)
    cache.set(place_of(practices, zone), figures, SECONDS_KEPT)
    return figures


@task(backend="background")
def work_out_figures(practices: list[int], zone: str) -> None:
    work_out(practices, zone=ZoneInfo(zone), now=timezone.now())


def place_of(practices: Sequence[int], zone: ZoneInfo) -> str:
    """Where the figures of these practices are kept."""
    return f"dashboard-figures-{zone}-{'-'.join(map(str, sorted(practices)))}"
