"""Attendance on a phone: today's sessions, one session's list, and what is tapped there."""

import json
from datetime import timedelta
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View

from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses.models import Offering, OfferingSession
from courses.words import titles_of
from registrations import services
from registrations.attendance.listing import (
    PersonRow,
    attended_rows,
    people_at,
    session_rows,
    sessions_by_day,
    state_of,
)
from registrations.permissions import attended_offerings, attends_offerings, runs_practice
from registrations.sheets.catalogue import SHEETS
from registrations.tickets import person_with_code

MOST_MARKS: Final = 1000
# A tap that waited longer than that for a connection is as old as that.
OLDEST: Final = timedelta(days=60)
NO_SUCH_CODE: Final = gettext_lazy("Nobody in this session has that code. Nothing was changed.")
NOT_THAT_LONG: Final = gettext_lazy(
    "That is more than the whole session, so nothing was changed. Give fewer minutes."
)
REFUSALS: Final = {
    services.NotComing: gettext_lazy("This seat was given up meanwhile. Nothing was changed."),
    services.NotYet: gettext_lazy("The day of this session has not come. Nothing was changed."),
    services.NotThatLong: NOT_THAT_LONG,
}


def own_session(user: Any, pk: int) -> OfferingSession:
    """A session whose attendance ``user`` may see; what is another's does not exist."""
    sessions = OfferingSession.objects.filter(offering__in=attended_offerings(user))
    return get_object_or_404(sessions.select_related("offering__course__practice__site"), pk=pk)


class AttendanceView(WagtailAdminTemplateMixin, TemplateView):
    """What the screens of attendance have in common."""

    for_guests = True
    page_title = gettext_lazy("Attendance")
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        trail = [{"url": reverse("attendance"), "label": self.page_title}, *self.trail()]
        trail[-1] = {**trail[-1], "url": ""}
        return [*super().get_breadcrumbs_items(), *trail]

    def trail(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, storage=storage_of(self.request))


def storage_of(request: HttpRequest) -> dict[str, Any]:
    """How the browser keeps what it could not send: by whose taps, and where they go."""
    return {"user": request.user.pk, "address": reverse("attendance_mark", args=[0])}


class SessionsView(AttendanceView):
    """Today's sessions first, then those just over and those soon to come."""

    template_name = "registrations/admin/attendance/sessions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not attends_offerings(self.request.user):
            raise PermissionDenied
        days = sessions_by_day(attended_offerings(self.request.user))
        return super().get_context_data(**kwargs, days=days)


