"""Which registrations somebody means who types a name, an address or a number."""

from typing import Any, Final

from django.apps import AppConfig
from django.db import connections
from django.db.models import Q, QuerySet

from registrations.models import Participant, Registration

OF_THE_BOOKING: Final = (
    *("reference", "booker_name", "booker_email", "organisation"),
    *("buyer_reference", "order_number"),
)
OF_EACH_PERSON: Final = ("name", "email")


def matching(words: str) -> QuerySet[Any]:
    """The keys of the registrations in which ``words`` stand, whoever's they are.

    Each table is asked by itself, so that each can use its own index.
    """
    booked = Registration.objects.filter(_any(OF_THE_BOOKING, words))
    people = Participant.objects.filter(_any(OF_EACH_PERSON, words))
    return booked.order_by().values("pk").union(people.order_by().values("registration"))


def _any(fields: tuple[str, ...], words: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": words})
    return found


def make_findable(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """After migrating: an index of the parts of words, where PostgreSQL has its extension for it.

    Without it the answers are the same and come later. No migration, because other databases
    know no such index.
    """
    connection = connections[using]
    if sender.label != "registrations" or connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone() is None:
            return
        for model, fields in ((Registration, OF_THE_BOOKING), (Participant, OF_EACH_PERSON)):
            table = model._meta.db_table
            columns = ", ".join(f'upper("{field}"::text) gin_trgm_ops' for field in fields)
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {table}_findable ON {table} USING gin ({columns})"
            )
