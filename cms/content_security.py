"""Strict pages for visitors; a policy in which Wagtail works for those who edit."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from csp.middleware import CSPMiddleware

from cms.film_consent import widen_policy


class ContentSecurityMiddleware(CSPMiddleware):
    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        user = getattr(request, "user", None)
        edits = settings.SESSION_COOKIE_NAME in request.COOKIES and user and user.is_authenticated
        if request.path.startswith("/admin/") or edits:
            response._csp_replace = settings.EDITOR_CONTENT_SECURITY_POLICY
        widen_policy(request, response)
        return super().process_response(request, response)
