"""What the seats of a registration cost, before it is made and stored with each seat.

Whoever takes seats holds the offering's lock; without it the sums are for showing.
"""

from collections.abc import Sequence
from datetime import datetime

from courses.models import DiscountCode, Offering
from courses.money import Amount
from courses.pricing import Priced, price_seats, share_out
from registrations.codes import CodeProblem, find_code, problem_with
from registrations.models import Registration
from registrations.seats import seats_by_price


class RegistrationRefused(Exception):
    """Nothing was taken and nothing was stored."""


class CodeRefused(RegistrationRefused):
    """The discount code cannot be used for this; it says why."""

    def __init__(self, problem: CodeProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def price_now(
    offering: Offering,
    *,
    claims: Sequence[str],
    moment: datetime,
    code: DiscountCode | None = None,
) -> Priced | None:
    """Price a seat for each of ``claims`` at the prices whose limits are not used up by those who
    hold seats. None while no price can be had."""
    taken = seats_by_price(offering)
    return price_seats(offering, claims=claims, moment=moment, taken=taken, code=code)


def code_for(
    offering: Offering, *, typed: str, moment: datetime, lock: bool = False
) -> DiscountCode | None:
    """The code that was ``typed``, None where nothing was. Raises ``CodeRefused``.

    With ``lock`` nobody else uses the code until the transaction ends.
    """
    if not typed.strip():
        return None
    code = find_code(offering, typed, lock=lock)
    if code is None:
        raise CodeRefused(CodeProblem.UNKNOWN)
    problem = problem_with(code, offering, now=moment)
    if problem is not None:
        raise CodeRefused(problem)
    return code


def deposit_for(offering: Offering, *, total: Amount, method: str, moment: datetime) -> int:
    """What is paid first of ``total``, in minor units; 0 where all is paid at once.

    The offering's part rounded half up, at least one minor unit; only by card, and only while
    there is time for the rest.
    """
    if offering.deposit_percent is None or offering.rest_due_at is None:
        return 0
    if method != Registration.Method.CARD or moment >= offering.rest_due_at:
        return 0
    deposit = max(1, (total.gross * offering.deposit_percent + 50) // 100)
    return deposit if deposit < total.gross else 0


def share_anew(registration: Registration) -> None:
    """Compute the total, each one's part and the deposit from what the remaining participants are
    charged."""
    people = list(registration.participants.order_by("number"))
    total, shares = share_out(
        [person.charged_price for person in people],
        currency=registration.currency,
        rate=registration.vat_rate,
        includes_vat=registration.prices_include_vat,
    )
    for person, share in zip(people, shares, strict=True):
        person.gross, person.vat = share.gross, share.vat
        person.save(update_fields=["gross", "vat"])
    before = registration.total.gross
    registration.net, registration.vat = total.net, total.vat
    if registration.deposit:
        _scale_deposit(registration, before=before)
    registration.save(update_fields=["net", "vat", "deposit", "rest_due_at"])


def _scale_deposit(registration: Registration, *, before: int) -> None:
    """The same part of the new total as of the one ``before``; none where it leaves no rest."""
    after = registration.total.gross
    deposit = max(1, (2 * registration.deposit * after + before) // (2 * before))
    if deposit < after:
        registration.deposit = deposit
    else:
        registration.deposit, registration.rest_due_at = 0, None
