"""What the variables of `make run` ask for, read once and checked in words."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from environment import ROOT, NotReady

HOST = "127.0.0.1"
STRIPE = "https://api.stripe.com"
SIMULATOR_KEY = "sk_test_kollegium"
SIMULATOR_SECRET = "whsec_kollegium"  # noqa: S105 - no secret
LIVE_KEYS = ("sk_live_", "rk_live_")
DATABASES = ("postgres", "postgresql", "psql", "pgsql", "sqlite")


@dataclass(frozen=True)
class Wishes:
    """How the person wants the project to run.

    `simulator_port` is None when Stripe itself is to be used. `environment`
    holds every variable that the started processes get.
    """

    port: int
    simulator_port: int | None
    environment: Mapping[str, str]

    @property
    def var(self) -> Path:
        """The folder of everything that is kept from one run to the next."""
        return Path(self.environment["VAR_DIR"])

    @property
    def base_url(self) -> str:
        return self.environment["BASE_URL"].rstrip("/")


def read(environ: Mapping[str, str]) -> Wishes:
    """Return what is asked for; raise NotReady naming the variable that is wrong."""
    port = _port(environ.get("PORT") or "8000")
    _check_database(environ.get("DATABASE_URL"))
    _check_stripe(environ)
    simulator_port = None if environ.get("STRIPE_SECRET_KEY") else port + 10
    defaults = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "BASE_URL": f"http://localhost:{port}",
        "VAR_DIR": str(ROOT / "var"),
    }
    if simulator_port:
        defaults |= {
            "STRIPE_SECRET_KEY": SIMULATOR_KEY,
            "STRIPE_WEBHOOK_SECRET": SIMULATOR_SECRET,
            "STRIPE_API_BASE": f"http://{HOST}:{simulator_port}",
        }
    # A variable that is set to nothing is one that is not set.
    given = {name: value for name, value in environ.items() if value or name not in defaults}
    if not given.get("DATABASE_URL"):
        given.pop("DATABASE_URL", None)
    return Wishes(port, simulator_port, defaults | given | {"PYTHONUNBUFFERED": "1"})


def check_ports_are_free(wishes: Wishes) -> None:
    """Raise NotReady naming the port that something else listens on."""
    wanted = {wishes.port: "the site"}
    if wishes.simulator_port:
        wanted[wishes.simulator_port] = "the Stripe simulator"
    another = wishes.port + 100 if wishes.port < 65400 else 8100
    for port, who in wanted.items():
        if reason := _why_taken(port):
            raise NotReady(
                f"Port {port}, which {who} needs, {reason}: "
                f"choose another one, for example make run PORT={another}."
            )


def _port(text: str) -> int:
    # The simulator listens ten ports higher, so the last ten are no choice.
    if text.isascii() and text.isdigit() and 0 < int(text) <= 65525:
        return int(text)
    raise NotReady(f"PORT must be a number from 1 to 65525, not “{text}”.")


def _check_database(url: str | None) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise NotReady("DATABASE_URL cannot be read as an address.") from None
    if parts.scheme not in DATABASES:
        raise NotReady(
            "DATABASE_URL must begin with postgres:// or sqlite:///, "
            "as in postgres://user:password@localhost:5432/kollegium."
        )
    if len(parts.path) < 2:
        raise NotReady("DATABASE_URL names no database: the name comes after the last slash.")


def _check_stripe(environ: Mapping[str, str]) -> None:
    base = environ.get("STRIPE_API_BASE", "").rstrip("/")
    if base and not environ.get("STRIPE_SECRET_KEY"):
        raise NotReady(
            "STRIPE_API_BASE is set without STRIPE_SECRET_KEY: set both, or neither to use "
            "the simulator."
        )
    keys = [v for name, v in environ.items() if name.startswith("STRIPE_SECRET_KEY")]
    if base and base != STRIPE and any(key.startswith(LIVE_KEYS) for key in keys):
        raise NotReady(
            f"A live Stripe key must never go to {base}: take away STRIPE_API_BASE or use a "
            "test key."
        )


def _why_taken(port: int) -> str:
    with socket.socket() as probe:
        # Without this a port counts as taken for a minute after it was left.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            return "may only be used by the administrator"
        except OSError:
            return "is in use"
    return ""


def from_process() -> Wishes:
    return read(os.environ)
