"""A verb on many registrations: what will happen to whom is shown first, then each by itself."""

import logging
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.permissions import policy_registry

from courses.money import format_money
from courses.words import titles_of
from registrations import services
from registrations.admin_desk import MOST_WORDS, refusal_of
from registrations.admin_desk import REFUSALS as DESK_REFUSALS
from registrations.admin_views import FETCHED_ALONG, NOTHING_TO_DECIDE
from registrations.desk_filters import RegistrationFilterSet
from registrations.finding import matching
from registrations.forms import whole_number
from registrations.models import Actor, Letter, Registration
from registrations.states import MoveNotAllowed, State
from registrations.verbs_shown import why_not

logger = logging.getLogger(__name__)

# Each may have to ask Stripe, and somebody waits for the answer.
MOST_AT_ONCE: Final = 200
Kind = Letter.Kind
TIERS: Final = "offering__cancellation_tiers"


@dataclass(frozen=True)
class Plan:
    """What would happen to one of them: a letter, money back, or nothing and why."""

    row: Registration
    title: str
    letter: str = ""
    refund: int = 0
    why_not: str = ""

    @property
    def refund_in_words(self) -> str:
        return format_money(self.refund, self.row.currency, get_language() or "en")


@dataclass(frozen=True)
class Outcome:
    row: Registration
    why_not: str = ""


class Refused(Exception):
    """In words for the owner; nothing was changed."""


class RegistrationBulkAction(BulkAction):
    """On one's own registrations alone: ``cms.admin_bulk`` lets nobody name any other."""

    models = [Registration]
    permission_required = "change"
    template_name = "registrations/admin/bulk.html"
    verb = ""
    letter: Kind | None = None
    explains: Any = ""
    grave = False

    # What becomes of one

    def plan(self, row: Registration) -> Plan:
        letter = self.letter_to(row)
        told = f"{Kind(letter).label} → {row.booker_email}" if letter else ""
        return Plan(row, self.titles[row.offering.course_id], told, why_not=self.why_not(row))

    def why_not(self, row: Registration) -> str:
        return why_not(row, self.verb)

    def letter_to(self, row: Registration) -> Kind | None:
        return self.letter

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        raise NotImplementedError

    # All of them

    @property
    def own(self) -> Any:
        return policy_registry.get_by_type(Registration).instances_user_has_permission_for(
            self.request.user, self.permission_required
        )

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """All that the list has which one comes from, with its filters and what is searched."""
        asked = QueryDict(self.next_url.partition("?")[2])
        rows = RegistrationFilterSet(asked, queryset=self.own, request=self.request).qs
        if words := asked.get("q", "").strip():
            rows = rows.filter(pk__in=matching(words))
        return rows.order_by("-made_at").values_list("pk", flat=True)[: MOST_AT_ONCE + 1]

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, Any]]:
        asked = self.request.GET.getlist("id")
        if "all" in asked:
            asked = [str(pk) for pk in self.get_all_objects_in_listing_query(None)]
        keys = [int(key) for key in asked if key.isdecimal()]
        rows = self.own.filter(pk__in=keys[: MOST_AT_ONCE + 1])
        found = rows.select_related("practice__site", "offering__course__practice", "terms")
        objects = list(found.prefetch_related(*FETCHED_ALONG, TIERS).order_by("-made_at", "-pk"))
        if not objects:
            raise Http404
        return objects, {"items_with_no_access": []}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, _none = self.get_actionable_objects()
        too_many = len(rows) > MOST_AT_ONCE
        self.titles = titles_of({row.offering.course for row in rows})
        plans = [] if too_many else [self.plan(row) for row in rows]
        return {
            **forms_of(self, kwargs),
            "plans": [plan for plan in plans if not plan.why_not],
            "refused": [plan for plan in plans if plan.why_not],
            "too_many": MOST_AT_ONCE if too_many else 0,
            "next": self.next_url,
            "action": self,
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """One by one, each in its own transaction: one that fails never stops the rest."""
        rows, _none = self.get_actionable_objects()
        if len(rows) > MOST_AT_ONCE:
            raise PermissionDenied
        outcomes = [self._do(row, form.cleaned_data) for row in rows]
        done = [outcome for outcome in outcomes if not outcome.why_not]
        told = ngettext(
            "Done for %(count)s registration.", "Done for %(count)s registrations.", len(done)
        ) % {"count": len(done)}
        context = {
            "done": done,
            "not_done": [outcome for outcome in outcomes if outcome.why_not],
            "told": told,
            "next": self.next_url,
            "action": self,
        }
        return render(self.request, "registrations/admin/bulk_done.html", context)

    def _do(self, row: Registration, typed: dict[str, Any]) -> Outcome:
        if refusal := self.why_not(row):
            return Outcome(row, refusal)
        try:
            self.act(row, typed)
        except Refused as refusal_said:
            return Outcome(row, str(refusal_said))
        except MoveNotAllowed:
            return Outcome(row, str(NOTHING_TO_DECIDE))
        except tuple(DESK_REFUSALS) as error:
            return Outcome(row, refusal_of(error))
        except Exception as error:  # one bad row never stops the rest
            logger.warning("%s failed for one row: %s", self.action_type, type(error).__name__)
            return Outcome(row, _("Something went wrong. Open it, and look what has happened."))
        return Outcome(row)


def forms_of(action: RegistrationBulkAction, kwargs: dict[str, Any]) -> dict[str, Any]:
    form = kwargs.get("form") or action.get_form()
    query = action.request.META["QUERY_STRING"]
    return {"form": form, "submit_url": f"{action.request.path}?{query}"}


class Approve(RegistrationBulkAction):
    display_name = gettext_lazy("Approve")
    aria_label = gettext_lazy("Approve the chosen registrations")
    action_type, action_priority, verb = "approve", 10, "approve"
    explains = gettext_lazy("Who pays by card gets the way to pay; all others are confirmed.")

    def letter_to(self, row: Registration) -> Kind:
        return Kind.APPROVED if row.method == Registration.Method.CARD else Kind.CONFIRMED

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.approve(registration_id=row.pk, user=self.request.user)


class WordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Why, in your own words"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("All of them read this in their letter."),
    )


