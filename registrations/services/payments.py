"""Paying by card: opening a checkout, and applying what Stripe says has become of it."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, override

from courses.words import course_title
from registrations import stripe_gateway
from registrations.models import Actor, PaymentAttempt, Registration
from registrations.seats import lock_offering
from registrations.services.card_money import book_payment, payment_failed
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.owing import amount_to_ask
from registrations.states import State
from registrations.stripe_gateway import CheckoutSession, OutcomeUnknown, Refused

# Stripe takes 30 minutes to 24 hours ahead; one minute more leaves time for the call.
CHECKOUT_OPEN_FOR: Final = timedelta(minutes=31)
# How much longer the seats are held than the checkout stays open.
HOLD_OUTLASTS: Final = timedelta(minutes=9)
# Nobody keeps seats by opening one checkout after the other.
LONGEST_HOLD: Final = timedelta(hours=3)

Status = PaymentAttempt.Status
# An older answer that arrives later never takes a newer one back.
RANK: Final = {
    Status.CREATED: 0,
    Status.OPEN: 1,
    Status.PROCESSING: 2,
    Status.FAILED: 3,
    Status.EXPIRED: 3,
    Status.PAID: 4,
}


class NothingToPay(Exception):
    """Nothing is to be paid by card (any more)."""


class PaymentPageUnavailable(Exception):
    """Stripe could not be asked, or did not answer. The seats stay held; try again."""


def start_checkout(*, registration_id: int) -> PaymentAttempt:
    """Open a checkout for what is to be paid now, or find the one that is open.

    That is the deposit or the whole price first, and later what is still owed. Our row is
    committed first, Stripe is called second, and its answer is stored third, so an answer that is
    lost finds the same checkout again. Raises ``NothingToPay`` or ``PaymentPageUnavailable``.
    """
    attempt = _attempt_to_open(registration_id)
    if attempt.status == Status.OPEN and _is_outdated(attempt):
        try:
            close_checkout(attempt_id=attempt.pk)
        except OutcomeUnknown as error:
            raise PaymentPageUnavailable from error
        attempt = _attempt_to_open(registration_id)
    if attempt.status == Status.CREATED:
        attempt = _open_at_stripe(attempt)
    if attempt.status != Status.OPEN:
        raise PaymentPageUnavailable
    return attempt


def _attempt_to_open(registration_id: int) -> PaymentAttempt:
    """The undecided attempt, or a new one."""
    with transaction.atomic():
        registration = locked_registration(registration_id)
        amount = amount_to_ask(registration)
        if amount == 0:
            raise NothingToPay
        undecided = registration.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
        attempt = undecided.first()
        return attempt or _new_attempt(registration, amount=amount)


def _is_outdated(attempt: PaymentAttempt) -> bool:
    """Its time is over, or something else is owed than when it was opened."""
    over = attempt.expires_at <= timezone.now()
    return over or attempt.amount != amount_to_ask(attempt.registration)


def _new_attempt(registration: Registration, *, amount: int) -> PaymentAttempt:
    now = timezone.now()
    expires_at = now + CHECKOUT_OPEN_FOR
    if registration.state_now == State.AWAITING_PAYMENT:
        _hold_on(registration, now=now, expires_at=expires_at)
    attempt = PaymentAttempt(
        registration=registration,
        practice=registration.practice,
        amount=amount,
        currency=registration.currency,
        expires_at=expires_at,
    )
    attempt.parameters = _checkout_parameters(registration, attempt)
    attempt.save()
    return attempt


def _hold_on(registration: Registration, *, now: datetime, expires_at: datetime) -> None:
    """Keep the seats for as long as the checkout is open."""
    if now > _last_moment_to_begin(registration):
        raise NothingToPay
    if registration.hold_until is None or registration.hold_until < expires_at + HOLD_OUTLASTS:
        registration.hold_until = expires_at + HOLD_OUTLASTS
        registration.save(update_fields=["hold_until"])


def _last_moment_to_begin(registration: Registration) -> datetime:
    """A deadline that was promised holds to its last minute, with any number of checkouts."""
    if registration.pay_by is not None:
        return registration.pay_by
    return registration.made_at + LONGEST_HOLD - HOLD_OUTLASTS - CHECKOUT_OPEN_FOR


def _checkout_parameters(registration: Registration, attempt: PaymentAttempt) -> dict[str, Any]:
    """Exactly what is sent to Stripe, and sent again if the answer is lost."""
    own_page = registration.own_address
    with override(registration.language):
        returned = reverse("registration_paid", kwargs={"token": registration.token})
        count = registration.participants.coming().count()
        seats = ngettext("%(count)s seat", "%(count)s seats", count) % {"count": count}
        what = _what_is_paid(registration, amount=attempt.amount)
        title = course_title(registration.offering.course, registration.language)
    return {
        "mode": "payment",
        "locale": registration.language,
        "client_reference_id": registration.reference,
        "customer_email": registration.booker_email,
        "expires_at": stripe_gateway.expiry_moment(attempt.expires_at),
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": attempt.currency.lower(),
                    "unit_amount": attempt.amount,
                    "product_data": {"name": " · ".join(filter(None, (title, seats, what)))},
                },
            }
        ],
        "success_url": registration.practice.address_of(returned),
        "cancel_url": own_page,
        "metadata": {
            "attempt": str(attempt.idempotency_key),
            "practice": registration.practice.slug,
            "registration": registration.reference,
        },
        "payment_intent_data": {
            "metadata": {
                "attempt": str(attempt.idempotency_key),
                "practice": registration.practice.slug,
                "registration": registration.reference,
            }
        },
    }


def _what_is_paid(registration: Registration, *, amount: int) -> str:
    """Which part of the price a checkout is about; nothing where it is the whole."""
    if amount == registration.total.gross:
        return ""
    is_first = registration.state_now == State.AWAITING_PAYMENT
    return _("Deposit") if is_first else _("What is still to pay")


def _open_at_stripe(attempt: PaymentAttempt) -> PaymentAttempt:
    try:
        session = _create_or_find(attempt)
    except OutcomeUnknown as error:
        raise PaymentPageUnavailable from error
    except Refused as error:
        _close(attempt.pk, status=Status.FAILED, why=gettext_noop("Stripe refused the checkout."))
        raise PaymentPageUnavailable from error
    if session is None:
        _close(attempt.pk, status=Status.FAILED, why=gettext_noop("The checkout was never opened."))
        raise PaymentPageUnavailable
    apply(attempt_id=attempt.pk, session=session)
    attempt.refresh_from_db()
    if session.amount_total != attempt.amount or session.currency != attempt.currency:
        stripe_gateway.expire_checkout_session(account=_account(attempt), session_id=session.id)
        _close(attempt.pk, status=Status.FAILED, why=gettext_noop("Stripe's total is not ours."))
        raise PaymentPageUnavailable
    return attempt


def _create_or_find(attempt: PaymentAttempt) -> CheckoutSession | None:
    """Ask with the stored key and parameters; when that stays without an answer, look for it.

    None when Stripe has no such session, so that a new attempt may be made.
    """
    age = timezone.now() - attempt.made_at
    if age < stripe_gateway.KEY_IS_KNOWN_FOR:
        try:
            return stripe_gateway.create_checkout_session(
                account=_account(attempt),
                parameters=attempt.parameters,
                idempotency_key=str(attempt.idempotency_key),
            )
        except OutcomeUnknown:
            if age < stripe_gateway.LOOK_AFTER:
                raise
    return stripe_gateway.find_checkout_session(
        account=_account(attempt),
        attempt_key=str(attempt.idempotency_key),
        made_at=attempt.made_at,
    )


@transaction.atomic
def _close(attempt_id: int, *, status: PaymentAttempt.Status, why: str) -> None:
    attempt = PaymentAttempt.objects.select_for_update().get(pk=attempt_id)
    if attempt.status in PaymentAttempt.UNDECIDED:
        attempt.status = status
        attempt.save(update_fields=["status"])
        note(attempt.registration, action="checkout_failed", actor=Actor.STRIPE, why=why)


def sync(*, attempt_id: int) -> PaymentAttempt:
    """Ask Stripe what has become of an attempt and apply it. Safe at any time, any number of times.

    Webhook, return page and the reconcile chore all come here. Raises ``OutcomeUnknown`` when
    Stripe cannot be asked; then nothing has changed.
    """
    attempt = PaymentAttempt.objects.select_related("practice").get(pk=attempt_id)
    if attempt.session_id is None:
        if attempt.status == Status.CREATED:
            try:
                attempt = _open_at_stripe(attempt)
            except PaymentPageUnavailable as error:
                if isinstance(error.__cause__, OutcomeUnknown):
                    raise error.__cause__ from None
                attempt.refresh_from_db()
        if attempt.session_id is None:
            return attempt
    session = stripe_gateway.retrieve_checkout_session(
        account=_account(attempt), session_id=attempt.session_id
    )
    return apply(attempt_id=attempt.pk, session=session)


def close_checkout(*, attempt_id: int) -> PaymentAttempt:
    """Make sure that an attempt can no longer be paid, or learn that it was.

    Raises ``OutcomeUnknown`` when Stripe cannot be asked; then seats must stay held.
    """
    attempt = sync(attempt_id=attempt_id)
    if attempt.status == Status.OPEN and attempt.session_id:
        # Refused means that it is open no more: the next look tells what it has become.
        with suppress(Refused):
            stripe_gateway.expire_checkout_session(
                account=_account(attempt), session_id=attempt.session_id
            )
        attempt = sync(attempt_id=attempt_id)
    return attempt


@transaction.atomic
def apply(*, attempt_id: int, session: CheckoutSession) -> PaymentAttempt:
    """Apply what Stripe says of a session. What is paid stays paid, whatever comes later."""
    offering_id, registration_id = PaymentAttempt.objects.values_list(
        "registration__offering_id", "registration_id"
    ).get(pk=attempt_id)
    lock_offering(offering_id)
    registration = locked_registration(registration_id)
    attempt = PaymentAttempt.objects.select_for_update().get(pk=attempt_id)
    if attempt.status == Status.PAID:
        return attempt
    attempt.session_id = session.id
    attempt.address = session.url or attempt.address
    attempt.payment_intent_id = session.payment_intent_id or attempt.payment_intent_id
    after = _status_of(session)
    news = RANK[after] > RANK[Status(attempt.status)]
    if news:
        attempt.status = after
    attempt.save()
    if news and after == Status.PAID:
        book_payment(registration, attempt, amount=session.amount_total)
    elif news and after == Status.FAILED:
        payment_failed(registration, attempt)
    elif news and after == Status.PROCESSING:
        note(registration, action="payment_on_its_way", actor=Actor.STRIPE)
    return attempt


def _status_of(session: CheckoutSession) -> PaymentAttempt.Status:
    if session.is_paid:
        return Status.PAID
    if session.is_on_its_way:
        return Status.PROCESSING
    if session.has_failed:
        return Status.FAILED
    return Status.EXPIRED if session.status == "expired" else Status.OPEN


def _account(attempt: PaymentAttempt) -> str:
    return stripe_gateway.account_of(attempt.practice.slug)


def look_again(*, attempt_id: int) -> PaymentAttempt:
    """Learn what has become of an attempt that nobody was told of; nobody pays any more for what
    is not to be paid."""
    attempt = PaymentAttempt.objects.select_related("registration").get(pk=attempt_id)
    registration = attempt.registration
    is_owed = registration.state_now.holds_seats and registration.balance_due() > 0
    return (sync if is_owed else close_checkout)(attempt_id=attempt_id)


def attempts_to_reconcile(*, now: datetime) -> list[int]:
    """Attempts that are undecided for longer than a webhook should take."""
    return list(
        PaymentAttempt.objects.filter(
            status__in=PaymentAttempt.UNDECIDED, made_at__lte=now - timedelta(minutes=2)
        )
        .order_by("pk")
        .values_list("pk", flat=True)
    )
