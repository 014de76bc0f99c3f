"""Checks of style, types, templates and migrations: `make lint`, `make format`."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import environment
from environment import ROOT, NotReady, say

# The places where a wrong type costs seats or money.
TYPED = (
    *("courses/money.py", "courses/copying.py", "courses/rhythm.py", "cms/history"),
    *("registrations/services", "registrations/stripe_gateway", "registrations/overpaid.py"),
    *("registrations/messages/services", "registrations/enquiries/services"),
    *("registrations/invitations/services.py", "registrations/bookkeeping"),
)


def main(arguments: list[str]) -> int:
    try:
        python = environment.prepare(dev=True)
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    return fix(python) if "--fix" in arguments else check(python)


def check(python: Path) -> int:
    """Run every check, two at a time; print what the failing ones say. 0 when all pass."""
    checks = {
        "style": ["ruff", "check", "--quiet", "--output-format=concise"],
        "format": ["ruff", "format", "--check", "--output-format=concise"],
        "templates": ["djhtml", "--check", *_templates()],
        "types": ["mypy", *[path for path in TYPED if (ROOT / path).exists()]],
        "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    }
    with ThreadPoolExecutor(max_workers=2) as pool:
        running = {name: pool.submit(_run, python, command) for name, command in checks.items()}
    results = {name: future.result() for name, future in running.items()}
    failed = [name for name, result in results.items() if result.returncode]
    for name in failed:
        say(f"--- {name}\n{(results[name].stdout + results[name].stderr).strip()}\n")
    say(f"Lint: {'failed: ' + ', '.join(failed) if failed else 'all well'}.")
    return 1 if failed else 0


def fix(python: Path) -> int:
    """Put Python and templates into the project's format; return 1 for what no tool can mend."""
    results = [
        _run(python, ["ruff", "check", "--fix", "--quiet"]),
        _run(python, ["ruff", "format", "--quiet"]),
        _run(python, ["djhtml", *_templates()]),
    ]
    # djhtml ends with 1 when it has changed a file, which is what it was asked to do.
    print(results[0].stdout, results[1].stderr, sep="", end="")
    return results[0].returncode or results[1].returncode


def _run(python: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    if not command[0].endswith(".py"):
        command = [str(python.parent / command[0]), *command[1:]]
    else:
        command = [str(python), *command]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def _templates() -> list[str]:
    return [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
