"""Makes the demo's registrations through the services; Stripe is never asked."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from cms.demo.words import stable_id
from cms.models import Practice
from courses.demo.questions import QUESTIONS
from courses.models import Offering, Question
from courses.terms import current_terms
from registrations import services
from registrations.demo import samtalslabbet, steinlia, tankelage, the_past, tyonaari, vandpunkten
from registrations.demo.booking import DemoBooking, Outcome, Person
from registrations.demo.steinlia_groups import CALLED_OFF
from registrations.models import Actor, Invoice, PaymentAttempt, Registration
from registrations.services import (
    Booking,
    PersonComing,
    expire_hold,
    give_up,
    payments,
    register,
    withdraw,
)
from registrations.stripe_gateway import CheckoutSession

DEMO_SESSION: Final = "cs_demo_"
BOOKINGS: Final = {
    "steinlia": (*steinlia.BOOKINGS, *the_past.BOOKINGS),
    "tankelage": tankelage.BOOKINGS,
    "vandpunkten": vandpunkten.BOOKINGS,
    "tyonaari": tyonaari.BOOKINGS,
    "samtalslabbet": samtalslabbet.BOOKINGS,
}


def make_registrations(practice: Practice) -> None:
    """Make all of the practice's registrations and let become of them what is said."""
    questions = _question_keys(practice)
    made = []
    for demo in BOOKINGS[practice.slug]:
        begun, earlier = timezone.now(), the_past.when_registered(demo)
        registration = _register(demo, practice=practice, questions=questions, earlier=earlier)
        _let_become(registration, demo)
        _let_change(registration, demo, questions=questions)
        if earlier:
            the_past.date_back(registration.offering, begun=begun, to=earlier)
        made.append((registration, demo))
    # These change what others find, so they come last.
    for registration, demo in made:
        if demo.outcome == Outcome.PAID_TOO_LATE:
            _pay(registration, key=demo.key)
        if demo.outcome == Outcome.MAKES_ROOM:
            give_up(registration_id=registration.pk, actor=Actor.BOOKER)
            services.offer_seats(offering_id=registration.offering_id)
    the_past.let_the_past_be(practice)
    for offering in Offering.objects.filter(code__in=CALLED_OFF, course__practice=practice):
        services.call_off(offering_id=offering.pk, user=None)


def _let_become(registration: Registration, demo: DemoBooking) -> None:
    match demo.outcome:
        case Outcome.PAID | Outcome.DATE_CHANGED | Outcome.SUBSTITUTED:
            _pay(registration, key=demo.key)
        case Outcome.EXPIRED | Outcome.PAID_TOO_LATE:
            _let_expire(registration)
        case Outcome.CANCELLED:
            give_up(registration_id=registration.pk, actor=Actor.BOOKER)
        case Outcome.APPROVED:
            services.approve(registration_id=registration.pk, user=None)
        case Outcome.APPROVED_AND_PAID:
            services.approve(registration_id=registration.pk, user=None)
            registration.refresh_from_db()
            _pay(registration, key=demo.key)
        case Outcome.DECLINED:
            services.decline(registration_id=registration.pk, user=None, words=demo.decision)
        case Outcome.WITHDRAWN:
            withdraw(registration_id=registration.pk, actor=Actor.BOOKER)


def _let_change(
    registration: Registration, demo: DemoBooking, *, questions: dict[str, int]
) -> None:
    """What happens to those whose seats are confirmed."""
    match demo.outcome:
        case Outcome.PAID_INTO_BANK:
            _pay_into_bank(registration)
        case Outcome.ONE_CANCELLED:
            _cancel_one(registration, number=demo.number)
        case Outcome.DATE_CHANGED:
            _change_date(registration, to=demo.to)
        case Outcome.SUBSTITUTED:
            services.substitute(
                registration_id=registration.pk,
                number=demo.number,
                person=_coming(demo.instead, questions=questions),
                actor=Actor.BOOKER,
            )


def _question_keys(practice: Practice) -> dict[str, int]:
    """The key of each question's row by the demo's own name for it."""
    rows = Question.objects.filter(
        practice=practice, locale__language_code=practice.source_language
    )
    by_identity = dict(rows.values_list("translation_key", "pk"))
    found = {
        name: by_identity.get(stable_id("question", practice.slug, name))
        for name in QUESTIONS[practice.slug]
    }
    return {name: pk for name, pk in found.items() if pk is not None}


