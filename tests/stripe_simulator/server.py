"""The simulator behind HTTP: the API, the hosted pages and the delivery of webhooks."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from .api import Response
from .posting import post
from .simulator import Simulator
from .site import Answer, Site

SECONDS_A_TIMEOUT_LASTS = 30
SECONDS_TO_END = 5
_LONGEST_NAP = 5
_SHORTEST_NAP = 0.05

Save = Callable[[], None]


def keep_nothing() -> None:
    """Save for a simulator whose state ends with its process."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], simulator: Simulator, save: Save) -> None:
        super().__init__(address, _Handler)
        self.simulator = simulator
        self.site = Site(simulator)
        self.save = save
        self.stopping = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Without these two every answer waits for an acknowledgement, some 40 ms.
    wbufsize = 64 * 1024
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent; the control page shows what happened."""

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path).path
        try:
            if path.startswith(("/v1/", "/v2/")):
                self._answer_api(body)
            else:
                self._answer_page(path, body)
        except AssertionError as fault:
            traceback.print_exc(file=sys.stderr)
            self._send(500, {"Content-Type": "text/plain; charset=utf-8"}, str(fault).encode())
        if self.command != "GET":
            self.server.save()

    def _answer_api(self, body: bytes) -> None:
        simulator = self.server.simulator
        response = simulator.handle(self.command, self.path, dict(self.headers.items()), body)
        if response.lost is not None:
            self._lose(response)
            return
        self._send(response.status, response.headers, response.body.encode())

    def _lose(self, response: Response) -> None:
        if str(response.lost).startswith("timeout"):
            self.server.stopping.wait(SECONDS_A_TIMEOUT_LASTS)
        self.close_connection = True

    def _answer_page(self, path: str, body: bytes) -> None:
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        accepted = self.headers.get("Accept-Language") or ""
        if self.command == "POST":
            answer = self.server.site.act(path, parse_qs(body.decode()))
        else:
            answer = self.server.site.show(path, query, accepted)
        self._send_page(answer)

    def _send_page(self, answer: Answer) -> None:
        headers = {
            "Content-Type": answer.type,
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:",
        }
        if answer.location is not None:
            headers["Location"] = answer.location
        self._send(answer.status, headers, answer.body.encode())

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@dataclass
class RunningServer:
    """A server at work in the background."""

    url: str
    _server: _Server
    _threads: list[threading.Thread]

    def stop(self) -> None:
        """End serving and delivering; a delivery that hangs is left behind."""
        self._server.stopping.set()
        self._server.simulator.webhooks.changed.set()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join(SECONDS_TO_END)
        self._server.save()


def serve(
    simulator: Simulator,
    port: int,
    host: str = "127.0.0.1",
    *,
    save: Save = keep_nothing,
) -> RunningServer:
    """Serve a simulator from now on, and deliver its webhooks as they fall due.

    Port 0 takes any that is free. ``save`` is called after everything that may
    have changed the state.
    """
    server = _Server((host, port), simulator, save)
    url = f"http://{host}:{server.server_address[1]}"
    simulator.world.base_url = url
    simulator.webhooks.post = post
    threads = [
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True),
        threading.Thread(target=_deliver, args=(server,), daemon=True),
    ]
    for thread in threads:
        thread.start()
    return RunningServer(url, server, threads)


def _deliver(server: _Server) -> None:
    simulator = server.simulator
    while not server.stopping.is_set():
        simulator.webhooks.changed.wait(_nap(simulator))
        simulator.webhooks.changed.clear()
        if server.stopping.is_set():
            return
        try:
            simulator.deliver()
            server.save()
        except Exception:  # The next delivery shall not fall with this one.
            traceback.print_exc(file=sys.stderr)


def _nap(simulator: Simulator) -> float:
    due = simulator.webhooks.next_due()
    if due is None:
        return _LONGEST_NAP
    return min(max(due - simulator.now(), _SHORTEST_NAP), _LONGEST_NAP)
