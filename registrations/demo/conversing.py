"""Lets the demo's enquiries come about through the services, and days pass between the steps."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import F
from django.utils import timezone

from cms.demo.words import stable_id
from cms.models import Membership, Practice, Role
from courses.models import Offering, OfferingSession
from courses.terms import current_terms
from registrations import services as booking
from registrations.demo import enquiries as demo
from registrations.demo.enquiries import DemoEnquiry, Step
from registrations.enquiries import services
from registrations.enquiries.services import Entry, Offered
from registrations.enquiries.services.proposing import Acceptance, next_version
from registrations.enquiries.states import EnquiryState
from registrations.models import Enquiry, EnquiryLine, Letter, Proposal, Registration

FIRST_MEETING_IN: Final = timedelta(weeks=3)
BETWEEN_MEETINGS: Final = timedelta(weeks=4)
VALID_FOR: Final = timedelta(days=30)
VAT_RATES: Final = {"SE": 2500}


def make_enquiries(practice: Practice) -> None:
    """Make all of the practice's enquiries, none where it has no words for any."""
    owner = Membership.objects.filter(practice=practice, role=Role.OWNER).first()
    user = owner.user if owner else None
    for one in demo.ENQUIRIES.get(practice.slug, ()):
        enquiry = _receive(one, practice)
        if one.cared_for:
            services.assign(enquiry_id=enquiry.pk, to=user, user=user)
        for step in one.steps:
            _take(step, enquiry.pk, user=user)
            _let_pass(enquiry.pk, days=step.days)


def _receive(one: DemoEnquiry, practice: Practice) -> Enquiry:
    name, email = one.sender
    entry = Entry(
        submission_key=stable_id("enquiry", practice.slug, one.key),
        language=one.language,
        name=name,
        email=email,
        message=one.message,
        **(_question(practice, one.language) if one.asks else {}),
        **one.facts,
    )
    return services.receive(practice=practice, entry=entry)


def _question(practice: Practice, language: str) -> dict[str, str]:
    """What the front page asks, as the form would find it."""
    home = practice.home_pages().filter(locale__language_code=language).specific().first()
    calls = [b for b in home.body if b.block_type == "call_to_action"] if home else []
    if not calls:
        return {}
    return {
        "asked": str(calls[0].value["text"]),
        "from_title": home.title,
        "from_address": home.full_url or "",
    }


def _take(step: Step, enquiry_id: int, *, user: Any) -> None:
    enquiry = Enquiry.objects.select_related("practice").get(pk=enquiry_id)
    match step.what:
        case demo.REPLY:
            subject, text = step.words.split("\n\n", 1)
            key = stable_id("reply", enquiry.submission_key.hex, subject)
            services.reply(enquiry_id=enquiry_id, key=key, subject=subject, text=text, user=user)
        case demo.NOTE:
            services.add_note(enquiry_id=enquiry_id, text=step.words, user=user)
        case demo.MOVE:
            services.move_by_hand(enquiry_id=enquiry_id, to=EnquiryState(step.words), user=user)
        case demo.PROPOSE:
            _propose(step, enquiry, user=user)
        case demo.ACCEPT:
            acceptance = Acceptance(accepter_name=step.words, **step.facts)
            services.accept(proposal_id=_open(enquiry).pk, acceptance=acceptance)
        case demo.DECLINE:
            services.decline(proposal_id=_open(enquiry).pk, words=step.words)
        case demo.GROUP:
            _make_group(enquiry, user=user, begun=timedelta(days=step.days))


def _open(enquiry: Enquiry) -> Proposal:
    return enquiry.proposals.get(status=Proposal.Status.OPEN)


