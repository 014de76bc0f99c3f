"""Brings what is kept for translating up to date with the data model, after an update."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand

from wagtail_localize.models import TranslationSource

from cms.source_changes import take_over


class Command(BaseCommand):
    help = (
        "After an update whose migrations changed pages or snippets, every translation says that "
        "the data model has changed, and new fields are missing in it. This puts that right. It "
        "changes nothing on the site, and nothing at all when run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        refreshed = 0
        for source in TranslationSource.objects.order_by("pk").iterator():
            if source.schema_version and not source.schema_out_of_date():
                continue
            try:
                take_over(source)
            except ObjectDoesNotExist:
                # The page is gone; so will be what was kept of it.
                continue
            except Exception as error:
                # One that cannot be read must not keep the others from it.
                self.stderr.write(f"{source}: {error!r}")
                continue
            refreshed += 1
        if options["verbosity"]:
            self.stdout.write(f"Brought up to date for translating: {refreshed}.")
