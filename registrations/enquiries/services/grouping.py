"""An accepted proposal becomes a closed group: a course date that nobody else sees."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from cms.history import record_whole
from courses.models import Course, Offering, OfferingSession, Price
from registrations.enquiries.letters import write_enquiry_letter
from registrations.enquiries.services.moving import Actor, locked_enquiry, note
from registrations.enquiries.states import AGREED
from registrations.models import Enquiry, Letter, Proposal

# A booking takes at most so many, and a closed group is one booking.
MOST_SEATS = 10


class GroupRefused(Exception):
    """No group was made: nothing is agreed, no time is known, or too many are to come."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def make_group(
    *, enquiry_id: int, times: Sequence[datetime], course_id: int | None, user: Any
) -> Offering:
    """Make the closed group of the accepted proposal, and send the link to register it.

    Without a ``course_id`` a course is made along, called what was proposed. The group's price is
    that of the proposal, however many come. An enquiry has one group at most: asked again, the
    one that there is is answered. Raises ``GroupRefused``.
    """
    enquiry = locked_enquiry(enquiry_id)
    if enquiry.offering is not None:
        return enquiry.offering
    proposal = enquiry.proposals.filter(status=Proposal.Status.ACCEPTED).first()
    if proposal is None or enquiry.state_now not in AGREED:
        raise GroupRefused("not_agreed")
    if proposal.people > MOST_SEATS:
        raise GroupRefused("too_many")
    if not times:
        raise GroupRefused("no_times")
    offering = _offering(proposal, course=_course(enquiry, proposal, course_id))
    _add_sessions(offering, proposal, times)
    _add_prices(offering, proposal)
    enquiry.offering = Offering.objects.select_related("course__practice__site").get(pk=offering.pk)
    enquiry.save(update_fields=["offering"])
    record_whole(enquiry.offering, user=user, action="created")
    note(enquiry, action="group_made", actor=Actor.PRACTICE, user=user)
    write_enquiry_letter(enquiry, kind=Letter.Kind.GROUP_LINK, about=enquiry.offering)
    return enquiry.offering


def _course(enquiry: Enquiry, proposal: Proposal, course_id: int | None) -> Course:
    if course_id is not None:
        return Course.objects.get(pk=course_id, practice=enquiry.practice)
    return Course.objects.create(
        practice=enquiry.practice, code=f"group-{enquiry.reference.lower()}", name=proposal.what
    )


def _offering(proposal: Proposal, *, course: Course) -> Offering:
    return Offering.objects.create(
        course=course,
        status=Offering.Status.PUBLISHED,
        closed_group=True,
        language=proposal.language,
        online=proposal.online,
        venue="" if proposal.online else proposal.place,
        seats=proposal.people,
        currency=proposal.currency,
        vat_treatment=proposal.vat_treatment,
        vat_rate=proposal.vat_rate,
        prices_include_vat=proposal.prices_include_vat,
        # What was agreed is about these days.
        date_change_allowed=False,
    )


def _add_sessions(offering: Offering, proposal: Proposal, times: Sequence[datetime]) -> None:
    length = timedelta(minutes=proposal.minutes)
    OfferingSession.objects.bulk_create(
        OfferingSession(offering=offering, starts_at=starts_at, ends_at=starts_at + length)
        for starts_at in sorted(set(times))
    )


def _add_prices(offering: Offering, proposal: Proposal) -> None:
    """The same sum for one as for all of them together."""
    amount = proposal.price_in_all
    Price.objects.create(offering=offering, kind=Price.Kind.ORDINARY, amount=amount)
    if proposal.people > 1:
        Price.objects.create(
            offering=offering,
            kind=Price.Kind.GROUP,
            amount=amount,
            from_people=2,
            whole_group=True,
        )
