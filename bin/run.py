"""Runs the whole project with its demo on this machine: `make run`."""

import fcntl
import http.client
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import environment
import variables
from environment import NO_DATABASE, ROOT, NotReady, say
from processes import Family, Make, StopAsked, end_on_signals
from variables import HOST, Wishes

SECONDS_TO_ANSWER = 60
SECONDS_BETWEEN_CHORES = 30


def main() -> int:
    end_on_signals()
    make = Make()
    try:
        wishes = variables.from_process()
        lock = _hold_the_folder(wishes)
        variables.check_ports_are_free(wishes)
        python = environment.prepare()
        demo = _prepare(python, wishes)
        with Family(wishes.environment) as family, lock:
            _start(family, python, wishes, demo)
            say(_welcome(wishes, demo))
            _watch(family, make)
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    except StopAsked:
        say("\nStopped. The data is kept; make run starts it again.")
    return 0


def _hold_the_folder(wishes: Wishes) -> IO[str]:
    """Keep a second `make run` away from the same data for as long as this one lives."""
    wishes.var.mkdir(parents=True, exist_ok=True)
    lock = (wishes.var / "run.lock").open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise NotReady(
            "The project is already running with this data: stop it there first with Ctrl-C."
        ) from None
    return lock


def _prepare(python: Path, wishes: Wishes) -> dict[str, Any]:
    """Migrate, compile the messages and load the demo; return what the demo says of itself."""
    say("Preparing the database and the demo …")
    done = subprocess.run(
        [python, "bin/prepare.py"],
        cwd=ROOT,
        env=dict(wishes.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotReady(_why_not_prepared(done, wishes))
    last_line = (done.stdout.strip().splitlines() or ["{}"])[-1]
    try:
        return dict(json.loads(last_line))
    except ValueError:
        raise NotReady("The demo was loaded but did not say how to log in.") from None


def _why_not_prepared(done: subprocess.CompletedProcess[str], wishes: Wishes) -> str:
    last = (done.stderr.strip().splitlines() or ["no reason was given"])[-1]
    if done.returncode == NO_DATABASE:
        return f"The database in DATABASE_URL cannot be used: {last}"
    log = wishes.var / "prepare.log"
    log.write_text(done.stdout + done.stderr)
    # The last line of a traceback is the exception's name and its words.
    reason = last.partition(": ")[2] or last
    return f"The project could not be prepared: {reason} (The whole story is in {_short(log)}.)"


def _start(family: Family, python: Path, wishes: Wishes, demo: dict[str, Any]) -> None:
    if wishes.simulator_port:
        _paid_file(wishes).write_text(json.dumps(demo["paid"]))
        family.start("stripe", _simulator_command(python, wishes))
    family.start("site", _site_command(python, wishes))
    _wait_for_the_site(family, wishes)
    manage = [python, "manage.py"]
    family.start("worker", [*manage, "db_worker", "--backend", "background", "--no-reload"])
    family.start("chores", [*manage, "chores", "--every", str(SECONDS_BETWEEN_CHORES)])


def _simulator_command(python: Path, wishes: Wishes) -> list[str | Path]:
    options = {
        "--port": str(wishes.simulator_port),
        "--webhook": f"http://{HOST}:{wishes.port}/stripe/webhook/",
        "--secret": wishes.environment["STRIPE_WEBHOOK_SECRET"],
        "--key": wishes.environment["STRIPE_SECRET_KEY"],
        "--state": str(wishes.var / "stripe_simulator.json"),
        "--paid": str(_paid_file(wishes)),
    }
    flat = [word for pair in options.items() for word in pair]
    return [python, "-m", "tests.stripe_simulator", *flat]


def _paid_file(wishes: Wishes) -> Path:
    """What the demo's people have paid, so that the stand-in can pay it back."""
    return wishes.var / "demo_payments.json"


def _site_command(python: Path, wishes: Wishes) -> list[str | Path]:
    options = ["--interface", "wsgi", "--host", HOST, "--port", str(wishes.port)]
    options += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    return [python, "-m", "granian", *options, "cms.wsgi:application"]


def _wait_for_the_site(family: Family, wishes: Wishes) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while not _answers(wishes):
        _stop_if_one_ended(family)
        if time.monotonic() > deadline:
            raise NotReady(f"The site did not answer within {SECONDS_TO_ANSWER} seconds.")
        time.sleep(0.1)


def _answers(wishes: Wishes) -> bool:
    connection = http.client.HTTPConnection(HOST, wishes.port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": urlsplit(wishes.base_url).netloc})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _watch(family: Family, make: Make) -> None:
    while not make.wants_an_end():
        time.sleep(0.3)
        _stop_if_one_ended(family)
    raise StopAsked


def _stop_if_one_ended(family: Family) -> None:
    if ended := family.first_to_end():
        name, code = ended
        time.sleep(0.2)  # its last lines say why, and are still on their way
        raise NotReady(f"The {name} ended by itself (exit code {code}), so all was stopped.")


def _welcome(wishes: Wishes, demo: dict[str, Any]) -> str:
    """Say where everything is, how to log in, how to pay and where the letters go."""
    lines = ["", "Kollegium is running.", ""]
    lines += [f"  {one['name']:<24} {one['address']}" for one in demo["practices"]]
    lines += [f"  {'Administration':<24} {wishes.base_url}/admin/", "", "Log in as:"]
    for login in demo["logins"]:
        who = f"{login['role']}, {login['practice']}" if login["practice"] else login["role"]
        lines.append(f"  {login['email']:<28} {login['password']:<16} {who}")
    lines += ["", *_about_paying(wishes, course=demo["course"])]
    where = (
        "go where EMAIL_URL says"
        if "EMAIL_URL" in wishes.environment
        else f"are in {_short(wishes.var)}/mail/"
    )
    lines += ["", f"Letters {where}.", "", "Ctrl-C stops everything.", ""]
    return "\n".join(lines)


def _about_paying(wishes: Wishes, *, course: str) -> list[str]:
    lines = ["To make a test payment, register on a course, for example on", f"  {course}"]
    if not wishes.simulator_port:
        return [
            *lines,
            "and pay with one of Stripe's test cards: your STRIPE_SECRET_KEY is used. Stripe tells",
            "the site about payments at /stripe/webhook/ only if you forward its events there.",
        ]
    return [
        *lines,
        "and choose to pay by card. The page marked TEST that follows stands in for Stripe:",
        "no card is asked for and no money moves. Its controls:",
        f"  http://{HOST}:{wishes.simulator_port}/",
    ]


def _short(path: Path) -> Path:
    """The path as seen from the project, where it lies inside."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    sys.exit(main())
