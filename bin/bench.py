"""Measures the project's pages in one run: `make bench`. Read the ratios, not the milliseconds.

Three parts, all on a PostgreSQL of their own that is thrown away afterwards: the public pages
against a bare view, the owner's pages with 100,000 registrations against 1,000, and the memory
that exports take. The rounds of what is compared are interleaved, because a machine's speed moves
by a factor of two from hour to hour.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import environment
from environment import ROOT, NotReady

sys.path.insert(0, str(ROOT))

from tests.postgres import Cluster, binaries

SMALL, LARGE = 1_000, 100_000
WORLDS: Final = {"small": SMALL, "large": LARGE}
ROUNDS: Final = 7
MOST_QUERIES: Final = 30
MOST_TIMES_SLOWER: Final = 1.5
MOST_MEMORY: Final = 150
PAGES: Final = (
    *("dashboard", "dashboard, nothing kept", "registrations"),
    *("search: a common name", "search: one person", "search: an e-mail address"),
    *("search: a reference", "search: an order number", "search: nothing found"),
    *("filter: state", "filter: a course date", "filter: paid by", "filter: days"),
    *("the last page", "one registration", "course dates", "course dates: to come"),
    *("letters", "enquiries", "small: registrations", "small: search: one person"),
    *("small: dashboard",),
)
EXPORTS: Final = ("export: CSV", "export: XLSX")

Answer = dict[str, Any]


def main() -> int:
    try:
        python = environment.prepare()
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    if (folder_of_binaries := binaries()) is None:
        print("PostgreSQL's programs are needed to measure; see the README.", file=sys.stderr)
        return 1
    cluster = Cluster(folder_of_binaries)
    with tempfile.TemporaryDirectory(prefix="kollegium-bench-") as folder:
        try:
            cluster.start()
            return measure(python, cluster, folder)
        finally:
            cluster.stop()


def measure(python: Path, cluster: Cluster, folder: str) -> int:
    def environ(database: str) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "VAR_DIR": folder,
            # A cache in memory: what is measured is the page cache, not a disk.
            "CACHE_URL": "locmemcache://",
            "DATABASE_URL": cluster.url_of(database),
        }

    for database in ("demo", *WORLDS):
        cluster.create(database)
    for script in ("prepare.py", "bench_pages.py"):
        done = _run(python, [f"bin/{script}"], environ("demo"), silent=script == "prepare.py")
        if done:
            return done
    print()
    for world, registrations in WORLDS.items():
        if done := _run(python, ["bin/bench_world.py", str(registrations)], environ(world)):
            return done
    asked = {world: Office(python, environ(world)) for world in WORLDS}
    try:
        compare(asked)
    finally:
        for office in asked.values():
            office.close()
    exports(python, {world: environ(world) for world in WORLDS})
    return 0


def _run(
    python: Path, command: list[str], environ: Mapping[str, str], *, silent: bool = False
) -> int:
    return subprocess.run(
        [python, *command],
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if silent else None,
    ).returncode


class Office:
    """A process that asks for an owner's pages in one world, when told to."""

    def __init__(self, python: Path, environ: Mapping[str, str]) -> None:
        self._process: Any = subprocess.Popen(
            [python, "bin/bench_office.py"],
            cwd=ROOT,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, page: str) -> Answer:
        self._process.stdin.write(f"{page}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"Nothing was measured: asking for “{page}” failed.")
        answer: Answer = json.loads(line)
        if answer["status"] != 200:
            raise SystemExit(f"“{page}” answers {answer['status']}; nothing was measured.")
        return answer

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


@dataclass
class Measured:
    """One page in both worlds, asked for in turn."""

    page: str
    answers: dict[str, list[Answer]] = field(default_factory=lambda: {w: [] for w in WORLDS})

    def median(self, world: str, what: str) -> float:
        return statistics.median(answer[what] for answer in self.answers[world])

    def ratio(self, what: str) -> float:
        return self.median("large", what) / max(self.median("small", what), 0.001)

    @property
    def queries(self) -> int:
        return max(answer["queries"] for answers in self.answers.values() for answer in answers)

    @property
    def holds(self) -> bool:
        return self.queries <= MOST_QUERIES and self.ratio("wall") <= MOST_TIMES_SLOWER


@dataclass(frozen=True)
class Memory:
    """The most that a process ever had, in MB: before an export, and after it."""

    before: float
    answer: Answer

    @property
    def by_export(self) -> float:
        grown: float = self.answer["peak"] - self.before
        return grown

    @property
    def holds(self) -> bool:
        return self.by_export < MOST_MEMORY


def compare(offices: Mapping[str, Office]) -> None:
    print(
        f"\n{LARGE:,} registrations against {SMALL:,}, medians of {ROUNDS} rounds\n\n"
        f"{'':<34}{'queries':>8}{'ms':>8}{'ms':>8}{'ratio':>8}{'CPU':>7}{'database':>10}"
    )
    missed = 0
    for page in PAGES:
        measured = Measured(page)
        for office in offices.values():
            office.ask(page)
        for _round in range(ROUNDS):
            for world, office in offices.items():
                measured.answers[world].append(office.ask(page))
        missed += not measured.holds
        print(
            f"{page:<34}{measured.queries:>8}"
            f"{measured.median('small', 'wall'):>8.0f}{measured.median('large', 'wall'):>8.0f}"
            f"{measured.ratio('wall'):>8.2f}{measured.ratio('cpu'):>7.2f}"
            f"{measured.ratio('database'):>10.2f}{'' if measured.holds else '  missed'}",
            flush=True,
        )
    print(
        f"\nGoals: at most {MOST_QUERIES} queries, and at most {MOST_TIMES_SLOWER} times as long; "
        f"{len(PAGES) - missed} of {len(PAGES)} hold."
    )


def exports(python: Path, environs: Mapping[str, Mapping[str, str]]) -> None:
    """Each in a process of its own, because memory that was once taken stays taken.

    What is held to the goal is what an export takes: the process has answered a page before, so
    that its own code and caches, which it has whatever it does, are not counted as the export's.
    """
    print(f"\n{'':<34}{'lines':>8}{'MB before':>11}{'MB peak':>9}{'takes MB':>10}")
    for name in EXPORTS:
        for environ in environs.values():
            office = Office(python, environ)
            taken = Memory(before=office.ask("dashboard")["peak"], answer=office.ask(name))
            office.close()
            # A workbook is packed: its lines cannot be seen from outside.
            lines = f"{taken.answer['lines']:,}" if name.endswith("CSV") else ""
            print(
                f"{name:<34}{lines:>8}{taken.before:>11.0f}"
                f"{taken.answer['peak']:>9.0f}{taken.by_export:>10.0f}"
                f"{'' if taken.holds else '  missed'}",
                flush=True,
            )
    print(f"\nGoal: an export takes less than {MOST_MEMORY} MB, above what the process had before.")


if __name__ == "__main__":
    sys.exit(main())
