"""One registration and one letter in the admin, and the verbs that an owner has."""

import re
from collections import defaultdict
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.permissions import policy_registry

from cms.permissions import sees_sensitive_answers
from courses.words import titles_of
from registrations import queue, services
from registrations.attendance.listing import attended_by
from registrations.attention import attention_to
from registrations.history_shown import shown_changes
from registrations.invoices_shown import ACTIONS as INVOICE_ACTIONS
from registrations.invoices_shown import shown_invoices
from registrations.models import Actor, HistoryLine, Letter, PaymentAttempt, Registration
from registrations.own_page import number_of_seats
from registrations.post_office import send_again
from registrations.states import MoveNotAllowed, State
from registrations.stripe_gateway import StripeError
from registrations.tickets import with_pictures
from registrations.verbs_shown import DESK_ACTIONS, shown_verbs

MOST_WORDS: Final = 2000
WAITS_NO_MORE: Final = _("It does not wait, or not for more seats than that. Nothing was changed.")
NOTHING_TO_DECIDE: Final = _(
    "There is nothing to decide: it has been decided, taken back, or the date is called off."
)
# What the lines of a registration's history say.
ACTIONS: Final = {
    "registered": pgettext_lazy("history", "Registered"),
    "fewer_seats": pgettext_lazy("history", "Waits for fewer seats"),
    "seats_kept": pgettext_lazy("history", "Freed seats kept for it"),
    "seats_not_kept": pgettext_lazy("history", "Freed seats kept no more"),
    "names_changed": pgettext_lazy("history", "Names changed"),
    "answers_changed": pgettext_lazy("history", "Answers changed"),
    "participant_answered": pgettext_lazy("history", "Answers given by the participant"),
    "link_sent": pgettext_lazy("history", "Own link sent to a participant"),
    "participant_dates_moved": pgettext_lazy("history", "Participants told of new dates"),
    "participant_date_changed": pgettext_lazy("history", "Participants told of another date"),
    "participant_called_off": pgettext_lazy("history", "Participants told that it is called off"),
    "participant_cancelled": pgettext_lazy("history", "Participants told that they are cancelled"),
    "written_to": pgettext_lazy("history", "Letter by the practice"),
    "reminded": pgettext_lazy("history", "Reminder by the practice"),
    "asked_for_names": pgettext_lazy("history", "Asked for missing names"),
    "names_did_not_come": pgettext_lazy("history", "Names did not come in time"),
    "substituted": pgettext_lazy("history", "Somebody else comes instead"),
    "date_changed": pgettext_lazy("history", "Changed to another date"),
    "attended": pgettext_lazy("history", "Noted as present"),
    "not_attended": pgettext_lazy("history", "Noted as not present"),
    "message_changed": pgettext_lazy("history", "Message changed"),
    "code_used": pgettext_lazy("history", "Discount code used"),
    "part_paid": pgettext_lazy("history", "A part of the payment arrived"),
    "reminded_of_rest": pgettext_lazy("history", "Reminded of the rest"),
    "rest_failed": pgettext_lazy("history", "A later payment failed"),
    "goes_back": pgettext_lazy("history", "Paid after leaving; money back ordered"),
    "rest_overdue": pgettext_lazy("history", "The rest was not paid in time"),
    "paid": pgettext_lazy("history", "Money arrived"),
    "payment_on_its_way": pgettext_lazy("history", "Payment on its way"),
    "payment_failed": pgettext_lazy("history", "Payment failed"),
    "checkout_failed": pgettext_lazy("history", "Checkout failed"),
    "needs_attention": pgettext_lazy("history", "Needs attention"),
    "participants_cancelled": pgettext_lazy("history", "Participants cancelled"),
    "refunded": pgettext_lazy("history", "Money paid back"),
    "refund_failed": pgettext_lazy("history", "Refund failed"),
    "settled": pgettext_lazy("history", "Marked as settled"),
    "refund_adopted": pgettext_lazy("history", "Refund made at Stripe"),
    "refund_waits": pgettext_lazy("history", "Refund waits for a decision"),
    "disputed": pgettext_lazy("history", "Payment disputed at the bank"),
    "loss_written_off": pgettext_lazy("history", "Loss written off"),
    "dispute_closed": pgettext_lazy("history", "Dispute closed"),
    "dates_moved": pgettext_lazy("history", "Dates moved"),
    "money_back_ordered": pgettext_lazy("history", "Money back ordered"),
    **INVOICE_ACTIONS,
    **DESK_ACTIONS,
    **{str(state): state.label for state in State},
}


# Asked for once; everything on the page is worked out from it.
FETCHED_ALONG: Final = (
    *("offering__sessions", "participants", "ledger", "payment_attempts", "refunds"),
    *("invoices__credit_notes", "disputes"),
)


