"""What a guest organiser sees: the own course dates, and of each the names of those who come."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.guests import is_guest
from courses.models import Offering
from courses.words import titles_of
from registrations.models import Participant, SensitiveAnswer
from registrations.permissions import attended_offerings
from registrations.states import State

ON_ONE_PAGE: Final = 50


@dataclass(frozen=True)
class OwnDate:
    offering: Offering
    title: str


def own_dates(user: Any) -> QuerySet[Any]:
    """The course dates with which ``user`` helps as a guest, the latest first."""
    rows = Offering.objects.filter(guests__user=user).with_times().with_facts()
    return rows.order_by("-starts_at", "-pk")


def titled(offerings: list[Offering]) -> list[OwnDate]:
    titles = titles_of(offering.course for offering in offerings)
    return [OwnDate(offering, titles[offering.course_id]) for offering in offerings]


def those_who_come(offering: Offering) -> QuerySet[Participant]:
    """Participants whose seat is certain, by name; those without one come last."""
    rows = Participant.objects.coming().filter(
        registration__offering=offering, registration__state=State.CONFIRMED
    )
    named = NullIf("name", Value(""))
    return rows.order_by(named.asc(nulls_last=True), "pk")


def counted_answers(offering: Offering, people: list[Participant]) -> list[tuple[str, int]]:
    """How many answered each sensitive question; what they answered is the owner's matter."""
    answers = SensitiveAnswer.objects.filter(participant__in=people)
    numbers: dict[int, int] = defaultdict(int)
    numbers |= dict(answers.values_list("question").annotate(Count("pk")))
    asked = offering.questions.filter(sensitive=True).select_related("question")
    return [(row.question.text, numbers[row.question_id]) for row in asked]


class OwnDatesView(WagtailAdminTemplateMixin, TemplateView):
    for_guests = True
    template_name = "registrations/admin/own_dates.html"
    page_title = _("My course dates")
    header_icon = "date"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(own_dates(self.request.user), ON_ONE_PAGE).get_page(
            self.request.GET.get("p")
        )
        return super().get_context_data(**kwargs, dates=titled(list(page)), page_of_list=page)


class OwnDateView(WagtailAdminTemplateMixin, TemplateView):
    """One course date with the names of those who come; open to its owners as well."""

    for_guests = True
    template_name = "registrations/admin/own_date.html"
    header_icon = "date"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        rows = attended_offerings(request.user).select_related("course__practice")
        self.offering = get_object_or_404(rows, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return titled([self.offering])[0].title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("own_dates"), "label": OwnDatesView.page_title},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = list(those_who_come(self.offering))
        return super().get_context_data(
            **kwargs,
            offering=self.offering,
            people=people,
            counted=counted_answers(self.offering, people),
        )


class OwnDatesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_guest(request.user)


def menu_item() -> MenuItem:
    return OwnDatesMenuItem(
        _("My course dates"), reverse("own_dates"), name="own-dates", icon_name="date", order=205
    )


def urls() -> list[Any]:
    return [
        path("my-dates/", OwnDatesView.as_view(), name="own_dates"),
        path("my-dates/<int:pk>/", OwnDateView.as_view(), name="own_date"),
    ]
