"""The simulator behind HTTP: the API, the pages, the webhooks, the state file."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import stripe

from tests.stripe_simulator import Simulator
from tests.stripe_simulator.server import RunningServer, serve
from tests.stripe_simulator.state_file import StateFile
from tests.stripe_simulator.words import WORDS, language_for, money

from .conftest import KEY, NOW, SECRET, session_params

ROOT = Path(__file__).parents[2]


@dataclass
class Page:
    status: int
    body: str
    location: str | None


@dataclass
class Browser:
    """Gets and posts, and follows nothing by itself."""

    url: str
    language: str = "nb"

    def get(self, path: str) -> Page:
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str) -> Page:
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> Page:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=5)
        connection.request(method, path, body, {"Accept-Language": self.language})
        response = connection.getresponse()
        page = Page(response.status, response.read().decode(), response.getheader("Location"))
        connection.close()
        return page


@pytest.fixture
def server(sim: Simulator) -> Iterator[RunningServer]:
    running = serve(sim, 0)
    yield running
    running.stop()


@pytest.fixture
def browser(server: RunningServer) -> Browser:
    return Browser(server.url)


@pytest.fixture
def remote(server: RunningServer) -> stripe.StripeClient:
    """The SDK's own client over a true connection."""
    return stripe.StripeClient(KEY, base_addresses={"api": server.url}, max_network_retries=0)


@pytest.fixture
def session(remote: stripe.StripeClient) -> stripe.checkout.Session:
    return remote.v1.checkout.sessions.create(params=session_params())


def test_the_api(
    sim: Simulator,
    server: RunningServer,
    remote: stripe.StripeClient,
    session: stripe.checkout.Session,
) -> None:
    assert str(session.url).startswith(f"{server.url}/c/pay/{session.id}#")
    assert remote.v1.checkout.sessions.retrieve(session.id).amount_total == 640_000
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        remote.v1.checkout.sessions.create(params=session_params(locale="no"))
    assert refusal.value.param == "locale"
    assert list(sim.sessions) == [session.id]


def test_a_call_over_http_is_quick(
    remote: stripe.StripeClient, session: stripe.checkout.Session
) -> None:
    times = []
    for _ in range(10):
        began = time.perf_counter()
        remote.v1.checkout.sessions.retrieve(session.id)
        times.append(time.perf_counter() - began)
    # An unbuffered answer would wait 40 ms for an acknowledgement.
    assert min(times) < 0.02


@pytest.mark.parametrize(("kind", "done"), [("drop", 0), ("drop_after", 1)])
def test_a_lost_answer_is_a_broken_connection(
    sim: Simulator, remote: stripe.StripeClient, kind: str, done: int
) -> None:
    sim.faults.add("POST /v1/checkout/sessions", kind)
    with pytest.raises(stripe.APIConnectionError):
        remote.v1.checkout.sessions.create(params=session_params())
    assert len(sim.sessions) == done


def test_a_timeout_lasts_until_the_caller_gives_up(sim: Simulator, server: RunningServer) -> None:
    client = stripe.RequestsClient(timeout=0.05)
    hasty = stripe.StripeClient(
        KEY, base_addresses={"api": server.url}, http_client=client, max_network_retries=0
    )
    sim.faults.add("*", "timeout")
    with pytest.raises(stripe.APIConnectionError):
        hasty.v1.checkout.sessions.list()


def test_what_is_not_simulated_is_a_server_error(
    server: RunningServer, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=5)
    headers = {"Authorization": f"Bearer {KEY}", "Stripe-Version": "2020-01-01"}
    connection.request("GET", "/v1/refunds", headers=headers)
    response = connection.getresponse()
    assert response.status == 500
    assert "2020-01-01" in response.read().decode()
    connection.close()
    assert "NotSimulated" in capsys.readouterr().err


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_checkout_page_speaks_the_session_s_language(
    remote: stripe.StripeClient, browser: Browser, language: str
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(locale=language))
    page = browser.get(f"/c/pay/{opened.id}")
    assert page.status == 200
    assert f'<html lang="{language}">' in page.body
    words = WORDS[language]
    total = money(640_000, "nok", language)
    for shown in (words["notice"], words["pay"].format(amount=total), "Kurs", "12. januar"):
        assert shown in page.body
    assert "https://shop.test/back" in page.body
    assert "<script" not in page.body
    assert " style=" not in page.body


