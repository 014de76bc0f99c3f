"""Logging in: by password, and with a second factor where personal data can be seen."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from cms.permissions import sees_personal_data


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


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
