"""The round at Stripe with a test key, here against the simulator."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.core.management import CommandError, call_command

import pytest

from cms.models import Practice
from registrations.services.rehearsing import NoTestKey, Step, rehearse
from tests.stripe_simulator import Simulator
from tests.stripe_simulator.server import RunningServer, serve

pytestmark = pytest.mark.django_db

STEPS = [
    "read the balance",
    "open a checkout, twice with one key",
    "close the checkout",
    "pay with a test card",
    "pay a part back",
    "refuse to pay back too much",
    "send an invoice",
    "withdraw the invoice",
]
HEAR = "hear of the closed checkout"


def tried(**more: Any) -> list[Step]:
    return list(rehearse(**{"account": "", "currency": "NOK", **more}))


def told(steps: list[Step]) -> dict[str, str]:
    return {step.name: "ok" if step.ok else step.why for step in steps}


def test_every_step_goes_well(stripe: Simulator) -> None:
    assert told(tried()) == dict.fromkeys(STEPS, "ok")
    (session,) = stripe.sessions.values()
    (refund,) = stripe.refunds.values()
    (invoice,) = stripe.invoices.values()
    assert (session["status"], refund["amount"], invoice["status"]) == ("expired", 2_000, "void")


def test_it_can_be_repeated(stripe: Simulator) -> None:
    tried()
    assert told(tried(currency="EUR")) == dict.fromkeys(STEPS, "ok")
    assert len(stripe.sessions) == 2


def test_message_from_stripe_reaches_the_site(stripe: Simulator) -> None:
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            stripe.deliver()

    assert told(tried(wait_for_webhook=5, pause=pause)) == dict.fromkeys([*STEPS, HEAR], "ok")
    assert pauses == [1, 1, 1]


def test_message_that_never_comes(stripe: Simulator) -> None:
    steps = tried(wait_for_webhook=5, pause=lambda seconds: None)
    assert told(steps)[HEAR] == "nothing in 5 seconds"


def test_a_step_that_fails_says_why_and_the_others_go_on(stripe: Simulator) -> None:
    stripe.faults.add("POST /v1/payment_intents", "drop", times=None)
    not_tried = "not tried, because an earlier step failed"
    assert told(tried()) == {
        **dict.fromkeys(STEPS, "ok"),
        "pay with a test card": "APIConnectionError",
        "pay a part back": not_tried,
        "refuse to pay back too much": not_tried,
    }


@pytest.mark.parametrize(
    ("key", "any_test_key", "why"),
    [
        ("", True, "no secret key is set"),
        ("sk_live_1", True, "the secret key is a live one"),
        ("rk_live_1", True, "the secret key is a live one"),
        ("sk_org_1", False, "the secret key does not begin with sk_test_ or rk_test_"),
    ],
)
def test_only_test_keys(
    stripe: Simulator, settings: Any, key: str, any_test_key: bool, why: str
) -> None:
    settings.STRIPE_SECRET_KEY = key
    with pytest.raises(NoTestKey) as refusal:
        tried(any_test_key=any_test_key)
    assert str(refusal.value) == why
    assert stripe.calls == []


def test_another_key_if_asked_for(stripe: Simulator, settings: Any) -> None:
    settings.STRIPE_SECRET_KEY = "sk_org_1"
    assert told(tried(any_test_key=True))["read the balance"] == "AuthenticationError 401"


def run(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("stripe_smoke", *arguments, stdout=out)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def server(stripe: Simulator, settings: Any) -> Iterator[RunningServer]:
    """The simulator behind a true connection, with Stripe's own HTTP client."""
    running = serve(stripe, 0)
    settings.STRIPE_API_BASE = running.url
    settings.STRIPE_HTTP_CLIENT = "stripe.RequestsClient"
    stripe.webhooks.down()
    yield running
    running.stop()


def test_command_over_http(practice: Practice, server: RunningServer) -> None:
    code, out = run("--practice", practice.slug)
    assert code == 0
    lines = [re.sub(r" +\d+\.\d\d s +", " ", line) for line in out.splitlines()]
    assert lines == [
        *[f"ok {name}" for name in STEPS],
        f"not tried       {HEAR}: --webhook asks for it",
    ]


def test_command_asks_the_practices_own_account(
    practice: Practice, stripe: Simulator, settings: Any
) -> None:
    settings.STRIPE_PRACTICE_KEYS = {practice.slug: "sk_test_own"}
    settings.STRIPE_SECRET_KEY = "sk_live_never_asked"
    assert run("--practice", practice.slug)[0] == 0
    assert {stripe.world.owners[one] for one in stripe.sessions} == {"sk_test_own"}


def test_command_fails_when_a_step_does(stripe: Simulator) -> None:
    stripe.faults.add("POST /v1/refunds", "error_500", times=None)
    code, out = run()
    assert code == 1
    (failed, too_much) = [line for line in out.splitlines() if line.startswith("failed")]
    assert failed.endswith("pay a part back: APIError 500")
    assert too_much.endswith("refuse to pay back too much: APIError 500")


@pytest.mark.parametrize(
    ("key", "arguments", "sentence"),
    [
        ("sk_live_1", (), "Nothing was tried, because the secret key is a live one."),
        ("sk_test_1", ("--practice", "nobody"), "No practice is called nobody."),
    ],
)
def test_command_refuses(
    stripe: Simulator, settings: Any, key: str, arguments: tuple[str, ...], sentence: str
) -> None:
    settings.STRIPE_SECRET_KEY = key
    with pytest.raises(CommandError) as refusal:
        run(*arguments)
    assert str(refusal.value) == sentence
    assert stripe.calls == []
