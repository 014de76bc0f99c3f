"""Ways out for those who registered: cancelling and withdrawing, each in two steps."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from cms.site_context import practice_of
from courses.words import course_title
from registrations import services
from registrations.forms import whole_number
from registrations.models import Actor, PaymentAttempt, Registration
from registrations.states import State
from registrations.stripe_gateway import StripeError
from registrations.views import private, registration_or_404


@private
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Choose whom to cancel, see what it costs, then say yes."""
    booked = registration_or_404(request, token)
    percent = services.percent_now(booked)
    if booked.state_now != State.CONFIRMED or percent is None:
        return redirect(f"{booked.get_absolute_url()}?payment=no_cancelling")
    numbers = [whole_number(number) for number in request.POST.getlist("person")]
    costs = services.quote(booked, numbers=numbers, percent=percent)
    problem = ""
    if request.method == "POST" and not costs.people:
        problem = _("Choose whom you want to cancel. Nothing was changed.")
    elif request.POST.get("action") == "confirm":
        quoted = request.POST.get("quoted_refund", "")
        try:
            services.cancel(
                registration_id=booked.pk,
                numbers=numbers,
                actor=Actor.BOOKER,
                quoted_refund=whole_number(quoted),
            )
        except services.QuoteChanged as change:
            costs = change.quote
            problem = _("What cancelling costs has changed. Nothing was cancelled; look again.")
        except services.NotPossible:
            return redirect(f"{booked.get_absolute_url()}?payment=no_cancelling")
        except StripeError:
            return redirect(f"{booked.get_absolute_url()}?payment=checking")
        else:
            return redirect(f"{booked.get_absolute_url()}?payment=cancelled")
    context = {
        "registration": booked,
        "offering": booked.offering,
        "title": course_title(booked.offering.course, booked.language),
        "people": [p for p in booked.participants.all() if p.cancelled_at is None],
        "chosen": numbers,
        "costs": costs if costs.people else None,
        "percent": percent,
        "tiers": booked.offering.cancellation_tiers.all(),
        "free_to_leave": services.may_leave_for_free(booked, now=timezone.now()),
        "problem": problem,
    }
    return render(request, "registrations/cancel.html", context)


@private
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Withdraw from one's own page: the statement, then yes."""
    booked = registration_or_404(request, token)
    if not services.may_withdraw(booked):
        return redirect(f"{booked.get_absolute_url()}?payment=no_withdrawal")
    if request.POST.get("action") == "confirm":
        notice = _withdraw(booked)
        return redirect(f"{booked.get_absolute_url()}?payment={notice}")
    return _statement(request, booked)


def _withdraw(booked: Registration) -> str:
    """Withdraw, and say with which notice to go on."""
    try:
        services.withdraw(registration_id=booked.pk, actor=Actor.BOOKER)
    except services.NotPossible:
        return "no_withdrawal"
    except StripeError:
        return "checking"
    return "withdrawn"


def _statement(request: HttpRequest, booked: Registration, **context: Any) -> HttpResponse:
    costs = services.quote(booked, numbers=None, percent=0)
    context |= {
        "registration": booked,
        "title": course_title(booked.offering.course, booked.language),
        "costs": costs,
        "payment_on_its_way": booked.payment_attempts.filter(
            status=PaymentAttempt.Status.PROCESSING
        ).exists(),
    }
    return render(request, "registrations/withdraw.html", context)


class FindForm(forms.Form):
    """What somebody knows who has lost the link: nobody is told more than that."""

    reference = forms.CharField(
        label=gettext_lazy("Reference"),
        max_length=9,
        help_text=gettext_lazy("Eight letters and digits; it stands in every letter from us."),
        error_messages={"required": gettext_lazy("Write the reference from our letter.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("The e-mail address you registered with"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": gettext_lazy("Write your e-mail address.")},
    )

    def find(self, request: HttpRequest) -> Registration | None:
        found = (
            Registration.objects.select_related("practice__site", "offering__course__practice")
            .prefetch_related("participants", "offering__sessions")
            .filter(
                practice=practice_of(request),
                reference=self.cleaned_data["reference"].strip().upper(),
                booker_email__iexact=self.cleaned_data["email"],
            )
            .first()
        )
        return found if found and services.may_withdraw(found) else None


@private
@require_http_methods(["GET", "POST"])
def find_and_withdraw(request: HttpRequest) -> HttpResponse:
    """The withdrawal function that every page's foot leads to; no link and no log-in needed."""
    if practice_of(request) is None:
        raise Http404
    form = FindForm(request.POST or None)
    problem = ""
    if request.method == "POST":
        if not is_allowed(request, action="withdraw", times=20, seconds=600):
            return too_many_requests(request)
        if form.is_valid():
            booked = form.find(request)
            if booked is None:
                problem = _(
                    "We found no registration that can be withdrawn from with these. Look at the "
                    "letter once more, or write to us. Nothing was changed."
                )
            elif request.POST.get("action") == "confirm":
                return _answer_to_withdrawal(request, _withdraw(booked), form)
            else:
                return _statement(request, booked, typed=form.cleaned_data)
    context = {"form": form, "problem": problem}
    return render(request, "registrations/find_and_withdraw.html", context)


def _answer_to_withdrawal(request: HttpRequest, notice: str, form: FindForm) -> HttpResponse:
    if notice == "withdrawn":
        return render(request, "registrations/withdrawn.html")
    problem = _("It could not be done just now. Nothing was changed; please try again in a moment.")
    return render(
        request, "registrations/find_and_withdraw.html", {"form": form, "problem": problem}
    )
