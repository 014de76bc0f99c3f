"""What the practice proposes, as a document that is never edited: a new one takes its place."""

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.models import Practice
from cms.models.practices import Country
from courses.models import VatTreatment
from courses.money import BASIS_POINTS, Amount
from registrations.enquiries.models.enquiries import MOST_PEOPLE, Enquiry
from registrations.models.registrations import link_behind, signed_link

PROPOSAL_LINK_SALT = "registrations.proposal"
MOST_MEETINGS = 60
MOST_MINUTES = 24 * 60


# Whoever proposes something knows what it is.
FORMATS = [choice for choice in Enquiry.Format.choices if choice[0] != Enquiry.Format.NOT_SURE]


class Proposal(models.Model):
    """One version of what is proposed. ``net`` and ``vat`` are for everything together."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("proposal", "Open")
        ACCEPTED = "accepted", pgettext_lazy("proposal", "Accepted")
        DECLINED = "declined", pgettext_lazy("proposal", "Declined")
        REPLACED = "replaced", pgettext_lazy("proposal", "Replaced by a newer one")
        WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "Taken back")

    class Basis(models.TextChoices):
        MEETING = "meeting", _("for each meeting")
        WHOLE = "whole", _("for everything together")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="proposals")
    version = models.PositiveSmallIntegerField(_("version"))
    link_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN
    )

    what = models.CharField(_("what"), max_length=120)
    format = models.CharField(
        pgettext_lazy("supervision", "format"), max_length=15, choices=FORMATS
    )
    meetings = models.PositiveSmallIntegerField(_("number of meetings"))
    minutes = models.PositiveSmallIntegerField(_("minutes each"))
    people = models.PositiveSmallIntegerField(_("people"))
    online = models.BooleanField(_("online"), default=False)
    place = models.CharField(_("place"), max_length=120, blank=True)
    basis = models.CharField(_("the price is"), max_length=8, choices=Basis.choices)
    price = models.PositiveIntegerField(_("price"), help_text="In minor units, as entered.")
    currency = models.CharField(_("currency"), max_length=3)
    vat_treatment = models.CharField(_("VAT"), max_length=16, choices=VatTreatment.choices)
    vat_rate = models.PositiveIntegerField(_("VAT rate in basis points"), default=0)
    prices_include_vat = models.BooleanField(_("the price is with VAT"), default=False)
    net = models.PositiveIntegerField(_("total without VAT"))
    vat = models.PositiveIntegerField(_("VAT"))
    valid_until = models.DateField(_("valid until"))
    terms = models.TextField(_("terms"), max_length=6000, blank=True)

    answered_at = models.DateTimeField(null=True)
    accepter_name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    organisation_country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    organisation_number = models.CharField(_("organisation number"), max_length=30, blank=True)
    buyer_reference = models.CharField(_("buyer's reference"), max_length=60, blank=True)
    order_number = models.CharField(_("purchase order number"), max_length=60, blank=True)
    invoice_email = models.EmailField(_("e-mail address for the invoice"), blank=True)
    decline_words = models.TextField(_("why it was declined"), max_length=2000, blank=True)

    class Meta:
        app_label = "registrations"
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ("enquiry", "-version")
        constraints = (
            models.UniqueConstraint(fields=("enquiry", "version"), name="proposal_version_is_one"),
            models.UniqueConstraint(
                fields=("enquiry",),
                condition=Q(status__in=("open", "accepted")),
                name="proposal_that_stands_is_one",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status__in=("accepted", "declined"), answered_at__isnull=False)
                    | (~Q(status__in=("accepted", "declined")) & Q(answered_at=None))
                ),
                name="proposal_says_when_it_was_answered",
            ),
            models.CheckConstraint(
                condition=(
                    (Q(status="accepted") & ~Q(accepter_name=""))
                    | (~Q(status="accepted") & Q(accepter_name=""))
                ),
                name="proposal_names_who_accepted",
            ),
            models.CheckConstraint(
                condition=(
                    Q(version__gte=1)
                    & Q(meetings__gte=1, meetings__lte=MOST_MEETINGS)
                    & Q(minutes__gte=1, minutes__lte=MOST_MINUTES)
                    & Q(people__gte=1, people__lte=MOST_PEOPLE)
                    & ~Q(format=Enquiry.Format.NOT_SURE)
                ),
                name="proposal_says_what_for_how_many_and_how_often",
            ),
            models.CheckConstraint(
                condition=(
                    Q(vat_treatment="rate", vat_rate__gt=0, vat_rate__lt=BASIS_POINTS)
                    | (~Q(vat_treatment="rate") & Q(vat_rate=0, vat=0))
                ),
                name="proposal_has_vat_only_where_it_is_due",
            ),
            models.CheckConstraint(
                condition=(
                    Q(prices_include_vat=True, basis="whole", price=F("net") + F("vat"))
                    | Q(prices_include_vat=False, basis="whole", price=F("net"))
                    | Q(
                        prices_include_vat=True,
                        basis="meeting",
                        net=F("price") * F("meetings") - F("vat"),
                    )
                    | Q(prices_include_vat=False, basis="meeting", net=F("price") * F("meetings"))
                ),
                name="proposal_total_is_what_its_price_says",
            ),
        )

    def __str__(self) -> str:
        return f"{self.enquiry} {self.version}"

    def get_absolute_url(self) -> str:
        with override(self.language):
            return reverse("proposal", kwargs={"token": self.token})

    @property
    def practice(self) -> Practice:
        return self.enquiry.practice

    @property
    def token(self) -> str:
        """What opens its page: unguessable, and signed so that nobody can try others."""
        return signed_link(self.link_id, salt=PROPOSAL_LINK_SALT)

    @staticmethod
    def link_id_of(token: str) -> uuid.UUID | None:
        return link_behind(token, salt=PROPOSAL_LINK_SALT)

    @property
    def own_address(self) -> str:
        return self.practice.address_of(self.get_absolute_url())

    @property
    def total(self) -> Amount:
        return Amount(net=self.net, vat=self.vat, currency=self.currency)

    @property
    def price_in_all(self) -> int:
        """In minor units, with or without VAT as the price was entered."""
        return self.price * self.meetings if self.basis == self.Basis.MEETING else self.price

    @cached_property
    def times(self) -> list[tuple[datetime, datetime]]:
        """When the meetings that have a date begin and end."""
        length = timedelta(minutes=self.minutes)
        return [(one.starts_at, one.starts_at + length) for one in self.sessions.all()]

    @property
    def place_line(self) -> str:
        return gettext("Online") if self.online else self.place

    def is_expired(self, today: date | None = None) -> bool:
        """Whether it is past its last day, which is counted in the practice's own time."""
        return (today or timezone.localdate(timezone=self.practice.zone)) > self.valid_until

    @property
    def can_be_answered(self) -> bool:
        return self.status == self.Status.OPEN and not self.is_expired()


class ProposalSession(models.Model):
    """When one of the meetings begins; how long it lasts stands on the proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField(_("begins"))

    class Meta:
        app_label = "registrations"
        ordering = ("starts_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("proposal", "starts_at"), name="proposal_session_is_proposed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
