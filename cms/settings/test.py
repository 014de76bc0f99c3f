"""Settings for the tests: quick hasher, memory for cache and mail, Stripe in the same process."""

import atexit
import os
import shutil
import tempfile

if "VAR_DIR" not in os.environ:
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="kollegium-test-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{os.environ['VAR_DIR']}/test.sqlite3")
os.environ["CACHE_URL"] = "locmemcache://"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["STRIPE_SECRET_KEY"] = "sk_test_kollegium"  # noqa: S105 - no secret
os.environ["STRIPE_WEBHOOK_SECRET"] = "whsec_kollegium"  # noqa: S105 - no secret
os.environ["STRIPE_API_BASE"] = "http://stripe.invalid"
os.environ["BASE_URL"] = "http://localhost"
os.environ["ALLOWED_HOSTS"] = "*"

from .dev import *  # noqa: F403
from .dev import DATABASES, TASKS

DATABASES["default"]["OPTIONS"].pop("pool", None)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STRIPE_HTTP_CLIENT = "tests.stripe_in_process.http_client"
TASKS["default"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
AXES_ENABLED = True
# A list of all static files would be made for every client of every test.
WHITENOISE_AUTOREFRESH = True
