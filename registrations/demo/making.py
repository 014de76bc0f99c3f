"""Makes the demo's registrations through the services; Stripe is never asked."""

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from cms.demo.words import stable_id
from cms.models import Practice
from courses.models import Offering, Question
from courses.terms import current_terms
from registrations import services
from registrations.demo.bookings import BOOKINGS, DemoBooking, Outcome
from registrations.models import Actor, PaymentAttempt, Registration
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


def make_registrations(practice: Practice) -> None:
    """Make all of the practice's registrations and let become of them what is said."""
    questions = _question_keys(practice)
    made = []
    for demo in BOOKINGS[practice.slug]:
        registration = _register(demo, practice=practice, questions=questions)
        _let_become(registration, demo)
        made.append((registration, demo))
    # These change what others find, so they come last.
    for registration, demo in made:
        if demo.outcome == Outcome.PAID_TOO_LATE:
            _pay(registration, key=demo.key)
        if demo.outcome == Outcome.MAKES_ROOM:
            give_up(registration_id=registration.pk, actor=Actor.BOOKER)
            services.offer_seats(offering_id=registration.offering_id)


def _let_become(registration: Registration, demo: DemoBooking) -> None:
    match demo.outcome:
        case Outcome.PAID:
            _pay(registration, key=demo.key)
        case Outcome.EXPIRED | Outcome.PAID_TOO_LATE:
            _let_expire(registration)
        case Outcome.CANCELLED:
            give_up(registration_id=registration.pk, actor=Actor.BOOKER)
        case Outcome.APPROVED:
            services.approve(registration_id=registration.pk, user=None)
        case Outcome.DECLINED:
            services.decline(registration_id=registration.pk, user=None, words=demo.decision)
        case Outcome.WITHDRAWN:
            withdraw(registration_id=registration.pk, actor=Actor.BOOKER)


def _question_keys(practice: Practice) -> dict[str, int]:
    """The key of each question's row by the demo's own name for it."""
    rows = Question.objects.filter(
        practice=practice, locale__language_code=practice.source_language
    )
    by_identity = dict(rows.values_list("translation_key", "pk"))
    names = ("food", "heard", "practice", "role")
    found = {name: by_identity.get(stable_id("question", practice.slug, name)) for name in names}
    return {name: pk for name, pk in found.items() if pk is not None}


def _register(demo: DemoBooking, *, practice: Practice, questions: dict[str, int]) -> Registration:
    offering = Offering.objects.get(code=demo.offering, course__practice=practice)
    price = offering.price_now
    total = offering.amount_for(price_each=price.amount if price else 0, seats=len(demo.people))
    name, email = demo.booker
    booking = Booking(
        submission_key=stable_id("registration", practice.slug, demo.key),
        language=demo.language,
        payer=demo.payer,
        method=demo.method,
        booker_name=name,
        booker_email=email,
        participants=tuple(
            PersonComing(
                name=person.name,
                email=person.email,
                answers={questions[asked]: text for asked, text in person.answers.items()},
            )
            for person in demo.people
        ),
        quoted_total=total.gross,
        joins_list=demo.waits,
        terms=current_terms(practice=practice, language=demo.language),
        answers={questions[asked]: text for asked, text in demo.answers.items()},
        **demo.facts,
    )
    return register(offering_id=offering.pk, booking=booking)


def _pay(registration: Registration, *, key: str) -> None:
    """Apply what Stripe would say of a checkout that was paid."""
    attempt = PaymentAttempt.objects.create(
        registration=registration,
        practice=registration.practice,
        parameters={},
        amount=registration.total.gross,
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
