"""What somebody does who has registered: pay, and see the own registration. No account needed."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language, gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cms.site_context import practice_of
from courses.words import course_address, course_title
from registrations import queue, services
from registrations.api import offerings_as_json
from registrations.attention import to_the_payer
from registrations.changes_shown import CHANGE_NOTICES, possible_changes
from registrations.letters import calendar_of
from registrations.models import Actor, Invoice, PaymentAttempt, Registration
from registrations.states import State
from registrations.stripe_gateway import StripeError

NOTICES = {
    "unavailable": ngettext_lazy(
        "The payment page could not be opened just now. Your seat is held and nothing was "
        "charged. Please try again in a moment.",
        "The payment page could not be opened just now. Your seats are held and nothing was "
        "charged. Please try again in a moment.",
        "seats",
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
        "notice": _notice(request, booked),
    }
    return render(request, "registrations/registration.html", context)


def _notice(request: HttpRequest, booked: Registration) -> str:
    notice = NOTICES.get(request.GET.get("notice") or request.GET.get("payment", ""))
    return str(notice % {"seats": booked.participants.coming().count()}) if notice else ""


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
