"""The simulator behind HTTP: the API, the webhooks, the state file, the command."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import stripe

from tests.stripe_simulator import Simulator
from tests.stripe_simulator.posting import post
from tests.stripe_simulator.server import RunningServer
from tests.stripe_simulator.state_file import StateFile

from .conftest import KEY, NOW, SECRET, Browser, session_params

ROOT = Path(__file__).parents[2]


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


def test_one_key_at_the_same_time_makes_one_session(
    sim: Simulator, remote: stripe.StripeClient
) -> None:
    def create(_: int) -> str:
        return remote.v1.checkout.sessions.create(
            params=session_params(), options={"idempotency_key": "k1"}
        ).id

    with ThreadPoolExecutor(8) as threads:
        ids = list(threads.map(create, range(16)))
    assert set(ids) == set(sim.sessions)
    assert len(sim.sessions) == 1


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
    sim.register_endpoint(KEY, SECRET, partial(post, endpoint.url), url=endpoint.url)
    client = stripe.StripeClient(KEY, http_client=sim.http_client())
    endpoint.status = 500
    opened = client.v1.checkout.sessions.create(params=session_params())
    client.v1.checkout.sessions.expire(opened.id)
    assert endpoint.wait_for(1) == ["checkout.session.expired"]
    wait(lambda: sim.webhooks.next_due() == NOW + 60)
    assert "last answer 500" in browser.get("/").body
    endpoint.status = 200
    browser.post("/control", act="retry")
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
