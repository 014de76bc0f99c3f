"""Settings for work on one's own machine: SQLite, files and Stripe's simulator."""

import os
from pathlib import Path

_var = Path(os.environ.setdefault("VAR_DIR", str(Path(__file__).resolve().parents[2] / "var")))
_var.mkdir(parents=True, exist_ok=True)

for _name, _value in {
    "SECRET_KEY": "for-development-only-never-in-production-0123456789-abcdefghij",
    "BASE_URL": "http://localhost:8000",
    "ALLOWED_HOSTS": "localhost,.localhost,127.0.0.1,[::1]",
    "DATABASE_URL": f"sqlite:///{_var / 'kollegium.sqlite3'}",
    "CACHE_URL": f"filecache://{_var / 'cache'}",
    "EMAIL_URL": f"filemail:///{_var / 'mail'}",
    "FROM_EMAIL": "Kollegium <post@localhost>",
    "STRIPE_SECRET_KEY": "sk_test_kollegium",
    "STRIPE_WEBHOOK_SECRET": "whsec_kollegium",
    "REQUIRE_MFA": "false",
}.items():
    os.environ.setdefault(_name, _value)
if os.environ["STRIPE_SECRET_KEY"] == "sk_test_kollegium":  # noqa: S105 - no secret
    os.environ.setdefault("STRIPE_API_BASE", "http://127.0.0.1:8010")

from .production import *  # noqa: E402, F403
from .production import STORAGES  # noqa: E402

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
DEMO_ALLOWED = True
