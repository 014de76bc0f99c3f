"""Who sells and who buys, by the numbers that the network knows them by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from stdnum.dk import cvr
from stdnum.fi import ytunnus
from stdnum.no import orgnr as norwegian
from stdnum.se import orgnr as swedish

from cms.models import Practice
from cms.models.practices import Country
from registrations.models import BookkeepingSettings, Registration

# Of the list of schemes of electronic addresses, and of the list of registers.
ENDPOINTS: Final = {
    Country.NORWAY: "0192",
    Country.SWEDEN: "0007",
    Country.FINLAND: "0216",
    Country.DENMARK: "0184",
}
REGISTERS: Final = {**ENDPOINTS, Country.FINLAND: "0212"}
IS_VALID: Final[dict[str, Callable[[str], bool]]] = {
    Country.NORWAY: norwegian.is_valid,
    Country.SWEDEN: swedish.is_valid,
    Country.FINLAND: ytunnus.is_valid,
    Country.DENMARK: cvr.is_valid,
}
VAT_NUMBERS: Final = {
    Country.NORWAY: re.compile(r"NO[0-9]{9}MVA"),
    Country.SWEDEN: re.compile(r"SE[0-9]{10}01"),
    Country.FINLAND: re.compile(r"FI[0-9]{8}"),
    Country.DENMARK: re.compile(r"DK[0-9]{8}"),
}
# What the law wants beside the number, once a business is in the register.
REGISTERED: Final = {
    Country.NORWAY: "Foretaksregisteret",
    Country.SWEDEN: "Godkänd för F-skatt",
}


@dataclass(frozen=True)
class Number:
    scheme: str
    value: str


@dataclass(frozen=True)
class Party:
    name: str
    country: str
    endpoint: Number
    register: Number
    street: str = ""
    town: str = ""
    postcode: str = ""
    vat_number: str = ""
    registered_as: str = ""


def party(name: str, country: str, typed: str, **facts: str) -> Party | None:
    """None where the number is none of the country's."""
    if country not in IS_VALID or not IS_VALID[country](typed):
        return None
    digits = re.sub(r"[^0-9]", "", typed)
    if country == Country.SWEDEN:
        digits = digits[-10:]
    endpoint = register = digits
    if country == Country.FINLAND:
        # An OVT code: Finland's own number, and the business ID without its hyphen.
        endpoint, register = f"0037{digits}", f"{digits[:-1]}-{digits[-1]}"
    if country == Country.DENMARK:
        endpoint = register = f"DK{digits}"
    schemes = ENDPOINTS[Country(country)], REGISTERS[Country(country)]
    return Party(
        name=name,
        country=country,
        endpoint=Number(schemes[0], endpoint),
        register=Number(schemes[1], register),
        **facts,
    )


def seller_of(practice: Practice, settings: BookkeepingSettings) -> Party | None:
    registered = REGISTERED.get(Country(practice.country), "")
    return party(
        practice.legal_name,
        practice.country,
        practice.organisation_number,
        street=practice.address,
        town=practice.town,
        postcode=practice.postcode,
        vat_number=plain_vat_number(settings),
        registered_as=registered if settings.is_in_business_register else "",
    )


def buyer_of(registration: Registration) -> Party | None:
    return party(
        registration.organisation or registration.booker_name,
        registration.organisation_country,
        registration.organisation_number,
    )


def plain_vat_number(settings: BookkeepingSettings) -> str:
    return re.sub(r"[^0-9A-Z]", "", settings.vat_number.upper())


def lacking_of_seller(
    practice: Practice, settings: BookkeepingSettings, *, with_vat: bool
) -> list[str]:
    """What the owner has to write into the settings first, by name."""
    vat_number = plain_vat_number(settings)
    fits = VAT_NUMBERS[Country(practice.country)].fullmatch(vat_number)
    is_danish = practice.country == Country.DENMARK
    wanted = (
        (not practice.legal_name, _("legal name (settings of the practice)")),
        (
            seller_of(practice, settings) is None,
            _("a valid organisation number (settings of the practice)"),
        ),
        (not practice.address, _("street address (settings of the practice)")),
        (not practice.postcode, _("postcode (settings of the practice)")),
        (not practice.town, _("town (settings of the practice)")),
        (not settings.iban, _("IBAN (settings of bookkeeping)")),
        (is_danish and not settings.bic, _("BIC (settings of bookkeeping)")),
        (with_vat and not vat_number, _("VAT number (settings of bookkeeping)")),
        (
            bool(vat_number) and not fits,
            _("a VAT number as your country writes it (settings of bookkeeping)"),
        ),
    )
    return [name for is_missing, name in wanted if is_missing]
