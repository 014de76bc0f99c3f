"""Processes that live and end together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from environment import ROOT

PATIENCE = 8
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(BaseException):
    """Ctrl-C, or somebody else's wish that everything ends."""


def end_on_signals() -> None:
    """Turn the signals that ask a program to end into StopAsked, from now on."""

    def stop(_number: int, _frame: object) -> None:
        _ignore_signals()
        raise StopAsked

    for number in ENDING_SIGNALS:
        signal.signal(number, stop)


def _ignore_signals() -> None:
    """Let what follows, the tidying up, not be cut short by a second signal."""
    for number in ENDING_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


class Make:
    """The make that started this program, if one did, and whether it still wants it.

    Ctrl-C in a terminal reaches both. A SIGINT that is sent to make alone does
    not: make takes its handler away and waits for this program, for ever.
    """

    def __init__(self) -> None:
        self._pid = os.getppid() if "MAKELEVEL" in os.environ else None
        self._catches_at_first = self._catches_interrupt()

    def wants_an_end(self) -> bool:
        if self._pid is None:
            return False
        if os.getppid() != self._pid:
            return True
        return self._catches_at_first and not self._catches_interrupt()

    def _catches_interrupt(self) -> bool:
        try:
            status = Path(f"/proc/{self._pid}/status").read_text()
        except OSError:  # not on this operating system, or gone
            return False
        caught = next((line for line in status.splitlines() if line.startswith("SigCgt:")), "")
        return bool(int(caught.partition(":")[2].strip() or "0", 16) & 1 << (signal.SIGINT - 1))


class Family:
    """Named processes whose output is passed on line by line; leaving ends them all."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._members: dict[str, subprocess.Popen[str]] = {}

    def __enter__(self) -> "Family":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.end()

    def start(self, name: str, command: Sequence[str | os.PathLike[str]]) -> None:
        """Start a process under a name that its lines are marked with."""
        # In a session of its own, so that Ctrl-C reaches this program alone and
        # the members are ended in order, with whatever they started themselves.
        member = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._members[name] = member
        threading.Thread(target=_pass_on, args=(name, member.stdout), daemon=True).start()

    def first_to_end(self) -> tuple[str, int] | None:
        """Return the name and exit code of a process that has ended, if one has."""
        for name, member in self._members.items():
            if (code := member.poll()) is not None:
                return name, code
        return None

    def end(self) -> None:
        """End every process and what it started; gently first."""
        _ignore_signals()
        for member in self._members.values():
            if member.poll() is None:
                member.terminate()
        deadline = time.monotonic() + PATIENCE
        for member in self._members.values():
            with suppress(subprocess.TimeoutExpired):
                member.wait(max(0.1, deadline - time.monotonic()))
        for member in self._members.values():
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(member.pid, signal.SIGKILL)
            member.wait()
        self._members.clear()


def _pass_on(name: str, lines: TextIO | None) -> None:
    for line in lines or ():
        sys.stdout.write(f"{name:>9} | {line.rstrip()}\n")
        sys.stdout.flush()
