"""What the checks need to know beside the pages themselves, read once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from wagtail.models import Page

from cms.models import BasePage, Practice
from cms.models.practices import practice_of_page

from .walking import Spot, spots


@dataclass
class Surroundings:
    """The practice that the pages belong to, its home pages, and its day.

    For one run of the checks: what stands on a page is remembered.
    """

    practice: Practice
    homes: dict[str, Page] = field(default_factory=dict)
    _spots: dict[int, list[Spot]] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Sequence[BasePage]) -> "Surroundings | None":
        """The surroundings of ``pages``, which belong to one practice; None outside of all."""
        practice = practice_of_page(pages[0]) if pages else None
        return cls.of_practice(practice) if practice else None

    @classmethod
    def of_practice(cls, practice: Practice) -> "Surroundings":
        homes = practice.home_pages().filter(alias_of=None).select_related("locale")
        return cls(practice, {home.locale.language_code: home for home in homes})

    @property
    def today(self) -> date:
        return timezone.localdate(timezone=self.practice.zone)

    def spots(self, page: BasePage) -> list[Spot]:
        """Every value on the page; walked through once for all checks."""
        if id(page) not in self._spots:
            self._spots[id(page)] = list(spots(page))
        return self._spots[id(page)]

    def is_own(self, path: str) -> bool:
        """Whether the page at this place of the tree is one of the practice's."""
        return any(path.startswith(home.path) for home in self.homes.values())
