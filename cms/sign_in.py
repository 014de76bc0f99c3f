"""Logging in: by password, and with a second factor where personal data can be seen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as LOGGED_IN
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from cms.permissions import sees_personal_data

# An app may have to be found and installed on the way.
TIME_TO_SET_UP: Final = timedelta(minutes=15)


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **facts: Any) -> bool:
        """Whoever is sent from logging in to the first set-up is not asked twice in a row, neither
        before it nor before the recovery codes that follow it."""
        asked: bool = super().is_reauthentication_required(app=app, **facts)
        return asked and not _comes_from_logging_in(self.request)


def _comes_from_logging_in(request: HttpRequest) -> bool:
    records = request.session.get(LOGGED_IN)
    if not records:
        return False
    logged_in_at = datetime.fromtimestamp(records[-1]["at"], tz=UTC)
    had_a_factor = Authenticator.objects.filter(user=request.user, created_at__lt=logged_in_at)
    return timezone.now() - logged_in_at < TIME_TO_SET_UP and not had_a_factor.exists()


class SecondFactorMiddleware:
    """Nobody reaches the admin's personal data with a password alone, nor with recovery codes
    that are all that is left of a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.REQUIRE_MFA
            and request.path.startswith("/admin/")
            and request.user.is_authenticated
            and sees_personal_data(request.user)
            and not is_mfa_enabled(request.user, types=[Authenticator.Type.TOTP])
        ):
            return redirect("mfa_activate_totp")
        return self.get_response(request)
