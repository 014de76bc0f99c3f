"""What a reader of each kind of page looks for, and does not find."""

from collections.abc import Callable, Iterator
from typing import Final

from django.utils.translation import gettext as _

from cms.models import (
    BasePage,
    ContactPage,
    PricesPage,
    QuestionsPage,
    ServicePage,
    SupervisorPage,
)

from .findings import Finding, Kind
from .registry import each_page, register
from .surroundings import Surroundings

Looking = Callable[[BasePage], Iterator[Finding]]
FACTS_OF_A_SERVICE: Final = ("frequency_min", "meetings", "minutes_min", "people_min")


def _missing(what: str, to_do: str, place: str) -> Finding:
    return Finding(Kind.FACTS, what, to_do, place)


def _service(page: ServicePage) -> Iterator[Finding]:
    if not any(getattr(page, name) for name in FACTS_OF_A_SERVICE):
        yield _missing(
            _("The service says neither how often, how long nor for how many."),
            _("Fill in what is usual, and write in the note that you tailor it."),
            "minutes_min",
        )
    if not page.formats:
        yield _missing(
            _("The service has no format, so nobody finds it in the catalogue's filters."),
            _("Tick at least one format."),
            "formats",
        )


def _supervisor(page: SupervisorPage) -> Iterator[Finding]:
    if not page.picture_id:
        yield _missing(
            _("The supervisor has no picture."),
            _("Choose one: people like to see whom they will talk to."),
            "picture",
        )
    if not len(page.credentials):
        yield _missing(
            _("The supervisor has no credentials."),
            _("Add education and approvals; buyers ask for them."),
            "credentials",
        )


def _contact(page: ContactPage) -> Iterator[Finding]:
    if not len(page.routes):
        yield _missing(
            _("The contact page names no way to reach you."),
            _("Add at least an e-mail address or a telephone number."),
            "routes",
        )


def _prices(page: PricesPage) -> Iterator[Finding]:
    if not len(page.prices) and not len(page.body):
        yield _missing(_("The page of prices names none."), _("Add a row."), "prices")


def _questions(page: QuestionsPage) -> Iterator[Finding]:
    if not len(page.questions):
        yield _missing(_("The page has no questions."), _("Add one."), "questions")


LOOKING: Final[dict[type[BasePage], Looking]] = {
    ServicePage: _service,
    SupervisorPage: _supervisor,
    ContactPage: _contact,
    PricesPage: _prices,
    QuestionsPage: _questions,
}


@register
@each_page
def what_readers_look_for(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    look = LOOKING.get(type(page))
    if look:
        yield from look(page)
