"""The form in which a visitor registers, its summary, and the last step."""

from collections.abc import Mapping
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed, is_exhausted
from cms.site_context import practice_of
from cms.structured_data import full_address
from courses.models import Offering
from courses.words import course_address, course_title
from registrations import services
from registrations.forms import MOST_PARTICIPANTS, whole_number
from registrations.models import Registration
from registrations.signup import (
    Signup,
    was_asked_for,
    with_participant_added,
    with_participant_removed,
)
from registrations.states import State
from registrations.views import private, to_payment

# So many codes that nobody knows may be tried from one address in ten minutes.
WRONG_CODES = 20


def back_finds_what_was_typed(view: Any) -> Any:
    """Let the browser's own history keep the page, so that going back loses nothing."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return wrapped


def _offering_or_404(request: HttpRequest, code: str) -> Offering:
    practice = practice_of(request)
    offering = (
        Offering.objects.visible()
        .with_facts()
        .filter(code=code, course__practice=practice, course__archived=False)
        .first()
    )
    if offering is None or practice is None:
        raise Http404
    offering.course.practice = practice
    return offering


def register(request: HttpRequest, offering_code: str) -> HttpResponse:
    """The form and its summary, on one address. Nothing is stored before the last step."""
    response = sign_up(request, _offering_or_404(request, offering_code))
    if request.method == "GET":
        # The empty form says nothing of anybody; its canonical address is the course's.
        del response["X-Robots-Tag"]
    return response


@private
@back_finds_what_was_typed
@require_http_methods(["GET", "POST"])
def sign_up(
    request: HttpRequest, offering: Offering, *, known: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The form and its summary for a course date that the caller has found to be open to this
    visitor. ``known`` is what stands in the form at first."""
    if get_language() not in offering.practice.languages:
        return redirect(translate_url(request.path, offering.practice.source_language))
    if request.method == "GET":
        return _form(request, offering, Signup(offering, known=known))
    if not is_allowed(request, action="register", times=120, seconds=600):
        return too_many_requests(request)
    action = request.POST.get("action", "review")
    if action == "add_participant":
        return _typed(request, offering, with_participant_added(request.POST))
    if action.startswith("remove_participant:"):
        index = action.removeprefix("remove_participant:")
        changed = with_participant_removed(request.POST, whole_number(index))
        return _typed(request, offering, changed)
    if action == "edit":
        return _typed(request, offering, request.POST)
    signup = _signup(request, offering, request.POST)
    if not signup.is_valid():
        return _form(request, offering, signup)
    if action == "confirm":
        return _confirm(request, offering, signup)
    return _review(request, offering, signup)


def _typed(request: HttpRequest, offering: Offering, data: QueryDict) -> HttpResponse:
    """The form with what was typed, without complaining yet."""
    signup = _signup(request, offering, data)
    signup.forget_mistakes()
    return _form(request, offering, signup)


def _signup(request: HttpRequest, offering: Offering, data: QueryDict) -> Signup:
    """What was typed. Whoever tries one unknown code after the other is told to wait."""
    exhausted = is_exhausted(request, action="wrong_code", times=WRONG_CODES)
    signup = Signup(offering, data, may_try_codes=not exhausted)
    if signup.guessed_a_code:
        is_allowed(request, action="wrong_code", times=WRONG_CODES, seconds=600)
    return signup


def _form(
    request: HttpRequest,
    offering: Offering,
    signup: Signup,
    *,
    problem: str = "",
) -> HttpResponse:
    course_url = course_address(offering.course, get_language() or "")
    context = {
        "offering": offering,
        "title": course_title(offering.course, get_language() or ""),
        "course_url": course_url,
        "course_full_url": full_address(offering.practice, course_url) if course_url else "",
        "state": signup.state(),
        "form": signup.form,
        "people": signup.people,
        "may_add": signup.seats < MOST_PARTICIPANTS,
        "costs": signup.costs(method=Registration.Method.CARD if offering.card_allowed else ""),
        "problem": problem,
    }
    return render(request, "registrations/register.html", context)


