"""What Peppol BIS Billing 3.0 asks for beyond EN 16931, and what it asks for in four countries.

Written from the published description of each rule, for what our documents can contain. It is
no copy of the published rules and does not stand in for them; see docs/money.md.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from lxml import etree
from stdnum import luhn
from stdnum.no import orgnr

NAMES: Final = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
SELLER: Final = "cac:AccountingSupplierParty/cac:Party/"
BUYER: Final = "cac:AccountingCustomerParty/cac:Party/"
VAT_NUMBER: Final = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID"
TAX_NUMBER: Final = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='TAX']/cbc:CompanyID"
COUNTRY: Final = "cac:PostalAddress/cac:Country/cbc:IdentificationCode"
BILLING: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
DANISH_MEANS: Final = {"1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"}
NUMBERS: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "0192": (
        "PEPPOL-COMMON-R041",
        lambda n: bool(re.fullmatch(r"\d{9}", n)) and orgnr.is_valid(n),
    ),
    "0184": ("PEPPOL-COMMON-R042", lambda n: bool(re.fullmatch(r"DK\d{8}", n))),
    "0007": (
        "PEPPOL-COMMON-R049",
        lambda n: bool(re.fullmatch(r"\d{10}", n)) and luhn.is_valid(n),
    ),
}


class Document:
    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)
        self.is_credit_note = etree.QName(self.root).localname == "CreditNote"

    def all(self, path: str) -> list[etree._Element]:
        return list(self.root.xpath(path, namespaces=NAMES))

    def text(self, path: str) -> str:
        found = self.all(path)
        return (found[0].text or "").strip() if found else ""

    def sum(self, path: str) -> Decimal:
        return sum((Decimal(one.text) for one in self.all(path)), Decimal(0))


def broken(content: bytes) -> list[str]:
    """The number of each rule that does not hold; those that only warn are not asked."""
    document = Document(content)
    parts = (_document, _amounts, _numbers, _norway, _sweden, _denmark)
    return [number for part in parts for number, holds in part(document) if not holds]


Rules = Iterator[tuple[str, bool]]


def _document(of: Document) -> Rules:
    profile = of.text("cbc:ProfileID")
    yield "PEPPOL-EN16931-R001", bool(profile)
    pattern = r"urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0"
    yield "PEPPOL-EN16931-R007", bool(re.fullmatch(pattern, profile))
    yield "PEPPOL-EN16931-R002", len(of.all("cbc:Note")) <= 1
    referred = of.text("cbc:BuyerReference") or of.text("cac:OrderReference/cbc:ID")
    yield "PEPPOL-EN16931-R003", bool(referred)
    yield "PEPPOL-EN16931-R004", of.text("cbc:CustomizationID") == BILLING
    empty = [e for e in of.root.iter() if len(e) == 0 and not (e.text or "").strip()]
    yield "PEPPOL-EN16931-R008", not empty
    yield "PEPPOL-EN16931-R010", bool(of.text(BUYER + "cbc:EndpointID"))
    yield "PEPPOL-EN16931-R020", bool(of.text(SELLER + "cbc:EndpointID"))
    yield "PEPPOL-EN16931-R053", len(of.all("cac:TaxTotal[cac:TaxSubtotal]")) == 1
    yield "PEPPOL-EN16931-R054", not of.all("cac:TaxTotal[not(cac:TaxSubtotal)]")
    currency = of.text("cbc:DocumentCurrencyCode")
    others = [a for a in of.root.iter() if a.get("currencyID") not in (None, currency)]
    yield "PEPPOL-EN16931-R051", not others


def _amounts(of: Document) -> Rules:
    for line in of.all("cac:InvoiceLine | cac:CreditNoteLine"):
        quantity = "cbc:InvoicedQuantity | cbc:CreditedQuantity"
        names = (quantity, "cac:Price/cbc:PriceAmount", "cbc:LineExtensionAmount")
        one = [Decimal(line.xpath(name, namespaces=NAMES)[0].text) for name in names]
        yield "PEPPOL-EN16931-R120", abs(one[0] * one[1] - one[2]) <= Decimal("0.02")
    totals = "cac:LegalMonetaryTotal/cbc:"
    # To the last minor unit, where the published rules forgive more.
    inclusive = of.sum(totals + "TaxInclusiveAmount")
    exclusive = of.sum(totals + "TaxExclusiveAmount")
    tax = of.sum("cac:TaxTotal/cbc:TaxAmount")
    yield "BR-CO-15", inclusive == exclusive + tax
    yield "BR-CO-14", tax == of.sum("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount")
    lines = of.sum("*/cbc:LineExtensionAmount") - of.sum(totals + "LineExtensionAmount")
    yield "BR-CO-10", lines == of.sum(totals + "LineExtensionAmount")
    yield "BR-CO-16", of.sum(totals + "PayableAmount") == inclusive
    written = [a.text for a in of.root.iter() if a.get("currencyID")]
    yield "BR-DEC", all(re.fullmatch(r"\d+\.\d{2}", amount) for amount in written)


def _numbers(of: Document) -> Rules:
    for element in of.all("//cbc:EndpointID | //cac:PartyLegalEntity/cbc:CompanyID"):
        scheme, number = element.get("schemeID", ""), element.text.strip()
        if scheme in NUMBERS:
            rule, is_valid = NUMBERS[scheme]
            yield rule, is_valid(number)


def _norway(of: Document) -> Rules:
    number = of.text(SELLER + VAT_NUMBER)
    if number.startswith("NO"):
        fits = re.fullmatch(r"NO\d{9}MVA", number) and orgnr.is_valid(number[2:11])
        yield "NO-R-001", bool(fits)


def _sweden(of: Document) -> Rules:
    number = of.text(SELLER + VAT_NUMBER)
    if of.text(SELLER + COUNTRY) != "SE":
        return
    if number.startswith("SE"):
        yield "SE-R-001", len(number) == 14
        yield "SE-R-002", number[2:].isdigit()
        rates = {Decimal(e.text) for e in of.all("//cac:TaxCategory[cbc:ID='S']/cbc:Percent")}
        yield "SE-R-006", rates <= {Decimal(25), Decimal(12), Decimal(6)}
    approved = of.text(SELLER + TAX_NUMBER)
    yield "SE-R-005", approved.upper() in ("", "GODKÄND FÖR F-SKATT")


def _denmark(of: Document) -> Rules:
    if of.text(SELLER + COUNTRY) != "DK":
        return
    legal = of.all(SELLER + "cac:PartyLegalEntity/cbc:CompanyID")
    yield "DK-R-002", bool(legal and (legal[0].text or "").strip())
    yield "DK-R-014", bool(legal) and legal[0].get("schemeID") == "0184"
    if of.text(BUYER + COUNTRY) != "DK":
        return
    yield "DK-R-016", not (of.is_credit_note and of.sum("//cbc:PayableAmount") < 0)
    code = of.text("cac:PaymentMeans/cbc:PaymentMeansCode")
    yield "DK-R-005", of.is_credit_note or code in DANISH_MEANS
    account = "cac:PaymentMeans/cac:PayeeFinancialAccount/"
    has_account = of.text(account + "cbc:ID") and of.text(
        account + "cac:FinancialInstitutionBranch/cbc:ID"
    )
    yield "DK-R-006", code not in ("31", "42") or bool(has_account)
