"""What a visitor does: register, pay, and see the own registration. No account is needed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed, is_exhausted
from cms.site_context import practice_of
from courses.models import Offering
from courses.words import course_address, course_title
from registrations import queue, services
from registrations.api import offerings_as_json
from registrations.attention import to_the_payer
from registrations.changes_shown import CHANGE_NOTICES, possible_changes
from registrations.forms import MOST_PARTICIPANTS, whole_number
from registrations.letters import calendar_of
from registrations.models import Actor, Invoice, PaymentAttempt, Registration
from registrations.signup import (
    Signup,
    was_asked_for,
    with_participant_added,
    with_participant_removed,
)
from registrations.states import State
from registrations.stripe_gateway import StripeError

# So many codes that nobody knows may be tried from one address in ten minutes.
WRONG_CODES = 20

NOTICES = {
    "unavailable": gettext_lazy(
        "The payment page could not be opened just now. Your seats are held and nothing was "
        "charged. Please try again in a moment."
    ),
    "checking": gettext_lazy(
        "We are still waiting to hear what has become of the payment. Nothing is lost: look "
        "again in a few minutes, and please do not pay twice."
    ),
    "cancelled": gettext_lazy("It is cancelled, as you asked. We have sent you a letter about it."),
    "withdrawn": gettext_lazy(
        "We have received your withdrawal. The receipt is on its way to you by e-mail."
    ),
    "no_cancelling": gettext_lazy(
        "This cannot be cancelled here now. Nothing was changed; write to us and we will help."
    ),
    "no_withdrawal": gettext_lazy(
        "The time for withdrawing is over, or the course has begun. Nothing was changed; write to "
        "us and we will help."
    ),
    "first": gettext_lazy(
        "The payment had already arrived, so the registration is confirmed. Nothing was given up."
    ),
    "offer_over": gettext_lazy(
        "The seats are no longer offered to you, because the time to answer is over. Nothing was "
        "charged."
    ),
    "saved": gettext_lazy("Your changes are saved."),
    "sent_before": gettext_lazy(
        "This form had been sent already, so nothing was booked a second time. What you changed "
        "in the form after that is not in this registration: change it here, or write to us."
    ),
    "decided": gettext_lazy(
        "It has been decided meanwhile, so nothing was changed. Write to us if something is wrong."
    ),
    **CHANGE_NOTICES,
}


def private(view: Any) -> Any:
    """A page about a person: not stored, not indexed, its address not passed on."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapped


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
    return sign_up(request, _offering_or_404(request, offering_code))


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
    context = {
        "offering": offering,
        "title": course_title(offering.course, get_language() or ""),
        "course_url": course_address(offering.course, get_language() or ""),
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


def to_payment(request: HttpRequest, registration: Registration) -> HttpResponse:
    """Open the checkout; when that fails the own page says so and offers it again."""
    try:
        services.start_checkout(registration_id=registration.pk)
    except services.NothingToPay:
        return redirect(registration.get_absolute_url())
    except services.PaymentPageUnavailable:
        return redirect(f"{registration.get_absolute_url()}?payment=unavailable")
    return redirect("registration_pay", token=registration.token)


def registration_or_404(request: HttpRequest, token: str) -> Registration:
    link_id = Registration.link_id_of(token)
    practice = practice_of(request)
    registration = (
        Registration.objects.select_related("practice__site", "offering__course__practice", "terms")
        .prefetch_related(
            "participants", "ledger", "offering__sessions", "offering__cancellation_tiers"
        )
        .filter(link_id=link_id, practice=practice)
        .first()
        if link_id
        else None
    )
    if registration is None:
        raise Http404
    return registration


@private
@require_GET
def registration(request: HttpRequest, token: str) -> HttpResponse:
    """A registration's own page: state, people, money and what can be done next."""
    booked = registration_or_404(request, token)
    if get_language() != booked.language:
        return redirect(booked.get_absolute_url())
    attempts = booked.payment_attempts.all()
    asked = services.amount_to_ask(booked)
    context = {
        "registration": booked,
        "offering": booked.offering,
        "title": course_title(booked.offering.course, booked.language),
        "course_url": course_address(booked.offering.course, booked.language),
        "balance": booked.balance_due(),
        # What came into the bank goes back from there; nobody but the owner can say when.
        "on_its_way_back": services.is_invoiced(booked) or booked.on_its_way_back() > 0,
        "state": booked.state_now,
        "asked": asked,
        "pays_deposit": booked.state_now == State.AWAITING_PAYMENT and asked < booked.total.gross,
        "rest": services.rest_of(booked),
        "given_up": booked.invoices.filter(status=Invoice.Status.UNCOLLECTIBLE).exists(),
        "invoices": booked.invoices.exclude(status__in=Invoice.GONE).prefetch_related(
            "credit_notes"
        ),
        "position": queue.position(booked) if booked.state_now == State.WAITLISTED else None,
        "fewer": range(1, booked.participants.count()),
        "may_give_up": booked.state_now in services.MAY_BE_GIVEN_UP,
        "payment_on_its_way": any(
            attempt.status == PaymentAttempt.Status.PROCESSING for attempt in attempts
        ),
        "may_cancel": booked.state_now == State.CONFIRMED
        and services.percent_now(booked) is not None,
        "may_withdraw": services.may_withdraw(booked),
        "free_to_leave": booked.state_now == State.CONFIRMED
        and services.may_leave_for_free(booked, now=timezone.now()),
        "money_notice": to_the_payer(booked),
        **possible_changes(booked),
        "notice": NOTICES.get(request.GET.get("notice") or request.GET.get("payment", "")),
    }
    return render(request, "registrations/registration.html", context)


@private
@require_http_methods(["GET", "POST"])
def pay(request: HttpRequest, token: str) -> HttpResponse:
    """POST opens the checkout. GET leads on to it: a page of its own, because browsers hold a
    form's redirects to the page's form-action."""
    booked = registration_or_404(request, token)
    if request.method == "POST":
        return to_payment(request, booked)
    attempt = booked.payment_attempts.filter(status=PaymentAttempt.Status.OPEN).first()
    asked = services.amount_to_ask(booked)
    if attempt is None or not attempt.address or attempt.amount != asked:
        return redirect(booked.get_absolute_url())
    context = {
        "registration": booked,
        "title": course_title(booked.offering.course, booked.language),
        "address": attempt.address,
    }
    response = render(request, "registrations/to_payment.html", context)
    response["Refresh"] = f"0; url={attempt.address}"
    return response


@private
@require_GET
def paid(request: HttpRequest, token: str) -> HttpResponse:
    """Where Stripe sends people back to: look at once what has become of the payment."""
    booked = registration_or_404(request, token)
    undecided = booked.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
    notice = ""
    for attempt in undecided:
        try:
            services.sync(attempt_id=attempt.pk)
        except StripeError:
            notice = "?payment=checking"
    return redirect(booked.get_absolute_url() + notice)


@private
@require_POST
def give_up(request: HttpRequest, token: str) -> HttpResponse:
    booked = registration_or_404(request, token)
    notice = ""
    try:
        services.give_up(registration_id=booked.pk, actor=Actor.BOOKER)
    except services.AlreadyPaid:
        notice = "?payment=first"
    except (services.PaymentOnItsWay, StripeError):
        notice = "?payment=checking"
    return redirect(booked.get_absolute_url() + notice)


@private
@require_GET
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    booked = registration_or_404(request, token)
    if booked.state_now != State.CONFIRMED:
        raise Http404
    response = HttpResponse(calendar_of(booked), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{booked.reference}.ics"'
    return response


@require_GET
def api_offerings(request: HttpRequest) -> JsonResponse:
    """The practice's coming offerings as public facts."""
    return JsonResponse(offerings_as_json(practice_of(request)))
