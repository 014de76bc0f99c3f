"""Somebody asks the practice something, before there is anything to register for."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import Practice
from courses.models import Offering
from registrations.enquiries.states import AGREED, EnquiryState
from registrations.models.registrations import new_reference

MOST_PEOPLE = 500


class Enquiry(models.Model):
    """One conversation, from the form to its end."""

    class Format(models.TextChoices):
        INDIVIDUAL = "individual", _("Individual supervision")
        PAIR = "pair", _("Two colleagues together")
        TEAM = "team", _("Team supervision")
        GROUP = "group", _("Group supervision")
        WORK_COMMUNITY = "work_community", _("A whole workplace")
        NOT_SURE = "not_sure", _("Not sure yet")

    class Setting(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        EITHER = "either", _("Either is fine")

    class Contact(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        PHONE = "phone", _("By telephone")

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="enquiries")
    reference = models.CharField(_("reference"), max_length=9, unique=True, default=new_reference)
    submission_key = models.UUIDField(
        unique=True,
        editable=False,
        default=uuid.uuid4,
        help_text="One form shown to one person; sending it again finds the same enquiry.",
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)

    state = models.CharField(
        _("state"), max_length=12, choices=EnquiryState.choices, default=EnquiryState.NEW
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    suspected_spam = models.BooleanField(
        _("suspected spam"), default=False, help_text=_("Kept, but nobody was written to.")
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who takes care of it"),
    )
    offering = models.OneToOneField(
        Offering,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enquiry",
        verbose_name=_("closed group"),
    )

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    people = models.PositiveSmallIntegerField(_("how many people"), null=True, blank=True)
    format = models.CharField(
        pgettext_lazy("supervision", "format"),
        max_length=15,
        choices=Format.choices,
        default=Format.NOT_SURE,
    )
    setting = models.CharField(
        _("online or in person"),
        max_length=10,
        choices=Setting.choices,
        default=Setting.EITHER,
    )
    contact_by = models.CharField(
        _("preferred way of contact"),
        max_length=5,
        choices=Contact.choices,
        default=Contact.EMAIL,
    )
    message = models.TextField(_("message"), max_length=4000)
    asked = models.TextField(
        _("the question that it answers"),
        max_length=1000,
        blank=True,
        help_text="As the page's call to action put it at that moment.",
    )
    from_title = models.CharField(_("the page it came from"), max_length=255, blank=True)
    from_address = models.CharField(max_length=500, blank=True)

    class Meta:
        app_label = "registrations"
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ("-made_at", "-pk")
        indexes = (
            models.Index(fields=("practice", "-made_at"), name="enquiry_newest_first"),
            models.Index(fields=("practice", "state"), name="enquiry_by_state"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=EnquiryState), name="enquiry_state"),
            models.CheckConstraint(
                condition=(
                    Q(state=EnquiryState.ENDED, ended_at__isnull=False)
                    | (~Q(state=EnquiryState.ENDED) & Q(ended_at=None))
                ),
                name="enquiry_says_when_it_ended",
            ),
            models.CheckConstraint(
                condition=Q(people=None) | Q(people__gte=1, people__lte=MOST_PEOPLE),
                name="enquiry_is_for_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(contact_by="phone") | ~Q(phone=""),
                name="enquiry_has_the_number_to_call",
            ),
            models.CheckConstraint(
                condition=Q(offering=None) | Q(state__in=AGREED),
                name="enquiry_has_a_group_once_agreed",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def state_now(self) -> EnquiryState:
        return EnquiryState(self.state)


class EnquiryLine(models.Model):
    """Who did what with an enquiry, and when. Never changed."""

    class Actor(models.TextChoices):
        ENQUIRER = "enquirer", _("Enquirer")
        PRACTICE = "practice", _("Practice")
        SYSTEM = "system", _("Kollegium")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(default=timezone.now)
    actor = models.CharField(max_length=12, choices=Actor.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField(max_length=40)
    why = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=12, blank=True, choices=EnquiryState.choices)
    after = models.CharField(max_length=12, blank=True, choices=EnquiryState.choices)

    class Meta:
        app_label = "registrations"
        verbose_name = _("history")
        ordering = ("enquiry", "pk")

    def __str__(self) -> str:
        return self.action


class EnquiryNote(models.Model):
    """What the practice writes down for itself; the enquirer never sees it."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("note"), max_length=2000)

    class Meta:
        app_label = "registrations"
        verbose_name = _("note")
        ordering = ("enquiry", "pk")

    def __str__(self) -> str:
        return f"{self.enquiry_id} {self.at:%Y-%m-%d}"
