"""All that can be done to a registration, by whom: one row for each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from registrations import services, stripe_gateway
from registrations.models import Actor, Invoice, PaymentAttempt, Registration
from registrations.services import PersonComing
from registrations.states import State
from tests.proofs.fitting import (
    asks_at_stripe,
    awaits,
    confirmed,
    has_begun,
    has_cancelling_rule,
    in_state,
    invoiced,
    lacks_an_invoice,
    lost_at_bank,
    may_be_given_up,
    may_be_settled,
    may_owe,
    may_pay_in,
    may_pay_later,
    nothing_asked,
    overdue,
    owed_by_bank,
    owed_by_card,
    paid_late,
    reviewed,
    waits,
)
from tests.proofs.world import World
from tests.proofs.writing import write_to_people

# Whose turn it is; the machine gives each the same weight.
ON, OUT, OWNER, CHORE = "goes on", "leaves", "owner decides", "chore looks"
INVOICE = "about an invoice"
BANK = "owner looks into her books"
DASHBOARD = "owner at Stripe"
FEES = (0, 33, 50, 100)
# A little, the price of a seat, and more than anything.
MORE = (500, 640_000, 2_000_000)
EMPLOYER = services.InvoiceFacts(
    organisation="Fjellvang kommune", organisation_country="NO", organisation_number="974760673"
)
# At Stripe.
PAYABLE = ("open", "uncollectible")

# ``number`` is whatever the verb makes of it: a participant, a fee, a word.
Act = Callable[[World, Registration, int], object]


@dataclass(frozen=True)
class Verb:
    """Something that is mostly tried on the registrations for which it makes sense."""

    name: str
    turn: str
    fits: Callable[[Registration], bool]
    act: Act


def _coming(registration: Registration) -> list[int]:
    return list(registration.participants.coming().values_list("number", flat=True))


def _cancel(
    registration: Registration, number: int, *, actor: Actor, percent: int | None, whole: bool
) -> object:
    """As on the page: the costs are shown first, and sent along with the button."""
    coming = _coming(registration)
    numbers = None if whole or not coming else [coming[number % len(coming)]]
    shown = services.percent_now(registration) if percent is None else percent
    costs = services.quote(registration, numbers=numbers, percent=shown or 0)
    return services.cancel(
        registration_id=registration.pk,
        numbers=numbers,
        actor=actor,
        quoted_refund=costs.refund,
        percent=percent,
    )


def _edit(_world: World, registration: Registration, number: int) -> object:
    """Names that are there are changed where that is still possible, and kept elsewhere."""
    keeps = registration.state not in (State.WAITLISTED, State.IN_REVIEW)
    people = tuple(
        PersonComing(name=row.name if row.name and keeps else f"Changed {number} {row.number}")
        for row in registration.participants.coming().order_by("number")
    )
    return services.edit_details(
        registration_id=registration.pk, people=people, answers={}, message=f"Message {number}"
    )


def _substitute(registration: Registration, number: int, *, actor: Actor) -> object:
    coming = _coming(registration)
    return services.substitute(
        registration_id=registration.pk,
        number=coming[number % len(coming)] if coming else 1,
        person=PersonComing(name=f"Instead {number}"),
        actor=actor,
    )


def _send_link(_world: World, registration: Registration, number: int) -> object:
    coming = _coming(registration)
    return services.send_link(
        registration_id=registration.pk,
        number=coming[number % len(coming)] if coming else 1,
        email="participant@example.org",
        actor=Actor.BOOKER,
    )


def _change_date(registration: Registration, number: int, *, actor: Actor) -> object:
    """The other dates are shown with their prices, and the price shown is sent along."""
    quotes = services.other_dates(registration, actor=actor)
    if not quotes:
        raise services.NotPossible
    costs = quotes[number % len(quotes)]
    return services.change_date(
        registration_id=registration.pk,
        to_id=costs.offering.pk,
        actor=actor,
        shown=costs.shown,
        begins_soon_accepted=True,
    )


def _pay(world: World, registration: Registration, number: int) -> object:
    """Open the payment page and do there what one does, without coming back."""
    attempt = services.start_checkout(registration_id=registration.pk)
    at_the_page = (world.stripe.pay, world.stripe.pay, world.stripe.pay_later, world.stripe.decline)
    return at_the_page[number % len(at_the_page)](attempt.session_id)


def _pay_and_come_back(world: World, registration: Registration, _number: int) -> None:
    attempt = services.start_checkout(registration_id=registration.pk)
    world.stripe.pay(attempt.session_id)
    world.come_back(registration)


def _come_back(world: World, registration: Registration, _number: int) -> None:
    world.come_back(registration)


def _sync(_world: World, registration: Registration, _number: int) -> object:
    attempt = PaymentAttempt.objects.filter(registration=registration).last()
    return attempt and services.sync(attempt_id=attempt.pk)


def _put_off(registration: Registration, *, days: float) -> datetime:
    """From when it is due, or from now where that is over."""
    due_at = services.deadline_of(registration) or timezone.now()
    return max(due_at, timezone.now()) + timedelta(days=days)


def _invoice(registration: Registration, number: int) -> Invoice:
    """One of them, mostly the last; sent, if nobody has come to it yet."""
    invoices = list(registration.invoices.order_by("-pk"))
    if not invoices:
        raise services.NotPossible
    invoice = invoices[max(0, number - 8) % len(invoices)]
    return invoice if invoice.invoice_id else services.bring_in_line(invoice_id=invoice.pk)


def _at_the_invoice_page(act: str) -> Act:
    """With one that Stripe still takes money for, where there is such."""

    def do(world: World, registration: Registration, number: int) -> object:
        known = [one.invoice_id for one in registration.invoices.order_by("-pk") if one.invoice_id]
        payable = [one for one in known if world.stripe.invoices[one]["status"] in PAYABLE]
        if not payable:
            return getattr(world.stripe, act)(_invoice(registration, number).invoice_id)
        return getattr(world.stripe, act)(payable[number % len(payable)])

    return do


def _in_the_dashboard(act: Callable[..., object]) -> Act:
    def do(_world: World, registration: Registration, number: int) -> object:
        known = registration.invoices.exclude(invoice_id=None).order_by("-pk")
        if not known:
            raise services.NotPossible
        return act(account="", invoice_id=known[number % len(known)].invoice_id)

    return do


def _one_of(registration: Registration, number: int, may_be: Callable[[Invoice], bool]) -> Invoice:
    """One of those for which it makes sense; without such, any."""
    fitting = [one for one in registration.invoices.order_by("-pk") if may_be(one)]
    if not fitting:
        return _invoice(registration, number)
    invoice = fitting[number % len(fitting)]
    return invoice if invoice.invoice_id else services.bring_in_line(invoice_id=invoice.pk)


def _write_off(_world: World, registration: Registration, number: int) -> object:
    invoice = _one_of(registration, number, lambda one: one.status == Invoice.Status.OPEN)
    return services.write_off(invoice_id=invoice.pk, user=None)


def _paid_into_bank(world: World, registration: Registration, number: int) -> object:
    """Exactly what is open, and now and then more."""
    invoice = _one_of(registration, number, lambda one: services.open_rest(registration, one) > 0)
    more = services.open_rest(registration, invoice) + 500 if number % 4 == 3 else None
    return services.paid_into_bank(
        invoice_id=invoice.pk, paid_on=world.now().date(), user=None, amount=more
    )


def _mark(_world: World, registration: Registration, number: int) -> object:
    """Somebody is there, is not, or came late."""
    sessions = registration.offering.sessions_list
    people = list(registration.participants.all())
    return services.mark(
        session_id=sessions[number % len(sessions)].pk,
        participant_id=people[number % len(people)].pk,
        present=number % 3 > 0,
        came_late=10 if number % 3 == 2 else 0,
        user=None,
    )


VERBS = (
    # The person booking
    Verb(
        "start_checkout",
        ON,
        may_owe,
        lambda _w, r, _n: services.start_checkout(registration_id=r.pk),
    ),
    Verb("pay", ON, may_owe, _pay),
    Verb("pay_and_come_back", ON, may_owe, _pay_and_come_back),
    Verb("come_back", ON, in_state(State.AWAITING_PAYMENT, State.EXPIRED), _come_back),
    Verb(
        "accept_offer",
        ON,
        in_state(State.OFFERED),
        lambda _w, r, _n: services.accept_offer(registration_id=r.pk),
    ),
    Verb("edit", ON, in_state(State.WAITLISTED, State.IN_REVIEW, State.CONFIRMED), _edit),
    Verb(
        "take_fewer",
        ON,
        waits,
        lambda _w, r, n: services.take_fewer(
            registration_id=r.pk, seats=1 + n % 2, actor=Actor.BOOKER
        ),
    ),
    Verb(
        "give_up",
        OUT,
        in_state(*services.MAY_BE_GIVEN_UP),
        lambda _w, r, _n: services.give_up(registration_id=r.pk, actor=Actor.BOOKER),
    ),
    Verb(
        "cancel_one",
        OUT,
        has_cancelling_rule,
        lambda _w, r, n: _cancel(r, n, actor=Actor.BOOKER, percent=None, whole=False),
    ),
    Verb(
        "cancel_all",
        OUT,
        has_cancelling_rule,
        lambda _w, r, n: _cancel(r, n, actor=Actor.BOOKER, percent=None, whole=True),
    ),
    Verb(
        "withdraw",
        OUT,
        in_state(State.CONFIRMED, State.AWAITING_PAYMENT),
        lambda _w, r, _n: services.withdraw(registration_id=r.pk, actor=Actor.BOOKER),
    ),
    Verb("substitute", ON, confirmed, lambda _w, r, n: _substitute(r, n, actor=Actor.BOOKER)),
    Verb("send_link", ON, confirmed, _send_link),
    Verb("change_date", ON, confirmed, lambda _w, r, n: _change_date(r, n, actor=Actor.BOOKER)),
    # The owner
    Verb(
        "owner_changes_date",
        OWNER,
        confirmed,
        lambda _w, r, n: _change_date(r, n, actor=Actor.OWNER),
    ),
    Verb(
        "approve",
        OWNER,
        reviewed,
        lambda _w, r, _n: services.approve(registration_id=r.pk, user=None),
    ),
    Verb(
        "decline",
        OWNER,
        reviewed,
        lambda _w, r, n: services.decline(
            registration_id=r.pk, user=None, words="The group is full." if n else " "
        ),
    ),
    Verb(
        "keep_seats",
        OWNER,
        waits,
        lambda _w, r, n: services.keep_seats(registration_id=r.pk, kept=bool(n % 2), user=None),
    ),
    Verb(
        "owner_cancels_one",
        OWNER,
        confirmed,
        lambda _w, r, n: _cancel(r, n, actor=Actor.OWNER, percent=FEES[n % len(FEES)], whole=False),
    ),
    Verb(
        "owner_cancels_all",
        OUT,
        confirmed,
        lambda _w, r, n: _cancel(r, n, actor=Actor.OWNER, percent=FEES[n % len(FEES)], whole=True),
    ),
    Verb(
        "take_away",
        OUT,
        in_state(*services.MAY_BE_GIVEN_UP),
        lambda _w, r, _n: services.give_up(registration_id=r.pk, actor=Actor.OWNER),
    ),
    Verb("write", OWNER, lambda _registration: True, write_to_people),
    Verb(
        "give_seat",
        OWNER,
        paid_late,
        lambda _w, r, _n: services.give_seat(registration_id=r.pk, user=None),
    ),
    Verb(
        "give_money_back",
        OWNER,
        owed_by_card,
        lambda _w, r, _n: services.give_money_back(registration_id=r.pk, user=None),
    ),
    Verb(
        "settle",
        OWNER,
        may_be_settled,
        lambda _w, r, _n: services.settle(registration_id=r.pk, user=None),
    ),
    Verb(
        "write_off_loss",
        OWNER,
        lost_at_bank,
        lambda _w, r, _n: services.write_off_loss(registration_id=r.pk, user=None),
    ),
    Verb(
        "extend",
        OWNER,
        in_state(State.OFFERED, State.AWAITING_PAYMENT),
        lambda w, r, n: services.extend(
            registration_id=r.pk, until=w.now() + timedelta(hours=1 + n), user=None
        ),
    ),
    Verb(
        "extend_debt",
        OWNER,
        may_pay_later,
        lambda _w, r, n: services.extend(
            registration_id=r.pk, until=_put_off(r, days=(0.1, 3, 12)[n % 3]), user=None
        ),
    ),
    Verb(
        "send_pay_link",
        OWNER,
        may_owe,
        lambda _w, r, _n: services.send_pay_link(registration_id=r.pk, user=None),
    ),
    Verb(
        "mark_paid",
        OWNER,
        may_owe,
        lambda w, r, _n: services.mark_paid(
            registration_id=r.pk, paid_on=w.now().date(), user=None
        ),
    ),
    Verb(
        "confirm_on_invoice",
        OWNER,
        awaits,
        lambda _w, r, _n: services.confirm_on_invoice(
            registration_id=r.pk, facts=EMPLOYER, user=None
        ),
    ),
    Verb(
        "confirm_free_of_charge",
        OWNER,
        awaits,
        lambda _w, r, n: services.confirm_free_of_charge(
            registration_id=r.pk, reason="She teaches with us." if n else " ", user=None
        ),
    ),
    Verb(
        "ask_for_names_now",
        OWNER,
        confirmed,
        lambda _w, r, _n: services.ask_for_names_now(registration_id=r.pk, user=None),
    ),
    Verb(
        "add_note",
        OWNER,
        confirmed,
        lambda _w, r, n: services.add_note(registration_id=r.pk, user=None, text=f"Note {n}"),
    ),
    Verb("mark", OWNER, has_begun, _mark),
    # The employer at the invoice's page, and the owner who looks into her bank
    Verb("pay_invoice", INVOICE, asks_at_stripe, _at_the_invoice_page("pay_invoice")),
    Verb("decline_invoice", INVOICE, asks_at_stripe, _at_the_invoice_page("decline_invoice")),
    Verb(
        "mark_uncollectible", DASHBOARD, asks_at_stripe, _at_the_invoice_page("mark_uncollectible")
    ),
    Verb("void_invoice", DASHBOARD, asks_at_stripe, _in_the_dashboard(stripe_gateway.void_invoice)),
    Verb(
        "mark_as_paid",
        DASHBOARD,
        asks_at_stripe,
        _in_the_dashboard(stripe_gateway.pay_invoice_elsewhere),
    ),
    Verb("paid_into_bank", INVOICE, may_pay_in, _paid_into_bank),
    Verb(
        "paid_back_from_bank",
        BANK,
        owed_by_bank,
        lambda _w, r, _n: services.paid_back_from_bank(registration_id=r.pk, user=None),
    ),
    Verb(
        "note_unasked_money",
        BANK,
        nothing_asked,
        lambda w, r, n: services.note_unasked_money(
            registration_id=r.pk,
            amount=MORE[n % len(MORE)],
            owed_before=services.owed_to_payer(r),
            paid_on=w.now().date(),
            user=None,
        ),
    ),
    Verb("write_off", INVOICE, may_be_given_up, _write_off),
    Verb(
        "send_new_invoice",
        BANK,
        lacks_an_invoice,
        lambda _w, r, _n: services.send_new_invoice(registration_id=r.pk, user=None),
    ),
    Verb(
        "remind_now",
        BANK,
        overdue,
        lambda _w, r, n: services.remind_now(invoice_id=_invoice(r, n).pk, user=None),
    ),
    Verb(
        "bring_in_line",
        INVOICE,
        invoiced,
        lambda _w, r, n: services.bring_in_line(invoice_id=_invoice(r, n).pk),
    ),
    # What the chores do to one registration
    Verb("sync", CHORE, in_state(State.AWAITING_PAYMENT, State.CONFIRMED), _sync),
    Verb(
        "expire_hold", CHORE, awaits, lambda _w, r, _n: services.expire_hold(registration_id=r.pk)
    ),
    Verb(
        "expire_offer",
        CHORE,
        in_state(State.OFFERED),
        lambda _w, r, _n: services.expire_offer(registration_id=r.pk),
    ),
)