def test_without_a_locale_the_browser_decides(
    remote: stripe.StripeClient, browser: Browser
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(locale=None))
    browser.language = "no,en;q=0.5"
    assert '<html lang="nb">' in browser.get(f"/c/pay/{opened.id}").body


def test_paying_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    paid = browser.post(page, act="pay")
    done = f"https://shop.test/done?session={session.id}"
    assert (paid.status, paid.location) == (303, done)
    assert sim.sessions[session.id]["payment_status"] == "paid"
    again = browser.get(page)
    assert WORDS["nb"]["paid_title"] in again.body
    assert f'href="{done}"' in again.body
    assert "<form" not in again.body
    assert browser.post(page, act="pay").location == page
    assert len(sim.charges) == 1


def test_a_declined_card_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    assert browser.post(page, act="decline").location == f"{page}?declined"
    said = browser.get(f"{page}?declined").body
    assert WORDS["nb"]["declined_title"] in said
    assert 'value="pay"' in said
    assert sim.sessions[session.id]["status"] == "open"


def test_paying_later_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    assert browser.post(page, act="later").status == 303
    assert WORDS["nb"]["coming_title"] in browser.get(page).body
    sim.settle(session.id, succeeded=False)
    assert WORDS["nb"]["failed_title"] in browser.get(page).body


def test_the_page_asks_for_an_address_when_it_has_none(
    sim: Simulator, remote: stripe.StripeClient, browser: Browser
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(customer_email=None))
    page = f"/c/pay/{opened.id}"
    assert 'name="email"' in browser.get(page).body
    browser.post(page, act="pay", email="ola@example.com")
    assert sim.sessions[opened.id]["customer_details"]["email"] == "ola@example.com"


