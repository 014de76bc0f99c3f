"""What waits for the owner, on the first page of the administration."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from wagtail.admin.ui.components import Component

from cms.admin_views import own_rows
from cms.permissions import OWNERS, has_role
from registrations.enquiries.states import EnquiryState
from registrations.models import Enquiry, Proposal, Registration

MOST_SHOWN: Final = 6


class NeedsYou(Component):
    """Enquiries that wait for an answer or a next step, and registrations for a decision."""

    name = "needs_you"
    template_name = "enquiries/admin/needs_you.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        enquiries = own_rows(Enquiry, user).filter(suspected_spam=False)
        unanswered = enquiries.filter(state=EnquiryState.NEW).order_by("made_at", "pk")
        accepted = enquiries.filter(state=EnquiryState.ACCEPTED, offering=None)
        run_out = enquiries.filter(
            Q(state=EnquiryState.PROPOSED),
            Q(
                proposals__status=Proposal.Status.OPEN,
                proposals__valid_until__lt=timezone.localdate(),
            ),
        )
        decisions = own_rows(Registration, user).filter(needs_attention=True).count()
        groups = {
            "unanswered": list(unanswered.select_related("practice")[: MOST_SHOWN + 1]),
            "accepted": list(accepted[:MOST_SHOWN]),
            "run_out": list(run_out[:MOST_SHOWN]),
        }
        return {
            **groups,
            "more": len(groups["unanswered"]) > MOST_SHOWN,
            "unanswered": groups["unanswered"][:MOST_SHOWN],
            "decisions": decisions,
            "nothing": not decisions and not any(groups.values()),
        }


def show_what_needs_you(request: HttpRequest, panels: list[Any]) -> None:
    """For those who may read enquiries; nobody else has anything to be told."""
    if has_role(request.user, *OWNERS):
        panels.append(NeedsYou())
