"""What a seat costs, for whom and until when, what leaving costs, and codes that make it less."""

import sys
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey

from cms.models import Practice
from courses.money import Amount

from .offerings import Offering

if TYPE_CHECKING:
    from django_stubs_ext.db.models import TypedModelMeta
else:
    TypedModelMeta = object


class Price(models.Model):
    """What one seat costs, in minor units of the offering's currency."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("Ordinary price")
        EARLY = "early", _("Early-bird price")
        MEMBER = "member", _("Member's price")
        STUDENT = "student", _("Student's price")
        GROUP = "group", _("Group price")

    FOR_ANYBODY = (Kind.ORDINARY, Kind.EARLY)
    # What a participant says to be.
    CLAIMED = (Kind.MEMBER, Kind.STUDENT)

    offering = ParentalKey(Offering, on_delete=models.CASCADE, related_name="prices")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ORDINARY)
    amount = models.PositiveIntegerField(_("amount in minor units"))
    available_until = models.DateTimeField(_("available until"), null=True, blank=True)
    limit = models.PositiveIntegerField(
        _("at most so many seats at this price"), null=True, blank=True
    )
    from_people = models.PositiveSmallIntegerField(
        _("for groups from so many people"), null=True, blank=True
    )
    whole_group = models.BooleanField(
        _("for the whole group together, not for each"), default=False
    )

    class Meta(TypedModelMeta):
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ("-amount",)
        constraints = (
            models.UniqueConstraint(
                fields=("offering", "kind"),
                condition=~Q(kind="group"),
                name="offering_has_one_price_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=("offering", "from_people"), name="offering_has_one_price_for_a_group_size"
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind="early", available_until__isnull=False)
                    | (~Q(kind__in=("early", "ordinary")))
                    | Q(kind="ordinary", available_until=None, limit=None)
                ),
                name="price_ends_unless_it_is_ordinary",
                violation_error_message=_(
                    "An early-bird price needs a last day; the ordinary price has neither a last "
                    "day nor a limit."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        kind="group",
                        from_people__isnull=False,
                        from_people__gte=2,
                        from_people__lte=10,
                    )
                    | (~Q(kind="group") & Q(from_people=None, whole_group=False))
                ),
                name="price_for_groups_says_from_how_many",
                violation_error_message=_(
                    "A group price says from how many people it holds, two to ten; other prices "
                    "do not."
                ),
            ),
            models.CheckConstraint(
                condition=Q(limit=None) | Q(limit__gte=1),
                name="price_limit_leaves_a_seat",
                violation_error_message=_("A limit is at least one seat; or leave it empty."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"

    def is_available(self, moment: datetime) -> bool:
        return self.available_until is None or moment <= self.available_until

    @property
    def is_for_anybody(self) -> bool:
        """Whether it needs neither a claim nor a group."""
        return self.kind in self.FOR_ANYBODY

    @property
    def is_claimed(self) -> bool:
        """Whether only those have it who say that it is theirs."""
        return self.kind in self.CLAIMED

    def seats_left(self, taken: int) -> int:
        """How many seats can still be had at this price when ``taken`` are gone; without a limit
        more than anybody can book."""
        return sys.maxsize if self.limit is None else max(0, self.limit - taken)

    @property
    def each(self) -> Amount:
        """One seat's price, split by VAT for showing."""
        return self.offering.amount_for(price_each=self.amount, seats=1)


class CancellationTier(models.Model):
    """What cancelling costs from so many days before the first session on."""

    offering = ParentalKey(Offering, on_delete=models.CASCADE, related_name="cancellation_tiers")
    days_before = models.PositiveSmallIntegerField(
        _("at least so many days before the start"),
    )
    fee_percent = models.PositiveSmallIntegerField(_("fee in percent of the price"))

    class Meta(TypedModelMeta):
        verbose_name = _("cancellation rule")
        verbose_name_plural = _("cancellation rules")
        ordering = ("-days_before",)
        constraints = (
            models.UniqueConstraint(
                fields=("offering", "days_before"), name="cancellation_tier_per_day_is_one"
            ),
            models.CheckConstraint(
                condition=Q(fee_percent__lte=100),
                name="cancellation_fee_is_at_most_the_price",
                violation_error_message=_("A cancellation fee is at most 100 percent."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.days_before}: {self.fee_percent} %"


class DiscountCode(models.Model):
    """A word that makes seats cheaper, or opens seats that are kept for those who know it."""

    practice = models.ForeignKey(
        Practice,
        on_delete=models.PROTECT,
        related_name="discount_codes",
        verbose_name=_("practice"),
    )
    code = models.CharField(
        _("code"), max_length=40, help_text=_("Capital and small letters are the same.")
    )
    percent = models.PositiveSmallIntegerField(_("percent off each seat"), null=True, blank=True)
    amount = models.PositiveIntegerField(
        _("amount off each seat, in minor units"), null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    offerings = models.ManyToManyField(
        Offering,
        blank=True,
        related_name="discount_codes",
        verbose_name=_("course dates"),
        help_text=_("When none is chosen, it holds for all of the practice's."),
    )
    valid_from = models.DateTimeField(_("valid from"), null=True, blank=True)
    valid_until = models.DateTimeField(_("valid until"), null=True, blank=True)
    most_uses = models.PositiveIntegerField(
        _("may be used for so many registrations"), null=True, blank=True
    )
    seats_kept = models.PositiveSmallIntegerField(
        _("seats kept for it on each of its course dates"),
        default=0,
        help_text=_("Others cannot have them while the code is valid."),
    )
    active = models.BooleanField(_("active"), default=True)

    class Meta(TypedModelMeta):
        verbose_name = _("discount code")
        verbose_name_plural = _("discount codes")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "code"),
                name="discount_code_is_unique_in_its_practice",
                violation_error_message=_("This practice has such a code already."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        # A comparison with nothing is neither true nor false, and would pass.
                        percent__isnull=False,
                        percent__gte=1,
                        percent__lte=100,
                        amount=None,
                        currency="",
                    )
                    | (Q(percent=None, amount__isnull=False, amount__gte=1) & ~Q(currency=""))
                    | Q(percent=None, amount=None, currency="", seats_kept__gte=1)
                ),
                name="discount_code_takes_a_part_or_an_amount",
                violation_error_message=_(
                    "Give a percentage of 1 to 100 or an amount; neither only where seats are "
                    "kept for the code."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(valid_from=None)
                    | Q(valid_until=None)
                    | Q(valid_from__lt=models.F("valid_until"))
                ),
                name="discount_code_begins_before_it_ends",
                violation_error_message=_("A code must become valid before it ends."),
            ),
        )

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.code = self.plain(self.code)
        super().save(*args, **kwargs)

    @staticmethod
    def plain(typed: str) -> str:
        """The code as it is kept. Not every database knows the capital of an ø."""
        return unicodedata.normalize("NFC", typed).strip().upper()

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether it may be used at ``moment``, as far as time decides."""
        begun = self.valid_from is None or self.valid_from <= moment
        return self.active and begun and (self.valid_until is None or moment <= self.valid_until)
