"""Where one is logged in oneself, and ending that."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.sessions import device_in_words, end_sessions, sessions_of


class OwnSessionsView(WagtailAdminTemplateMixin, TemplateView):
    for_guests = True
    template_name = "cms/admin/sessions.html"
    page_title = gettext_lazy("Where you are logged in")
    header_icon = "desktop"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        account = {"url": reverse("wagtailadmin_account"), "label": _("Account")}
        here = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), account, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self.request.session.session_key
        sessions = [
            {
                "session": session,
                "device": device_in_words(session.user_agent),
                "is_this": session.session_key == own,
            }
            for session in sessions_of(self.request.user)
        ]
        return super().get_context_data(**kwargs, sessions=sessions)

    def post(self, request: HttpRequest) -> HttpResponse:
        """End one session by its number, or all but this one."""
        key = request.POST.get("session", "")
        if key.isdecimal():
            chosen = [one for one in sessions_of(request.user) if one.pk == int(key)]
            for session in chosen:
                session.end()
            count = len(chosen)
        else:
            count = end_sessions(request.user, but=request.session.session_key)
        ended = ngettext("%(count)s session is ended.", "%(count)s sessions are ended.", count)
        messages.success(request, ended % {"count": count})
        return redirect("own_sessions")


def urls() -> list[Any]:
    return [path("sessions/", OwnSessionsView.as_view(), name="own_sessions")]


def on_account_page(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("own_sessions"),
        "label": _("Where you are logged in"),
        "help_text": _("See on which devices you are logged in, and log out elsewhere."),
    }
