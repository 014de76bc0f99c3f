"""What a first visit to a page takes over the wire: the page and all that it fetches at once."""

import gzip
import re
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

# The goal is 120 KB, fonts included; a kilobyte of headers for each answer is counted as well.
BUDGET: Final = 120_000
HEADERS: Final = 1_000
SMALLER_WHEN_SENT: Final = {".css", ".js", ".svg"}
FETCHED: Final = (
    r'<link rel="(?:preload|stylesheet|icon)"[^>]*? href="([^"]+)"',
    r'<script[^>]*? src="([^"]+)"',
    r'<img(?![^>]*loading="lazy")[^>]*? src="([^"]+)"',
)
PRINTED: Final = 'media="print"'


def first_view(address: str, *, host: str) -> dict[str, int]:
    """The bytes of everything that a browser without a cache fetches for ``address``."""
    client = Client(headers={"host": host, "accept-encoding": "gzip"})
    page = client.get(address)
    assert page.status_code == 200, address
    html = gzip.decompress(page.content).decode()
    found = {address: len(page.content) + HEADERS}
    for pattern in FETCHED:
        for match in re.finditer(pattern, html):
            if PRINTED not in match[0]:
                found[match[1]] = _sent(client, match[1]) + HEADERS
    return found


def _sent(client: Client, address: str) -> int:
    if address.startswith(settings.STATIC_URL):
        file = Path(finders.find(address.removeprefix(settings.STATIC_URL).partition("?")[0]))
        content = file.read_bytes()
        return len(gzip.compress(content) if file.suffix in SMALLER_WHEN_SENT else content)
    if address.startswith(settings.MEDIA_URL):
        return (Path(settings.MEDIA_ROOT) / address.removeprefix(settings.MEDIA_URL)).stat().st_size
    assert address.startswith("/"), f"{address} is somebody else's"
    return len(client.get(address).content)
