"""Asks for the owner's pages in one world, when told to; `bin/bench.py` tells two of these in turn.

Reads one word a line, a page's name or an export's, and answers each with one line of JSON.
"""

import contextlib
import json
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any, Final

from environment import ROOT

sys.path.insert(0, str(ROOT))

import django

django.setup()

from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from cms.models import Practice  # noqa: E402
from cms.users.models import User  # noqa: E402
from registrations.dashboard.kept import place_of  # noqa: E402
from registrations.models import Participant, Registration  # noqa: E402

# The owner of the large practice; a name with “small” asks as the owner of a small one.
OWNERS: Final = {True: "owner0@example.org", False: "owner1@example.org"}
LIST: Final = "/admin/registrations/registration/"
# The dashboard keeps its figures; this is the first look, before there are any.
ANEW: Final = "dashboard, nothing kept"


def addresses(client: str) -> dict[str, str]:
    """What each page's name stands for, as far as it depends on what is in the world."""
    own = Registration.objects.filter(practice__memberships__user__email=client)
    middle = own.order_by("pk")[own.count() // 2]
    person = Participant.objects.filter(registration=middle).exclude(name="").first()
    named = person.name if person else middle.booker_name
    return {
        "dashboard": "/admin/",
        ANEW: "/admin/",
        "registrations": LIST,
        "search: a common name": f"{LIST}?q=Solveig",
        "search: one person": f"{LIST}?q={named}",
        "search: an e-mail address": f"{LIST}?q={middle.booker_email}",
        "search: a reference": f"{LIST}?q={middle.reference}",
        "search: an order number": f"{LIST}?q=PO-000",
        "search: nothing found": f"{LIST}?q=nobodyhasthisname",
        "filter: state": f"{LIST}?state=in_review",
        "filter: a course date": f"{LIST}?offering={middle.offering_id}",
        "filter: paid by": f"{LIST}?method=invoice",
        "filter: days": f"{LIST}?made_at_from=2024-01-01&made_at_to=2026-12-31",
        "the last page": f"{LIST}?p={-(-own.count() // 20)}",
        "one registration": f"{LIST}inspect/{middle.pk}/",
        "course dates": "/admin/offerings/",
        "course dates: to come": "/admin/offerings/?when=coming",
        "letters": "/admin/letters/",
        "enquiries": "/admin/enquiries/",
        "export: CSV": f"{LIST}?export=csv",
        "export: XLSX": f"{LIST}?export=xlsx",
    }


class Asked:
    """One request, and what it took."""

    def __init__(self) -> None:
        self.queries = 0
        self.database = 0.0

    def __call__(self, execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.database += time.perf_counter() - began


@contextlib.contextmanager
def only_answers_go_out() -> Iterator[Any]:
    """What anything else prints goes with the errors."""
    answers, sys.stdout = sys.stdout, sys.stderr
    yield answers


def main() -> None:
    clients: dict[bool, tuple[Client, dict[str, str]]] = {}
    for large, email in OWNERS.items():
        client = Client(SERVER_NAME="localhost")
        client.force_login(User.objects.get(email=email))
        clients[large] = (client, addresses(email))
    with only_answers_go_out() as answers:
        for line in sys.stdin:
            name = line.strip()
            client, named = clients[not name.startswith("small: ")]
            if name == ANEW:
                practice = Practice.objects.get(slug="practice0")
                cache.delete(place_of([practice.pk], practice.zone))
            answer = ask(client, named[name.removeprefix("small: ")])
            print(json.dumps(answer), file=answers, flush=True)


def ask(client: Client, address: str) -> dict[str, Any]:
    asked = Asked()
    cpu, wall = time.process_time(), time.perf_counter()
    with connection.execute_wrapper(asked):
        response = client.get(address)
        lines = sum(part.count(b"\r\n") for part in response)
    return {
        "status": response.status_code,
        "lines": lines,
        "queries": asked.queries,
        "wall": (time.perf_counter() - wall) * 1000,
        "cpu": (time.process_time() - cpu) * 1000,
        "database": asked.database * 1000,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    main()
