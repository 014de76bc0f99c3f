import os, pytest
from hypothesis import settings, HealthCheck, Phase, seed, Verbosity
from hypothesis.stateful import run_state_machine_as_test
from tests.proofs import test_any_order as t

pytestmark = pytest.mark.django_db
places = t.places


def test_it(places):
    ph = [Phase.generate]
    if os.environ.get("SHRINK"):
        ph.append(Phase.shrink)
    own = settings(
        max_examples=int(os.environ.get("N", "200")),
        stateful_step_count=int(os.environ.get("STEPS", "30")),
        derandomize=bool(os.environ.get("DER")),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=ph,
        report_multiple_bugs=False,
    )
    M = t.Anything
    run_state_machine_as_test(seed(int(os.environ.get("SEED", "1")))(M), settings=own)
