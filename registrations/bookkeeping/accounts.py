"""Numbers of accounts: what is usual in each country, until the owner says otherwise."""

from enum import StrEnum
from typing import Final

from cms.models import Practice
from cms.models.practices import Country
from courses.models import VatTreatment
from registrations.models import BookkeepingSettings


class Role(StrEnum):
    """What an account is for; the names of the settings' fields."""

    RECEIVABLES = "receivables"
    CARD_CLEARING = "card_clearing"
    BANK = "bank"
    SALES_STANDARD = "sales_standard"
    SALES_REDUCED = "sales_reduced"
    SALES_EXEMPT = "sales_exempt"
    SALES_UNREGISTERED = "sales_unregistered"
    VAT_STANDARD = "vat_standard"
    VAT_REDUCED = "vat_reduced"
    FEES = "fees"
    LOSSES = "losses"
    ROUNDING = "rounding"
    UNEXPLAINED = "unexplained"


# In hundredths of a per cent.
STANDARD_RATES: Final = {
    Country.NORWAY: 2500,
    Country.SWEDEN: 2500,
    Country.FINLAND: 2550,
    Country.DENMARK: 2500,
}
# The BAS chart in Sweden, the Norwegian standard chart. Finnish and Danish charts differ from
# house to house, so there the owner writes them in.
USUAL: Final[dict[str, dict[Role, str]]] = {
    Country.SWEDEN: {
        Role.RECEIVABLES: "1510",
        Role.CARD_CLEARING: "1580",
        Role.BANK: "1930",
        Role.SALES_STANDARD: "3001",
        Role.SALES_REDUCED: "3002",
        Role.SALES_EXEMPT: "3004",
        Role.SALES_UNREGISTERED: "3004",
        Role.VAT_STANDARD: "2611",
        Role.VAT_REDUCED: "2621",
        Role.FEES: "6570",
        Role.LOSSES: "6351",
        Role.ROUNDING: "3740",
        Role.UNEXPLAINED: "2999",
    },
    Country.NORWAY: {
        Role.RECEIVABLES: "1500",
        Role.CARD_CLEARING: "1570",
        Role.BANK: "1920",
        Role.SALES_STANDARD: "3000",
        Role.SALES_REDUCED: "3010",
        Role.SALES_EXEMPT: "3200",
        Role.SALES_UNREGISTERED: "3200",
        Role.VAT_STANDARD: "2700",
        Role.VAT_REDUCED: "2701",
        Role.FEES: "7770",
        Role.LOSSES: "7830",
        Role.ROUNDING: "7740",
        Role.UNEXPLAINED: "2990",
    },
}
# Norway's standard codes of VAT, for sales at each rate.
NORWEGIAN_RATES: Final = {2500: "3", 1500: "31", 1111: "32", 1200: "33"}
NORWEGIAN_EXEMPT: Final = "6"
NORWEGIAN_UNREGISTERED: Final = "7"


def settings_of(practice: Practice) -> BookkeepingSettings:
    """What the owner saved, or what is usual in the practice's country (not saved then)."""
    saved = BookkeepingSettings.objects.filter(practice=practice).first()
    if saved is not None:
        return saved
    usual = USUAL.get(practice.country, {})
    return BookkeepingSettings(
        practice=practice, **{role.value: number for role, number in usual.items()}
    )


def sales_role(country: str, *, treatment: str, rate: int) -> Role:
    if treatment == VatTreatment.EXEMPT:
        return Role.SALES_EXEMPT
    if treatment == VatTreatment.NOT_REGISTERED:
        return Role.SALES_UNREGISTERED
    is_standard = rate == STANDARD_RATES[Country(country)]
    return Role.SALES_STANDARD if is_standard else Role.SALES_REDUCED


def vat_role(country: str, *, rate: int) -> Role:
    is_standard = rate == STANDARD_RATES[Country(country)]
    return Role.VAT_STANDARD if is_standard else Role.VAT_REDUCED


def norwegian_code(*, treatment: str, rate: int) -> str:
    """The standard code of Norway's tax authority for a sale; "" for a rate that it has not."""
    if treatment == VatTreatment.EXEMPT:
        return NORWEGIAN_EXEMPT
    if treatment == VatTreatment.NOT_REGISTERED:
        return NORWEGIAN_UNREGISTERED
    return NORWEGIAN_RATES.get(rate, "")
