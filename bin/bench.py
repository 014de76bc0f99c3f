"""Measures the project's pages against a bare view, in one run: `make bench`.

Everything happens in one process and one thread, through the WSGI application
that serves visitors, without a network: what is left is the work of a request.
The rounds of all candidates are interleaved, because a machine's speed moves
by a factor of two from hour to hour; read the ratios, not the milliseconds.
"""

import os
import subprocess
import sys
import tempfile

import environment
from environment import ROOT, NotReady


def main() -> int:
    try:
        python = environment.prepare()
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="kollegium-bench-") as folder:
        environ = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "VAR_DIR": folder,
            # A cache in memory: what is measured is the page cache, not a disk.
            "CACHE_URL": "locmemcache://",
        }
        for script in ("prepare.py", "bench_pages.py"):
            done = subprocess.run(
                [python, f"bin/{script}"],
                cwd=ROOT,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL if script == "prepare.py" else None,
            )
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
