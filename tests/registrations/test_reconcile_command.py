"""What the command that compares Stripe with the ledger prints, and how it ends."""

from datetime import UTC, datetime
from io import StringIO
from typing import Any

from django.core.management import CommandError, call_command

import pytest
import time_machine

from cms.models import Practice
from courses.models import Offering
from tests.factories import make_offering
from tests.registrations.payers import paid, paid_past_us
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def run(**options: Any) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("reconcile", stdout=out, stderr=err, **options)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@time_machine.travel("2030-02-10 12:00+01:00", tick=False)
def test_command_says_what_differs_without_names(practice: Practice, stripe: Simulator) -> None:
    assert run() == (0, "", "2030-01-11 to 2030-02-10: 0 compared, 0 differ.\n")
    attempt = paid(make_offering(practice), stripe)
    (transaction,) = stripe.balance_transactions.values()
    transaction["amount"] = 12_350
    intent = paid_past_us(stripe)
    code, out, err = run(last=datetime(2030, 2, 10, tzinfo=UTC).date())
    assert code == 1
    assert out.splitlines() == [
        f"{attempt.registration.reference}: payment {attempt.payment_intent_id}: "
        "NOK\N{NO-BREAK SPACE}123.50 at Stripe, NOK\N{NO-BREAK SPACE}6,400 in the ledger.",
        f"no registration (common account): payment {intent}: "
        "NOK\N{NO-BREAK SPACE}123 at Stripe, nothing in the ledger.",
    ]
    assert err == "2030-01-11 to 2030-02-10: 2 compared, 2 differ.\n"


@time_machine.travel("2030-02-10 00:30+01:00", tick=False)
def test_days_begin_where_the_practice_is(practice: Practice, stripe: Simulator) -> None:
    paid(make_offering(practice), stripe)
    yesterday, today = "2030-02-09", "2030-02-10"
    for first, last, compared in ((today, today, 1), (yesterday, yesterday, 0)):
        code, _out, err = run_text("--from", first, "--to", last, "--practice", practice.slug)
        assert (code, err) == (0, f"{first} to {last}: {compared} compared, 0 differ.\n")


def run_text(*arguments: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    call_command("reconcile", *arguments, stdout=out, stderr=err)
    return 0, out.getvalue(), err.getvalue()


def test_command_says_in_one_sentence_why_it_could_not(
    offering: Offering, stripe: Simulator
) -> None:
    stripe.faults.add("GET /v1/balance_transactions", "drop", times=None)
    with pytest.raises(CommandError) as refusal:
        run()
    assert refusal.value.returncode == 2
    assert str(refusal.value) == (
        "Stripe could not be asked about the common account (APIConnectionError); "
        "nothing is lost, try again."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--practice", "nobody"], "No practice is called nobody; there is steinlia."),
        (["--from", "2030-02-02", "--to", "2030-02-01"], "2030-02-02 is later than 2030-02-01."),
        (["--from", "soon"], "Error: argument --from: invalid _day value: 'soon'"),
    ],
)
def test_command_refuses_nonsense(
    practice: Practice, stripe: Simulator, arguments: list[str], sentence: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        run_text(*arguments)
    assert str(refusal.value) == sentence
    assert stripe.calls == []


def test_command_does_not_call_nothing_agreement(stripe: Simulator) -> None:
    with pytest.raises(CommandError) as refusal:
        run_text()
    assert str(refusal.value) == "There is no practice yet, so nothing was compared."