def _propose(step: Step, enquiry: Enquiry, *, user: Any) -> None:
    practice = enquiry.practice
    rate = VAT_RATES.get(practice.country, 0)
    facts = {
        "meetings": 6,
        "people": enquiry.people or 6,
        "format": enquiry.format,
        "terms": "",
        **step.facts,
    }
    offered = Offered(
        what=step.words,
        minutes=90,
        online=enquiry.setting == Enquiry.Setting.ONLINE,
        place=practice.address or practice.town,
        basis=Proposal.Basis.MEETING,
        currency=practice.currency,
        vat_treatment="rate" if rate else "exempt",
        vat_rate=rate,
        prices_include_vat=False,
        valid_until=timezone.localdate(timezone=practice.zone) + VALID_FOR,
        **facts,
    )
    services.propose(
        enquiry_id=enquiry.pk,
        offered=offered,
        times=_times(practice, number=3),
        version=next_version(enquiry),
        user=user,
    )


def _times(practice: Practice, *, number: int) -> list[datetime]:
    """Early afternoons, four weeks apart, some weeks from now."""
    local = timezone.localtime(timezone.now() + FIRST_MEETING_IN, practice.zone)
    local += timedelta(days=(1 - local.weekday()) % 7)
    first = local.replace(hour=13, minute=0, second=0, microsecond=0)
    return [first + BETWEEN_MEETINGS * index for index in range(number)]


def _make_group(enquiry: Enquiry, *, user: Any, begun: timedelta) -> None:
    """The group with all its meetings, registered by its buyer, who knows four names so far."""
    proposal = enquiry.proposals.get(status=Proposal.Status.ACCEPTED)
    group = services.make_group(
        enquiry_id=enquiry.pk,
        times=_times(enquiry.practice, number=proposal.meetings),
        course_id=None,
        user=user,
    )
    _register(group, enquiry, proposal)
    begins = FIRST_MEETING_IN + begun - timedelta(days=14)
    zone = enquiry.practice.zone
    for session in OfferingSession.objects.filter(offering=group):
        # By the wall clock, which summer time does not move.
        session.starts_at = session.starts_at.astimezone(zone) - begins
        session.ends_at = session.ends_at.astimezone(zone) - begins
        session.save(update_fields=["starts_at", "ends_at"])


def _register(group: Offering, enquiry: Enquiry, proposal: Proposal) -> None:
    names = ("Liv Aakre", "Sigrun Fet", "Mona Haugsvær", "Tuva Steinsland")
    booking.register(
        offering_id=group.pk,
        booking=booking.Booking(
            submission_key=stable_id("group", enquiry.submission_key.hex),
            language=enquiry.language,
            payer=Registration.Payer.EMPLOYER,
            method=Registration.Method.INVOICE,
            booker_name=enquiry.name,
            booker_email=enquiry.email,
            participants=tuple(
                booking.PersonComing(name=names[index] if index < len(names) else "")
                for index in range(group.seats)
            ),
            quoted_total=proposal.total.gross,
            terms=current_terms(practice=enquiry.practice, language=enquiry.language),
            organisation=proposal.organisation,
            organisation_country=enquiry.practice.country,
            organisation_number="999999999",
            order_number=proposal.order_number,
            invoice_email=proposal.invoice_email,
        ),
    )


def _let_pass(enquiry_id: int, *, days: int) -> None:
    """Everything so far happened so many days ago. Meetings that are agreed on stay ahead."""
    if not days:
        return
    past = timedelta(days=days)
    rows = Enquiry.objects.filter(pk=enquiry_id)
    rows.update(made_at=F("made_at") - past, ended_at=F("ended_at") - past)
    enquiry = rows.get()
    enquiry.notes.update(at=F("at") - past)
    Letter.objects.filter(enquiry=enquiry).update(made_at=F("made_at") - past)
    for proposal in enquiry.proposals.all():
        proposal.made_at -= past
        proposal.answered_at = proposal.answered_at and proposal.answered_at - past
        proposal.valid_until -= past
        proposal.save(update_fields=["made_at", "answered_at", "valid_until"])
    # A line of the history is never changed, so it is written anew.
    lines = list(EnquiryLine.objects.filter(enquiry=enquiry).order_by("pk"))
    EnquiryLine.objects.filter(enquiry=enquiry).delete()
    for line in lines:
        line.pk, line.at = None, line.at - past
    EnquiryLine.objects.bulk_create(lines)
