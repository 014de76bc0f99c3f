"""The money: a ledger that is only added to, and our side of Stripe's objects."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import Practice
from courses.models import VatTreatment

from .invoices import CreditNote, Invoice
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
        PaymentAttempt, null=True, on_delete=models.PROTECT, related_name="refunds"
    )
    invoice = models.ForeignKey(
        Invoice, null=True, on_delete=models.PROTECT, related_name="refunds"
    )
    credit_note = models.ForeignKey(
        CreditNote,
        null=True,
        on_delete=models.PROTECT,
        related_name="refunds",
        help_text="Where the refund was made together with it.",
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
            models.CheckConstraint(
                condition=(
                    Q(payment_attempt__isnull=False, invoice=None)
                    | Q(payment_attempt=None, invoice__isnull=False)
                ),
                name="refund_goes_back_to_one_payment",
            ),
        )

    def __str__(self) -> str:
        return self.refund_id or str(self.idempotency_key)

    @property
    def payment_intent_id(self) -> str:
        """Stripe's number of the payment that it goes back to."""
        source = self.payment_attempt or self.invoice
        return source.payment_intent_id if source else ""

    @property
    def is_ordered(self) -> bool:
        """Ordered here, but not in the ledger yet."""
        return self.status == self.Status.CREATED and self.refund_id is None

    @property
    def is_adopted(self) -> bool:
        """Made by somebody in Stripe's dashboard, so we never sent any parameters."""
        return not self.parameters


class Dispute(models.Model):
    """A payment that its payer contests at the bank; what Stripe says of it."""

    class Status(models.TextChoices):
        WARNING_NEEDS_RESPONSE = "warning_needs_response", _("Inquiry, awaits your answer")
        WARNING_UNDER_REVIEW = "warning_under_review", _("Inquiry, under review")
        WARNING_CLOSED = "warning_closed", _("Inquiry closed")
        NEEDS_RESPONSE = "needs_response", _("Awaits your answer")
        UNDER_REVIEW = "under_review", _("The bank decides")
        WON = "won", _("Won, the money is yours")
        LOST = "lost", _("Lost, the money is the payer's")
        PREVENTED = "prevented", _("Prevented")

    # Over without loss; as long as it is none of these, nothing of the payment is paid back.
    HARMLESS = (Status.WON, Status.WARNING_CLOSED, Status.PREVENTED)
    CLOSED = (*HARMLESS, Status.LOST)

    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, related_name="disputes"
    )
    payment_attempt = models.ForeignKey(
        PaymentAttempt, null=True, on_delete=models.PROTECT, related_name="disputes"
    )
    invoice = models.ForeignKey(
        Invoice, null=True, on_delete=models.PROTECT, related_name="disputes"
    )
    dispute_id = models.CharField(max_length=120, unique=True)
    status = models.CharField(_("status"), max_length=30, choices=Status.choices)
    reason = models.CharField(_("reason"), max_length=60, blank=True)
    amount = models.PositiveIntegerField(_("amount"))
    currency = models.CharField(max_length=3)
    made_at = models.DateTimeField(auto_now_add=True)
    looked_at = models.DateTimeField(help_text="When Stripe was last asked about it.")

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        ordering = ("registration", "pk")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(payment_attempt__isnull=False, invoice=None)
                    | Q(payment_attempt=None, invoice__isnull=False)
                ),
                name="dispute_is_about_one_payment",
            ),
        )

    def __str__(self) -> str:
        return self.dispute_id

    @property
    def is_closed(self) -> bool:
        return self.status in self.CLOSED


class LedgerLineQuerySet(models.QuerySet["LedgerLine"]):
    def bulk_create(self, objs: Iterable["LedgerLine"], *args: Any, **kwargs: Any) -> Any:
        lines = list(objs)
        for line in lines:
            line.take_vat_along()
        return super().bulk_create(lines, *args, **kwargs)


