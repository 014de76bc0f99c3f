"""What the first page of the administration shows of registrations, and to whom."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from wagtail.admin.ui.components import Component

from cms.models import Practice
from cms.permissions import OWNERS, has_role, practices_of
from registrations.dashboard.charts import charts_of
from registrations.dashboard.coming import coming_sessions
from registrations.dashboard.kept import kept_figures
from registrations.dashboard.needs import waiting, with_needs
from registrations.enquiries.next_steps import (
    accepted_without_group,
    proposals_run_out,
    unanswered,
)
from registrations.models import Enquiry

ENQUIRIES_SHOWN: Final = 6


class Scope:
    """The practices that the reader owns, or the one of them that was chosen; read once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.now = timezone.now()

    @cached_property
    def own(self) -> list[Any]:
        return with_needs(practices_of(self.request.user, *OWNERS), now=self.now)

    @cached_property
    def chosen(self) -> Practice | None:
        asked = self.request.GET.get("practice", "")
        return next((one for one in self.own if str(one.pk) == asked), None)

    @property
    def practices(self) -> list[Any]:
        return [self.chosen] if self.chosen else self.own

    @property
    def keys(self) -> list[int]:
        return [practice.pk for practice in self.practices]

    @property
    def zone(self) -> Any:
        """Of the practice; several have their months in the first one's."""
        return self.practices[0].zone if self.practices else timezone.get_current_timezone()


class DashboardPanel(Component):
    class Media:
        css = {"all": ("admin/first_page.css",)}

    def __init__(self, scope: Scope) -> None:
        self.scope = scope


class NeedsYou(DashboardPanel):
    """What waits, each kind with its number and the way to its list; enquiries by name."""

    name = "needs_you"
    template_name = "registrations/admin/dashboard/needs.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        scope = self.scope
        steps = Q(pk__in=unanswered().values("pk"))
        for others in (accepted_without_group(), proposals_run_out()):
            steps |= Q(pk__in=others.order_by().values("pk"))
        enquiries = Enquiry.objects.filter(steps, practice__in=scope.keys)
        return {
            "practices": scope.own if len(scope.own) > 1 else [],
            "chosen": scope.chosen,
            "waiting": waiting(scope.practices, chosen=scope.chosen),
            "enquiries": enquiries.select_related("practice").order_by("made_at", "pk")[
                :ENQUIRIES_SHOWN
            ],
        }


class WhatComes(DashboardPanel):
    name = "what_comes"
    template_name = "registrations/admin/dashboard/coming.html"
    order = 41

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        practices = Practice.objects.filter(pk__in=self.scope.keys)
        return {
            "sessions": coming_sessions(practices, now=self.scope.now),
            "chosen": self.scope.chosen,
        }


class HowItGoes(DashboardPanel):
    name = "how_it_goes"
    template_name = "registrations/admin/dashboard/figures.html"
    order = 42

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        figures = kept_figures(self.scope.keys, zone=self.scope.zone, now=self.scope.now)
        if figures is None:
            return {"are_added_up": True}
        return {
            "charts": charts_of(figures, language=get_language() or "en"),
            "worked_out_at": figures.worked_out_at,
            "zone": self.scope.zone,
        }


def show_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """For owners; nobody else has anything to be told here."""
    if has_role(request.user, *OWNERS):
        scope = Scope(request)
        panels += [NeedsYou(scope), WhatComes(scope), HowItGoes(scope)]


def hide_counts_of_files(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and pictures there are is nothing that an owner acts upon."""
    if has_role(request.user, *OWNERS):
        items.clear()