class Decline(RegistrationBulkAction):
    display_name = gettext_lazy("Decline")
    aria_label = gettext_lazy("Decline the chosen registrations")
    action_type, action_priority, verb = "decline", 20, "decline"
    form_class, letter, grave = WordsForm, Kind.DECLINED, True

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.decline(
            registration_id=row.pk, user=self.request.user, words=typed["words"]
        )


class UntilForm(forms.Form):
    until = forms.DateTimeField(label=gettext_lazy("Until"), widget=AdminDateTimeInput)


class Extend(RegistrationBulkAction):
    display_name = gettext_lazy("Give more time")
    aria_label = gettext_lazy("Give more time to the chosen registrations")
    action_type, action_priority, verb = "extend", 50, "extend"
    form_class, letter = UntilForm, Kind.EXTENDED

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is typed is the time where the first of them takes place."""
        rows, _none = self.get_actionable_objects()
        with timezone.override(rows[0].practice.zone):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.extend(registration_id=row.pk, until=typed["until"], user=self.request.user)


class SendPayLink(RegistrationBulkAction):
    display_name = gettext_lazy("Send the way to pay")
    aria_label = gettext_lazy("Send the way to pay to the chosen registrations")
    action_type, action_priority, verb = "send_pay_link", 30, "send_pay_link"
    letter = Kind.PAY_LINK

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.send_pay_link(registration_id=row.pk, user=self.request.user)


class AskForNames(RegistrationBulkAction):
    display_name = gettext_lazy("Ask for names")
    aria_label = gettext_lazy("Ask the chosen registrations for names")
    action_type, action_priority, verb = "ask_for_names", 40, "ask_for_names"
    letter = Kind.NAMES_MISSING

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.ask_for_names_now(registration_id=row.pk, user=self.request.user)


class Settle(RegistrationBulkAction):
    display_name = gettext_lazy("Mark as settled")
    aria_label = gettext_lazy("Mark the chosen registrations as settled")
    action_type, action_priority, verb = "settle", 60, "settle"

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        return services.settle(registration_id=row.pk, user=self.request.user)


class Cancel(RegistrationBulkAction):
    """By the rules of each one's date; what is shown goes back, or nothing happens."""

    display_name = pgettext_lazy("registration", "Cancel")
    aria_label = gettext_lazy("Cancel the chosen registrations")
    action_type, action_priority, verb, grave = "cancel", 70, "cancel", True
    explains = gettext_lazy(
        "Each by the rules of its own date: the fee is kept, the rest goes back."
    )

    def plan(self, row: Registration) -> Plan:
        plan = super().plan(row)
        return Plan(row, plan.title, plan.letter, self._refund(row), plan.why_not)

    def why_not(self, row: Registration) -> str:
        if row.state_now in services.MAY_BE_GIVEN_UP:
            return ""
        if refusal := why_not(row, "cancel"):
            return refusal
        by_rules = services.percent_now(row) is not None
        return "" if by_rules else _("The rules of its date name no fee now. Cancel it by itself.")

    def letter_to(self, row: Registration) -> Kind:
        return Kind.LEFT_LIST if row.state_now == State.WAITLISTED else Kind.CANCELLED

    def _refund(self, row: Registration) -> int:
        percent = services.percent_now(row) if row.state_now == State.CONFIRMED else None
        if percent is None:
            return 0
        return services.quote(row, numbers=None, percent=percent).refund

    def act(self, row: Registration, typed: dict[str, Any]) -> object:
        user = self.request.user
        if row.state_now in services.MAY_BE_GIVEN_UP:
            return services.give_up(registration_id=row.pk, actor=Actor.OWNER, user=user)
        shown = whole_number(self.request.POST.get(f"refund_{row.pk}", ""))
        try:
            return services.cancel(
                registration_id=row.pk,
                numbers=None,
                actor=Actor.OWNER,
                user=user,
                quoted_refund=shown,
            )
        except services.QuoteChanged:
            raise Refused(_("The amounts have changed. Nothing was cancelled.")) from None


class Write(RegistrationBulkAction):
    """A letter in one's own words, written on a page of its own that shows it first."""

    display_name = gettext_lazy("Write a letter")
    aria_label = gettext_lazy("Write a letter to the chosen registrations")
    action_type, action_priority, verb = "write", 15, "write"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows, _none = self.get_actionable_objects()
        if len(rows) > MOST_AT_ONCE:
            return super().get(request, *args, **kwargs)
        keys = ",".join(str(row.pk) for row in rows)
        return redirect(f"{reverse('registrations:write')}?registrations={keys}")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.get(request)


BULK_ACTIONS: Final = (Write, Approve, Decline, SendPayLink, AskForNames, Extend, Settle, Cancel)
