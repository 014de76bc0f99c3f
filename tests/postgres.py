"""A private PostgreSQL for the tests: made, used and thrown away by them."""

import grp
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

DATABASE = "kollegium"
SECONDS_TO_START = 30
# The data is thrown away, so nothing has to survive a power cut.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")

# Runs the server until its standard input is closed, which also happens when the
# process that holds the other end is killed; then removes the folder in $0.
KEEPER = '"$@" & read -r _; kill -INT $!; wait; rm -rf "$0"'


def binaries() -> Path | None:
    """Return the folder that holds initdb and postgres, or None when there is none."""
    found = []
    if asked := shutil.which("pg_config"):
        answer = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=True)
        found.append(Path(answer.stdout.strip()))
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    found += sorted(versions, key=lambda folder: folder.parent.name.zfill(4), reverse=True)
    if initdb := shutil.which("initdb"):
        found.append(Path(initdb).resolve().parent)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


class Cluster:
    """A PostgreSQL server of its own on a Unix socket in a temporary folder."""

    def __init__(self, folder_of_binaries: Path) -> None:
        self._binaries = folder_of_binaries
        self._home = Path(tempfile.mkdtemp(prefix="kollegium-pg-"))
        # PostgreSQL refuses to run as root.
        self._owner = _somebody_else() if os.geteuid() == 0 else {}
        if self._owner:
            shutil.chown(self._home, **self._owner)
        self._keeper: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address of an empty database, for DATABASE_URL."""
        return self.url_of(DATABASE)

    def url_of(self, database: str) -> str:
        return f"postgres://postgres@/{database}?host={quote(str(self._home))}"

    def create(self, database: str) -> None:
        """Another empty database beside the first."""
        self._run("createdb", "--host", str(self._home), "--username=postgres", database)

    def start(self) -> None:
        """Make the cluster and return when it takes connections; RuntimeError if it cannot."""
        options = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8"]
        data = str(self._home / "data")
        self._run("initdb", "--pgdata", data, "--locale=C.UTF-8", *options)
        settings = [f"unix_socket_directories={self._home}", "listen_addresses=", *CARELESS]
        settings += ["max_connections=200", "shared_buffers=128MB", "log_min_messages=fatal"]
        flags = [word for setting in settings for word in ("-c", setting)]
        with (self._home / "server.log").open("wb") as log:
            self._keeper = subprocess.Popen(
                ["sh", "-c", KEEPER, self._home, self._binaries / "postgres", "-D", data, *flags],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd="/",
                # Ctrl-C is for pytest, which ends the server when it is done with it.
                start_new_session=True,
                **self._owner,
            )
        self._wait_until_ready()
        self.create(DATABASE)

    def stop(self) -> None:
        """End the server and remove everything; safe to call twice."""
        if self._keeper:
            self._keeper.stdin.close()
            try:
                self._keeper.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self._keeper.pid, signal.SIGKILL)
                self._keeper.wait()
            self._keeper = None
        shutil.rmtree(self._home, ignore_errors=True)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        ready = [self._binaries / "pg_isready", "--quiet", "--host", self._home]
        while subprocess.run(ready).returncode:
            if time.monotonic() > deadline:
                log = (self._home / "server.log").read_text(errors="replace")
                raise RuntimeError(f"PostgreSQL does not start: {log.strip()}")
            time.sleep(0.05)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._binaries / program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=self._home,
            **self._owner,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.strip()}")


def _somebody_else() -> dict[str, str]:
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return {"user": name, "group": grp.getgrgid(pwd.getpwnam(name).pw_gid).gr_name}
    raise RuntimeError("PostgreSQL does not run as root, and there is no other user to run it.")
