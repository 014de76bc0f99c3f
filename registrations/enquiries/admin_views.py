"""One enquiry in the admin, and the small verbs that an owner has with it."""

from typing import Any, Final

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.views import generic

from cms.models import Practice, Role
from registrations.admin_views import MOST_WORDS, VerbView
from registrations.enquiries import services
from registrations.enquiries.admin_pages import (
    GroupView,
    ProposeView,
    ReplyView,
    may_be_proposed,
)
from registrations.enquiries.group_link import group_address
from registrations.enquiries.states import (
    BY_HAND,
    MOVES,
    EnquiryMoveNotAllowed,
    EnquiryState,
)
from registrations.models import Enquiry, Proposal

# What the lines of an enquiry's history say.
ACTIONS: Final = {
    "replied": pgettext_lazy("history", "Replied by letter"),
    "assigned": pgettext_lazy("history", "Given to somebody to take care of"),
    "unassigned": pgettext_lazy("history", "Given to nobody in particular"),
    "no_spam": pgettext_lazy("history", "Called no spam; letters written"),
    "proposed_again": pgettext_lazy("history", "Sent another proposal"),
    "group_made": pgettext_lazy("history", "Made a closed group"),
    **{str(state): state.label for state in EnquiryState},
}
# What a press of the button says that has happened.
STEPS: Final = {
    EnquiryState.ANSWERED: _("I have answered in another way"),
    EnquiryState.MEETING: _("We have agreed on an exploratory meeting"),
    EnquiryState.RUNNING: _("The meetings have begun"),
    EnquiryState.EVALUATED: _("It is evaluated"),
    EnquiryState.ENDED: _("It has ended"),
}
TAKE_UP_AGAIN: Final = _("Take it up again")


def who_may_care(practice: Practice) -> Any:
    """Those who may read the practice's enquiries, for a list to choose from."""
    return (
        get_user_model()
        .objects.filter(
            memberships__practice=practice, memberships__role=Role.OWNER, is_active=True
        )
        .distinct()
        .order_by("first_name", "last_name", "pk")
    )


def next_steps(enquiry: Enquiry, *, agreed: bool) -> list[tuple[str, Any]]:
    """The moves by hand that fit now, each with the words on its button."""
    if enquiry.suspected_spam or (enquiry.state_now == EnquiryState.ENDED and agreed):
        return []
    ended = enquiry.state_now == EnquiryState.ENDED
    return [
        (to, TAKE_UP_AGAIN if ended else STEPS[to])
        for to in MOVES[enquiry.state_now]
        if to in BY_HAND
    ]


class EnquiryView(generic.InspectView):
    """Everything about one enquiry, for the owner of its practice."""

    page_title = _("Enquiry")
    any_permission_required = ("view",)
    fields = ("reference",)

    def get_object(self, queryset: Any = None) -> Enquiry:
        rows = Enquiry.objects.select_related(
            "practice__site", "assigned_to", "offering__course__practice__site"
        )
        return get_object_or_404(rows, pk=self.pk)

    def get_page_subtitle(self) -> str:
        return f"{self.object.name} ({self.object.reference})"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        enquiry = self.object
        may_act = self.user_has_permission_for_instance("change", enquiry)
        proposals = list(enquiry.proposals.prefetch_related("sessions"))
        for proposal in proposals:
            proposal.enquiry = enquiry
        agreed = any(one.status == Proposal.Status.ACCEPTED for one in proposals)
        offering = enquiry.offering
        return {
            **super().get_context_data(**kwargs),
            "enquiry": enquiry,
            "zone": enquiry.practice.zone,
            "proposals": proposals,
            "letters": enquiry.letters.order_by("pk"),
            "notes": enquiry.notes.select_related("user"),
            "history": [
                {
                    "line": line,
                    "what": ACTIONS.get(line.action, line.action),
                    "why": line.why,
                }
                for line in enquiry.history.select_related("user")
            ],
            "steps": next_steps(enquiry, agreed=agreed) if may_act else [],
            "may_act": may_act,
            "may_propose": may_act and may_be_proposed(enquiry),
            "may_group": may_act and agreed and offering is None,
            "colleagues": who_may_care(enquiry.practice),
            "group_address": group_address(offering, language=enquiry.language) if offering else "",
        }


class MoveView(VerbView):
    """Say what has happened outside."""

    def act(self, row: Enquiry) -> None:
        to = self.request.POST.get("to", "")
        try:
            services.move_by_hand(enquiry_id=row.pk, to=EnquiryState(to), user=self.request.user)
        except (ValueError, EnquiryMoveNotAllowed):
            messages.warning(
                self.request,
                _("This step does not follow on where the enquiry stands. Nothing was changed."),
            )
        else:
            messages.success(
                self.request,
                gettext("The enquiry stands at “%(state)s” now.")
                % {"state": EnquiryState(to).label},
            )


class NoteView(VerbView):
    def act(self, row: Enquiry) -> None:
        text = self.request.POST.get("text", "").replace("\x00", "").strip()
        if not text or len(text) > MOST_WORDS:
            messages.error(self.request, _("Write 1 to 2,000 characters. Nothing was kept."))
            return
        services.add_note(enquiry_id=row.pk, text=text, user=self.request.user)
        messages.success(self.request, _("Your note is kept."))


class AssignView(VerbView):
    def act(self, row: Enquiry) -> None:
        chosen = self.request.POST.get("to", "")
        to = None
        if chosen:
            key = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else 0
            to = who_may_care(row.practice).filter(pk=key).first()
            if to is None:
                messages.error(self.request, _("This person does not look after enquiries here."))
                return
        services.assign(enquiry_id=row.pk, to=to, user=self.request.user)
        messages.success(self.request, _("It is noted who takes care of it."))


class NoSpamView(VerbView):
    def act(self, row: Enquiry) -> None:
        services.call_it_no_spam(enquiry_id=row.pk, user=self.request.user)
        messages.success(
            self.request, _("It is an ordinary enquiry now, and the receipt is on its way.")
        )


VERBS: Final = {
    "reply": ReplyView,
    "propose": ProposeView,
    "group": GroupView,
    "move": MoveView,
    "note": NoteView,
    "assign": AssignView,
    "no_spam": NoSpamView,
}
