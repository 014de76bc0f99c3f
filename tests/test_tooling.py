"""The commands of the Makefile: what they refuse, and that nothing is left behind."""

import gettext
import importlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The tests themselves are started by make, which tells its children so.
OUTSIDE_MAKE = {k: v for k, v in os.environ.items() if not re.fullmatch("MAKE.*|MFLAGS", k)}
MAKEFILE = (ROOT / "Makefile").read_text()


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "bin"))
    return importlib.import_module


@pytest.fixture
def _signals_restored() -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"PORT": "abc"}, "PORT must be a number from 1 to 65525, not “abc”."),
        ({"PORT": "65530"}, "PORT must be a number from 1 to 65525, not “65530”."),
        (
            {"DATABASE_URL": "mysql://localhost/x"},
            "DATABASE_URL must begin with postgres:// or sqlite:///, "
            "as in postgres://user:password@localhost:5432/kollegium.",
        ),
        (
            {"DATABASE_URL": "postgres://localhost:5432"},
            "DATABASE_URL names no database: the name comes after the last slash.",
        ),
        (
            {"DATABASE_URL": "postgres://localhost:port/x"},
            "DATABASE_URL cannot be read as an address.",
        ),
        (
            {"STRIPE_API_BASE": "http://127.0.0.1:8010"},
            "STRIPE_API_BASE is set without STRIPE_SECRET_KEY: set both, or neither to use "
            "the simulator.",
        ),
        (
            {"STRIPE_SECRET_KEY": "sk_live_1", "STRIPE_API_BASE": "http://127.0.0.1:8010"},
            "A live Stripe key must never go to http://127.0.0.1:8010: take away "
            "STRIPE_API_BASE or use a test key.",
        ),
    ],
)
def test_wrong_variable_is_named_in_a_sentence(
    tool: Callable[[str], ModuleType], environ: dict[str, str], sentence: str
) -> None:
    with pytest.raises(tool("environment").NotReady) as refusal:
        tool("variables").read(environ)
    assert str(refusal.value) == sentence


def test_simulator_stands_in_until_a_key_is_given(tool: Callable[[str], ModuleType]) -> None:
    without = tool("variables").read({"PORT": "8200"})
    given = tool("variables").read({"PORT": "8200", "STRIPE_SECRET_KEY": "sk_test_own"})
    assert (without.simulator_port, given.simulator_port) == (8210, None)
    assert without.environment["STRIPE_API_BASE"] == "http://127.0.0.1:8210"
    assert "STRIPE_API_BASE" not in given.environment
    assert without.base_url == given.base_url == "http://localhost:8200"


def test_port_in_use_is_named_with_another_to_try(tool: Callable[[str], ModuleType]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        wishes = tool("variables").read({"PORT": str(port), "STRIPE_SECRET_KEY": "sk_test_own"})
        with pytest.raises(tool("environment").NotReady) as refusal:
            tool("variables").check_ports_are_free(wishes)
    another = port + 100 if port < 65400 else 8100
    assert str(refusal.value) == (
        f"Port {port}, which the site needs, is in use: "
        f"choose another one, for example make run PORT={another}."
    )


def test_make_run_says_one_sentence_and_fails() -> None:
    done = subprocess.run(
        ["make", "run"],
        cwd=ROOT,
        env={**OUTSIDE_MAKE, "PORT": "abc"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.splitlines()[0] == "PORT must be a number from 1 to 65525, not “abc”."


def test_no_suitable_python_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", ROOT / "bin" / "find-python"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Kollegium needs Python 3.11, 3.12 or 3.13, and none was found. "
        "Install one, or name it: make PYTHON=/path/to/python3.\n"
    )


@pytest.mark.usefixtures("_signals_restored")
def test_family_ends_what_its_members_started(
    tool: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    grandchild = tmp_path / "pid"
    with tool("processes").Family({"PATH": os.environ["PATH"]}) as family:
        family.start("parent", ["sh", "-c", f"sleep 60 & echo $! > {grandchild}; wait"])
        while not (grandchild.exists() and grandchild.read_text().endswith("\n")):
            time.sleep(0.01)
        assert family.first_to_end() is None
    time.sleep(0.05)
    assert not _is_running(int(grandchild.read_text()))


@pytest.mark.usefixtures("_signals_restored")
def test_family_says_who_ended_first(tool: Callable[[str], ModuleType]) -> None:
    with tool("processes").Family(dict(os.environ)) as family:
        family.start("patient", ["sleep", "60"])
        family.start("hasty", [sys.executable, "-c", "raise SystemExit(3)"])
        while (ended := family.first_to_end()) is None:
            time.sleep(0.01)
    assert ended == ("hasty", 3)


def test_messages_are_compiled_once(tool: Callable[[str], ModuleType], tmp_path: Path) -> None:
    source = tmp_path / "nb" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Register"\nmsgstr "Meld deg på"\n'
    )
    compile_messages = tool("compile_messages").compile_messages
    compiled = source.with_suffix(".mo")
    assert (compile_messages(tmp_path), compile_messages(tmp_path)) == ([compiled], [])
    with compiled.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Register") == "Meld deg på"


def test_commands_that_the_readme_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    readme = (ROOT / "README.md").read_text()
    named = set(re.findall(r"(?:`|^ *)make ([a-z-]+)", readme, re.MULTILINE))
    assert {"run", "test"} <= named <= targets


def test_help_names_every_command() -> None:
    told = subprocess.run(
        ["make", "help"], cwd=ROOT, env=OUTSIDE_MAKE, capture_output=True, text=True, check=True
    )
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"^  make ([a-z-]+) ", told.stdout, re.MULTILINE)) == targets


def _is_running(pid: int) -> bool:
    try:
        # A process that has ended but was not waited for is still listed, as Z.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(("peak", "takes", "holds"), [(236.0, 44.0, True), (342.0, 150.0, False)])
def test_the_bench_holds_an_export_to_what_it_takes_itself(
    tool: Callable[[str], ModuleType], peak: float, takes: float, holds: bool
) -> None:
    taken = tool("bench").Memory(before=192.0, answer={"peak": peak})
    assert (taken.by_export, taken.holds) == (takes, holds)
