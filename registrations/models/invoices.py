"""Employers' invoices and what was taken back of them: our side of the invoicing service."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.models import Practice

from .registrations import Registration


class Invoice(models.Model):
    """An employer's invoice at the invoicing service: made here first, then there."""

    class Status(models.TextChoices):
        CREATED = "created", _("To be sent")
        OPEN = "open", _("Sent")
        PAID = "paid", _("Paid")
        CREDITED = "credited", _("Credited in full")
        VOID = "void", _("Voided")
        UNCOLLECTIBLE = "uncollectible", _("Written off")
        FAILED = "failed", _("Refused")

    class Order(models.TextChoices):
        """What was decided here and the invoicing service is still to be told."""

        PAID_ELSEWHERE = "paid_elsewhere", _("Paid into the bank")
        WRITTEN_OFF = "written_off", _("Written off")

    UNDECIDED = (Status.CREATED, Status.OPEN)
    # Those that ask nobody for anything (any more), whatever they were made out for.
    GONE = (Status.VOID, Status.FAILED)

    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, related_name="invoices"
    )
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+")
    idempotency_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    parameters = models.JSONField(default=dict)
    amount = models.PositiveIntegerField(_("amount"))
    vat = models.PositiveIntegerField(_("of which VAT"), default=0)
    currency = models.CharField(max_length=3)
    status = models.CharField(
        _("status"), max_length=14, choices=Status.choices, default=Status.CREATED
    )
    customer_id = models.CharField(max_length=120, blank=True)
    invoice_id = models.CharField(max_length=120, unique=True, null=True)
    payment_intent_id = models.CharField(max_length=120, blank=True)
    number = models.CharField(_("number"), max_length=60, blank=True)
    address = models.URLField(max_length=2000, blank=True)
    pdf_address = models.URLField(max_length=2000, blank=True)
    due_at = models.DateTimeField(_("due"), null=True)
    begun_at = models.DateTimeField(
        null=True, help_text="When the invoicing service was first asked; before that, nobody was."
    )
    sent_at = models.DateTimeField(_("sent"), null=True)
    looked_at = models.DateTimeField(null=True)
    ordered = models.CharField(max_length=14, choices=Order.choices, blank=True)
    ordered_at = models.DateTimeField(null=True)
    paid_on = models.DateField(_("paid on"), null=True)
    reminded_after = models.PositiveSmallIntegerField(
        default=0, help_text="Days past due at which the last reminder by itself was written."
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ("registration", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0, vat__lte=models.F("amount")), name="invoice_has_an_amount"
            ),
            models.CheckConstraint(
                condition=(
                    Q(ordered="", ordered_at=None) | (~Q(ordered="") & Q(ordered_at__isnull=False))
                ),
                name="invoice_knows_since_when_it_is_ordered",
            ),
        )

    def __str__(self) -> str:
        return self.number or str(self.idempotency_key)

    @property
    def credited(self) -> int:
        """What was taken back of it, notes that are still to be sent included; minor units."""
        return sum(
            note.amount
            for note in self.credit_notes.all()
            if note.status != CreditNote.Status.FAILED
        )

    @property
    def asked(self) -> int:
        """What it comes to after credit notes; minor units."""
        return self.amount - self.credited

    def is_overdue_at(self, moment: datetime) -> bool:
        return self.status == self.Status.OPEN and self.due_at is not None and self.due_at <= moment


class CreditNote(models.Model):
    """What is taken back of an invoice: made here first, then at the invoicing service."""

    class Status(models.TextChoices):
        CREATED = "created", _("To be sent")
        ISSUED = "issued", _("Sent")
        FAILED = "failed", _("Refused")

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="credit_notes")
    idempotency_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    parameters = models.JSONField(default=dict)
    amount = models.PositiveIntegerField(_("amount"))
    vat = models.PositiveIntegerField(_("of which VAT"), default=0)
    currency = models.CharField(max_length=3)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.CREATED
    )
    credit_note_id = models.CharField(max_length=120, unique=True, null=True)
    number = models.CharField(_("number"), max_length=60, blank=True)
    pdf_address = models.URLField(max_length=2000, blank=True)
    words = models.TextField(help_text="Why, in the registration's language.")
    begun_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("credit note")
        verbose_name_plural = _("credit notes")
        ordering = ("invoice", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0, vat__lte=models.F("amount")),
                name="credit_note_has_an_amount",
            ),
        )

    def __str__(self) -> str:
        return self.number or str(self.idempotency_key)
