"""How a webhook reaches an address over HTTP."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

SECONDS_TO_WAIT = 20


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """Send a webhook; gives the status, raises where there is no answer."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Names under localhost are this machine, even where no resolver says so.
    reached = "127.0.0.1" if host == "localhost" or host.endswith(".localhost") else host
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(reached, parts.port, timeout=SECONDS_TO_WAIT)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    try:
        connection.request("POST", path, body, {**headers, "Host": parts.netloc})
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()