class LedgerLine(models.Model):
    """One line of a registration's money, in minor units. What is owed is the sum of its lines:
    prices count up, payments and prices that were taken back count down."""

    class Kind(models.TextChoices):
        PRICE = "price", _("Price")
        DISCOUNT = "discount", _("Discount")
        PRICE_TAKEN_BACK = "price_taken_back", _("Price taken back")
        FEE = "fee", _("Cancellation fee")
        PAYMENT = "payment", _("Payment")
        REFUND = "refund", _("Refund")
        REFUND_FAILED = "refund_failed", _("Refund that failed")
        BANK_PAYMENT = "bank_payment", _("Paid into the bank")
        BANK_REFUND = "bank_refund", _("Paid back from the bank")
        WRITTEN_OFF = "written_off", _("Written off")
        WRITE_OFF_UNDONE = "write_off_undone", _("Write-off undone")
        DISPUTED = "disputed", _("Taken back by the payer's bank")
        DISPUTE_WON = "dispute_won", _("Given back by the payer's bank")

    # Those that make up what the seats cost.
    PRICES = (Kind.PRICE, Kind.DISCOUNT, Kind.PRICE_TAKEN_BACK)
    # Those that make up what is charged.
    CHARGES = (*PRICES, Kind.FEE)

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="ledger")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    amount = models.IntegerField(_("amount"))
    vat = models.IntegerField(_("of which VAT"), default=0)
    vat_treatment = models.CharField(
        _("VAT"),
        max_length=16,
        choices=VatTreatment.choices,
        help_text="The registration's at that moment: it may change to a date with another one.",
    )
    vat_rate = models.PositiveIntegerField(_("VAT rate"))
    currency = models.CharField(max_length=3)
    payment_attempt = models.OneToOneField(
        PaymentAttempt, null=True, on_delete=models.PROTECT, related_name="ledger_line"
    )
    invoice = models.ForeignKey(
        Invoice, null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    refund = models.ForeignKey(
        Refund, null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    dispute = models.ForeignKey(
        Dispute, null=True, on_delete=models.PROTECT, related_name="ledger_lines"
    )
    booked_at = models.DateTimeField(_("booked"), default=timezone.now, editable=False)

    objects = LedgerLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("ledger line")
        verbose_name_plural = _("ledger lines")
        ordering = ("registration", "pk")
        indexes = (models.Index(fields=("booked_at", "id"), name="ledger_line_by_moment"),)
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(kind__in=("price", "fee"), amount__gt=0)
                    | Q(kind__in=("discount", "price_taken_back"), amount__lt=0)
                    | Q(kind__in=("payment", "bank_payment", "written_off"), amount__lt=0)
                    | Q(
                        kind__in=("refund", "bank_refund", "write_off_undone", "disputed"),
                        amount__gt=0,
                    )
                    | Q(kind__in=("refund_failed", "dispute_won"), amount__lt=0)
                ),
                name="ledger_line_has_the_sign_of_its_kind",
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        kind__in=("price", "fee", "discount", "price_taken_back"),
                        payment_attempt=None,
                        invoice=None,
                        refund=None,
                        dispute=None,
                    )
                    | Q(
                        kind__in=(
                            "bank_payment",
                            "bank_refund",
                            "written_off",
                            "write_off_undone",
                        ),
                        payment_attempt=None,
                        refund=None,
                        dispute=None,
                    )
                    | (
                        Q(kind="payment", refund=None, dispute=None)
                        & (
                            Q(payment_attempt__isnull=False, invoice=None)
                            | Q(payment_attempt=None, invoice__isnull=False)
                        )
                    )
                    | Q(
                        kind__in=("refund", "refund_failed"),
                        payment_attempt=None,
                        invoice=None,
                        refund__isnull=False,
                        dispute=None,
                    )
                    | Q(
                        kind__in=("disputed", "dispute_won"),
                        payment_attempt=None,
                        invoice=None,
                        refund=None,
                        dispute__isnull=False,
                    )
                ),
                name="ledger_line_belongs_to_what_it_is_about",
            ),
            # Given back once, and failed once at most.
            models.UniqueConstraint(fields=("refund", "kind"), name="refund_is_booked_once"),
            models.UniqueConstraint(fields=("dispute", "kind"), name="dispute_is_booked_once"),
            models.UniqueConstraint(
                fields=("invoice", "kind"),
                condition=Q(kind__in=("payment", "bank_payment", "written_off")),
                name="invoice_is_settled_once_in_each_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("A ledger line is never changed; add another one.")
        self.take_vat_along()
        super().save(*args, **kwargs)

    def take_vat_along(self) -> None:
        """Copy how the registration stands to VAT now, unless that was said."""
        if not self.vat_treatment:
            self.vat_treatment = self.registration.vat_treatment
            self.vat_rate = self.registration.vat_rate


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