def test_an_expired_page_leads_back(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.advance(1860)
    body = browser.get(f"/c/pay/{session.id}").body
    assert WORDS["nb"]["expired_title"] in body
    assert 'href="https://shop.test/back"' in body
    assert "<form" not in body


def test_names_on_the_page_are_text(remote: stripe.StripeClient, browser: Browser) -> None:
    params = session_params()
    params["line_items"][0]["price_data"]["product_data"]["name"] = '<b>"Kurs" & mer</b>'
    opened = remote.v1.checkout.sessions.create(params=params)
    body = browser.get(f"/c/pay/{opened.id}").body
    assert "&lt;b&gt;&quot;Kurs&quot; &amp; mer&lt;/b&gt;" in body


@pytest.mark.parametrize("path", ["/c/pay/cs_test_none", "/i/in_none", "/receipts/ch", "/colours"])
def test_pages_that_are_not_there(browser: Browser, path: str) -> None:
    page = browser.get(path)
    assert page.status == 404
    assert WORDS["nb"]["missing_title"] in page.body


def test_the_receipt_leads_to_the_session(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.pay(session.id)
    (charge,) = sim.charges.values()
    receipt = browser.get(urlsplit(charge["receipt_url"]).path)
    assert receipt.location == f"/c/pay/{session.id}"


def test_the_invoice_page(sim: Simulator, remote: stripe.StripeClient, browser: Browser) -> None:
    customer = remote.v1.customers.create(
        params={"email": "a@example.com", "name": "Fjord", "preferred_locales": ["sv"]}
    )
    invoice = remote.v1.invoices.create(
        params={"customer": customer.id, "collection_method": "send_invoice", "days_until_due": 7}
    )
    assert browser.get(f"/i/{invoice.id}").status == 404
    remote.v1.invoices.add_lines(
        invoice.id, params={"lines": [{"amount": 125_000, "description": "Handledning"}]}
    )
    sent = remote.v1.invoices.send_invoice(invoice.id)
    path = urlsplit(str(sent.hosted_invoice_url)).path
    body = browser.get(path).body
    assert '<html lang="sv">' in body
    for shown in (str(sent.number), "Handledning", "1\xa0250,00\xa0kr", "Till Fjord"):
        assert shown in body
    assert browser.post(path, act="decline").location == f"{path}?declined"
    assert WORDS["sv"]["declined_title"] in browser.get(f"{path}?declined").body
    browser.post(path, act="pay")
    assert sim.invoices[invoice.id]["status"] == "paid"
    paid = browser.get(path).body
    assert WORDS["sv"]["invoice_paid_title"] in paid
    assert "<form" not in paid


def press(browser: Browser, act: str, **fields: str) -> str:
    """Press a button of the control page; gives what the page then says."""
    location = browser.post("/control", act=act, **fields).location
    body = browser.get(str(location)).body
    said = re.search(r'role="status">([^<]*)<', body)
    assert said is not None
    return said[1]


def test_the_control_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.pay_later(session.id)
    assert press(browser, "settle", id=session.id, succeeded="yes") == "Done."
    assert sim.sessions[session.id]["payment_status"] == "paid"
    assert press(browser, "settle", id=session.id) == "No payment is under way on this session."
    (charge,) = sim.charges
    assert press(browser, "refund", id=charge).startswith("The refund is re_")
    (refund,) = sim.refunds
    press(browser, "complete_refund", id=refund)
    press(browser, "fail_refund", id=refund)
    assert sim.refunds[refund]["status"] == "failed"
    assert press(browser, "dispute", id=charge).startswith("The dispute is du_")
    (dispute,) = sim.disputes
    press(browser, "close_dispute", id=dispute, won="yes")
    assert sim.disputes[dispute]["status"] == "won"
    body = browser.get("/").body
    for shown in (charge, refund, "charge.dispute.closed", session.id):
        assert shown in body


def test_the_clock_and_expiry_on_the_control_page(
    sim: Simulator, browser: Browser, remote: stripe.StripeClient, session: stripe.checkout.Session
) -> None:
    other = remote.v1.checkout.sessions.create(params=session_params())
    press(browser, "expire", id=other.id)
    assert [one["status"] for one in sim.sessions.values()] == ["open", "expired"]
    press(browser, "advance", minutes="31")
    assert sim.now() == NOW + 1860
    assert sim.sessions[session.id]["status"] == "expired"
    press(browser, "true_time")
    assert sim.now() == NOW


def test_faults_on_the_control_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    press(browser, "fault", pattern="GET *", kind="rate_limited", times="2")
    assert sim.faults.pending == [("GET *", "rate_limited", 2)]
    assert press(browser, "fault", pattern="*", kind="explode", times="1") != "Done."
    assert press(browser, "fault", pattern="*", kind="drop") == "That was not understood."
    assert press(browser, "nothing") == "There is no such button."
    press(browser, "no_faults")
    assert sim.faults.pending == []
    press(browser, "down")
    assert sim.webhooks.is_down
    press(browser, "up")
    assert not sim.webhooks.is_down


@dataclass
class Endpoint:
    """A webhook endpoint behind HTTP that remembers the types it was sent."""

    types: list[str] = field(default_factory=list)
    hosts: list[str | None] = field(default_factory=list)
    status: int = 200
    url: str = ""

    def wait_for(self, count: int) -> list[str]:
        wait(lambda: len(self.types) >= count)
        return self.types


def wait(until: Callable[[], bool]) -> None:
    """Until something another thread does has been done."""
    deadline = time.monotonic() + 5
    pause = threading.Event()
    while not until():
        assert time.monotonic() < deadline
        pause.wait(0.005)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    made = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            event = stripe.Webhook.construct_event(body, self.headers["Stripe-Signature"], SECRET)
            made.hosts.append(self.headers["Host"])
            made.types.append(event.type)
            self.send_response(made.status)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    made.url = f"http://shop.localhost:{listening.server_address[1]}/hook"
    yield made
    listening.shutdown()
    listening.server_close()


def test_webhooks_are_delivered_and_retried(
    sim: Simulator, server: RunningServer, browser: Browser, endpoint: Endpoint
) -> None:
    from functools import partial

    from tests.stripe_simulator.posting import post

    sim.register_endpoint(KEY, SECRET, partial(post, endpoint.url), url=endpoint.url)
    client = stripe.StripeClient(KEY, http_client=sim.http_client())
    endpoint.status = 500
    opened = client.v1.checkout.sessions.create(params=session_params())
    client.v1.checkout.sessions.expire(opened.id)
    assert endpoint.wait_for(1) == ["checkout.session.expired"]
    wait(lambda: sim.webhooks.next_due() == NOW + 60)
    assert "last answer 500" in browser.get("/").body
    endpoint.status = 200
    press(browser, "retry")
    assert endpoint.wait_for(2) == ["checkout.session.expired"] * 2
    assert endpoint.hosts[0] == urlsplit(endpoint.url).netloc


def test_the_state_outlasts_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "var" / "state.json"

    def start() -> tuple[Simulator, StateFile, stripe.StripeClient]:
        simulator = Simulator(clock=lambda: NOW)
        file = StateFile(path, simulator)
        file.load()
        client = stripe.StripeClient(KEY, http_client=simulator.http_client())
        return simulator, file, client

    before, file, client = start()
    before.register_endpoint(KEY, SECRET, lambda body, headers: 500)
    options: Any = {"idempotency_key": "k1"}
    opened = client.v1.checkout.sessions.create(params=session_params(), options=options)
    before.pay(opened.id)
    before.advance(60)
    file.save()
    after, _, client = start()
    assert after.to_json() == before.to_json()
    again = client.v1.checkout.sessions.create(params=session_params(), options=options)
    assert again.id == opened.id
    sent: list[str] = []
    after.register_endpoint(
        KEY, SECRET, lambda body, headers: sent.append(json.loads(body)["type"]) or 200
    )
    after.deliver()
    assert len(sent) == 5
    assert client.v1.checkout.sessions.create(params=session_params()).id not in before.sessions
    assert [one.name for one in path.parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize("content", ["{", "[]", '{"api_version": "2020-01-01"}'])
def test_a_state_that_does_not_fit_is_put_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(content)
    assert StateFile(path, Simulator()).load() is False
    assert path.with_suffix(".unreadable").read_text() == content
    assert not path.exists()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command(tmp_path: Path, endpoint: Endpoint, number: int) -> None:
    port, state = free_port(), tmp_path / "state.json"
    options = ["--port", str(port), "--state", str(state)]
    for key in (KEY, "sk_test_two"):
        options += ["--key", key, "--secret", SECRET, "--webhook", endpoint.url]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.stripe_simulator", *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    url = f"http://127.0.0.1:{port}"
    assert process.stdout.readline() == f"The Stripe simulator is at {url}/\n"
    client = stripe.StripeClient("sk_test_two", base_addresses={"api": url})
    expires_at = int(time.time()) + 1860
    opened = client.v1.checkout.sessions.create(params=session_params(expires_at=expires_at))
    Browser(url).post(f"/c/pay/{opened.id}", act="pay")
    assert endpoint.wait_for(5)[-1] == "checkout.session.completed"
    process.send_signal(number)
    assert process.wait(timeout=5) == 0
    process.stdout.close()
    assert opened.id in state.read_text()


def test_options_that_go_together() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.stripe_simulator", "--key", KEY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "equally often" in done.stderr


def test_every_language_has_every_word() -> None:
    for words in WORDS.values():
        assert list(words) == list(WORDS["en"])


@pytest.mark.parametrize(
    ("locale", "accepted", "language"),
    [
        ("sv", "fi", "sv"),
        ("auto", "fi-FI,en;q=0.8", "fi"),
        (None, "nn", "nb"),
        (None, "fr, de", "en"),
        ("en-GB", "", "en"),
    ],
)
def test_the_language_of_a_page(locale: str | None, accepted: str, language: str) -> None:
    assert language_for(locale, accepted) == language


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "NOK\xa01,234,567.05"),
        ("nb", "1\xa0234\xa0567,05\xa0kr"),
        ("da", "1.234.567,05\xa0kr"),
    ],
)
def test_amounts(language: str, shown: str) -> None:
    assert money(123_456_705, "nok", language) == shown
