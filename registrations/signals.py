"""Connects what must follow by itself; nothing else."""

from django.db.models.signals import post_migrate

from registrations.database_guards import install_guards
from registrations.finding import make_findable


def connect() -> None:
    post_migrate.connect(install_guards, dispatch_uid="registrations.install_guards")
    post_migrate.connect(make_findable, dispatch_uid="registrations.make_findable")
