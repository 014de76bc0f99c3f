"""What the owner writes about an enquiry: always seen first as it will be read, then sent."""

import hashlib
import uuid
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from registrations.enquiries import services
from registrations.enquiries.admin_forms import (
    GroupForm,
    ProposalForm,
    ReplyForm,
    TimeFormSet,
    times_of,
)
from registrations.enquiries.letters import reply as reply_in_words
from registrations.enquiries.proposal_document import document_context
from registrations.enquiries.services.grouping import MOST_SEATS
from registrations.enquiries.services.proposing import build, next_version
from registrations.enquiries.states import EnquiryMoveNotAllowed, EnquiryState
from registrations.models import Enquiry, Proposal

REFUSALS = {
    "not_agreed": gettext_lazy("No proposal has been accepted, so no group was made."),
    "too_many": gettext_lazy(
        "A closed group can be registered for ten people at most. Nothing was made: divide it "
        "into several course dates of your own, or agree on the rest by letter."
    ),
    "no_times": gettext_lazy("Give at least one day. Nothing was made."),
}


class EnquiryPage(View):
    """A page about one enquiry of one's own, in the practice's time zone."""

    model: Any = None
    index_url_name = ""
    permission_required = "change"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Enquiry)
        rows = policy.instances_user_has_permission_for(request.user, self.permission_required)
        self.enquiry = get_object_or_404(
            rows.select_related("practice__site", "offering"), pk=kwargs["pk"]
        )
        with timezone.override(self.enquiry.practice.zone):
            return super().dispatch(request, *args, **kwargs)

    def page(self, template: str, **context: Any) -> HttpResponse:
        context |= {
            "enquiry": self.enquiry,
            "practice": self.enquiry.practice,
            "zone": self.enquiry.practice.zone,
        }
        return render(self.request, f"enquiries/admin/{template}.html", context)

    def back(self) -> HttpResponse:
        return redirect("enquiries:inspect", self.enquiry.pk)


class ReplyView(EnquiryPage):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        with override(self.enquiry.language):
            subject = _("Your enquiry")
        form = ReplyForm(initial={"key": uuid.uuid4(), "subject": subject})
        return self.page("reply", form=form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ReplyForm(request.POST)
        if not form.is_valid():
            return self.page("reply", form=form)
        subject, text = form.cleaned_data["subject"], form.cleaned_data["text"]
        seal = sealed(subject, text)
        if request.POST.get("action") != "send" or request.POST.get("seal") != seal:
            with override(self.enquiry.language):
                said = reply_in_words(self.enquiry, (subject, text))
            return self.page("reply", form=form, letter=said, seal=seal)
        services.reply(
            enquiry_id=pk,
            key=form.cleaned_data["key"],
            subject=subject,
            text=text,
            user=request.user,
        )
        messages.success(request, _("Your reply is on its way."))
        return self.back()


class ProposeView(EnquiryPage):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_be_proposed(self.enquiry):
            messages.warning(request, _("Nothing can be proposed here now. Nothing was sent."))
            return self.back()
        last = self.enquiry.proposals.order_by("-version").first()
        initial = [{"starts_at": one.starts_at} for one in last.sessions.all()] if last else []
        return self._form(ProposalForm(enquiry=self.enquiry), TimeFormSet(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ProposalForm(request.POST, enquiry=self.enquiry)
        rows = TimeFormSet(request.POST)
        if not (form.is_valid() & rows.is_valid()):
            return self._form(form, rows)
        offered, times = form.offered(), times_of(rows)
        if len(times) > offered.meetings:
            form.add_error("meetings", _("There are more days than meetings."))
            return self._form(form, rows)
        version = next_version(self.enquiry)
        seal = sealed(offered, times, version)
        if request.POST.get("action") != "send" or request.POST.get("seal") != seal:
            return self._form(form, rows, shown=self._document(offered, times), seal=seal)
        try:
            services.propose(
                enquiry_id=pk, offered=offered, times=times, version=version, user=request.user
            )
        except EnquiryMoveNotAllowed:
            messages.warning(request, _("Nothing can be proposed here now. Nothing was sent."))
        else:
            messages.success(request, _("The proposal is on its way."))
        return self.back()

    def _document(self, offered: services.Offered, times: list[Any]) -> dict[str, Any]:
        """As the enquirer will read it, in their language."""
        proposal = build(self.enquiry, offered=offered, version=next_version(self.enquiry))
        length = timedelta(minutes=offered.minutes)
        proposal.times = [(at, at + length) for at in times]
        with override(self.enquiry.language):
            return document_context(proposal)

    def _form(self, form: ProposalForm, rows: Any, **context: Any) -> HttpResponse:
        return self.page("propose", form=form, rows=rows, **context)


class GroupView(EnquiryPage):
    """Make the closed group of what was accepted; the buyer gets the link to register it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        proposal = self._accepted()
        if proposal is None or self.enquiry.offering_id:
            messages.warning(request, _("There is no group to be made here now."))
            return self.back()
        initial = [{"starts_at": one.starts_at} for one in proposal.sessions.all()]
        return self._form(GroupForm(enquiry=self.enquiry), TimeFormSet(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form, rows = GroupForm(request.POST, enquiry=self.enquiry), TimeFormSet(request.POST)
        if not (form.is_valid() & rows.is_valid()):
            return self._form(form, rows)
        course = form.cleaned_data["course"]
        try:
            services.make_group(
                enquiry_id=pk,
                times=times_of(rows),
                course_id=course.pk if course else None,
                user=request.user,
            )
        except services.GroupRefused as refused:
            messages.error(request, REFUSALS[refused.reason])
            return self._form(form, rows)
        messages.success(
            request, _("The group is made, and the link to register it is on its way.")
        )
        return self.back()

    def _accepted(self) -> Proposal | None:
        return self.enquiry.proposals.filter(status=Proposal.Status.ACCEPTED).first()

    def _form(self, form: GroupForm, rows: Any) -> HttpResponse:
        return self.page(
            "group", form=form, rows=rows, proposal=self._accepted(), most_seats=MOST_SEATS
        )


def sealed(*shown: Any) -> str:
    """Stands for exactly what was shown: what was changed since is shown again first."""
    return hashlib.sha256(repr(shown).encode()).hexdigest()


def may_be_proposed(enquiry: Enquiry) -> bool:
    return not enquiry.suspected_spam and enquiry.state_now in (
        EnquiryState.NEW,
        EnquiryState.ANSWERED,
        EnquiryState.MEETING,
        EnquiryState.PROPOSED,
        EnquiryState.DECLINED,
    )