def _review(
    request: HttpRequest, offering: Offering, signup: Signup, *, problem: str = ""
) -> HttpResponse:
    state = signup.state()
    costs = signup.costs(method=signup.form.cleaned_data["method"])
    if costs is None or not (state.can_register or state.can_join):
        return _form(request, offering, signup, problem=_not_for_sale(state.label))
    joins = state.can_join and signup.seats > state.seats_left
    most = offering.seats if joins else state.seats_left
    if signup.seats > most:
        return _form(request, offering, signup, problem=_not_enough(most))
    total = costs.total
    context = {
        "offering": offering,
        "title": course_title(offering.course, get_language() or ""),
        "form": signup.form,
        "people": signup.people,
        "total": total,
        "costs": costs,
        "seats": signup.seats,
        "state": state,
        "joins": joins,
        "typed": _typed_fields(request.POST),
        "problem": problem,
        "terms": signup.form.terms,
        "booking": signup.booking(quoted_total=total.gross),
    }
    return render(request, "registrations/review.html", context)


def _typed_fields(data: QueryDict) -> list[tuple[str, str]]:
    """What the summary carries along, so that nothing typed is lost and nothing is stored yet."""
    left_out = {
        *("csrfmiddlewaretoken", "action", "joins_list"),
        *("quoted_total", "quoted_deposit", "dates_mark"),
    }
    return [
        (name, value) for name, values in data.lists() if name not in left_out for value in values
    ]


def _confirm(request: HttpRequest, offering: Offering, signup: Signup) -> HttpResponse:
    quoted = request.POST.get("quoted_total", "")
    booking = signup.booking(quoted_total=whole_number(quoted))
    deposit = request.POST.get("quoted_deposit")
    booking = replace(
        booking,
        joins_list="joins_list" in request.POST,
        quoted_deposit=None if deposit is None else whole_number(deposit),
        dates_mark=request.POST.get("dates_mark"),
    )
    try:
        registration = services.register(offering_id=offering.pk, booking=booking)
    except (services.NotForSale, services.NotEnoughSeats) as refusal:
        return _refused(request, offering, signup, refusal)
    except services.PriceChanged:
        problem = _(
            "The price has changed since you saw it. Nothing was booked. See the new total."
        )
        return _review(request, offering, signup, problem=problem)
    except services.DatesChanged:
        problem = _(
            "The dates have changed since you saw them. Nothing was booked. See the new dates."
        )
        return _review(request, offering, signup, problem=problem)
    except services.CodeRefused as refusal:
        signup.refuse_code(refusal.problem)
        return _form(request, offering, signup)
    except services.WrongMethod:
        problem = _("This way of paying is not possible here. Nothing was booked; choose another.")
        return _form(request, offering, signup, problem=problem)
    if registration.offering_id != offering.pk:
        raise Http404
    if not was_asked_for(registration, booking):
        return redirect(f"{registration.get_absolute_url()}?notice=sent_before")
    if registration.state_now == State.AWAITING_PAYMENT:
        return to_payment(request, registration)
    return redirect(registration.get_absolute_url())


def _refused(
    request: HttpRequest,
    offering: Offering,
    signup: Signup,
    refusal: services.NotForSale | services.NotEnoughSeats,
) -> HttpResponse:
    """Why there are no seats; where one can wait for some, the summary asks whether to."""
    if signup.state().can_join and signup.seats <= offering.seats:
        return _review(request, offering, signup, problem=_("Too few seats are left now."))
    if isinstance(refusal, services.NotForSale):
        problem = _not_for_sale(refusal.availability.label)
    else:
        problem = _not_enough(refusal.left)
    return _form(request, offering, signup, problem=problem)


def _not_for_sale(label: str) -> str:
    return _("%(reason)s. Nothing was booked, and what you typed is still here.") % {
        "reason": label
    }


def _not_enough(left: int) -> str:
    if left == 0:
        return _not_for_sale(_("The last seats have just been taken"))
    return ngettext(
        "There is only %(count)s seat left. Nothing was booked; take away some participants.",
        "There are only %(count)s seats left. Nothing was booked; take away some participants.",
        left,
    ) % {"count": left}
