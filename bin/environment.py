"""What the project needs before anything of it can run: its own environment.

Runs on the machine's Python with the standard library alone, because it is
what makes everything else importable.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUN = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"
# The exit code of bin/prepare.py when the database does not answer.
NO_DATABASE = 3
VERSION_FITS = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"


class NotReady(Exception):
    """Something a person has to put right; its text is one plain sentence."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


def prepare(*, dev: bool = False) -> Path:
    """Return the environment's Python, made and filled first where needed.

    Installs only what is pinned with a hash, and only when the pins have
    changed since the last time. Raises NotReady.
    """
    if not _is_usable():
        _create()
    wanted = DEV if dev else RUN
    if not _is_current(wanted):
        _install(wanted)
        if dev:
            # These pins hold the others too, so `make run` has nothing left to do.
            _stamp(RUN).write_text(_checksum(RUN))
    return PYTHON


def _is_usable() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", VERSION_FITS], capture_output=True).returncode == 0


def _create() -> None:
    say("Making the environment in .venv …")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True
    )
    if made.returncode:
        raise NotReady(
            f"The environment could not be made with {sys.executable}; on Debian and Ubuntu "
            "the command that helps is: sudo apt-get install python3-venv."
        )


def _install(pins: Path) -> None:
    say("Installing the packages, which takes a minute the first time …")
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-input", "--no-deps", "--require-hashes", "--requirement", pins]
    installed = subprocess.run(command, capture_output=True, text=True)
    if installed.returncode:
        last = installed.stderr.strip().splitlines()[-1:] or ["pip gave no reason"]
        raise NotReady(f"The packages could not be installed; pip says: {last[0]}")
    _stamp(pins).write_text(_checksum(pins))


def _is_current(file: Path) -> bool:
    stamp = _stamp(file)
    return stamp.exists() and stamp.read_text() == _checksum(file)


def _stamp(file: Path) -> Path:
    return VENV / f"installed-{file.name}"


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
