"""Practices: the businesses that an installation serves, and who works for them."""

from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.models import Page, Site

from .looks import Looks


class Country(models.TextChoices):
    NORWAY = "NO", _("Norway")
    SWEDEN = "SE", _("Sweden")
    FINLAND = "FI", _("Finland")
    DENMARK = "DK", _("Denmark")


class Currency(models.TextChoices):
    NOK = "NOK", _("Norwegian kroner")
    SEK = "SEK", _("Swedish kronor")
    EUR = "EUR", _("Euro")
    DKK = "DKK", _("Danish kroner")


def validate_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it like “Europe/Oslo”."),
            params={"name": name},
        )


def validate_languages(codes: list[str]) -> None:
    known = dict(settings.LANGUAGES)
    if not codes or not isinstance(codes, list) or any(code not in known for code in codes):
        raise ValidationError(
            _("Name at least one of the languages %(codes)s."),
            params={"codes": ", ".join(known)},
        )


class Practice(Looks):
    """A business with a website of its own; everything else belongs to exactly one practice."""

    site = models.OneToOneField(
        Site, on_delete=models.PROTECT, related_name="practice", verbose_name=_("site")
    )
    slug = models.CharField(
        _("short name"),
        max_length=30,
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z0-9]*$")],
        help_text=_("Small letters and digits; names the practice's Stripe keys."),
    )
    name = models.CharField(_("name"), max_length=100)
    legal_name = models.CharField(_("legal name"), max_length=150)
    organisation_number = models.CharField(_("organisation number"), max_length=30, blank=True)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    time_zone = models.CharField(
        _("time zone"), max_length=40, default="Europe/Oslo", validators=[validate_time_zone]
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    languages = models.JSONField(
        _("languages"), validators=[validate_languages], help_text=_("The source language first.")
    )
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    address = models.CharField(_("street address"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    prices_include_vat = models.BooleanField(
        _("prices are entered with VAT"),
        default=False,
        help_text=_("The suggestion for new course dates."),
    )
    hold_minutes = models.PositiveSmallIntegerField(
        _("minutes that seats are held while somebody pays"), default=45
    )
    invoice_days = models.PositiveSmallIntegerField(
        _("days that employers have to pay an invoice"), default=14
    )
    enquiry_months = models.PositiveSmallIntegerField(
        _("months that an enquiry is kept after its end"),
        default=24,
        help_text=_("Then it is deleted with its letters. The form tells people so."),
    )
    log_address_months = models.PositiveSmallIntegerField(
        _("months that the history tells from where something was done"),
        default=12,
        help_text=_("Then the computers' addresses are taken out; the lines themselves stay."),
    )
    owner_approves = models.BooleanField(
        _("an owner approves pages before they are published"),
        default=False,
        help_text=_("Editors then submit their pages; owners are told and publish them."),
    )

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering = ("name",)
        constraints = (
            # Stripe keeps a payment page open for at least 30 minutes; the hold outlasts it.
            models.CheckConstraint(
                condition=models.Q(hold_minutes__gte=40, hold_minutes__lte=1440),
                name="practice_hold_outlasts_a_payment_page",
                violation_error_message=_("Seats must be held for 40 to 1,440 minutes."),
            ),
            models.CheckConstraint(
                condition=models.Q(invoice_days__gte=1, invoice_days__lte=90),
                name="practice_gives_days_to_pay_an_invoice",
                violation_error_message=_("Give employers 1 to 90 days to pay an invoice."),
            ),
            models.CheckConstraint(
                condition=models.Q(enquiry_months__gte=1, enquiry_months__lte=120),
                name="practice_keeps_enquiries_for_a_time",
                violation_error_message=_("Keep enquiries for 1 to 120 months."),
            ),
            models.CheckConstraint(
                condition=models.Q(log_address_months__gte=1, log_address_months__lte=120),
                name="practice_keeps_addresses_for_a_time",
                violation_error_message=_("Keep the computers' addresses for 1 to 120 months."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def number_line(self) -> str:
        """The organisation number by the name that it has in the practice's own country."""
        number = {"number": self.organisation_number}
        if not self.organisation_number:
            return ""
        if self.country == Country.FINLAND:
            return gettext("Business ID %(number)s") % number
        if self.country == Country.DENMARK:
            return gettext("CVR number %(number)s") % number
        return gettext("Organisation number %(number)s") % number

    @property
    def source_language(self) -> str:
        return self.languages[0]

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def address_of(self, path: str) -> str:
        """The full address of ``path`` at this practice's own host."""
        return f"{self.site.root_url}{path}"

    def home_pages(self) -> models.QuerySet[Page]:
        """The practice's home page in each of its languages."""
        return Page.objects.filter(translation_key=self.site.root_page.translation_key)


def practice_of_page(page: Page) -> Practice | None:
    """The practice in whose tree, of whatever language, ``page`` stands."""
    home = Page.objects.filter(path=page.path[: 2 * page.steplen]).first()
    if home is None:
        return None
    return (
        Practice.objects.filter(site__root_page__translation_key=home.translation_key)
        .select_related("site")
        .first()
    )


class Role(models.TextChoices):
    EDITOR = "editor", _("Editor")
    OWNER = "owner", _("Owner")


class Membership(models.Model):
    """What one user may do for one practice. ``cms.permissions`` turns it into rights."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)

    class Meta:
        verbose_name = _("membership")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "practice", "role"), name="membership_is_given_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role), name="membership_role"),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.practice}"
