"""Loads the demo: its practices, their pages, course dates, people and registrations."""

import json
from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from cms.demo import samtalslabbet, steinlia, tankelage, tyonaari, vandpunkten
from cms.demo.indexing import indexed_once
from cms.demo.logins import say_logins
from cms.demo.menus import make_menu
from cms.demo.page_tree import DemoPage, TreeBuilder
from cms.demo.people import ADMINISTRATOR, load_members, load_person
from cms.demo.practices import (
    PRACTICES,
    DemoPractice,
    load_locales,
    make_practice,
    move_to_current_port,
)
from cms.demo.shared_words import make_shared_words
from cms.models import Practice

OWN_PAGES = {
    "steinlia": steinlia.PAGES,
    "tankelage": tankelage.PAGES,
    "vandpunkten": vandpunkten.PAGES,
    "tyonaari": tyonaari.PAGES,
    "samtalslabbet": samtalslabbet.PAGES,
}


class Command(BaseCommand):
    help = (
        "Loads the demo. A practice that is there already is left as it is, so loading twice "
        "changes nothing; for dates that lie ahead again, remove the data with `make clean` first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--print-logins",
            action="store_true",
            help="end with one line of JSON: practices, log-ins, where to look and what was paid",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo has known passwords and is for development alone.")
        locales = load_locales()
        load_person(ADMINISTRATOR)
        for demo in PRACTICES:
            with transaction.atomic(), indexed_once():
                load_one(demo, locales=locales)
        if options["print_logins"]:
            paid = import_module("registrations.demo").payments_made()
            self.stdout.write(json.dumps({**say_logins(), "paid": paid}, ensure_ascii=False))
        elif options["verbosity"]:
            self.stdout.write("The demo is loaded.")


def load_one(demo: DemoPractice, *, locales: dict[str, Locale]) -> None:
    """Load a practice with all that is its; the caller holds the transaction."""
    practice = Practice.objects.filter(slug=demo.slug).select_related("site").first()
    if practice:
        # Whatever people have changed since is theirs; only the address follows the settings.
        move_to_current_port(practice)
        return
    source, *others = demo.languages
    builder = TreeBuilder(slug=demo.slug, pages=_pages(demo.slug), source=locales[source])
    practice = make_practice(demo, home=builder.add_home())
    owner = load_members(practice)
    shared = make_shared_words(practice, locales=locales, user=owner)
    builder.add_rest(practice, shared=shared, user=owner)
    make_menu(practice, pages=builder.made)
    for language in others:
        builder.translate(practice, locale=locales[language], user=owner)
    # Nobody has seen the addresses that translations had before they were named.
    Redirect.objects.filter(site=practice.site).delete()
    offerings = import_module("courses.demo.offerings")
    offerings.make_offerings(practice, locales=locales, user=owner)
    import_module("courses.demo.codes").make_codes(practice)
    import_module("courses.demo.guests").make_guests(practice)
    import_module("registrations.demo").make_registrations(practice)
    import_module("registrations.demo").make_enquiries(practice)
    import_module("registrations.demo").make_messages(practice)


def _pages(slug: str) -> list[DemoPage]:
    """All pages of a practice in the order of its menu, the home page first."""
    home, *rest = OWN_PAGES[slug]
    return [home, *import_module("courses.demo.pages").PAGES[slug], *rest]