class RegistrationView(generic.InspectView):
    """Everything about one registration, for the owner of its practice."""

    page_title = _("Registration")
    any_permission_required = ("view",)
    fields = ("reference",)

    def get_object(self, queryset: Any = None) -> Registration:
        rows = Registration.objects.select_related(
            "practice__site", "offering__course__practice", "terms", "code"
        ).prefetch_related(*FETCHED_ALONG)
        return get_object_or_404(rows, pk=self.pk)

    def get_page_subtitle(self) -> str:
        return f"{self.object.booker_name} ({self.object.reference})"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        registration = self.object
        attention = attention_to(registration)
        waits = registration.state_now == State.WAITLISTED
        may_act = self.user_has_permission_for_instance("change", registration)
        return {
            **super().get_context_data(**kwargs),
            "registration": registration,
            "offering": registration.offering,
            "title": titles_of([registration.offering.course])[registration.offering.course_id],
            "zone": registration.practice.zone,
            "people": self._people(),
            "own_answers": self._answers(None),
            "sensitive_shown": self._sees_sensitive(),
            "sensitive_count": 0
            if self._sees_sensitive()
            else registration.sensitiveanswers.count(),
            "ledger": registration.ledger.all(),
            "owed": registration.balance_due(),
            "attempts": registration.payment_attempts.all(),
            "letters": registration.letters.order_by("pk"),
            "history": self._history(),
            "may_note": may_act,
            **shown_verbs(registration, may_act=may_act, attention=attention),
            "attention": attention,
            "disputes": registration.disputes.all(),
            "loss": services.loss_to_write_off(registration) if may_act else 0,
            **shown_invoices(registration, may_act=may_act),
            "may_place": may_act and waits,
            "position": queue.position(registration) if waits else 0,
            "fewer": range(1, len(registration.participants.all())),
            "may_decide": may_act and registration.state_now == State.IN_REVIEW,
        }

    def _sees_sensitive(self) -> bool:
        return sees_sensitive_answers(self.request.user, self.object.practice)

    def _people(self) -> list[dict[str, Any]]:
        attended = attended_by(self.object)
        return [
            {
                "participant": person,
                "answers": self._answers(person.pk),
                "attended": attended.get(person.pk, []),
            }
            for person in self.object.participants.all()
        ]

    def _answers(self, participant_id: int | None) -> list[Any]:
        if not hasattr(self, "_answers_by_person"):
            answers: dict[int | None, list[Any]] = defaultdict(list)
            rows = list(self.object.answers.order_by("pk"))
            if self._sees_sensitive():
                rows += self.object.sensitiveanswers.order_by("pk")
            for row in rows:
                answers[row.participant_id].append(row)
            self._answers_by_person = answers
        return self._answers_by_person[participant_id]

    def _history(self) -> list[dict[str, Any]]:
        return [
            {
                "line": line,
                "what": ACTIONS.get(line.action, line.action),
                "why": why_in_words(line),
                "note": line.note.text if hasattr(line, "note") else "",
                "changes": shown_changes(line),
            }
            for line in self.object.history.select_related("user", "note", "registration__practice")
        ]


def why_in_words(line: HistoryLine) -> str:
    """The reason in words; where it names participants by their numbers, it says so."""
    if re.fullmatch(r"\d+(, \d+)*", line.why):
        named = [gettext("Participant %(number)s") % {"number": n} for n in line.why.split(", ")]
        return ", ".join(named)
    return gettext(line.why) if line.why else ""


class VerbView(View):
    """A verb on one row of one's own: POST only, then back to the row."""

    model: Any = None
    permission_required = "change"
    inspect_url_name = ""
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = policy_registry.get_by_type(self.model)
        rows = policy.instances_user_has_permission_for(request.user, self.permission_required)
        row = get_object_or_404(rows, pk=pk)
        self.act(row)
        return redirect(self.inspect_url_name, row.pk)

    def act(self, row: Any) -> None:
        raise NotImplementedError


class GiveUpView(VerbView):
    """Cancel before payment, as the booker asked for it."""

    def act(self, row: Registration) -> None:
        try:
            services.give_up(registration_id=row.pk, actor=Actor.OWNER, user=self.request.user)
        except services.AlreadyPaid:
            messages.warning(
                self.request, _("The payment arrived first, so the registration is confirmed.")
            )
        except services.PaymentOnItsWay:
            messages.warning(
                self.request, _("A payment is on its way. Try again when it has been decided.")
            )
        except StripeError:
            messages.error(self.request, _("Stripe did not answer. Nothing was changed."))
        else:
            messages.success(self.request, _("The registration is cancelled."))


