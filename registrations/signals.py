"""Connects what must follow by itself; nothing else."""

from typing import Any

from django.db.models.signals import post_migrate, post_save

from cms.models import Practice
from courses.models import Offering
from registrations.database_guards import install_guards
from registrations.finding import make_findable
from registrations.messages.services import begin_with_defaults, begin_with_templates


def _practice_saved(
    sender: type[Practice], instance: Practice, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if created and not raw:
        begin_with_templates(instance)


def _offering_saved(
    sender: type[Offering], instance: Offering, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if created and not raw:
        begin_with_defaults(instance)


def connect() -> None:
    post_migrate.connect(install_guards, dispatch_uid="registrations.install_guards")
    post_migrate.connect(make_findable, dispatch_uid="registrations.make_findable")
    post_save.connect(_practice_saved, sender=Practice, dispatch_uid="registrations.practice_saved")
    post_save.connect(_offering_saved, sender=Offering, dispatch_uid="registrations.offering_saved")
