"""How one course date of the demo is written down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from courses.models import Offering, Price, VatTreatment

Status = Offering.Status
Days = Callable[[date], list[date]]

TAUGHT: Final = {"vat_treatment": VatTreatment.EXEMPT}
TAXED: Final = {"vat_treatment": VatTreatment.RATE, "vat_rate": 2500}
ONLINE: Final = {"online": True}
# At least so many days before the start, so many percent of the price.
CANCELLATION: Final = ((30, 0), (14, 50), (7, 75))


@dataclass(frozen=True)
class Asked:
    question: str
    of_booker: bool = False
    required: bool = False
    sensitive: bool = False


@dataclass(frozen=True)
class Further:
    """What those pay who do not pay like everybody, in minor units."""

    kind: str
    amount: int
    from_people: int | None = None


@dataclass(frozen=True)
class DemoOffering:
    """One course date; prices in minor units, days relative to the day of loading.

    Without a ``currency`` it is the practice's own.
    What is counted in days before is counted from the first session, at noon.
    """

    code: str
    course: str
    language: str
    days: Days
    hours: tuple[str, str]
    seats: int
    price: int
    facts: Mapping[str, Any]
    currency: str = ""
    status: str = Status.PUBLISHED
    early_price: int | None = None
    early_for_weeks: int = 2
    early_limit: int | None = None
    further: tuple[Further, ...] = ()
    deposit_percent: int | None = None
    rest_days_before: int = 28
    minimum: int | None = None
    decided_in_days: int = 2
    names_days_before: int | None = None
    days_before_deadline: int = 0
    opens_in_weeks: int | None = None
    review_first: bool = False
    waiting_list: bool = False
    cancellation: tuple[tuple[int, int], ...] = CANCELLATION
    questions: tuple[Asked, ...] = ()


KINDS: Final = Price.Kind
