"""Facts about what is offered: one row for all languages, never a draft, never translated."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from modelcluster.models import ClusterableModel

from cms.models import Practice
from cms.models.practices import Currency
from courses.money import BASIS_POINTS, Amount, split_vat

from .courses import Course

if TYPE_CHECKING:
    from django_stubs_ext.db.models import TypedModelMeta

    from .prices import Price
    from .sessions import OfferingSession
else:
    TypedModelMeta = object

MOST_DAYS_TO_PAY = 60
MOST_HOURS_TO_ACCEPT = 336
MOST_HOURS_BEFORE = 24 * 60


class VatTreatment(models.TextChoices):
    RATE = "rate", _("VAT at a rate")
    EXEMPT = "exempt", _("Exempt from VAT")
    NOT_REGISTERED = "not_registered", _("Not registered for VAT")


class OfferingQuerySet(models.QuerySet["Offering"]):
    def with_times(self) -> "OfferingQuerySet":
        """Annotate ``starts_at`` and ``ends_at``; both are None without sessions."""
        sessions = self.model._meta.get_field("sessions").related_model.objects.filter(
            offering=OuterRef("pk")
        )
        return self.annotate(
            starts_at=Subquery(sessions.order_by("starts_at").values("starts_at")[:1]),
            ends_at=Subquery(sessions.order_by("-ends_at").values("ends_at")[:1]),
        )

    def visible(self) -> "OfferingQuerySet":
        """Those that the public sees: no drafts, and no closed groups."""
        return self.exclude(status=Offering.Status.DRAFT).exclude(closed_group=True)

    def coming(self, *, now: datetime | None = None) -> "OfferingQuerySet":
        """Those whose last session has not ended, soonest first."""
        return (
            self.visible()
            .with_times()
            .filter(ends_at__gt=now or timezone.now())
            .order_by("starts_at", "pk")
        )

    def past(self, *, now: datetime | None = None) -> "OfferingQuerySet":
        return (
            self.visible()
            .with_times()
            .filter(ends_at__lte=now or timezone.now())
            .order_by("-starts_at", "pk")
        )

    def with_facts(self) -> "OfferingQuerySet":
        """Fetch along all that a page shows of an offering."""
        return self.select_related("course__practice").prefetch_related("sessions", "prices")


class Offering(ClusterableModel):
    """One scheduled delivery of a course."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft, not shown")
        PUBLISHED = "published", pgettext_lazy("course date", "Published")
        CLOSED = "closed", _("Closed for registration")
        CALLED_OFF = "called_off", _("Called off")

    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, related_name="offerings", verbose_name=_("course")
    )
    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        help_text=_("Part of the address of the registration form; made by itself when empty."),
        blank=True,
    )
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.DRAFT
    )
    closed_group = models.BooleanField(
        _("closed group"),
        default=False,
        help_text=_(
            "For one buyer: it is shown nowhere on the site, and the form opens with its own link "
            "alone. Whoever registers first has the whole group."
        ),
    )
    language = models.CharField(
        _("language of teaching"), max_length=10, choices=settings.LANGUAGES
    )

    online = models.BooleanField(_("online"), default=False)
    online_link = models.URLField(
        _("link to the online room"),
        blank=True,
        help_text=_("Shown only to those whose seat is confirmed."),
    )
    venue = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("street address"), max_length=150, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)

    seats = models.PositiveIntegerField(_("seats"))
    overbooked = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="How many seats the owner has given beyond these, each time with a reason.",
    )
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_deadline = models.DateTimeField(
        _("registration deadline"),
        null=True,
        blank=True,
        help_text=_("When empty, registration closes when the first session begins."),
    )

    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    vat_treatment = models.CharField(
        _("VAT"), max_length=16, choices=VatTreatment.choices, default=VatTreatment.NOT_REGISTERED
    )
    vat_rate = models.PositiveIntegerField(_("VAT rate in basis points"), default=0)
    prices_include_vat = models.BooleanField(_("prices are entered with VAT"), default=False)

    card_allowed = models.BooleanField(_("may be paid by card"), default=True)
    invoice_allowed = models.BooleanField(_("employers may be invoiced"), default=True)

    review_first = models.BooleanField(
        _("review before payment"),
        default=False,
        help_text=_("You approve or decline each registration. Nothing is paid before that."),
    )
    days_to_pay = models.PositiveSmallIntegerField(
        _("days to pay after approval"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS_TO_PAY)],
    )
    waiting_list = models.BooleanField(
        _("waiting list"),
        default=False,
        help_text=_("People may wait for seats when there are too few."),
    )
    waiting_list_paused = models.BooleanField(
        _("offer no seats for now"),
        default=False,
        help_text=_("Those who wait keep their place; freed seats stay free meanwhile."),
    )
    hours_to_accept = models.PositiveSmallIntegerField(
        _("hours to accept an offer of a place"),
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HOURS_TO_ACCEPT)],
        help_text=_("Hours of working days count: Monday to Friday, no public holidays."),
    )

    names_by = models.DateTimeField(
        _("names are to be given by"),
        null=True,
        blank=True,
        help_text=_("When empty, until the first session begins."),
    )
    changes_until_hours = models.PositiveSmallIntegerField(
        _("hours before the start until which participants may change"),
        default=24,
        validators=[MaxValueValidator(MOST_HOURS_BEFORE)],
        help_text=_("Until then somebody else may come instead, or another date be chosen."),
    )
    date_change_allowed = models.BooleanField(
        _("people may change to another date by themselves"), default=True
    )
    deposit_percent = models.PositiveSmallIntegerField(
        _("deposit in percent of the price"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
        help_text=_("Paid by card when registering; the rest follows by the date below."),
    )
    rest_due_at = models.DateTimeField(_("the rest is to be paid by"), null=True, blank=True)
    minimum_seats = models.PositiveIntegerField(
        _("fewest participants"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    decide_at = models.DateTimeField(
        _("decision date"),
        null=True,
        blank=True,
        help_text=_("When it is decided whether enough have registered."),
    )
    calls_itself_off = models.BooleanField(
        _("call off by itself when too few have registered"),
        default=False,
        help_text=_("Otherwise you are asked on the decision date."),
    )
    decided_for = models.DateTimeField(
        null=True,
        editable=False,
        help_text="The decision date on which it was decided that it goes ahead.",
    )
    dates_moved_at = models.DateTimeField(null=True, editable=False)
    free_cancel_until = models.DateTimeField(null=True, editable=False)

    objects = OfferingQuerySet.as_manager()

    class Meta(TypedModelMeta):
        verbose_name = _("course date")
        verbose_name_plural = _("course dates")
        constraints = (
            models.CheckConstraint(condition=Q(seats__gte=1), name="offering_has_seats"),
            models.CheckConstraint(
                condition=(
                    Q(vat_treatment="rate", vat_rate__gt=0, vat_rate__lt=BASIS_POINTS)
                    | (~Q(vat_treatment="rate") & Q(vat_rate=0))
                ),
                name="offering_has_a_vat_rate_only_where_vat_is_due",
                violation_error_message=_(
                    "Give a VAT rate where VAT is due, and none where it is not."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(registration_opens_at=None)
                    | Q(registration_deadline=None)
                    | Q(registration_opens_at__lt=F("registration_deadline"))
                ),
                name="offering_opens_before_its_deadline",
                violation_error_message=_("Registration must open before its deadline."),
            ),
            models.CheckConstraint(
                condition=Q(days_to_pay__gte=1, days_to_pay__lte=MOST_DAYS_TO_PAY),
                name="offering_gives_days_to_pay",
                violation_error_message=_("Give one to 60 days to pay."),
            ),
            models.CheckConstraint(
                condition=Q(hours_to_accept__gte=1, hours_to_accept__lte=MOST_HOURS_TO_ACCEPT),
                name="offering_gives_hours_to_accept",
                violation_error_message=_("Give one to 336 hours to accept an offer."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(deposit_percent=None, rest_due_at=None)
                    | Q(
                        deposit_percent__isnull=False,
                        deposit_percent__gte=1,
                        deposit_percent__lte=99,
                        rest_due_at__isnull=False,
                    )
                ),
                name="offering_has_a_date_for_the_rest_of_its_deposit",
                violation_error_message=_(
                    "A deposit of 1 to 99 percent needs a date for the rest, and the date a "
                    "deposit."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(minimum_seats=None, decide_at=None)
                    | Q(
                        minimum_seats__isnull=False,
                        minimum_seats__gte=1,
                        minimum_seats__lte=F("seats"),
                        decide_at__isnull=False,
                    )
                ),
                name="offering_decides_about_its_minimum",
                violation_error_message=_(
                    "A fewest number of participants, at most all seats, needs a decision date, "
                    "and the date a number."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.code:
            self.code = self._next_code()
        super().save(*args, **kwargs)

    def _next_code(self) -> str:
        number = self.course.offerings.count() + 1
        stem = f"{self.course.practice.slug}-{self.course.code}"[:50]
        while Offering.objects.filter(code=f"{stem}-{number}").exists():
            number += 1
        return f"{stem}-{number}"

    @property
    def practice(self) -> Practice:
        return self.course.practice

    @cached_property
    def sessions_list(self) -> list["OfferingSession"]:
        return sorted(self.sessions.all(), key=lambda session: session.starts_at)

    @property
    def dates_mark(self) -> str:
        """Short letters that are others when any session's time is another."""
        times = [(s.starts_at.timestamp(), s.ends_at.timestamp()) for s in self.sessions_list]
        return hashlib.sha256(repr(times).encode()).hexdigest()[:16]

    @property
    def first_start(self) -> datetime | None:
        return self.sessions_list[0].starts_at if self.sessions_list else None

    @property
    def last_end(self) -> datetime | None:
        return max((session.ends_at for session in self.sessions_list), default=None)

    @property
    def deadline_at(self) -> datetime | None:
        """The last moment at which somebody can register; None without sessions or deadline."""
        moments = [moment for moment in (self.registration_deadline, self.first_start) if moment]
        return min(moments, default=None)

    @property
    def place_line(self) -> str:
        """Where it takes place, on one line, in the active language."""
        if self.online:
            return gettext("Online")
        return ", ".join(part for part in (self.venue, self.address, self.town) if part)

    def cancellation_percent(self, moment: datetime) -> int | None:
        """The fee for cancelling at ``moment``, in percent of the price.

        The tier with the most days that ``moment`` still keeps decides; later than all tiers it is
        100. None when the offering has no tiers or has begun: cancelling is then by arrangement.
        """
        tiers = sorted(self.cancellation_tiers.all(), key=lambda t: t.days_before, reverse=True)
        if not tiers or self.first_start is None or moment >= self.first_start:
            return None
        first_day = self.first_start.astimezone(self.practice.zone).date()
        days = (first_day - moment.astimezone(self.practice.zone).date()).days
        return next((tier.fee_percent for tier in tiers if days >= tier.days_before), 100)

    @property
    def register_url(self) -> str:
        return reverse("register", kwargs={"offering_code": self.code})

    def price_at(
        self, moment: datetime, *, taken: Mapping[str, int] | None = None
    ) -> "Price | None":
        """The lowest price that anybody can have at ``moment``; None while no price is set.

        ``taken`` are the seats by price kind that are gone, for prices with a limit.
        """
        taken = taken or {}
        available = [
            price
            for price in self.prices.all()
            if price.is_for_anybody
            and price.is_available(moment)
            and price.seats_left(taken.get(price.kind, 0))
        ]
        return min(available, key=lambda price: price.amount, default=None)

    @property
    def price_now(self) -> "Price | None":
        return self.price_at(timezone.now())

    @property
    def ordinary_price(self) -> "Price | None":
        return next((p for p in self.prices.all() if p.kind == p.Kind.ORDINARY), None)

    def amount_for(self, *, price_each: int, seats: int) -> Amount:
        """What so many seats cost at ``price_each`` (minor units, as entered), VAT rounded once."""
        return split_vat(
            total=price_each * seats,
            currency=self.currency,
            rate=self.vat_rate,
            includes_vat=self.prices_include_vat,
        )