def _register(
    demo: DemoBooking,
    *,
    practice: Practice,
    questions: dict[str, int],
    earlier: datetime | None,
) -> Registration:
    offering = Offering.objects.get(code=demo.offering, course__practice=practice)
    now = earlier or timezone.now()
    priced = services.price_now(
        offering,
        claims=[person.claim for person in demo.people],
        moment=now,
        code=services.code_for(offering, typed=demo.code, moment=now),
    )
    name, email = demo.booker
    booking = Booking(
        submission_key=stable_id("registration", practice.slug, demo.key),
        language=demo.language,
        payer=demo.payer,
        method=demo.method,
        booker_name=name,
        booker_email=email,
        participants=tuple(_coming(person, questions=questions) for person in demo.people),
        quoted_total=priced.total.gross if priced else 0,
        code=demo.code,
        joins_list=demo.waits,
        terms=current_terms(practice=practice, language=demo.language),
        answers={questions[asked]: text for asked, text in demo.answers.items()},
        **demo.facts,
    )
    if earlier and priced:
        return the_past.write_down(offering, booking, priced)
    if demo.came_by:
        by_hand = services.ByHand(came_by=demo.came_by)
        return services.register_by_hand(
            offering_id=offering.pk, booking=booking, by_hand=by_hand, user=None
        )
    return register(offering_id=offering.pk, booking=booking)


def _coming(person: Person, *, questions: dict[str, int]) -> PersonComing:
    return PersonComing(
        name=person.name,
        email=person.email,
        claim=person.claim,
        answers={questions[asked]: text for asked, text in person.answers.items()},
    )


def _pay(registration: Registration, *, key: str) -> None:
    """Apply what Stripe would say of a checkout where all was paid that was asked for."""
    attempt = PaymentAttempt.objects.create(
        registration=registration,
        practice=registration.practice,
        parameters={},
        amount=registration.confirming_amount,
        currency=registration.currency,
        expires_at=timezone.now() + payments.CHECKOUT_OPEN_FOR,
    )
    paid = CheckoutSession(
        id=f"{DEMO_SESSION}{registration.practice.slug}_{key}",
        status="complete",
        payment_status="paid",
        amount_total=attempt.amount,
        currency=attempt.currency,
        url="",
        payment_intent_id=f"pi_demo_{registration.practice.slug}_{key}",
        payment_intent_status="succeeded",
        attempt_key=str(attempt.idempotency_key),
    )
    payments.apply(attempt_id=attempt.pk, session=paid)


def payments_made() -> list[dict[str, Any]]:
    """What the demo's people have paid, in the words of a stand-in for Stripe."""
    paid = PaymentAttempt.objects.filter(
        status=PaymentAttempt.Status.PAID, session_id__startswith=DEMO_SESSION
    )
    return [
        {"intent_id": one.payment_intent_id, "amount": one.amount, "currency": one.currency}
        for one in paid.order_by("pk")
    ]


def _let_expire(registration: Registration) -> None:
    """Nobody paid: the hold has run out, and the chore has been there."""
    moment_ago = timezone.now() - timedelta(minutes=1)
    Registration.objects.filter(pk=registration.pk).update(hold_until=moment_ago)
    expire_hold(registration_id=registration.pk)


def _pay_into_bank(registration: Registration) -> None:
    """The money was there before the invoice was sent, so it is not sent any more."""
    today = timezone.localdate(timezone=registration.practice.zone)
    services.paid_into_bank(invoice_id=registration.invoices.get().pk, paid_on=today, user=None)


def _cancel_one(registration: Registration, *, number: int) -> None:
    """One of them cannot come, at half the price; their invoice is on its way already, so that
    there is something to be credited."""
    registration.invoices.filter(status=Invoice.Status.CREATED).update(begun_at=timezone.now())
    numbers, percent = [number], 50
    costs = services.quote(registration, numbers=numbers, percent=percent)
    services.cancel(
        registration_id=registration.pk,
        numbers=numbers,
        actor=Actor.OWNER,
        quoted_refund=costs.refund,
        percent=percent,
    )


def _change_date(registration: Registration, *, to: str) -> None:
    registration.refresh_from_db()
    costs = services.quote_date(registration, to=Offering.objects.get(code=to), actor=Actor.BOOKER)
    services.change_date(
        registration_id=registration.pk,
        to_id=costs.offering.pk,
        actor=Actor.BOOKER,
        shown=costs.shown,
    )
