import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import Practice
from courses.models import Offering

from .registrations import Participant, Registration


class Letter(models.Model):
    """An e-mail as a row, in the reader's language, before and after it is sent."""

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmation")
        SEATS_HELD = "seats_held", _("Seats held, payment awaited")
        WAITLISTED = "waitlisted", _("On the waiting list")
        OFFERED = "offered", _("Offer of a place")
        OFFER_EXPIRED = "offer_expired", _("Offer not answered")
        LEFT_LIST = "left_list", _("Off the waiting list")
        LIST_CLOSED = "list_closed", _("No seat became free")
        IN_REVIEW = "in_review", _("Application received")
        APPROVED = "approved", _("Approved, payment awaited")
        DECLINED = "declined", _("Declined")
        PAYMENT_FAILED = "payment_failed", _("Payment failed, seats still held")
        EXPIRED = "expired", _("Hold expired")
        CANCELLED = "cancelled", _("Seats given up")
        PART_CANCELLED = "part_cancelled", _("Some participants cancelled")
        WITHDRAWN = "withdrawn", _("Receipt of a withdrawal")
        CALLED_OFF = "called_off", _("Called off")
        REFUNDED = "refunded", _("Money paid back")
        PAID_LATE = "paid_late", _("Paid after the seats had gone")
        INVOICE_PAID = "invoice_paid", _("Invoice paid")
        INVOICE_OVERDUE = "invoice_overdue", _("Invoice overdue")
        NAMES_MISSING = "names_missing", _("Names still missing")
        FILL_IN = "fill_in", _("To a participant: own link")
        WRITTEN = "written", _("Written by the practice")
        REMINDER = "reminder", _("Reminder by the practice")
        TEST = "test", _("Test letter to oneself")
        ENQUIRY_RECEIVED = "enquiry_received", _("Enquiry received")
        ENQUIRY_REPLY = "enquiry_reply", _("Reply to an enquiry")
        PROPOSAL_SENT = "proposal_sent", _("Proposal")
        PROPOSAL_ACCEPTED = "proposal_accepted", _("Receipt of an accepted proposal")
        PROPOSAL_DECLINED = "proposal_declined", _("Receipt of a declined proposal")
        INVITATION = "invitation", _("Invitation to work here")
        GROUP_LINK = "group_link", _("Link to register a closed group")
        PARTICIPANT_DATES_MOVED = "participant_dates_moved", _("To a participant: dates moved")
        PARTICIPANT_DATE_CHANGED = (
            "participant_date_changed",
            _("To a participant: changed to another date"),
        )
        PARTICIPANT_CALLED_OFF = "participant_called_off", _("To a participant: called off")
        PARTICIPANT_CANCELLED = "participant_cancelled", _("To a participant: seat cancelled")
        SUBSTITUTED = "substituted", _("Somebody else comes instead")
        DATE_CHANGED = "date_changed", _("Changed to another date")
        PAID_TOO_MUCH = "paid_too_much", _("More paid than owed")
        DATES_MOVED = "dates_moved", _("Dates moved")
        REST_REMINDER = "rest_reminder", _("The rest is due soon")
        REST_OVERDUE = "rest_overdue", _("The rest is overdue")
        REST_PAID = "rest_paid", _("Later payment received")
        REST_FAILED = "rest_failed", _("A later payment failed")
        GOES_BACK = "goes_back", _("Paid after leaving, on its way back")
        EXTENDED = "extended", _("More time to answer or pay")
        PAY_LINK = "pay_link", _("How to pay")
        OWNER_NEW = "owner_new", _("To the owner: new registration")
        OWNER_TO_REVIEW = "owner_to_review", _("To the owner: application to review")
        OWNER_LEFT = "owner_left", _("To the owner: somebody has left")
        OWNER_REFUND_FAILED = "owner_refund_failed", _("To the owner: a refund failed")
        OWNER_REFUND_ADOPTED = "owner_refund_adopted", _("To the owner: refund made at Stripe")
        OWNER_NAMES_MISSING = "owner_names_missing", _("To the owner: names did not come")
        OWNER_DATE_CHANGED = "owner_date_changed", _("To the owner: changed to another date")
        OWNER_DIFFERENCE_UNPAID = (
            "owner_difference_unpaid",
            _("To the owner: the difference was not paid"),
        )
        OWNER_REST_FAILED = "owner_rest_failed", _("To the owner: a later payment failed")
        OWNER_REST_OVERDUE = "owner_rest_overdue", _("To the owner: the rest is overdue")
        OWNER_PAID_LATE = "owner_paid_late", _("To the owner: money to decide about")
        OWNER_INVOICE_FAILED = "owner_invoice_failed", _("To the owner: an invoice was not sent")
        OWNER_INVOICE_OVERDUE = "owner_invoice_overdue", _("To the owner: an invoice is overdue")
        OWNER_INVOICE_TWICE = "owner_invoice_twice", _("To the owner: an invoice paid twice")
        OWNER_CREDIT_FAILED = "owner_credit_failed", _("To the owner: a credit note was not sent")
        OWNER_PAY_BACK_BY_BANK = "owner_pay_back_by_bank", _("To the owner: pay back by bank")
        OWNER_PAID_TOO_MUCH = "owner_paid_too_much", _("To the owner: more paid than owed")
        OWNER_REFUND_WAITS = "owner_refund_waits", _("To the owner: a refund waits for the bank")
        OWNER_DISPUTED = "owner_disputed", _("To the owner: a payment is disputed")
        OWNER_DISPUTE_CLOSED = "owner_dispute_closed", _("To the owner: a dispute is closed")
        OWNER_DECISION_NEAR = "owner_decision_near", _("To the owner: a decision date comes near")
        OWNER_DECIDE = "owner_decide", _("To the owner: a course date to decide about")
        OWNER_CALLED_OFF = "owner_called_off", _("To the owner: a date called itself off")
        OWNER_ENQUIRY = "owner_enquiry", _("To the owner: new enquiry")
        OWNER_PROPOSAL_ACCEPTED = (
            "owner_proposal_accepted",
            _("To the owner: a proposal is accepted"),
        )
        OWNER_PROPOSAL_DECLINED = (
            "owner_proposal_declined",
            _("To the owner: a proposal is declined"),
        )

    class Status(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("letter", "Waiting")
        SENDING = "sending", pgettext_lazy("letter", "Being sent")
        SENT = "sent", pgettext_lazy("letter", "Sent")
        FAILED = "failed", pgettext_lazy("letter", "Failed")

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="letters")
    registration = models.ForeignKey(
        Registration, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    offering = models.ForeignKey(
        Offering,
        null=True,
        on_delete=models.PROTECT,
        related_name="letters",
        help_text="Where the letter is about a course date and nobody's registration.",
    )
    enquiry = models.ForeignKey(
        "registrations.Enquiry",
        null=True,
        on_delete=models.CASCADE,
        related_name="letters",
        help_text="Where the letter is about an enquiry, before there is a registration.",
    )
    invitation = models.ForeignKey(
        "registrations.Invitation",
        null=True,
        on_delete=models.CASCADE,
        related_name="letters",
        help_text="Where somebody is invited to work for the practice; its link is not kept here.",
    )
    participant = models.ForeignKey(
        Participant,
        null=True,
        on_delete=models.CASCADE,
        related_name="letters",
        help_text="Where the letter goes to one who comes, and not to the person booking.",
    )
    part_of = models.ForeignKey(
        "registrations.Message",
        null=True,
        on_delete=models.PROTECT,
        related_name="letters",
        help_text="Where it is one of many that somebody wrote, or a reminder.",
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices)
    occasion = models.CharField(
        max_length=60, blank=True, help_text="Tells two letters of one kind apart."
    )
    message_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    recipient = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)

    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.QUEUED
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.CharField(_("what went wrong"), max_length=200, blank=True)
    next_try_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(_("written"), auto_now_add=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("practice", "-made_at"), name="letter_newest_first"),
            models.Index(fields=("practice",), condition=Q(status="failed"), name="letter_failed"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("registration", "kind", "occasion"), name="letter_is_written_once"
            ),
            models.UniqueConstraint(
                fields=("offering", "kind", "occasion"), name="letter_about_a_date_is_written_once"
            ),
            models.UniqueConstraint(
                fields=("enquiry", "kind", "occasion"),
                name="letter_about_an_enquiry_is_written_once",
            ),
            models.UniqueConstraint(
                fields=("invitation", "kind", "occasion"),
                name="letter_about_an_invitation_is_written_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(registration__isnull=False, offering=None, enquiry=None, invitation=None)
                    | Q(
                        registration=None,
                        participant=None,
                        offering__isnull=False,
                        enquiry=None,
                        invitation=None,
                    )
                    | Q(
                        registration=None,
                        participant=None,
                        offering=None,
                        enquiry__isnull=False,
                        invitation=None,
                    )
                    | Q(
                        registration=None,
                        participant=None,
                        offering=None,
                        enquiry=None,
                        invitation__isnull=False,
                    )
                ),
                name="letter_is_about_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.registration_id}"
