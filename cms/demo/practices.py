"""The demo's practices and the sites that they stand on."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from wagtail.models import Locale, Page, Site

from cms.models import Practice
from cms.page_cache import visible_change


@dataclass(frozen=True)
class DemoPractice:
    slug: str
    hostname: str
    is_default: bool
    facts: dict[str, Any]

    @property
    def languages(self) -> list[str]:
        return self.facts["languages"]


STEINLIA: Final = DemoPractice(
    slug="steinlia",
    hostname="localhost",
    is_default=True,
    facts={
        "name": "Steinlia fagveiledning",
        "legal_name": "Steinlia fagveiledning AS",
        # No real number of a business begins with zeros, and this one fails its check digit.
        "organisation_number": "000 000 001",
        "country": "NO",
        "time_zone": "Europe/Oslo",
        "currency": "NOK",
        "languages": ["nb", "sv", "en", "fi", "da"],
        "email": "post@steinlia.example",
        "phone": "+47 00 12 34 56",
        "address": "Kartbordsmuget 3",
        "postcode": "5003",
        "town": "Bergen",
        "palette": "steinlia",
    },
)
TANKELAGE: Final = DemoPractice(
    slug="tankelage",
    hostname="tankelage.localhost",
    is_default=False,
    facts={
        "name": "Tankeläge",
        "legal_name": "Tankeläge i Uppsala AB",
        "organisation_number": "000000-0001",
        "country": "SE",
        "time_zone": "Europe/Stockholm",
        "currency": "SEK",
        "languages": ["sv"],
        "email": "hej@tankelage.example",
        "phone": "+46 70 174 06 50",
        "address": "Björklägets gränd 2",
        "postcode": "753 10",
        "town": "Uppsala",
        "palette": "tankelage",
        # As its terms say.
        "invoice_days": 30,
    },
)
VANDPUNKTEN: Final = DemoPractice(
    slug="vandpunkten",
    hostname="vandpunkten.localhost",
    is_default=False,
    facts={
        "name": "Vändpunkten handledning",
        "legal_name": "Vändpunkten handledning i Östersund AB",
        "organisation_number": "000000-0002",
        "country": "SE",
        "time_zone": "Europe/Stockholm",
        "currency": "SEK",
        "languages": ["sv"],
        "email": "ylva@vandpunkten.example",
        "phone": "+46 70 174 06 31",
        "address": "Vändplansvägen 4",
        "postcode": "831 30",
        "town": "Östersund",
        "palette": "vandpunkten",
        "type_pair": "fraunces",
        "invoice_days": 20,
    },
)
TYONAARI: Final = DemoPractice(
    slug="tyonaari",
    hostname="tyonaari.localhost",
    is_default=False,
    facts={
        "name": "Työn ääri",
        "legal_name": "Työn ääri Oy",
        # Its check digit would have to be 0.
        "organisation_number": "0000000-1",
        "country": "FI",
        "time_zone": "Europe/Helsinki",
        "currency": "EUR",
        "languages": ["fi"],
        "email": "posti@tyonaari.example",
        "phone": "+358 00 123 456",
        "address": "Äärenkuja 2",
        "postcode": "33200",
        "town": "Tampere",
        "palette": "tyonaari",
        "invoice_days": 21,
    },
)
SAMTALSLABBET: Final = DemoPractice(
    slug="samtalslabbet",
    hostname="samtalslabbet.localhost",
    is_default=False,
    facts={
        "name": "Samtalslabbet",
        "legal_name": "Samtalslabbet i Malmö AB",
        "organisation_number": "000000-0003",
        "country": "SE",
        "time_zone": "Europe/Stockholm",
        "currency": "SEK",
        "languages": ["sv"],
        "email": "hej@samtalslabbet.example",
        "phone": "+46 40 628 04 27",
        "address": "Tegelgårdens portgång 6",
        "postcode": "211 20",
        "town": "Malmö",
        "palette": "samtalslabbet",
        "type_pair": "bricolage",
        "invoice_days": 30,
    },
)
PRACTICES: Final = (STEINLIA, TANKELAGE, VANDPUNKTEN, TYONAARI, SAMTALSLABBET)


def load_locales() -> dict[str, Locale]:
    return {
        code: Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.LANGUAGES
    }


def make_practice(demo: DemoPractice, *, home: Page) -> Practice:
    """The practice on a site of its own, at the port of ``BASE_URL``."""
    # Migrating has left a default site with a welcome page: the first practice takes it over.
    vacant = Site.objects.filter(is_default_site=True, practice=None).first()
    site = (vacant if demo.is_default else None) or Site()
    site.hostname = demo.hostname
    site.port = port_of_base_url()
    site.site_name = demo.facts["name"]
    site.root_page = home
    site.is_default_site = demo.is_default
    site.save()
    _remove_welcome_page()
    return Practice.objects.create(slug=demo.slug, site=site, **demo.facts)


def move_to_current_port(practice: Practice) -> None:
    site = practice.site
    if site.port != port_of_base_url():
        site.port = port_of_base_url()
        site.save()
        visible_change(practice.pk)


def port_of_base_url() -> int:
    parts = urlsplit(settings.BASE_URL)
    return parts.port or (443 if parts.scheme == "https" else 80)


def _remove_welcome_page() -> None:
    plain = ContentType.objects.get_for_model(Page)
    for page in Page.objects.filter(depth=2, content_type=plain, sites_rooted_here=None):
        page.delete()
