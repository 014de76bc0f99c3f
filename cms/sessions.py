"""Where somebody is logged in: noted when they log in, and ended when they or an owner say so."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as LOGGED_IN
from allauth.usersessions.models import UserSession

from cms.rate_limits import client_address

# How exactly it is told when a session was last seen; asking more often would cost a write each.
NOTED_EVERY: Final = timedelta(minutes=5)
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_in_words(user_agent: str) -> str:
    """What the browser says of itself, as far as people know it: “Firefox, Windows”."""
    browser = next((name for sign, name in BROWSERS if re.search(rf"\b{sign}/", user_agent)), "")
    device = next((name for sign, name in DEVICES if sign in user_agent), "")
    known = [part for part in (browser, device) if part]
    return ", ".join(known) or _("An unknown browser")


def sessions_of(user: Any) -> list[UserSession]:
    """Those that are still alive, the last seen first."""
    living = UserSession.objects.purge_and_list(user)
    return sorted(living, key=lambda session: session.last_seen_at, reverse=True)


def end_sessions(user: Any, *, but: str | None = None) -> int:
    """Log ``user`` out everywhere, except in the session with the key ``but``; answer how often."""
    ended = [session for session in sessions_of(user) if session.session_key != but]
    for session in ended:
        session.end()
    return len(ended)


class LastSeenMiddleware:
    """Notes now and then that a session is in use, and from where."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Only those who came through the log-in have a session that is listed.
        if request.path.startswith("/admin/") and LOGGED_IN in request.session:
            self._note(request, request.session.session_key)
        return response

    def _note(self, request: HttpRequest, key: str | None) -> None:
        if (
            key
            and request.user.is_authenticated
            and cache.add(f"seen:{key}", 1, NOTED_EVERY.total_seconds())
        ):
            facts = {"last_seen_at": timezone.now(), "ip": client_address(request)}
            known = UserSession.objects.filter(session_key=key, user=request.user)
            # Saving one's account gives the session a new key, under which nobody has noted it yet.
            if not known.update(**facts):
                UserSession.objects.create_from_request(request)
