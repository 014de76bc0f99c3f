"""Who comes: a registration and its participants."""

import secrets
import uuid
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from cms.models import Practice
from cms.models.practices import Country
from courses.models import DiscountCode, Offering, Price, TermsVersion
from courses.money import Amount
from registrations.states import HELD_FOR_A_TIME, HOLDING, State

# Letters and digits that cannot be taken for one another when read aloud.
REFERENCE_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LINK_SALT: Final = "registrations.link"
PARTICIPANT_LINK_SALT: Final = "registrations.participant"


def new_reference() -> str:
    """Eight characters for people to quote; it opens nothing."""
    characters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))
    return f"{characters[:4]}-{characters[4:]}"


def signed_link(link_id: uuid.UUID, *, salt: str) -> str:
    return signing.Signer(salt=salt, sep=".").sign(link_id.hex)


def link_behind(token: str, *, salt: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(signing.Signer(salt=salt, sep=".").unsign(token))
    except (signing.BadSignature, ValueError):
        return None


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def coming(self) -> "ParticipantQuerySet":
        """Those who were not cancelled one by one."""
        return self.filter(cancelled_at=None)

    def holding_seats(self) -> "ParticipantQuerySet":
        return self.coming().filter(registration__state__in=HOLDING)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def holding_seats(self) -> "RegistrationQuerySet":
        return self.filter(state__in=HOLDING)

    def with_balance(self) -> "RegistrationQuerySet":
        """Annotate ``balance``: what is still owed, in minor units."""
        return self.annotate(balance=Sum("ledger__amount", default=0))


class Registration(models.Model):
    """One booking. Price, VAT, terms and language are copied onto it when it is made."""

    class Payer(models.TextChoices):
        PRIVATE = "private", _("Private person")
        EMPLOYER = "employer", _("Employer")
        SELF_EMPLOYED = "self_employed", _("Self-employed person")

    class Method(models.TextChoices):
        NONE = "none", _("Nothing to pay")
        CARD = "card", _("Card")
        INVOICE = "invoice", _("Invoice to the employer")
        BANK = "bank", _("Into the bank or in cash")

    class CameBy(models.TextChoices):
        """How it reached the practice. Only what came by the site has accepted the terms there."""

        SITE = "site", _("The form on the site")
        TELEPHONE = "telephone", _("Telephone")
        PAPER = "paper", _("Paper")
        EMAIL = "email", pgettext_lazy("came by", "E-mail")
        IN_PERSON = "in_person", _("In person")

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="registrations")
    offering = models.ForeignKey(
        Offering,
        on_delete=models.PROTECT,
        related_name="registrations",
        verbose_name=_("course date"),
    )
    reference = models.CharField(_("reference"), max_length=9, unique=True, default=new_reference)
    link_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    submission_key = models.UUIDField(
        unique=True,
        editable=False,
        help_text="One form shown to one person; sending it again finds the same registration.",
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    came_by = models.CharField(
        _("came by"), max_length=10, choices=CameBy.choices, default=CameBy.SITE
    )

    state = models.CharField(_("state"), max_length=20, choices=State.choices)
    hold_until = models.DateTimeField(_("seats held until"), null=True, blank=True)
    begins_soon_accepted = models.BooleanField(
        _("asked for a start within the withdrawal period"), default=False
    )
    seats_kept = models.BooleanField(
        _("freed seats are kept for it"),
        default=False,
        help_text=_("While it waits, nobody behind it is offered seats before it fits."),
    )
    pay_by = models.DateTimeField(
        _("to be paid by"),
        null=True,
        blank=True,
        help_text=_("A deadline that was promised; empty for those who pay at once."),
    )
    least_fee_percent = models.PositiveSmallIntegerField(
        default=0,
        help_text="What cancelling costs at least, because it cost that before the date changed.",
    )
    needs_attention = models.BooleanField(
        _("needs attention"),
        default=False,
        help_text=_("Money arrived that the owner has to decide about."),
    )

    payer = models.CharField(_("who pays"), max_length=15, choices=Payer.choices)
    method = models.CharField(_("paid by"), max_length=10, choices=Method.choices)
    booker_name = models.CharField(_("person booking"), max_length=120)
    booker_email = models.EmailField(_("e-mail address"))
    booker_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    organisation_country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    organisation_number = models.CharField(_("organisation number"), max_length=30, blank=True)
    buyer_reference = models.CharField(_("buyer's reference"), max_length=60, blank=True)
    order_number = models.CharField(_("purchase order number"), max_length=60, blank=True)
    invoice_email = models.EmailField(_("e-mail address for the invoice"), blank=True)
    message = models.TextField(_("message"), max_length=2000, blank=True)
    decision_words = models.TextField(
        _("why it was declined, in the owner's words"), max_length=2000, blank=True
    )

    terms = models.ForeignKey(
        TermsVersion, null=True, on_delete=models.PROTECT, related_name="registrations"
    )
    currency = models.CharField(_("currency"), max_length=3)
    code = models.ForeignKey(
        DiscountCode,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
        verbose_name=_("discount code"),
    )
    deposit = models.PositiveIntegerField(
        _("deposit"),
        default=0,
        help_text=_("What confirms it, with VAT; 0 where all is paid at once."),
    )
    rest_due_at = models.DateTimeField(_("the rest is to be paid by"), null=True, blank=True)
    prices_include_vat = models.BooleanField()
    vat_treatment = models.CharField(max_length=16)
    vat_rate = models.PositiveIntegerField()
    net = models.PositiveIntegerField(_("total without VAT"))
    vat = models.PositiveIntegerField(_("VAT"))

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("-made_at", "-pk")
        indexes = (
            models.Index(fields=("practice", "-made_at", "-id"), name="registration_newest_first"),
            models.Index(fields=("offering", "state"), name="registration_by_offering"),
            models.Index(fields=("practice", "state"), name="registration_by_state"),
            models.Index(
                fields=("practice",),
                condition=Q(needs_attention=True),
                name="registration_to_settle",
            ),
            models.Index(
                fields=("hold_until",),
                condition=Q(state__in=HELD_FOR_A_TIME),
                name="registration_hold",
            ),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=State), name="registration_state"),
            models.CheckConstraint(
                condition=(
                    Q(state__in=HELD_FOR_A_TIME, hold_until__isnull=False)
                    | (~Q(state__in=HELD_FOR_A_TIME) & Q(hold_until=None))
                ),
                name="registration_hold_ends_while_an_answer_is_awaited",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.AWAITING_PAYMENT) | Q(method="card"),
                name="registration_awaits_payment_by_card_only",
            ),
            models.CheckConstraint(
                condition=(
                    (Q(method="none") & Q(net=0, vat=0))
                    | (~Q(method="none") & (Q(net__gt=0) | Q(vat__gt=0)))
                ),
                name="registration_pays_nothing_only_when_it_costs_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(method="invoice") | Q(payer__in=("employer", "self_employed")),
                name="registration_invoices_businesses_only",
            ),
            models.CheckConstraint(
                condition=(
                    Q(deposit=0, rest_due_at=None)
                    | Q(
                        deposit__gt=0,
                        deposit__lt=F("net") + F("vat"),
                        rest_due_at__isnull=False,
                        method="card",
                    )
                ),
                name="registration_deposit_leaves_a_rest",
            ),
            models.CheckConstraint(
                condition=Q(least_fee_percent__lte=100),
                name="registration_is_left_for_the_price_at_most",
            ),
            models.CheckConstraint(
                condition=Q(vat_treatment="rate") | Q(vat=0),
                name="registration_has_vat_only_at_a_rate",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        with override(self.language):
            return reverse("registration", kwargs={"token": self.token})

    @property
    def state_now(self) -> State:
        return State(self.state)

    @property
    def total(self) -> Amount:
        return Amount(net=self.net, vat=self.vat, currency=self.currency)

    @property
    def confirming_amount(self) -> int:
        """What has to be paid by card before it is confirmed: the deposit, or everything."""
        return self.deposit or self.total.gross

    @property
    def is_business(self) -> bool:
        return self.payer != self.Payer.PRIVATE

    @property
    def gets_invoices(self) -> bool:
        """Whether it pays by invoice, or did before it changed to a date that costs nothing."""
        return self.method == self.Method.INVOICE or self.has_invoices

    @property
    def has_invoices(self) -> bool:
        invoices = self.fetched("invoices")
        return self.invoices.exists() if invoices is None else bool(invoices)

    @property
    def invoices_go_to(self) -> str:
        return self.invoice_email or self.booker_email

    def fetched(self, name: str) -> list[Any] | None:
        """The rows that were fetched along to be shown; None where the database has to be asked.

        Services lock a registration and fetch nothing along, so what they read is never stale.
        """
        rows = getattr(self, "_prefetched_objects_cache", {}).get(name)
        return None if rows is None else list(rows)

    def balance_due(self) -> int:
        """What is still owed, in minor units; negative when too much was paid."""
        if (lines := self.fetched("ledger")) is not None:
            return sum(line.amount for line in lines)
        return self.ledger.aggregate(balance=Sum("amount", default=0))["balance"]

    def balance_in_the_end(self) -> int:
        """The balance once the refunds that are ordered have been sent; they are booked then."""
        return self.balance_due() + self.on_its_way_back()

    def on_its_way_back(self) -> int:
        """What was ordered back to the payer and is not in the ledger yet, in minor units: refunds,
        and credit notes of invoices that are paid."""
        sent, invoices = self.fetched("refunds"), self.fetched("invoices")
        if sent is not None and invoices is not None:
            notes_of = [one.credit_notes.all() for one in invoices if one.status == "paid"]
            notes = [note.amount for of in notes_of for note in of if note.status == "created"]
            return sum(refund.amount for refund in sent if refund.is_ordered) + sum(notes)
        refunds = self.refunds.filter(status="created", refund_id=None)
        notes = self.invoices.filter(status="paid", credit_notes__status="created")
        ordered = refunds.aggregate(sum=Sum("amount", default=0))["sum"]
        credited = notes.aggregate(sum=Sum("credit_notes__amount", default=0))["sum"]
        return int(ordered + credited)

    def holds_seats_at(self, moment: datetime) -> bool:
        return self.state_now.holds_seats and (self.hold_until is None or self.hold_until > moment)

    @property
    def token(self) -> str:
        """What opens the registration's own page: an unguessable number, signed."""
        return signed_link(self.link_id, salt=LINK_SALT)

    @staticmethod
    def link_id_of(token: str) -> uuid.UUID | None:
        """The number behind ``token``; None when somebody tampered with it."""
        return link_behind(token, salt=LINK_SALT)

    @property
    def own_address(self) -> str:
        """The full address of the registration's own page, in the registration's language."""
        return self.practice.address_of(self.get_absolute_url())


class Participant(models.Model):
    """One person on one seat; may be unnamed."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="participants"
    )
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    link_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    price_kind = models.CharField(
        _("kind of price"), max_length=10, choices=Price.Kind.choices, blank=True
    )
    list_price = models.PositiveIntegerField(_("price as entered, before a code"), default=0)
    charged_price = models.PositiveIntegerField(_("price as entered, after a code"), default=0)
    gross = models.PositiveIntegerField(_("its part of the total"), default=0)
    vat = models.PositiveIntegerField(_("its part of the VAT"), default=0)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ("registration", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("registration", "number"), name="participant_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=10), name="one_to_ten_participants"
            ),
            models.CheckConstraint(
                condition=Q(vat__lte=F("gross"), charged_price__lte=F("list_price")),
                name="participant_pays_no_more_than_the_price",
            ),
        )

    def __str__(self) -> str:
        return f"{self.registration_id}/{self.number}"

    def get_absolute_url(self) -> str:
        with override(self.registration.language):
            return reverse("participant", kwargs={"token": self.token})

    @property
    def price(self) -> Amount:
        """What this seat costs, as a part of the registration's total."""
        return Amount(net=self.gross - self.vat, vat=self.vat, currency=self.registration.currency)

    @property
    def token(self) -> str:
        """What opens the participant's own link; another one once somebody else comes."""
        return signed_link(self.link_id, salt=PARTICIPANT_LINK_SALT)

    @staticmethod
    def link_id_of(token: str) -> uuid.UUID | None:
        """The number behind ``token``; None when somebody tampered with it."""
        return link_behind(token, salt=PARTICIPANT_LINK_SALT)

    @property
    def own_address(self) -> str:
        """The full address of the participant's own link, in the registration's language."""
        return self.registration.practice.address_of(self.get_absolute_url())
