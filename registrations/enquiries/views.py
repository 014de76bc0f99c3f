"""The public form for an enquiry: anybody may ask, no account is needed."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from cms.calls_to_action import Asked, asked_on
from cms.models import Practice
from cms.rate_limits import is_allowed
from cms.site_context import practice_of
from registrations.enquiries import services
from registrations.enquiries.forms import EnquiryForm
from registrations.enquiries.opened_form import Age, OpenedForm
from registrations.signup_views import back_finds_what_was_typed
from registrations.views import private

# So many forms may be sent from one address in ten minutes; a workplace may share one.
MOST_SENT: Final = 12
PROBLEMS: Final = {
    "too_young": gettext_lazy(
        "The form came back so quickly that we want to be sure a person sent it. Nothing is lost: "
        "please send it once more."
    ),
    "too_old": gettext_lazy(
        "The form had been open for a long time. Nothing is lost: please send it once more."
    ),
    "too_many": gettext_lazy(
        "Many enquiries were sent from your network just now. Nothing is lost: wait ten minutes "
        "and send this one again, or write us an e-mail."
    ),
}


def practice_or_404(request: HttpRequest) -> Practice:
    practice = practice_of(request)
    if practice is None:
        raise Http404
    return practice


@require_http_methods(["GET", "POST"])
def enquire(request: HttpRequest) -> HttpResponse:
    """The form, which page and question it answers, and what becomes of it when it is sent."""
    response = _form(request)
    if request.method == "GET":
        # The empty form says nothing of anybody, and has one address whatever it answers.
        del response["X-Robots-Tag"]
    return response


@private
@back_finds_what_was_typed
def _form(request: HttpRequest) -> HttpResponse:
    practice = practice_or_404(request)
    if get_language() not in practice.languages:
        return redirect(translate_url(request.get_full_path(), practice.source_language))
    data = request.POST if request.method == "POST" else request.GET
    asked = asked_on(practice, page=data.get("from", ""), block=data.get("block", ""))
    if request.method == "GET":
        return _page(request, EnquiryForm(), asked, OpenedForm.now())
    form = EnquiryForm(request.POST)
    opened = OpenedForm.read(request.POST.get("opened", ""), practice=practice)
    if not is_allowed(request, action="enquire", times=MOST_SENT, seconds=600):
        return _page(request, form, asked, opened, problem="too_many", status=429)
    if not form.is_valid():
        return _page(request, form, asked, opened)
    if opened is None or opened.age == Age.TOO_OLD:
        return _page(request, form, asked, None, problem="too_old")
    if opened.age == Age.TOO_YOUNG:
        return _page(request, form, asked, opened, problem="too_young")
    entry = form.entry(opened=opened, language=get_language() or "", asked=asked)
    services.receive(practice=practice, entry=entry)
    return redirect("enquiry_thanks")


def _page(
    request: HttpRequest,
    form: EnquiryForm,
    asked: Asked,
    opened: OpenedForm | None,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    practice = practice_or_404(request)
    data = request.POST if request.method == "POST" else request.GET
    context = {
        "form": form,
        "asked": asked,
        "opened": (opened or OpenedForm.now()).signed(practice=practice),
        "came_from": data.get("from", "") if asked.title else "",
        "came_by": data.get("block", "") if asked.question else "",
        "problem": PROBLEMS.get(problem, ""),
    }
    return render(request, "enquiries/form.html", context, status=status)


@private
@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """The same for everybody who has sent the form; it says nothing about them."""
    practice = practice_or_404(request)
    if get_language() not in practice.languages:
        return redirect(translate_url(request.path, practice.source_language))
    return render(request, "enquiries/thanks.html")
