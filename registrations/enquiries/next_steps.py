"""Which enquiries wait for the practice to do something."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from registrations.enquiries.states import EnquiryState
from registrations.models import Enquiry, Proposal


def proposals_run_out() -> QuerySet[Enquiry]:
    """Enquiries whose open proposal is past its last day."""
    old = Proposal.objects.filter(
        enquiry=OuterRef("pk"),
        status=Proposal.Status.OPEN,
        valid_until__lt=timezone.localdate(),
    )
    return Enquiry.objects.filter(Exists(old), state=EnquiryState.PROPOSED, suspected_spam=False)


def unanswered() -> QuerySet[Enquiry]:
    return Enquiry.objects.filter(state=EnquiryState.NEW, suspected_spam=False)


def accepted_without_group() -> QuerySet[Enquiry]:
    return Enquiry.objects.filter(state=EnquiryState.ACCEPTED, offering=None, suspected_spam=False)
