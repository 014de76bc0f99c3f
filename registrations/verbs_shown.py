"""What the owner can do with one registration now, and why not the rest: for its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from courses.money import format_money
from registrations import services
from registrations.attention import Attention, attention_to
from registrations.changes_shown import OBSTACLES
from registrations.models import Actor, PaymentAttempt, Registration
from registrations.services.owing import amount_to_ask
from registrations.states import State

ENDED: Final = gettext_lazy("It has ended, and no seat is held.")


@dataclass(frozen=True)
class ShownVerb:
    """A button. With a ``reason`` it cannot be pressed; ``explains`` is read before it is.

    ``way`` is how it begins: by posting at once, on a page of its own, or further down this page.
    """

    name: str
    label: str
    reason: str = ""
    explains: str = ""
    way: str = "post"
    grave: bool = False


class _Facts:
    """What several verbs ask of one registration, asked once."""

    def __init__(self, registration: Registration, attention: Attention | None = None) -> None:
        self.row = registration
        self.state = registration.state_now
        self._attention = attention
        self.now = timezone.now()
        self.coming = [p for p in registration.participants.all() if p.cancelled_at is None]
        self.owed = amount_to_ask(registration, now=self.now)
        self.balance = registration.balance_due()
        attempts = registration.payment_attempts.all()
        self.undecided = any(attempt.status in PaymentAttempt.UNDECIDED for attempt in attempts)

    @property
    def attention(self) -> Attention:
        if self._attention is None:
            self._attention = attention_to(self.row)
        return self._attention

    def money(self, amount: int) -> str:
        return format_money(amount, self.row.currency, get_language() or "en")


def _approve(facts: _Facts) -> ShownVerb:
    return ShownVerb("approve", _("Approve"), reason=_not_reviewed(facts), way="decide")


def _decline(facts: _Facts) -> ShownVerb:
    return ShownVerb("decline", _("Decline"), reason=_not_reviewed(facts), way="decide")


def _not_reviewed(facts: _Facts) -> str:
    return "" if facts.state == State.IN_REVIEW else _("It does not await a review.")


def _confirm(facts: _Facts) -> ShownVerb:
    reasons = {
        State.AWAITING_PAYMENT: "",
        State.CONFIRMED: _("It is confirmed already."),
        State.IN_REVIEW: _("Approve it instead; what is not paid by card is then confirmed."),
        State.OFFERED: _("The person booking has to accept the offer first."),
        State.WAITLISTED: _("It waits for seats, and is offered them when it is its turn."),
    }
    return ShownVerb(
        "confirm", _("Confirm without a card …"), reason=reasons.get(facts.state, ENDED), way="page"
    )


def _mark_paid(facts: _Facts) -> ShownVerb:
    reason = ""
    if facts.row.gets_invoices:
        reason = _("It is invoiced: note the money beside the invoice, under “Money”.")
    elif services.asked_outside(facts.row) <= 0:
        reason = _("Nothing is to be paid now.")
    return ShownVerb("mark_paid", _("It is paid into the bank …"), reason=reason, way="page")


def _money_came(facts: _Facts) -> ShownVerb:
    reason = ""
    if facts.state not in services.AT_REST:
        reason = _("It is still to be decided, or to be paid.")
    elif not services.asks_for_nothing(facts.row):
        reason = _("Something is still to be paid: note the money there.")
    return ShownVerb("money_came", _("More money came …"), reason=reason, way="page")


def _extend(facts: _Facts) -> ShownVerb:
    nothing = services.deadline_of(facts.row) is None
    reason = _("No time is running: nothing is held for a while or to be paid by a day.")
    return ShownVerb("extend", _("Give more time …"), reason=reason if nothing else "", way="page")


def _send_pay_link(facts: _Facts) -> ShownVerb:
    reason = ""
    if facts.owed <= 0:
        reason = _("Nothing is to be paid by card now.")
    elif services.is_over(facts.row, now=facts.now):
        reason = _("The time to pay is over. Give more time first.")
    explains = _("A letter goes to %(email)s: how to pay %(amount)s, and until when.") % {
        "email": facts.row.booker_email,
        "amount": facts.money(facts.owed),
    }
    return ShownVerb("send_pay_link", _("Send the way to pay …"), reason, explains)


def _ask_for_names(facts: _Facts) -> ShownVerb:
    reason = ""
    if facts.state != State.CONFIRMED:
        reason = _("Only those whose seats are confirmed are asked for names.")
    elif all(person.name for person in facts.coming):
        reason = _("No name is missing.")
    elif not services.lacks_names(facts.row):
        reason = _("The time for names is over. Write them in yourself.")
    explains = _("A letter goes to %(email)s: whose names are missing, and until when.") % {
        "email": facts.row.booker_email
    }
    return ShownVerb("ask_for_names", _("Ask for names …"), reason, explains)


def _edit_names(facts: _Facts) -> ShownVerb:
    possible = facts.state.holds_seats or facts.state == State.WAITLISTED
    return ShownVerb(
        "edit_names", _("Edit names …"), reason="" if possible else str(ENDED), way="page"
    )


def _substitute(facts: _Facts) -> ShownVerb:
    reason = ""
    if not services.may_substitute(facts.row, actor=Actor.OWNER):
        reason = _("Only on seats that are given can somebody else come.")
    elif not any(person.name for person in facts.coming):
        reason = _("Nobody is named yet. Write the names in instead.")
    return ShownVerb("substitute", _("Somebody else comes …"), reason=reason, way="page")


def _change_date(facts: _Facts) -> ShownVerb:
    obstacle = services.obstacle_here(facts.row, actor=Actor.OWNER, now=facts.now)
    reason = str(OBSTACLES[obstacle]) if obstacle else ""
    return ShownVerb("change_date", _("Change the date …"), reason=reason, way="page")


def _refund(facts: _Facts) -> ShownVerb:
    amount, reason = facts.attention.pays_back, ""
    if amount <= 0:
        owed = services.owed_to_payer(facts.row)
        reason = (
            _("%(amount)s is owed to the payer, but cannot go back the way it came.")
            if owed
            else _("Nothing is owed to the payer. What is cancelled is paid back by itself.")
        ) % {"amount": facts.money(owed)}
    explains = _("%(amount)s goes back to where it came from.") % {"amount": facts.money(amount)}
    label = facts.attention.button if amount > 0 else _("Pay back")
    return ShownVerb("money_back", label, reason, explains)


def _give_seat(facts: _Facts) -> ShownVerb:
    possible = facts.row.needs_attention and facts.state == State.EXPIRED
    reason = _("Only for money that came after the hold had run out.")
    return ShownVerb("give_seat", _("Give the seat"), reason="" if possible else reason)


def _settle(facts: _Facts) -> ShownVerb:
    reason = ""
    if not facts.row.needs_attention:
        reason = _("Nothing waits for your decision.")
    elif services.paid_too_much(facts.row):
        reason = _("Money is owed to the payer: give a seat or pay it back first.")
    return ShownVerb("settle", _("It is settled"), reason=reason)


def _ask_stripe(facts: _Facts) -> ShownVerb:
    reason = "" if facts.undecided else _("No payment by card is undecided.")
    return ShownVerb("ask_stripe", _("Ask Stripe about the payment"), reason=reason)


def _note(facts: _Facts) -> ShownVerb:
    return ShownVerb("note", _("Write a note …"), way="note")


def _write(facts: _Facts) -> ShownVerb:
    return ShownVerb("write", _("Write a letter …"), way="write")


def _cancel(facts: _Facts) -> ShownVerb:
    reasons = {State.CONFIRMED: ""}
    reason = _("It is not confirmed: take it back as a whole.")
    if facts.state not in services.MAY_BE_GIVEN_UP:
        reason = str(ENDED)
    return ShownVerb(
        "cancel",
        pgettext("registration", "Cancel …"),
        reason=reasons.get(facts.state, reason),
        way="page",
        grave=True,
    )


GIVE_UP_LABELS: Final = {
    State.WAITLISTED: gettext_lazy("Take off the waiting list"),
    State.OFFERED: gettext_lazy("Take the offer back"),
}


def _give_up(facts: _Facts) -> ShownVerb:
    reason = ""
    if facts.state == State.CONFIRMED:
        reason = _("It is confirmed: cancel one or all.")
    elif facts.state not in services.MAY_BE_GIVEN_UP:
        reason = str(ENDED)
    return ShownVerb(
        "give_up",
        str(GIVE_UP_LABELS.get(facts.state, _("Cancel before payment"))),
        reason=reason,
        explains=_("The person booking gets a letter. Seats that were held are free again."),
        grave=True,
    )


MAKERS: Final[tuple[Callable[[_Facts], ShownVerb], ...]] = (
    *(_approve, _decline, _confirm, _mark_paid, _money_came, _extend, _send_pay_link),
    *(_ask_for_names, _edit_names, _substitute, _change_date),
    *(_refund, _give_seat, _settle, _ask_stripe, _note, _write, _cancel, _give_up),
)


def shown_verbs(registration: Registration, *, may_act: bool, attention: Attention) -> Any:
    """Those that can be done now, and those that cannot, for somebody who ``may_act``."""
    facts = _Facts(registration, attention)
    verbs = [make(facts) for make in MAKERS] if may_act else []
    return {
        "verbs": [verb for verb in verbs if not verb.reason],
        "verbs_not_now": [verb for verb in verbs if verb.reason],
    }


def why_not(registration: Registration, verb: str) -> str:
    """Why one verb cannot be done now; empty where it can."""
    make = next(make for make in MAKERS if make.__name__ == f"_{verb}")
    return make(_Facts(registration)).reason


DESK_ACTIONS: Final = {
    "extended": pgettext_lazy("history", "More time given"),
    "pay_link_sent": pgettext_lazy("history", "Way to pay sent again"),
    "paid_outside": pgettext_lazy("history", "Paid into the bank or in cash"),
    "unasked_money": pgettext_lazy("history", "Money came that nothing asked for"),
    "noted": pgettext_lazy("history", "Note"),
    "overbooked": pgettext_lazy("history", "Seats given beyond those there are"),
}
