"""Exits with 0 when the site on this machine answers: the container's health check."""

import os
import sys
import urllib.request
from urllib.parse import urlsplit


def main() -> int:
    # The site answers to the host in BASE_URL, not to 127.0.0.1.
    request = urllib.request.Request(
        f"http://127.0.0.1:{os.environ.get('PORT', '8000')}/healthz",
        headers={"Host": urlsplit(os.environ["BASE_URL"]).netloc},
    )
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:
            return 0 if answer.status == 200 else 1
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
