"""Production settings: safe as they stand, and plain about what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What an installation must give. None of these is a secret of anybody's.
GIVEN = {
    "SECRET_KEY": "Y2g7mB1vQ9xL4cR8tN3kP6wZ0sD5fH7jA-uE2iO4yT6qW8eR1nX5",
    "BASE_URL": "https://kollegium.example",
    "CACHE_URL": "locmemcache://",
    "EMAIL_URL": "smtp://localhost:25",
    "FROM_EMAIL": "Kollegium <post@kollegium.example>",
    "STRIPE_SECRET_KEY": "sk_live_0000",
    "STRIPE_WEBHOOK_SECRET": "whsec_0000",
}
REQUIRED = sorted([*GIVEN, "DATABASE_URL"])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A whole environment, and nothing of the one in which the tests run."""
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "VAR_DIR": str(tmp_path),
        **GIVEN,
    }


def python(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def load(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Read the settings as every process of the project does when it starts."""
    return python(environment, "-c", "from django.conf import settings; settings.DEBUG")


def reason(refused: subprocess.CompletedProcess[str]) -> str:
    assert refused.returncode != 0
    return refused.stderr.strip().splitlines()[-1]


def test_check_deploy_is_clean(environment: dict[str, str]) -> None:
    checked = python(environment, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "no issues" in checked.stdout


@pytest.mark.parametrize("name", REQUIRED)
def test_missing_variable_refuses_to_start_and_is_named(
    environment: dict[str, str], name: str
) -> None:
    del environment[name]
    assert name in reason(load(environment)).split(": ", 1)[1].split()


@pytest.mark.parametrize("name", REQUIRED)
def test_empty_variable_is_a_missing_one(environment: dict[str, str], name: str) -> None:
    environment[name] = ""
    assert name in reason(load(environment)).split(": ", 1)[1].split()


@pytest.mark.parametrize("name", ["STRIPE_SECRET_KEY", "STRIPE_SECRET_KEY__STEINLIA"])
def test_live_key_never_goes_to_another_address_than_stripes(
    environment: dict[str, str], name: str
) -> None:
    environment |= {"STRIPE_SECRET_KEY": "sk_test_0000", name: "sk_live_0000"}
    assert load(environment).returncode == 0
    environment["STRIPE_API_BASE"] = "http://127.0.0.1:8010"
    assert "A live Stripe key must never go to another address" in reason(load(environment))
    environment[name] = "sk_test_0000"
    assert load(environment).returncode == 0


def test_demo_with_its_known_passwords_is_refused(environment: dict[str, str]) -> None:
    refused = python(environment, "manage.py", "load_demo")
    assert reason(refused).startswith("CommandError: The demo has known passwords")


def test_secret_that_begins_with_a_dollar_sign_is_taken_as_it_is(
    environment: dict[str, str],
) -> None:
    secret = "$" + GIVEN["SECRET_KEY"]
    program = "from django.conf import settings; print(settings.SECRET_KEY)"
    read = python({**environment, "SECRET_KEY": secret}, "-c", program)
    assert read.stdout.strip() == secret


def translator(environment: dict[str, str]) -> str:
    """Which machine translator the settings choose, with its options."""
    told = python(
        environment,
        "-c",
        "from django.conf import settings;"
        "print(getattr(settings, 'WAGTAILLOCALIZE_MACHINE_TRANSLATOR', None))",
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def test_a_machine_translates_for_those_who_have_a_key(environment: dict[str, str]) -> None:
    assert translator(environment) == "None"
    assert translator({**environment, "DEEPL_API_KEY": ""}) == "None"
    chosen = translator({**environment, "DEEPL_API_KEY": "a-key:fx"})
    assert chosen == (
        "{'CLASS': 'cms.machine_translation.DeepL', 'OPTIONS': {'AUTH_KEY': 'a-key:fx'}}"
    )
