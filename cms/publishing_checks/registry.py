"""Which checks there are, and running them all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import wraps

from cms.models import BasePage

from .findings import Finding, Kind
from .surroundings import Surroundings

Found = Iterable[tuple[BasePage, Finding]]
Check = Callable[[Sequence[BasePage], Surroundings], Found]

_CHECKS: list[Check] = []


def register(check: Check) -> Check:
    """Ask ``check`` too, after those that are there. It may query, but not once for each page."""
    if check not in _CHECKS:
        _CHECKS.append(check)
    return check


def each_page(check: Callable[[BasePage, Surroundings], Iterable[Finding]]) -> Check:
    """A check that looks at one page at a time and asks the database nothing."""

    @wraps(check)
    def of_all(pages: Sequence[BasePage], around: Surroundings) -> Found:
        for page in pages:
            for finding in check(page, around):
                yield page, finding

    return of_all


def check_pages(pages: Sequence[BasePage], around: Surroundings) -> dict[int, list[Finding]]:
    """What is found on each of ``pages``, by the page's key and in the order of the kinds.

    Good pages are left out. However many pages there are, the number of queries is the same.
    """
    found: dict[int, list[Finding]] = defaultdict(list)
    for check in _CHECKS:
        for page, finding in check(pages, around):
            found[page.pk].append(finding)
    order = list(Kind)
    return {
        pk: sorted(findings, key=lambda finding: order.index(Kind(finding.kind)))
        for pk, findings in found.items()
    }


def check_page(page: BasePage) -> list[Finding]:
    """What is found on one stored page, as it stands in memory."""
    around = Surroundings.of([page])
    return check_pages([page], around).get(page.pk, []) if around else []
