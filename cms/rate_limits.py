"""How often one address may do something."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address; behind proxies, the one that the outermost trusted proxy saw."""
    if settings.TRUSTED_PROXY_COUNT:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        addresses = [part.strip() for part in forwarded if part.strip()]
        if len(addresses) >= settings.TRUSTED_PROXY_COUNT:
            return addresses[-settings.TRUSTED_PROXY_COUNT]
    return str(request.META.get("REMOTE_ADDR", ""))


def is_exhausted(request: HttpRequest, *, action: str, times: int) -> bool:
    """Whether ``is_allowed`` was asked ``times`` or more; this does not count."""
    return int(cache.get(f"rate:{action}:{client_address(request)}") or 0) >= times


def is_allowed(request: HttpRequest, *, action: str, times: int, seconds: int) -> bool:
    """Count this request; False once ``times`` were passed within ``seconds``."""
    key = f"rate:{action}:{client_address(request)}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= times
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, seconds)
        return True
