"""What can be done on a registration's own page besides paying."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from courses.deadlines import names_until
from courses.words import course_title
from registrations import services
from registrations.details_form import Details
from registrations.models import Actor, Registration
from registrations.states import MoveNotAllowed, State
from registrations.views import private, registration_or_404, to_payment


@private
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, token: str) -> HttpResponse:
    """Change names, answers and the message, as far as they are still open."""
    booked = registration_or_404(request, token)
    if not services.may_edit(booked):
        return to_own_page(booked, notice="decided" if request.method == "POST" else "")
    if get_language() != booked.language:
        return redirect(booked.get_absolute_url())
    details = Details(booked, request.POST if request.method == "POST" else None)
    newer: list[tuple[str, str, str]] = []
    if request.method == "POST" and details.is_valid():
        try:
            details.save()
        except services.DetailsChanged:
            # Read anew: it may have changed while this was being answered.
            details = Details(booked, request.POST)
            newer = details.newer() if details.is_valid() else []
            if not newer:
                return to_own_page(booked, notice="saved")
        except services.NotEditable:
            return to_own_page(booked, notice="decided")
        else:
            return to_own_page(booked, notice="saved")
    context = {
        "registration": booked,
        "title": course_title(booked.offering.course, booked.language),
        "form": details.form,
        "people": details.people,
        "mark": details.mark,
        "newer": newer,
        "decided": details.decided,
        "until": names_until(booked.offering),
    }
    return render(request, "registrations/edit.html", context)


@private
@require_POST
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Take the seats that are offered, and go on to paying where they are paid by card."""
    booked = registration_or_404(request, token)
    try:
        taken = services.accept_offer(registration_id=booked.pk)
    except services.OfferOver:
        return to_own_page(booked, notice="offer_over")
    if taken.state_now == State.AWAITING_PAYMENT:
        return to_payment(request, taken)
    return to_own_page(booked)


@private
@require_POST
def take_fewer(request: HttpRequest, token: str) -> HttpResponse:
    """Wait for fewer seats in the same place of the line."""
    booked = registration_or_404(request, token)
    try:
        services.take_fewer(
            registration_id=booked.pk,
            seats=number_of_seats(request.POST.get("seats", "")),
            actor=Actor.BOOKER,
        )
    except MoveNotAllowed:
        return to_own_page(booked, notice="decided")
    return to_own_page(booked, notice="saved")


def number_of_seats(typed: str) -> int:
    """What was chosen; 0, which nobody may wait for, where it is no number."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0


def to_own_page(booked: Registration, *, notice: str = "") -> HttpResponse:
    return redirect(booked.get_absolute_url() + (f"?notice={notice}" if notice else ""))