class OfferingAttendanceView(AttendanceView):
    """A course date's sessions, what each participant attended, and the sheets to print."""

    template_name = "registrations/admin/attendance/offering.html"

    @cached_property
    def offering(self) -> Offering:
        offerings = attended_offerings(self.request.user)
        rows = offerings.select_related("course__practice").prefetch_related("sessions")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def title(self) -> str:
        return titles_of([self.offering.course])[self.offering.course_id]

    def get_page_subtitle(self) -> str:
        return self.title

    def trail(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sessions = self.offering.sessions_list
        return super().get_context_data(
            **kwargs,
            offering=self.offering,
            zone=self.offering.practice.zone,
            sessions=session_rows(sessions),
            people=attended_rows(self.offering, language=self.offering.language),
            sheets=SHEETS.values(),
        )


class SessionView(AttendanceView):
    """Who comes to one session, each a tap away from being there."""

    template_name = "registrations/admin/attendance/session.html"

    @cached_property
    def session(self) -> OfferingSession:
        return own_session(self.request.user, self.kwargs["pk"])

    @cached_property
    def title(self) -> str:
        course = self.session.offering.course
        return titles_of([course])[course.pk]

    def get_page_subtitle(self) -> str:
        return self.title

    def trail(self) -> list[dict[str, Any]]:
        address = reverse("attendance_offering", args=[self.session.offering_id])
        return [{"url": address, "label": self.title}, {"url": "", "label": _("Session")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offering = self.session.offering
        people = people_at(
            self.session,
            language=offering.language,
            tells_who_booked=runs_practice(self.request.user, offering.practice),
        )
        words = self.request.GET.get("q", "").strip()
        return super().get_context_data(
            **kwargs,
            session=self.session,
            zone=self.session.offering.practice.zone,
            title=self.title,
            people=[row for row in people if found(row, words)],
            here=sum(1 for row in people if row.minutes),
            coming=len(people),
            words=words,
            chosen=self._chosen(people),
            is_open=services.takes_attendance(self.session),
            length=services.length_of(self.session),
        )

    def _chosen(self, people: list[PersonRow]) -> PersonRow | None:
        """Whose minutes are to be given, where somebody asked for that."""
        asked = self.request.GET.get("person", "")
        return next((row for row in people if str(row.person.pk) == asked), None)


def found(row: PersonRow, words: str) -> bool:
    searched = f"{row.name} {row.more} {row.code}".casefold()
    return all(word in searched for word in words.casefold().split())


class MarkView(View):
    """What was tapped: one after the other as a form, or many at once from the screen's script."""

    for_guests = True
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = own_session(request.user, pk)
        if request.content_type == "application/json":
            return self._taps(session)
        anchor = ""
        try:
            anchor = self._form(session)
        except tuple(REFUSALS) as refused:
            messages.warning(request, REFUSALS[type(refused)])
        return redirect(reverse("attendance_session", args=[pk]) + anchor)

    def _form(self, session: OfferingSession) -> str:
        """Do what the pressed button says; answer where on the page it was pressed."""
        asked, user = self.request.POST, self.request.user
        if "all" in asked:
            count = services.mark_all(session_id=session.pk, user=user)
            told = ngettext(
                "%(count)s more is noted as present.", "%(count)s more are noted as present.", count
            )
            messages.success(self.request, told % {"count": count})
            return ""
        if "code" in asked:
            coming = services.people_coming([session.offering_id])
            typed = person_with_code(coming, asked["code"])
            if typed is None:
                messages.warning(self.request, NO_SUCH_CODE)
                return ""
            services.mark(session_id=session.pk, participant_id=typed.pk, present=True, user=user)
            return f"#person-{typed.pk}"
        present = "here" in asked
        person = _number(asked.get("here" if present else "away"))
        services.mark(
            session_id=session.pk,
            participant_id=person,
            present=present,
            came_late=_number(asked.get("late")) if present else 0,
            left_early=_number(asked.get("early")) if present else 0,
            user=user,
        )
        return f"#person-{person}"

    def _taps(self, session: OfferingSession) -> HttpResponse:
        """Store what the browser kept until there was a connection; each word for itself."""
        now = timezone.now()
        refused = {}
        for tap in _taps_in(self.request.body):
            person = _number(tap.get("person"))
            age = timedelta(milliseconds=_number(tap.get("age"), most=10**11))
            try:
                services.mark(
                    session_id=session.pk,
                    participant_id=person,
                    present=tap.get("present") is True,
                    came_late=_number(tap.get("late")),
                    left_early=_number(tap.get("early")),
                    at=now - min(age, OLDEST),
                    user=self.request.user,
                )
            except tuple(REFUSALS) as reason:
                refused[str(person)] = str(REFUSALS[type(reason)])
        return JsonResponse({"people": state_of(session), "refused": refused})


def _taps_in(body: bytes) -> list[dict[str, Any]]:
    try:
        taps = json.loads(body)["taps"]
    except (ValueError, KeyError, TypeError) as error:
        raise Http404 from error
    if not isinstance(taps, list) or len(taps) > MOST_MARKS:
        raise Http404
    return [tap for tap in taps if isinstance(tap, dict)]


def _number(typed: Any, *, most: int = 2**31 - 1) -> int:
    """A number as it was typed or sent; 0, which is nobody and no minute, for anything else."""
    text = str(typed).strip() if isinstance(typed, str | int) else ""
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 16 else 0
