"""Collects the sentences to translate: `make messages`."""

import os
import shutil
import subprocess
import sys

import environment
from environment import ROOT, NotReady


def main() -> int:
    try:
        if not shutil.which("xgettext"):
            raise NotReady(
                "Collecting sentences needs gettext; on Debian and Ubuntu the command that "
                "installs it is: sudo apt-get install gettext"
            )
        python = environment.prepare()
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    command = [python, "manage.py", "makemessages", "--no-obsolete", "--no-location"]
    for folder in sorted((ROOT / "locale").glob("*/LC_MESSAGES")):
        command += ["--locale", folder.parent.name]
    for pattern in (".venv/*", "var/*", "tests/*", "bin/*"):
        command += ["--ignore", pattern]
    return subprocess.run(command, cwd=ROOT, env={**os.environ}).returncode


if __name__ == "__main__":
    sys.exit(main())
