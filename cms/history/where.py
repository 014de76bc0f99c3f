"""From where the request comes that is being answered, so that nobody has to pass it on."""

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

from cms.rate_limits import client_address

_where: ContextVar[str] = ContextVar("where", default="")


def where_now() -> str:
    """The address that the request came from; empty in chores and commands."""
    return _where.get()


class WhereMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = _where.set(client_address(request)[:45])
        try:
            return self.get_response(request)
        finally:
            _where.reset(before)
