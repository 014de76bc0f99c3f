"""A ticket's address: for whoever runs the course a button, for everybody else the course alone."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wagtail.admin import messages

from cms.site_context import practice_of
from courses.models import OfferingSession
from courses.words import course_title
from registrations import services
from registrations.attendance.names import more_of, name_of
from registrations.attendance.views import REFUSALS, AttendanceView
from registrations.models import Attendance, Participant
from registrations.permissions import attended_offerings, runs_practice
from registrations.tickets import link_id_of_ticket, ticket_token
from registrations.views import private


def person_of(token: str) -> Participant | None:
    """Whose ticket it is; None for one that is over, because the seat was given up or passed on."""
    link_id = link_id_of_ticket(token)
    if link_id is None:
        raise Http404
    people = Participant.objects.coming().select_related(
        "registration__practice__site", "registration__offering__course__practice"
    )
    person = people.filter(link_id=link_id).first()
    if person is None or not person.registration.state_now.holds_seats:
        return None
    return person


@private
@require_safe
def ticket(request: HttpRequest, token: str) -> HttpResponse:
    """What a scanned code leads to. It names nobody: a picture of it may be in anybody's hands."""
    person = person_of(token)
    if person is None:
        return render(request, "registrations/ticket_gone.html", status=410)
    booked = person.registration
    if booked.practice != practice_of(request):
        raise Http404
    if attended_offerings(request.user).filter(pk=booked.offering_id).exists():
        return redirect("attendance_ticket", token=token)
    if get_language() != booked.language:
        return redirect(_in_language(booked.language, token))
    context = {
        "offering": booked.offering,
        "title": course_title(booked.offering.course, booked.language),
        "to_attendance": reverse("attendance_ticket", args=[token]),
    }
    return render(request, "registrations/ticket.html", context)


class OwnerTicketView(AttendanceView):
    """Somebody at the door: who it is, and one press that they are here."""

    template_name = "registrations/admin/attendance/ticket.html"

    @cached_property
    def person(self) -> Participant | None:
        person = person_of(self.kwargs["token"])
        if person is None:
            return None
        own = attended_offerings(self.request.user)
        if not own.filter(pk=person.registration.offering_id).exists():
            raise Http404
        return person

    @cached_property
    def session(self) -> OfferingSession | None:
        """Today's; of several on one day the one that runs or comes next, or else the last."""
        if self.person is None:
            return None
        now = timezone.now()
        offering = self.person.registration.offering
        today = now.astimezone(offering.practice.zone).date()
        zone = offering.practice.zone
        of_today = [
            session
            for session in offering.sessions_list
            if session.starts_at.astimezone(zone).date() == today
            or session.starts_at <= now < session.ends_at
        ]
        running = [session for session in of_today if session.ends_at > now]
        return next(iter(running or of_today[-1:]), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person, session = self.person, self.session
        rows = Attendance.objects.of_who_sits_there().attended()
        return super().get_context_data(
            **kwargs,
            person=person,
            name=name_of(person) if person else "",
            more=self._more(),
            offering=person.registration.offering if person else None,
            session=session,
            here=bool(session) and rows.filter(participant=person, session=session).exists(),
            is_confirmed=person is not None and _is_confirmed(person),
        )

    def _more(self) -> str:
        if self.person is None:
            return ""
        practice = self.person.registration.practice
        return more_of(self.person, tells_who_booked=runs_practice(self.request.user, practice))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        person, session = self.person, self.session
        if person is None or session is None:
            return redirect("attendance_ticket", token=token)
        try:
            services.mark(
                session_id=session.pk, participant_id=person.pk, present=True, user=request.user
            )
        except tuple(REFUSALS) as refused:
            messages.warning(request, REFUSALS[type(refused)])
        else:
            messages.success(request, _("%(name)s is here.") % {"name": name_of(person)})
        return redirect("attendance_ticket", token=ticket_token(person))


def _is_confirmed(person: Participant) -> bool:
    return services.people_coming([person.registration.offering_id]).filter(pk=person.pk).exists()


def _in_language(language: str, token: str) -> str:
    with override(language):
        return reverse("ticket", kwargs={"token": token})
