"""A closed group's form: the ordinary one, behind the link that its buyer was sent."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse

from cms.site_context import practice_of
from courses.models import Offering
from registrations.enquiries.group_link import code_behind
from registrations.models import Enquiry, Proposal, Registration
from registrations.signup_views import sign_up

FROM_PROPOSAL: Final = (
    *("organisation", "organisation_country", "organisation_number"),
    *("buyer_reference", "order_number", "invoice_email"),
)


def register_group(request: HttpRequest, token: str) -> HttpResponse:
    """Register the group, with what is known of its buyer filled in."""
    code = code_behind(token)
    practice = practice_of(request)
    if code is None or practice is None:
        raise Http404
    offering = (
        Offering.objects.exclude(status=Offering.Status.DRAFT)
        .with_facts()
        .filter(code=code, closed_group=True, course__practice=practice, course__archived=False)
        .first()
    )
    if offering is None:
        raise Http404
    offering.course.practice = practice
    return sign_up(request, offering, known=_known_of_buyer(offering))


def _known_of_buyer(offering: Offering) -> dict[str, Any]:
    """What the accepted proposal says; nothing for a closed group that came about otherwise."""
    enquiry = Enquiry.objects.filter(offering=offering).first()
    if enquiry is None:
        return {}
    proposal = enquiry.proposals.filter(status=Proposal.Status.ACCEPTED).first()
    known = {
        "booker_name": enquiry.name,
        "booker_email": enquiry.email,
        "booker_phone": enquiry.phone,
        "organisation": enquiry.organisation,
    }
    if proposal is not None:
        known |= {name: value for name in FROM_PROPOSAL if (value := getattr(proposal, name))}
    if known["organisation"]:
        known |= {
            "payer": Registration.Payer.EMPLOYER,
            "method": Registration.Method.INVOICE,
        }
    return known
