"""Compiles pyproject.toml into pinned and hashed requirements: `make requirements`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, say

OPTIONS = [
    "--quiet",
    "--universal",
    "--generate-hashes",
    "--upgrade",
    "--custom-compile-command=make requirements",
    # Where packages come from is each machine's own matter and stays out of the files.
    "--no-emit-index-url",
    "--no-emit-find-links",
]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder, "bin", "python")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        compile_ = [python, "-m", "uv", "pip", "compile", "pyproject.toml", *OPTIONS]
        for extra in (
            ["--output-file=requirements.txt"],
            ["--group=dev", "--constraints=requirements.txt", "--output-file=requirements-dev.txt"],
        ):
            done = subprocess.run(
                [*compile_, *extra],
                cwd=ROOT,
                env={**os.environ, "UV_NO_CONFIG": "1"},
                stdin=subprocess.DEVNULL,
            )
            if done.returncode:
                return done.returncode
    say("Compiled; read the differences before committing them.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
