"""What the bookkeeper needs beside the ledger: Stripe's payouts, and the numbers of accounts."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stdnum import bic, iban
from stdnum.exceptions import ValidationError as NumberError

from cms.models import Practice

from .money import LedgerLine


class Payout(models.Model):
    """Money that Stripe sent to the practice's bank, as far as it is this practice's."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Ordered")
        IN_TRANSIT = "in_transit", _("On its way to the bank")
        PAID = "paid", _("In the bank")
        FAILED = "failed", _("Came back")
        CANCELED = "canceled", _("Cancelled")

    OVER = (Status.FAILED, Status.CANCELED)

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="payouts")
    account = models.CharField(max_length=40, blank=True)
    payout_id = models.CharField(_("Stripe's number"), max_length=120)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices)
    amount = models.IntegerField(_("amount"), help_text="Minor units; all of it, as the bank saw.")
    currency = models.CharField(_("currency"), max_length=3)
    by_itself = models.BooleanField(
        help_text="Only of these does Stripe say which payments they are made of."
    )
    is_shared = models.BooleanField(
        default=False, help_text="Other practices are paid through the same account."
    )
    foreign_lines = models.PositiveIntegerField(
        default=0, help_text="How many of its movements are no line of this practice."
    )
    arrives_on = models.DateField(_("in the bank on"))
    came_back_on = models.DateField(_("came back on"), null=True)
    was_paid = models.BooleanField(default=False)
    made_at = models.DateTimeField(_("made"))
    read_at = models.DateTimeField(null=True, help_text="When its movements were stored.")

    class Meta:
        verbose_name = _("payout")
        verbose_name_plural = _("payouts")
        ordering = ("-arrives_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "payout_id"), name="payout_is_stored_once_for_a_practice"
            ),
        )
        indexes = (models.Index(fields=("practice", "-arrives_on"), name="payout_newest_first"),)

    def __str__(self) -> str:
        return self.payout_id


class PayoutLine(models.Model):
    """One movement of Stripe's balance that a payout is made of; below zero where it takes away."""

    class Category(models.TextChoices):
        CHARGE = "charge", _("Payment")
        REFUND = "refund", _("Refund")
        REFUND_FAILURE = "refund_failure", _("Refund that failed")
        DISPUTE = "dispute", _("Disputed payment")
        DISPUTE_REVERSAL = "dispute_reversal", _("Dispute won")
        FEE = "fee", _("Stripe's fee")
        PAYOUT = "payout", _("Payout")
        OTHER = "other", _("Something else")

    payout = models.ForeignKey(Payout, on_delete=models.CASCADE, related_name="lines")
    transaction_id = models.CharField(_("Stripe's number"), max_length=120)
    category = models.CharField(_("kind"), max_length=20, choices=Category.choices)
    called = models.CharField(max_length=60, help_text="What Stripe calls it.")
    moved_at = models.DateTimeField(_("moved"))
    amount = models.IntegerField(_("amount"))
    fee = models.IntegerField(_("fee"))
    currency = models.CharField(max_length=3)
    source_amount = models.IntegerField(help_text="What the payer paid or got.")
    source_currency = models.CharField(max_length=3)
    source_id = models.CharField(max_length=120, blank=True)
    payment_intent_id = models.CharField(max_length=120, blank=True)
    ledger_line = models.OneToOneField(
        LedgerLine, null=True, on_delete=models.PROTECT, related_name="payout_line"
    )

    # Those that stand against a line of the ledger.
    MATCHED = ("charge", "refund", "refund_failure", "dispute", "dispute_reversal")

    class Meta:
        verbose_name = _("line of a payout")
        ordering = ("payout", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("payout", "transaction_id"), name="payout_line_is_stored_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("payout",), condition=Q(ledger_line=None), name="payout_line_unmatched"
            ),
        )

    def __str__(self) -> str:
        return self.transaction_id

    @property
    def net(self) -> int:
        return self.amount - self.fee


def validate_iban(number: str) -> None:
    try:
        iban.validate(number)
    except NumberError as error:
        raise ValidationError(_("This is no IBAN: its check digits do not fit.")) from error


def validate_bic(code: str) -> None:
    try:
        bic.validate(code)
    except NumberError as error:
        raise ValidationError(_("This is no BIC. It has eight or eleven characters.")) from error


account_number = RegexValidator(r"^[0-9]{3,8}$", _("An account has three to eight digits."))


def account(label: str, help_text: str = "") -> models.CharField:
    return models.CharField(
        label, max_length=8, blank=True, validators=[account_number], help_text=help_text
    )


class BookkeepingSettings(models.Model):
    """The numbers that a practice's bookkeeper uses, and what its electronic invoices carry."""

    practice = models.OneToOneField(
        Practice, on_delete=models.PROTECT, related_name="bookkeeping", verbose_name=_("practice")
    )
    receivables = account(_("owed by payers"))
    card_clearing = account(_("at Stripe, on its way to the bank"))
    bank = account(_("bank"))
    sales_standard = account(_("sales at the country's ordinary VAT rate"))
    sales_reduced = account(_("sales at another VAT rate"))
    sales_exempt = account(_("sales exempt from VAT"))
    sales_unregistered = account(_("sales of a practice that is not registered for VAT"))
    vat_standard = account(_("VAT at the country's ordinary rate"))
    vat_reduced = account(_("VAT at another rate"))
    fees = account(_("Stripe's fees"))
    losses = account(_("losses on what is owed"))
    rounding = account(_("rounding"))
    unexplained = account(
        _("to be explained"), _("For movements at Stripe that no registration knows.")
    )
    series = models.CharField(
        _("series of vouchers"),
        max_length=10,
        default="K",
        validators=[RegexValidator(r"^[A-Za-z0-9]+$", _("Letters and digits only."))],
    )
    vat_number = models.CharField(
        _("VAT number"),
        max_length=20,
        blank=True,
        help_text=_("With the letters of the country. Empty where you are not registered for VAT."),
    )
    is_in_business_register = models.BooleanField(
        _("in the Norwegian Register of Business Enterprises, or approved for Swedish F-tax"),
        default=False,
        help_text=_("Electronic invoices say so, as the law of these countries asks."),
    )
    iban = models.CharField(_("IBAN"), max_length=34, blank=True, validators=[validate_iban])
    bic = models.CharField(_("BIC"), max_length=11, blank=True, validators=[validate_bic])

    ACCOUNTS = (
        *("receivables", "card_clearing", "bank"),
        *("sales_standard", "sales_reduced", "sales_exempt", "sales_unregistered"),
        *("vat_standard", "vat_reduced", "fees", "losses", "rounding", "unexplained"),
    )

    class Meta:
        verbose_name = _("bookkeeping settings")
        verbose_name_plural = _("bookkeeping settings")

    def __str__(self) -> str:
        return str(self.practice)

    @classmethod
    def named(cls, name: str) -> str:
        """What the owner reads beside the field of that name."""
        field = cls._meta.get_field(name)
        return str(getattr(field, "verbose_name", name))
