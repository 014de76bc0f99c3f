"""What the person booking can change once the seats are given: who comes, and the date."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from courses.deadlines import changes_until
from courses.terms import current_terms
from courses.words import course_title
from registrations import services
from registrations.change_forms import SubstituteForm
from registrations.changes_shown import OBSTACLES, why_fewer_dates
from registrations.forms import whole_number
from registrations.models import Actor, Participant, Registration
from registrations.own_page import to_own_page
from registrations.views import private, registration_or_404


def _coming_or_404(booked: Registration, number: int) -> Participant:
    for person in booked.participants.all():
        if person.number == number and person.cancelled_at is None:
            return person
    raise Http404


@private
@require_POST
def send_link(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Write to a participant with the own link."""
    booked = registration_or_404(request, token)
    if not is_allowed(request, action="send_link", times=20, seconds=600):
        return too_many_requests(request)
    email = request.POST.get("email", "").strip()
    try:
        validate_email(email)
    except ValidationError:
        return to_own_page(booked, notice="wrong_address")
    try:
        services.send_link(
            registration_id=booked.pk, number=number, email=email, actor=Actor.BOOKER
        )
    except services.TooManyLetters:
        return to_own_page(booked, notice="too_many_links")
    except services.NotPossible:
        return to_own_page(booked, notice="no_links")
    return to_own_page(booked, notice="link_sent")


@private
@require_http_methods(["GET", "POST"])
def substitute(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Say who comes instead of one who is named."""
    booked = registration_or_404(request, token)
    person = _coming_or_404(booked, number)
    if not services.may_substitute(booked, actor=Actor.BOOKER) or not person.name:
        return to_own_page(booked, notice="no_substitute")
    form = SubstituteForm(
        request.POST if request.method == "POST" else None,
        questions=services.questions_of(booked),
        initial={"shown": person.link_id},
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.substitute(
                registration_id=booked.pk,
                number=number,
                person=form.person(),
                link_id=form.link_id,
                actor=Actor.BOOKER,
            )
        except services.NotPossible:
            return to_own_page(booked, notice="no_substitute")
        return to_own_page(booked, notice="substituted")
    context = {
        "registration": booked,
        "title": course_title(booked.offering.course, booked.language),
        "person": person,
        "form": form,
        "until": changes_until(booked.offering),
    }
    return render(request, "registrations/substitute.html", context)


@private
@require_http_methods(["GET", "POST"])
def change_date(request: HttpRequest, token: str) -> HttpResponse:
    """Choose another date, see what it costs, then say yes."""
    booked = registration_or_404(request, token)
    if services.obstacle_here(booked, actor=Actor.BOOKER) is not None:
        return to_own_page(booked, notice="no_change")
    dates = services.other_dates(booked, actor=Actor.BOOKER)
    chosen = request.POST.get("to", "")
    costs = next((quote for quote in dates if quote.offering.code == chosen), None)
    problem = ""
    if request.method == "POST" and costs is None:
        problem = _("Choose a date that is still open. Nothing was changed.")
    elif request.POST.get("action") == "confirm" and costs is not None:
        try:
            problem = _confirm(request, booked, costs)
        except services.DateQuoteChanged as change:
            costs = change.quote
            problem = _("The price has changed meanwhile. Nothing was changed; look again.")
        except services.DateNotPossible as refusal:
            problem = str(OBSTACLES[refusal.obstacle])
            dates = services.other_dates(booked, actor=Actor.BOOKER)
            costs = None
        else:
            if not problem:
                return to_own_page(booked, notice="date_changed")
    terms = current_terms(practice=booked.practice, language=booked.language)
    context = {
        "registration": booked,
        "title": course_title(booked.offering.course, booked.language),
        "dates": dates,
        "chosen": chosen,
        "costs": costs,
        "asks_consent": costs is not None and services.needs_consent(booked, costs),
        "terms": terms,
        "until": changes_until(booked.offering),
        "problem": problem,
        "why_fewer": why_fewer_dates(booked, actor=Actor.BOOKER),
    }
    return render(request, "registrations/change_date.html", context)


def _confirm(request: HttpRequest, booked: Registration, costs: services.DateQuote) -> str:
    """Change the date; a sentence about what is missing when it was not done."""
    terms = current_terms(practice=booked.practice, language=booked.language)
    if terms is not None and request.POST.get("terms") != str(terms.pk):
        return _("The terms have changed meanwhile. Nothing was changed; read them and confirm.")
    begins_soon = "begins_soon" in request.POST
    if services.needs_consent(booked, costs) and not begins_soon:
        return _("We need your consent, because the course begins within 14 days.")
    services.change_date(
        registration_id=booked.pk,
        to_id=costs.offering.pk,
        actor=Actor.BOOKER,
        shown=(
            whole_number(request.POST.get("shown_before", "")),
            whole_number(request.POST.get("shown_after", "")),
        ),
        terms=terms,
        begins_soon_accepted=begins_soon,
    )
    return ""
