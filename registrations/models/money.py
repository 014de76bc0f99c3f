"""The money: a ledger that is only added to, and our side of Stripe's objects."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.models import Practice

from .registrations import Registration


class PaymentAttempt(models.Model):
    """One checkout at Stripe: made here first, then there with the same key and parameters."""

    class Status(models.TextChoices):
        CREATED = "created", _("Being opened")
        OPEN = "open", _("Open")
        PROCESSING = "processing", _("Payment on its way")
        PAID = "paid", _("Paid")
        EXPIRED = "expired", _("Expired")
        FAILED = "failed", _("Failed")

    UNDECIDED = (Status.CREATED, Status.OPEN, Status.PROCESSING)

    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, related_name="payment_attempts"
    )
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    idempotency_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    parameters = models.JSONField()
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.CREATED)
    session_id = models.CharField(max_length=120, unique=True, null=True)
    payment_intent_id = models.CharField(max_length=120, blank=True)
    address = models.URLField(max_length=2000, blank=True)
    expires_at = models.DateTimeField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("payment attempt")
        ordering = ("registration", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("registration",),
                condition=Q(status__in=("created", "open", "processing")),
                name="one_undecided_payment_attempt",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_attempt_has_an_amount"),
        )

    def __str__(self) -> str:
        return self.session_id or str(self.idempotency_key)


class Refund(models.Model):
    """Money on its way back through Stripe: made here first, then there with the same key."""

    class Status(models.TextChoices):
        CREATED = "created", _("To be sent")
        PENDING = "pending", _("On its way")
        REQUIRES_ACTION = "requires_action", _("Waits for the buyer")
        SUCCEEDED = "succeeded", _("Paid back")
        FAILED = "failed", _("Failed")
        CANCELED = "canceled", _("Cancelled")

    # Those that take from what can still be refunded.
    COUNTING = (Status.CREATED, Status.PENDING, Status.REQUIRES_ACTION, Status.SUCCEEDED)

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="refunds")
    payment_attempt = models.ForeignKey(
        PaymentAttempt, on_delete=models.PROTECT, related_name="refunds"
    )
    idempotency_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    parameters = models.JSONField(default=dict)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.CREATED)
    refund_id = models.CharField(max_length=120, unique=True, null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("refund")
        ordering = ("registration", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_has_an_amount"),
        )

    def __str__(self) -> str:
        return self.refund_id or str(self.idempotency_key)

    @property
    def is_ordered(self) -> bool:
        """Ordered here, but not in the ledger yet."""
        return self.status == self.Status.CREATED and self.refund_id is None

    @property
    def is_adopted(self) -> bool:
        """Made by somebody in Stripe's dashboard, so we never sent any parameters."""
        return not self.parameters


class LedgerLine(models.Model):
    """One line of a registration's money, in minor units. What is owed is the sum of its lines:
    prices count up, payments and prices that were taken back count down."""

    class Kind(models.TextChoices):
        PRICE = "price", _("Price")
        PRICE_TAKEN_BACK = "price_taken_back", _("Price taken back")
        FEE = "fee", _("Cancellation fee")
        REFUND = "refund", _("Refund")
        REFUND_FAILED = "refund_failed", _("Refund that failed")
        PAYMENT = "payment", _("Payment")

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="ledger")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    amount = models.IntegerField(_("amount"))
    vat = models.IntegerField(_("of which VAT"), default=0)
    currency = models.CharField(max_length=3)
    payment_attempt = models.OneToOneField(
        PaymentAttempt, null=True, on_delete=models.PROTECT, related_name="ledger_line"
    )
    refund = models.ForeignKey(
        "Refund", null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    booked_at = models.DateTimeField(_("booked"), auto_now_add=True)

    class Meta:
        verbose_name = _("ledger line")
        verbose_name_plural = _("ledger lines")
        ordering = ("registration", "pk")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(kind__in=("price", "fee"), amount__gt=0, payment_attempt=None, refund=None)
                    | Q(kind="price_taken_back", amount__lt=0, payment_attempt=None, refund=None)
                    | Q(kind="payment", amount__lt=0, payment_attempt__isnull=False, refund=None)
                    | Q(kind="refund", amount__gt=0, payment_attempt=None, refund__isnull=False)
                    | Q(
                        kind="refund_failed",
                        amount__lt=0,
                        payment_attempt=None,
                        refund__isnull=False,
                    )
                ),
                name="ledger_line_has_the_sign_of_its_kind",
            ),
            # Given back once, and failed once at most.
            models.UniqueConstraint(fields=("refund", "kind"), name="refund_is_booked_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("A ledger line is never changed; add another one.")
        super().save(*args, **kwargs)


class StripeEvent(models.Model):
    """A hint from Stripe, stored once. It says where to look, never what is true."""

    account = models.CharField(max_length=40)
    event_id = models.CharField(max_length=120)
    type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    handled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Stripe event")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("account", "event_id"), name="stripe_event_is_stored_once"
            ),
        )

    def __str__(self) -> str:
        return self.event_id
