"""Which letters a registration's history asks for: each exactly so many times."""

from collections import Counter
from collections.abc import Callable, Sequence

from registrations.models import Actor, HistoryLine
from registrations.services.by_hand import NO_LETTER
from registrations.services.cancelling import CALLED_OFF
from registrations.services.differences import NOT_BY_CARD, NOT_PAID
from registrations.states import State
from tests.states_document import documented

Lines = Sequence[HistoryLine]


def letters_owed(lines: Lines) -> Counter[str]:
    """By the kind of letter, from all lines of one registration's history, oldest first."""
    owed: Counter[str] = Counter()
    state = ""
    for number, line in enumerate(lines):
        if line.after:
            owed.update(_of_move(line))
            state = line.after
        else:
            owed.update(OF_ACTIONS[line.action](line, state, lines[number + 1 :]))
    return owed


def _of_move(line: HistoryLine) -> set[str]:
    """As docs/states.md has it. Nobody writes to the owner about what she did herself."""
    letters = documented()[line.before or "(new)", line.after]
    if line.why == CALLED_OFF:
        return {"called_off"}
    if line.why == NO_LETTER:
        return set()
    if line.actor == Actor.OWNER:
        return {letter for letter in letters if not letter.startswith("owner_")}
    return letters


def _always(*letters: str) -> Callable[[HistoryLine, str, Lines], tuple[str, ...]]:
    return lambda _line, _state, _rest: letters


def _part_cancelled(line: HistoryLine, _state: str, _rest: Lines) -> tuple[str, ...]:
    by_owner = line.actor == Actor.OWNER
    return ("part_cancelled",) if by_owner else ("part_cancelled", "owner_left")


def _payment_failed(_line: HistoryLine, state: str, rest: Lines) -> tuple[str, ...]:
    """Where there is time left to try again; otherwise the hold ends, and that has its own."""
    if state != State.AWAITING_PAYMENT:
        return ()
    ends = bool(rest) and rest[0].after == State.EXPIRED and rest[0].actor == Actor.STRIPE
    return () if ends else ("payment_failed",)


def _date_changed(line: HistoryLine, _state: str, _rest: Lines) -> tuple[str, ...]:
    by_owner = line.actor == Actor.OWNER
    return ("date_changed",) if by_owner else ("date_changed", "owner_date_changed")


def _paid(line: HistoryLine, state: str, rest: Lines) -> tuple[str, ...]:
    """What was still owed has a receipt of its own; the next line tells of too much.

    Of an invoice it tells the number, and the books count what became of each.
    """
    if line.why or state not in (State.CONFIRMED, State.CANCELLED):
        return ()
    is_too_much = bool(rest) and rest[0].action in ("needs_attention", "goes_back")
    return () if is_too_much else ("rest_paid",)


def _needs_attention(line: HistoryLine, state: str, _rest: Lines) -> tuple[str, ...]:
    """Money beyond what is owed, or for seats that are theirs no more; or money that is missing.

    Of an invoice that is paid twice, and of what is paid back from the bank, it tells the number.
    """
    if line.actor == Actor.STRIPE:
        return ("owner_pay_back_by_bank",)
    if line.why in (NOT_PAID, NOT_BY_CARD):
        return ("owner_difference_unpaid",) if line.why == NOT_PAID else ()
    if line.why:
        return ("owner_invoice_twice",)
    if state == State.CONFIRMED:
        return ("paid_too_much", "owner_paid_too_much")
    return ("paid_late", "owner_paid_late")


def _invoice_reminded(line: HistoryLine, _state: str, rest: Lines) -> tuple[str, ...]:
    """The owner is told once for each invoice that nobody but the chores has reminded of."""
    by_chores = (line.action, Actor.SYSTEM, line.why)
    again = any((later.action, later.actor, later.why) == by_chores for later in rest)
    to_owner = line.actor == Actor.SYSTEM and not again
    return ("invoice_overdue", "owner_invoice_overdue") if to_owner else ("invoice_overdue",)


def _reminded_of_rest(line: HistoryLine, _state: str, rest: Lines) -> tuple[str, ...]:
    """Once for each day by which it was to be paid."""
    again = any((later.action, later.why) == (line.action, line.why) for later in rest)
    return () if again else ("rest_reminder",)


def _each_participant(line: HistoryLine, _state: str, _rest: Lines) -> tuple[str, ...]:
    """One for each whose number it tells."""
    return (line.action,) * len(line.why.split(", "))


def _unasked_money(_line: HistoryLine, state: str, _rest: Lines) -> tuple[str, ...]:
    return ("paid_too_much",) if state == State.CONFIRMED else ("paid_late",)


# What is noted without a move, and the letters that it asks for.
OF_ACTIONS: dict[str, Callable[[HistoryLine, str, Lines], tuple[str, ...]]] = {
    "participants_cancelled": _part_cancelled,
    "payment_failed": _payment_failed,
    "needs_attention": _needs_attention,
    "refund_waits": _always("owner_refund_waits"),
    "disputed": _always("owner_disputed"),
    "loss_written_off": _always(),
    "dispute_closed": _always("owner_dispute_closed"),
    "dates_moved": _always("dates_moved"),
    "date_changed": _date_changed,
    "substituted": _always("substituted"),
    "participant_dates_moved": _each_participant,
    "participant_date_changed": _each_participant,
    "participant_called_off": _each_participant,
    "participant_cancelled": _each_participant,
    "link_sent": _always("fill_in"),
    "written_to": _always("written"),
    "reminded": _always("reminder"),
    "asked_for_names": _always("names_missing"),
    "names_did_not_come": _always("owner_names_missing"),
    "participant_answered": _always(),
    "code_used": _always(),
    "part_paid": _always(),
    "invoice_sent": _always(),
    "invoice_failed": _always("owner_invoice_failed"),
    "invoice_voided": _always("owner_invoice_failed"),
    "invoice_not_missed": _always(),
    "invoice_renewed": _always(),
    "invoice_reminded": _invoice_reminded,
    "written_off": _always(),
    "bank_payment": _always(),
    "bank_refund": _always("refunded"),
    "credit_note_sent": _always(),
    "credit_note_dropped": _always(),
    "credit_note_failed": _always("owner_credit_failed"),
    "credit_note_adopted": _always(),
    "reminded_of_rest": _reminded_of_rest,
    "rest_failed": _always("rest_failed", "owner_rest_failed"),
    "goes_back": _always("goes_back"),
    "extended": _always("extended"),
    "pay_link_sent": _always("pay_link"),
    "paid_outside": _always("rest_paid"),
    "unasked_money": _unasked_money,
    "noted": _always(),
    "overbooked": _always(),
    "rest_overdue": _always("rest_overdue", "owner_rest_overdue"),
    "refunded": _always("refunded"),
    "refund_failed": _always("owner_refund_failed"),
    "refund_adopted": _always("owner_refund_adopted"),
    "paid": _paid,
    "payment_on_its_way": _always(),
    "checkout_failed": _always(),
    "money_back_ordered": _always(),
    "settled": _always(),
    "names_changed": _always(),
    "attended": _always(),
    "not_attended": _always(),
    "answers_changed": _always(),
    "message_changed": _always(),
    "fewer_seats": _always(),
    "seats_kept": _always(),
    "seats_not_kept": _always(),
}
