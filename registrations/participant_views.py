"""A participant's own link: what is theirs to fill in, and nothing about others or money."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from cms.site_context import practice_of
from courses.deadlines import names_until
from courses.words import course_title
from registrations import services
from registrations.change_forms import OwnForm
from registrations.models import Participant
from registrations.views import private


@private
@require_http_methods(["GET", "POST"])
def participant(request: HttpRequest, token: str) -> HttpResponse:
    person = _person(request, token)
    if person is None:
        return _no_longer_valid(request)
    booked = person.registration
    if get_language() != booked.language:
        return redirect(person.get_absolute_url())
    if request.method == "POST" and not is_allowed(
        request, action="participant", times=60, seconds=600
    ):
        return too_many_requests(request)
    is_open = services.takes_names(booked.offering)
    form = OwnForm(
        request.POST if request.method == "POST" else None,
        participant=person,
        questions=services.questions_of(booked),
    )
    if request.method == "POST" and is_open and form.is_valid():
        try:
            _save(person, form)
        except services.LinkOver:
            return _no_longer_valid(request)
        except services.TooLate:
            is_open = False
        else:
            return redirect(f"{person.get_absolute_url()}?saved=yes")
    context = {
        "person": person,
        "registration": booked,
        "offering": booked.offering,
        "title": course_title(booked.offering.course, booked.language),
        "form": form,
        "is_open": is_open,
        "until": names_until(booked.offering),
        "saved": request.GET.get("saved") == "yes",
        "too_late": request.method == "POST" and not is_open,
    }
    return render(request, "registrations/participant.html", context)


def _person(request: HttpRequest, token: str) -> Participant | None:
    """Whose link it is; None when the seat was given back or somebody else comes on it."""
    link_id = Participant.link_id_of(token)
    if link_id is None:
        raise Http404
    person = (
        Participant.objects.select_related(
            "registration__practice__site", "registration__offering__course__practice"
        )
        .filter(link_id=link_id)
        .first()
    )
    if person is None:
        return None
    if person.registration.practice != practice_of(request):
        raise Http404
    gone = person.cancelled_at is not None or not person.registration.state_now.holds_seats
    return None if gone else person


def _save(person: Participant, form: OwnForm) -> None:
    services.fill_in(
        link_id=person.link_id,
        name=form.cleaned_data.get("name", ""),
        email=form.cleaned_data["email"],
        answers=form.answers(),
        forgotten=form.forgotten(),
    )


def _no_longer_valid(request: HttpRequest) -> HttpResponse:
    return render(request, "registrations/participant_gone.html", status=410)
