"""Change of date: a whole registration moves to another date of the same course."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.page_cache import visible_change
from courses.models import Offering, TermsVersion
from registrations.letters import write_letter
from registrations.letters.changing import DateLeft
from registrations.models import (
    Actor,
    Letter,
    Registration,
)
from registrations.seats import (
    lock_offering,
)
from registrations.services.answers import carry_answers
from registrations.services.date_quotes import (
    DateNotPossible,
    DateQuote,
    DateQuoteChanged,
    Obstacle,
    code_there,
    quote_date,
)
from registrations.services.differences import settle_difference
from registrations.services.ledger import charge_price, take_price_back
from registrations.services.locking import locked_registration
from registrations.services.lost_disputes import (
    take_loss_up_again,
)
from registrations.services.moves import note
from registrations.services.reviewing import payment_deadline
from registrations.services.serving import have_seats_offered
from registrations.services.telling_participants import tell_participants
from registrations.states import State


@transaction.atomic
def change_date(
    *,
    registration_id: int,
    to_id: int,
    actor: Actor,
    shown: tuple[int, int],
    terms: TermsVersion | None = None,
    begins_soon_accepted: bool = False,
    user: Any = None,
) -> Registration:
    """Move all who are coming to another date of the course: seats there first, then back here.

    ``shown`` are the prices here and there that were seen, as ``DateQuote.shown``; raises
    ``DateQuoteChanged`` when they are others now, and ``DateNotPossible``. Nothing has changed
    then. ``terms`` are those accepted for the new date; without any the old ones stay. What is
    paid too much is ordered back; what is missing is to be paid by a deadline, and the
    registration stays confirmed meanwhile.
    """
    registration, to = _locked(registration_id, to_id)
    costs = quote_date(registration, to=to, actor=actor)
    if costs.shown != shown:
        raise DateQuoteChanged(costs)
    old = registration.offering
    owes_the_rest = registration.balance_due() > 0
    registration.begins_soon_accepted |= begins_soon_accepted
    take_price_back(registration, costs.before)
    _store(registration, costs, terms=terms, owes_the_rest=owes_the_rest)
    charge_price(registration)
    take_loss_up_again(registration)
    carry_answers(registration)
    refund = settle_difference(registration)
    note(registration, action="date_changed", actor=actor, user=user, why=f"{old.code} → {to.code}")
    visible_change(registration.practice_id)
    have_seats_offered(old.pk)
    occasion = str(registration.history.filter(action="date_changed").count())
    left = DateLeft(old, refund)
    write_letter(registration, kind=Letter.Kind.DATE_CHANGED, occasion=occasion, about=left)
    tell_participants(
        registration,
        costs.people,
        kind=Letter.Kind.PARTICIPANT_DATE_CHANGED,
        before=State.CONFIRMED,
        occasion=occasion,
        about=left,
    )
    if actor != Actor.OWNER:
        write_letter(
            registration, kind=Letter.Kind.OWNER_DATE_CHANGED, occasion=occasion, about=left
        )
    return registration


def _locked(registration_id: int, to_id: int) -> tuple[Registration, Offering]:
    """Both dates locked in the order of their keys, so that two who swap dates do not wait for
    each other; then the registration."""
    from_id = Registration.objects.values_list("offering_id", flat=True).get(pk=registration_id)
    offerings = {pk: lock_offering(pk) for pk in sorted({from_id, to_id})}
    registration = locked_registration(registration_id)
    if registration.offering_id != from_id:  # changed by somebody else while we waited
        raise DateNotPossible(Obstacle.SAME_DATE)
    return registration, offerings[to_id]


def _store(
    registration: Registration,
    costs: DateQuote,
    *,
    terms: TermsVersion | None,
    owes_the_rest: bool,
) -> None:
    """The new date's facts on the registration, and its prices on those who are coming.

    Those who were cancelled before cost nothing of the new date, so that the seats' prices go on
    summing to the total; what became of their money is told by the ledger.
    """
    to, total = costs.offering, costs.after
    registration.code = code_there(registration, to)
    registration.offering = to
    registration.least_fee_percent = costs.least_fee
    registration.method = costs.method
    registration.terms = terms or registration.terms
    registration.net, registration.vat = total.net, total.vat
    registration.prices_include_vat = to.prices_include_vat
    registration.vat_treatment, registration.vat_rate = to.vat_treatment, to.vat_rate
    _keep_deposit(registration, to, owes_the_rest=owes_the_rest)
    registration.save()
    nothing = {"price_kind": "", "list_price": 0, "charged_price": 0, "gross": 0, "vat": 0}
    registration.participants.exclude(cancelled_at=None).update(**nothing)
    for person, seat in zip(costs.people, costs.priced.seats, strict=True):
        person.price_kind = seat.kind
        person.list_price, person.charged_price = seat.list_price, seat.charged_price
        person.gross, person.vat = seat.share.gross, seat.share.vat
        person.save()


def _keep_deposit(registration: Registration, to: Offering, *, owes_the_rest: bool) -> None:
    """Whoever has paid a deposit alone pays the rest by the new date's day for it, or the old
    one's, and never at once."""
    by_card = registration.method == Registration.Method.CARD
    leaves_a_rest = 0 < registration.deposit < registration.total.gross
    due_at = to.rest_due_at or registration.rest_due_at
    if by_card and leaves_a_rest and owes_the_rest and due_at is not None:
        soonest = payment_deadline(registration, now=timezone.now())
        registration.rest_due_at = max(due_at, soonest)
    else:
        registration.deposit, registration.rest_due_at = 0, None
