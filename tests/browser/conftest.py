"""The running site and the browser that the tests in this folder share.

The site is started once, with the demo, the Stripe simulator and a database of
its own; what a test writes stays, as it does in life. A test makes what it
needs and leaves the demo's own rows alone.
"""

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.test.utils import setup_databases
from django.utils import timezone

import pytest
import pytest_django
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from courses.models import Course, Offering
from tests import chromium, places
from tests.conftest import keep_as_template
from tests.factories import make_offering
from tests.stripe_simulator.posting import post
from tests.stripe_simulator.server import serve
from tests.stripe_simulator.simulator import Simulator

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "var" / "browser"
# Playwright keeps an event loop in this thread, which Django takes for a danger.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Milliseconds for whatever a page should come to show; long only when it fails.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class RunningSite:
    """The addresses of the site under test, its Stripe, and its background worker on demand."""

    port: int
    stripe: Simulator

    def url(self, path: str = "/", *, host: str = "localhost") -> str:
        return f"http://{host}:{self.port}{path}"

    def do_background_work(self) -> None:
        """Do everything that waits for the worker, letters included, and return."""
        options = ["--backend", "background", "--batch", "--no-reload", "--no-startup-delay"]
        call_command("db_worker", *options, verbosity=0)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> None:
    """Migrate the site's database, which no single test asks for."""
    with django_db_blocker.unblock():
        setup_databases(verbosity=0, interactive=False, keepdb=True)
        keep_as_template()


@pytest.fixture(scope="session")
def site(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[RunningSite]:
    """The site on a free port, with the demo; the database may be read and written directly."""
    port = _free_port()
    stripe = Simulator()
    stripe_server = serve(stripe, port=0)
    webhook = f"http://localhost:{port}/stripe/webhook/"
    stripe.register_endpoint(
        settings.STRIPE_SECRET_KEY,
        settings.STRIPE_WEBHOOK_SECRET,
        partial(post, webhook),
        url=webhook,
    )
    changed = {
        "BASE_URL": f"http://localhost:{port}",
        "WAGTAILADMIN_BASE_URL": f"http://localhost:{port}",
        "STRIPE_API_BASE": stripe_server.url,
        "STRIPE_HTTP_CLIENT": "stripe.RequestsClient",
        "WHITENOISE_AUTOREFRESH": False,
    }
    with django_db_blocker.unblock(), override_settings(**changed):
        call_command("load_demo", verbosity=0)
        server = LiveServer(f"localhost:{port}")
        yield RunningSite(port=port, stripe=stripe)
        server.stop()
        stripe_server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.executable()
    if path is None:
        places.skip_for_want_of("Chromium", install="sudo apt-get install chromium")
    # A browser that looks for updates and accounts disturbs what is tested.
    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


@dataclass
class Visit:
    """One page in a browser of its own, and what went wrong on it."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._notice_error)
        self.page.on("response", self._notice_missing)
        self.page.on("request", self._notice_strangers)

    def _notice_error(self, message: ConsoleMessage) -> None:
        # What could not be loaded is noticed below; a page itself may well be a 404.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def _notice_missing(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.complaints.append(f"{response.status} for {response.url}")

    def _notice_strangers(self, request: Request) -> None:
        parts = urlsplit(request.url)
        ours = parts.hostname in ("localhost", "127.0.0.1") or (parts.hostname or "").endswith(
            ".localhost"
        )
        if parts.scheme in ("http", "https") and not ours:
            self.complaints.append(f"asks another host: {request.url}")


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[NewPage]:
    """Open pages: `new_page(width=360, javascript=False, scheme="dark", language="nb")`.

    When the test is over, an error in any page's console, a refusal by the
    content security policy or a request to another host fails it.
    """
    visits: list[Visit] = []

    def open_page(
        *,
        width: int = 1280,
        javascript: bool = True,
        scheme: str = "light",
        language: str = "en-GB",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            color_scheme=scheme,
            locale=language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        visit = Visit(context.new_page())
        visit.listen()
        visits.append(visit)
        return visit.page

    yield open_page
    _keep_pictures(request, visits)
    complaints = [complaint for visit in visits for complaint in visit.complaints]
    for visit in visits:
        visit.page.context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page as most people see it: a wide screen, JavaScript, light colours, English."""
    return new_page()


@pytest.fixture
def make_date(site: RunningSite) -> Iterator[Callable[..., Offering]]:
    """Plan dates of the demo's courses; visitors see them for as long as the test lasts."""
    made: list[Offering] = []

    def plan(course: str = "gruppeveiledning", **facts: Any) -> Offering:
        taught = Course.objects.select_related("practice__site").get(code=course)
        begins = timezone.now().astimezone(taught.practice.zone) + timedelta(weeks=30)
        begins = begins.replace(hour=9, minute=0, second=0, microsecond=0)
        facts = {"starts_at": begins, **facts}
        made.append(make_offering(taught.practice, course=taught, **facts))
        return made[-1]

    yield plan
    for offering in made:
        offering.status = Offering.Status.DRAFT
        offering.save()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED = pytest.StashKey[bool]()


def _keep_pictures(request: pytest.FixtureRequest, visits: list[Visit]) -> None:
    """Keep a picture of every page of a test that failed, in var/browser/."""
    if not request.node.stash.get(FAILED, False):
        return
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, visit in enumerate(visits, start=1):
        visit.page.screenshot(
            path=SCREENSHOTS / f"{request.node.name}-{number}.png", full_page=True
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
