"""The page that an invitation's link opens: somebody logs in, or makes an account, and accepts."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from cms.site_context import practice_of
from registrations.invitations import services
from registrations.invitations.forms import NewcomerForm
from registrations.models import Invitation
from registrations.views import private


@private
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The same for an address with an account and one without, until it is proven whose it is."""
    if request.method == "POST" and not is_allowed(
        request, action="invitation", times=20, seconds=600
    ):
        return too_many_requests(request)
    found = _invitation(request, token)
    if not found.is_open:
        return render(request, "registrations/invitations/over.html", status=410)
    if request.user.is_authenticated:
        return _as_known(request, found)
    return _as_newcomer(request, found)


def _invitation(request: HttpRequest, token: str) -> Invitation:
    link_id: uuid.UUID | None = Invitation.link_id_of(token)
    rows = Invitation.objects.select_related("practice__site")
    found = rows.filter(link_id=link_id).first() if link_id else None
    if found is None or found.practice != practice_of(request):
        raise Http404
    return found


def _as_known(request: HttpRequest, found: Invitation) -> HttpResponse:
    another = request.user.email.lower() != found.email.lower()
    if request.method == "POST" and not another:
        try:
            services.accept(link_id=found.link_id, user=request.user)
        except services.InvitationOver:
            return render(request, "registrations/invitations/over.html", status=410)
        return redirect("wagtailadmin_home")
    context = {"invitation": found, "another": another}
    return render(request, "registrations/invitations/accept.html", context)


def _as_newcomer(request: HttpRequest, found: Invitation) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = NewcomerForm(posted, email=found.email)
    if posted is not None and form.is_valid():
        try:
            services.accept_as_newcomer(link_id=found.link_id, **form.cleaned_data)
        except services.InvitationOver:
            return render(request, "registrations/invitations/over.html", status=410)
        except services.AccountExists:
            form.add_error(
                None, _("This could not be saved. Perhaps you have an account: log in instead.")
            )
        else:
            messages.success(request, _("Welcome. Log in with your new password."))
            return redirect(f"{reverse('account_login')}?next={reverse('wagtailadmin_home')}")
    log_in = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
    context = {"invitation": found, "form": form, "log_in": log_in}
    return render(request, "registrations/invitations/accept.html", context)
