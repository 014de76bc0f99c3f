"""Brings the database up to date and loads the demo, in one process.

Each start of Django costs about two seconds, so what `make run` needs before
the site can answer happens here together. Prints what `load_demo
--print-logins` prints: JSON.
"""

import sys
from pathlib import Path

from compile_messages import compile_messages

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    compile_messages()
    sys.path.insert(0, str(ROOT))

    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    call_command("load_demo", "--print-logins")


if __name__ == "__main__":
    main()
