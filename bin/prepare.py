"""Brings the database up to date and loads the demo, in one process.

Each start of Django costs about two seconds, so what `make run` needs before
the site can answer happens here together. Prints what `load_demo
--print-logins` prints: JSON. Exits with NO_DATABASE, and the reason alone, when the
database does not answer.
"""

import sys

from compile_messages import compile_messages
from environment import NO_DATABASE, ROOT

sys.path.insert(0, str(ROOT))

import django
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import OperationalError, connection


def main() -> int:
    compile_messages()
    # A pool tries for half a minute before it says that nobody is there.
    settings.DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError as error:
        print(str(error).splitlines()[0], file=sys.stderr)
        return NO_DATABASE
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    call_command("refresh_translations", verbosity=0, skip_checks=True)
    # What is cached there may come from other code, or from another database.
    cache.clear()
    call_command("load_demo", "--print-logins")
    return 0


if __name__ == "__main__":
    sys.exit(main())
