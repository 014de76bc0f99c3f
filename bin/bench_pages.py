"""The measuring itself; `bin/bench.py` gives it a database with the demo."""

import gc
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from environment import ROOT

sys.path.insert(0, str(ROOT))

import django

django.setup()

from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import ResolverMatch, path  # noqa: E402

from courses.models import CourseIndexPage, CoursePage  # noqa: E402

ROUNDS = 15
SECONDS_A_ROUND = 0.15
BARE_BODY = b"x" * 30_000


def bare(request: HttpRequest) -> HttpResponse:
    """A constant of 30 KB: the least that a Django view can do."""
    return HttpResponse(BARE_BODY)


urlpatterns = [path("", bare)]


class BareSite(WSGIHandler):
    """Django with the bare view alone, and no middleware."""

    @override_settings(MIDDLEWARE=[])
    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async)

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        request.urlconf = __name__
        return super().resolve_request(request)


@dataclass
class Candidate:
    """Something to ask for, and the CPU time of one request in each round, in milliseconds."""

    name: str
    ask: Callable[[], str]
    queries: int = 0
    rounds: list[float] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        return statistics.median(self.rounds)


def main() -> None:
    site = WSGIHandler()
    candidates = [Candidate("bare view, 30 KB", partial(ask, BareSite(), "http://localhost/"))]
    for name, model in (("course page", CoursePage), ("list of courses", CourseIndexPage)):
        url = model.objects.live().first().full_url
        # A query string is what makes the page cache stand aside.
        candidates += [
            Candidate(f"{name}, cached", partial(ask, site, url)),
            Candidate(f"{name}, uncached", partial(ask, site, f"{url}?uncached")),
        ]
    for candidate in candidates:
        warm_up(candidate)
    for _ in range(ROUNDS):
        for candidate in candidates:
            candidate.rounds.append(measure(candidate.ask))
    report(candidates)


def ask(site: WSGIHandler, url: str) -> str:
    """Send one GET as a server would, read the whole answer and return its status."""
    parts = urlsplit(url)
    statuses: list[str] = []

    def start_response(status: str, headers: Any, exc_info: Any = None) -> None:
        statuses.append(status)

    answer: Iterable[bytes] = site(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": parts.hostname or "",
            "SERVER_PORT": str(parts.port or 80),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": parts.netloc,
            "wsgi.url_scheme": parts.scheme,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        },
        start_response,
    )
    b"".join(answer)
    answer.close()  # type: ignore[attr-defined]
    return statuses[0]


def warm_up(candidate: Candidate) -> None:
    """Fill the caches, refuse to measure an error page, and count the queries."""
    for _ in range(3):
        if (status := candidate.ask()) != "200 OK":
            raise SystemExit(f"{candidate.name} answers {status}; nothing was measured.")
    with CaptureQueriesContext(connection) as queries:
        candidate.ask()
    candidate.queries = len(queries)


def measure(request: Callable[[], str]) -> float:
    gc.collect()
    done = 0
    start = time.process_time()
    while (spent := time.process_time() - start) < SECONDS_A_ROUND:
        request()
        done += 1
    return spent / done * 1000


def report(candidates: list[Candidate]) -> None:
    bare_view = candidates[0].milliseconds
    print(f"Medians of {ROUNDS} rounds, CPU time in one thread, {connection.vendor}\n")
    print(f"{'':<28}{'ms':>8}{'requests/s':>12}{'of bare':>10}{'queries':>9}")
    for candidate in candidates:
        ms = candidate.milliseconds
        print(
            f"{candidate.name:<28}{ms:>8.3f}{1000 / ms:>12.0f}"
            f"{bare_view / ms:>10.3f}{candidate.queries:>9}"
        )


if __name__ == "__main__":
    main()
