"""A proposal's own page, for whoever has its signed link: read, accept or decline."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from cms.site_context import practice_of
from registrations.enquiries import services
from registrations.enquiries.forms import AcceptForm, DeclineForm
from registrations.enquiries.proposal_document import document_context
from registrations.models import Proposal
from registrations.views import private


def proposal_or_404(request: HttpRequest, token: str) -> Proposal:
    link_id = Proposal.link_id_of(token)
    practice = practice_of(request)
    proposal = (
        Proposal.objects.select_related("enquiry__practice__site")
        .prefetch_related("sessions")
        .filter(link_id=link_id, enquiry__practice=practice)
        .first()
        if link_id
        else None
    )
    if proposal is None:
        raise Http404
    return proposal


@private
@require_GET
def proposal(request: HttpRequest, token: str) -> HttpResponse:
    """The document, whatever has become of it, and the two ways to answer while it is open."""
    shown = proposal_or_404(request, token)
    if get_language() != shown.language:
        return redirect(shown.get_absolute_url())
    newer = shown.enquiry.proposals.filter(version__gt=shown.version).order_by("-version").first()
    if newer is not None:
        newer.enquiry = shown.enquiry
    context = {
        **document_context(shown),
        "newer": newer,
        "late": request.GET.get("notice") == "late",
    }
    return render(request, "enquiries/proposal.html", context)


@private
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """First who accepts and where the invoice goes, then all of it at a glance, then yes."""
    return _answer(request, token, template="enquiries/accept.html", accepts=True)


@private
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """First why, if anybody wants to say, then yes, really."""
    return _answer(request, token, template="enquiries/decline.html", accepts=False)


def _answer(request: HttpRequest, token: str, *, template: str, accepts: bool) -> HttpResponse:
    shown = proposal_or_404(request, token)
    if get_language() != shown.language or not shown.can_be_answered:
        late = "?notice=late" if request.method == "POST" else ""
        return redirect(shown.get_absolute_url() + late)
    if request.method == "POST" and not is_allowed(
        request, action="proposal", times=60, seconds=600
    ):
        return too_many_requests(request)
    data = request.POST if request.method == "POST" else None
    form: Any = AcceptForm(data, proposal=shown) if accepts else DeclineForm(data)
    action = request.POST.get("action", "")
    reviewed = action in ("review", "confirm") and form.is_valid()
    if action == "edit":
        form.is_valid()
        form.errors.clear()
    if reviewed and action == "confirm":
        try:
            if accepts:
                services.accept(proposal_id=shown.pk, acceptance=form.acceptance())
            else:
                services.decline(proposal_id=shown.pk, words=form.cleaned_data["words"])
        except services.NotOpen:
            return redirect(f"{shown.get_absolute_url()}?notice=late")
        return redirect(shown.get_absolute_url())
    context = {
        **document_context(shown),
        "form": form,
        "reviewed": reviewed,
        "typed": _typed(form) if reviewed else [],
    }
    return render(request, template, context)


def _typed(form: forms.Form) -> list[tuple[str, str]]:
    """What the second step carries along, so that nothing is stored before it."""
    return [(name, str(form[name].value() or "")) for name in form.fields if form[name].value()]