class ApproveView(VerbView):
    def act(self, row: Registration) -> None:
        try:
            services.approve(registration_id=row.pk, user=self.request.user)
        except MoveNotAllowed:
            messages.warning(self.request, NOTHING_TO_DECIDE)
        else:
            messages.success(self.request, _("The registration is approved."))


class DeclineView(VerbView):
    """With the owner's own words, which go into the letter."""

    def act(self, row: Registration) -> None:
        words = self.request.POST.get("words", "")
        if len(words) > MOST_WORDS:
            messages.error(self.request, _("Write at most 2,000 characters. Nothing was changed."))
            return
        try:
            services.decline(registration_id=row.pk, user=self.request.user, words=words)
        except services.NoWords:
            messages.error(
                self.request, _("Write a few words to the applicant. Nothing was changed.")
            )
        except MoveNotAllowed:
            messages.warning(self.request, NOTHING_TO_DECIDE)
        else:
            messages.success(self.request, _("The registration is declined."))


class KeepSeatsView(VerbView):
    """Keep freed seats together for a group, or let others pass it again."""

    def act(self, row: Registration) -> None:
        kept = self.request.POST.get("kept") == "yes"
        try:
            services.keep_seats(registration_id=row.pk, kept=kept, user=self.request.user)
        except MoveNotAllowed:
            messages.warning(self.request, WAITS_NO_MORE)
        else:
            messages.success(
                self.request,
                _("Freed seats are kept until they are enough for it.")
                if kept
                else _("Those behind it may be offered seats again."),
            )


class TakeFewerView(VerbView):
    def act(self, row: Registration) -> None:
        try:
            services.take_fewer(
                registration_id=row.pk,
                seats=number_of_seats(self.request.POST.get("seats", "")),
                actor=Actor.OWNER,
                user=self.request.user,
            )
        except MoveNotAllowed:
            messages.warning(self.request, WAITS_NO_MORE)
        else:
            messages.success(self.request, _("It waits for fewer seats now."))


class AskStripeView(VerbView):
    """Look at Stripe what has become of the payments that are undecided."""

    def act(self, row: Registration) -> None:
        undecided = row.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
        try:
            for attempt in undecided:
                services.sync(attempt_id=attempt.pk)
        except StripeError:
            messages.error(self.request, _("Stripe did not answer. Nothing was changed."))
        else:
            messages.success(self.request, _("Stripe was asked; this is how things stand."))


class GiveSeatView(VerbView):
    """Confirm what was paid too late, now that seats are free again."""

    def act(self, row: Registration) -> None:
        try:
            services.give_seat(registration_id=row.pk, user=self.request.user)
        except services.NotEnoughSeats as refusal:
            few = ngettext(
                "Only %(count)s seat is free. Nothing was changed.",
                "Only %(count)s seats are free. Nothing was changed.",
                refusal.left,
            ) % {"count": refusal.left}
            none = _("No seat is free. Nothing was changed.")
            messages.warning(self.request, few if refusal.left > 0 else none)
        except MoveNotAllowed:
            messages.error(self.request, _("This was not paid in full. Nothing was changed."))
        else:
            messages.success(self.request, _("The registration is confirmed."))


VERBS: Final = {
    "give_up": GiveUpView,
    "ask_stripe": AskStripeView,
    "approve": ApproveView,
    "decline": DeclineView,
    "keep_seats": KeepSeatsView,
    "take_fewer": TakeFewerView,
    "give_seat": GiveSeatView,
}


class LetterView(generic.InspectView):
    page_title = _("Letter")
    any_permission_required = ("view",)
    fields = ("subject",)

    def get_object(self, queryset: Any = None) -> Letter:
        rows = Letter.objects.select_related("practice", "registration", "enquiry")
        return get_object_or_404(rows, pk=self.pk)

    def get_page_subtitle(self) -> str:
        return self.object.subject

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "letter": self.object,
            "zone": self.object.practice.zone,
            "may_send_again": self.object.status in (Letter.Status.FAILED, Letter.Status.SENT)
            and self.user_has_permission_for_instance("change", self.object),
        }


class LetterHtmlView(View):
    """A letter's HTML as it was sent, for a frame in which it can do nothing."""

    model: Any = None
    permission_required = "view"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = policy_registry.get_by_type(self.model)
        own = policy.instances_user_has_permission_for(request.user, self.permission_required)
        letter = get_object_or_404(own, pk=pk)
        if not letter.html:
            raise Http404
        response = HttpResponse(with_pictures(letter))
        response["Content-Security-Policy"] = (
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
            "frame-ancestors 'self'"
        )
        response["X-Frame-Options"] = "SAMEORIGIN"
        response["X-Robots-Tag"] = "noindex"
        return response


class SendAgainView(VerbView):
    def act(self, row: Letter) -> None:
        send_again(letter_id=row.pk)
        messages.success(self.request, _("The letter is in the queue again."))
