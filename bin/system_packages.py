"""Programs of the machine that the tests use, installed where that is possible."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from environment import ROOT, say

sys.path.insert(0, str(ROOT))
from tests import chromium, postgres


@dataclass(frozen=True)
class Program:
    name: str
    package: str
    find: Callable[[], object | None]


PROGRAMS = (
    Program("PostgreSQL", "postgresql", postgres.binaries),
    Program("Chromium", "chromium", chromium.executable),
)


def provide() -> None:
    """Install what is missing, as root and with apt; otherwise the tests say what is missing."""
    missing = [program for program in PROGRAMS if program.find() is None]
    if not missing:
        return
    names = " and ".join(program.name for program in missing)
    packages = [program.package for program in missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(
            f"{names} is not installed, so the tests that need it are skipped; the command "
            f"that installs it: sudo apt-get install {' '.join(packages)}"
        )
        return
    say(f"Installing {names}, which the tests need …")
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "--quiet", *command],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["apt-get gave no reason"])[-1]
        say(f"{names} could not be installed: {last}")
