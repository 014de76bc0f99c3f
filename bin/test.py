"""Runs everything that checks the project: `make test`."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import lint
import system_packages
from environment import ROOT, NotReady

sys.path.insert(0, str(ROOT))
from tests import postgres

LONG = "--long"


def main(arguments: list[str]) -> int:
    """Lint, then every test in every place; pytest's closing line is the last one printed.

    With --long, tests try many more random examples, and those marked `long` run too.
    """
    if LONG in arguments:
        arguments = [argument for argument in arguments if argument != LONG]
        os.environ["KOLLEGIUM_LONG"] = "1"
    try:
        python = environment.prepare(dev=True)
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    system_packages.provide()
    subprocess.run([python, "bin/compile_messages.py"], cwd=ROOT, check=True)
    # Asked for a few tests, one wants to see these and nothing else.
    linted = 0 if arguments else lint.check(python)
    return run_tests(python, arguments) or linted


def run_tests(python: Path, arguments: list[str]) -> int:
    """Run pytest with one process for each place that this machine has; return its exit code."""
    places = ["sqlite", "postgresql", "browser"] if postgres.binaries() else ["sqlite", "browser"]
    command = [python, "-m", "pytest", "-p", "tests.places", "--dist", "each"]
    for place in places:
        command += ["--tx", f"popen//id={place}"]
    # Percentages count each test once, and would end at 250 %.
    command += ["--override-ini", "console_output_style=classic"]
    with tempfile.TemporaryDirectory(prefix="kollegium-test-") as folder:
        environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test", "VAR_DIR": folder}
        environ.pop("DATABASE_URL", None)
        return _run_to_the_end([*command, *arguments], environ)


def _run_to_the_end(command: Sequence[str | Path], environ: Mapping[str, str]) -> int:
    """Run pytest; asked to stop, let it put away its database and its browser first."""
    tests = subprocess.Popen(command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL)
    # Ctrl-C reaches pytest by itself.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: tests.send_signal(signal.SIGINT))
    return tests.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
