"""A document as UBL 2.1: every element in the order that its schema asks for."""

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from courses.money import to_major

if TYPE_CHECKING:
    from .contents import Document
    from .parties import Party

INVOICE: Final = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
CREDIT_NOTE: Final = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
CAC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CUSTOMIZATION: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE: Final = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
COMMERCIAL_INVOICE: Final = "380"
COMMERCIAL_CREDIT_NOTE: Final = "381"
ONE: Final = "C62"  # a piece, of which nobody needs to know more

ET.register_namespace("cac", CAC)
ET.register_namespace("cbc", CBC)


class Writer:
    """One element, and those within it, one after the other."""

    def __init__(self, element: ET.Element) -> None:
        self.element = element

    def group(self, name: str) -> "Writer":
        return Writer(ET.SubElement(self.element, f"{{{CAC}}}{name}"))

    def put(self, name: str, value: str, **attributes: str) -> None:
        """Nothing where there is nothing to say: empty elements are forbidden."""
        if value:
            ET.SubElement(self.element, f"{{{CBC}}}{name}", attributes).text = value

    def amount(self, name: str, amount: int, currency: str) -> None:
        self.put(name, f"{to_major(amount, currency):.2f}", currencyID=currency)


def written(document: "Document") -> bytes:
    namespace = INVOICE if document.credits is None else CREDIT_NOTE
    name = "Invoice" if document.credits is None else "CreditNote"
    # Without a prefix, as the published examples have it.
    root = Writer(ET.Element(name, {"xmlns": namespace}))
    _head(root, document)
    _party(root.group("AccountingSupplierParty"), document.seller)
    _party(root.group("AccountingCustomerParty"), document.buyer)
    _payment(root, document)
    _vat(root, document)
    _totals(root, document)
    _line(root, document)
    ET.indent(root.element)
    return ET.tostring(root.element, encoding="UTF-8", xml_declaration=True)


def _head(root: Writer, document: "Document") -> None:
    root.put("CustomizationID", CUSTOMIZATION)
    root.put("ProfileID", PROFILE)
    root.put("ID", document.number)
    root.put("IssueDate", document.issued_on.isoformat())
    if document.credits is None:
        root.put("DueDate", document.due_on.isoformat() if document.due_on else "")
        root.put("InvoiceTypeCode", COMMERCIAL_INVOICE)
    else:
        root.put("CreditNoteTypeCode", COMMERCIAL_CREDIT_NOTE)
    root.put("DocumentCurrencyCode", document.currency)
    root.put("BuyerReference", document.buyer_reference)
    if document.days:
        period = root.group("InvoicePeriod")
        period.put("StartDate", document.days[0].isoformat())
        period.put("EndDate", document.days[1].isoformat())
    if document.order_number:
        root.group("OrderReference").put("ID", document.order_number)
    if document.credits:
        earlier = root.group("BillingReference").group("InvoiceDocumentReference")
        earlier.put("ID", document.credits.number)
        earlier.put("IssueDate", document.credits.issued_on.isoformat())


def _party(role: Writer, of: "Party") -> None:
    party = role.group("Party")
    party.put("EndpointID", of.endpoint.value, schemeID=of.endpoint.scheme)
    address = party.group("PostalAddress")
    address.put("StreetName", of.street)
    address.put("CityName", of.town)
    address.put("PostalZone", of.postcode)
    address.group("Country").put("IdentificationCode", of.country)
    for number, scheme in ((of.vat_number, "VAT"), (of.registered_as, "TAX")):
        if number:
            tax = party.group("PartyTaxScheme")
            tax.put("CompanyID", number)
            tax.group("TaxScheme").put("ID", scheme)
    legal = party.group("PartyLegalEntity")
    legal.put("RegistrationName", of.name)
    legal.put("CompanyID", of.register.value, schemeID=of.register.scheme)


def _payment(root: Writer, document: "Document") -> None:
    means = root.group("PaymentMeans")
    means.put("PaymentMeansCode", document.payment_code)
    means.put("PaymentID", document.payment_id)
    account = means.group("PayeeFinancialAccount")
    account.put("ID", document.iban)
    if document.bic:
        account.group("FinancialInstitutionBranch").put("ID", document.bic)
    if document.terms:
        root.group("PaymentTerms").put("Note", document.terms)


def _vat(root: Writer, document: "Document") -> None:
    total = root.group("TaxTotal")
    total.amount("TaxAmount", document.tax, document.currency)
    part = total.group("TaxSubtotal")
    part.amount("TaxableAmount", document.net, document.currency)
    part.amount("TaxAmount", document.tax, document.currency)
    _category(part.group("TaxCategory"), document, reason=document.vat.reason)


def _category(category: Writer, document: "Document", *, reason: str = "") -> None:
    vat = document.vat
    category.put("ID", vat.category)
    if vat.category != "O":  # what is outside of VAT has no rate
        category.put("Percent", f"{to_major(vat.rate, document.currency):.2f}")
    category.put("TaxExemptionReason", reason)
    category.group("TaxScheme").put("ID", "VAT")


def _totals(root: Writer, document: "Document") -> None:
    totals, currency = root.group("LegalMonetaryTotal"), document.currency
    totals.amount("LineExtensionAmount", document.net, currency)
    totals.amount("TaxExclusiveAmount", document.net, currency)
    totals.amount("TaxInclusiveAmount", document.net + document.tax, currency)
    totals.amount("PayableAmount", document.net + document.tax, currency)


def _line(root: Writer, document: "Document") -> None:
    is_invoice = document.credits is None
    line = root.group("InvoiceLine" if is_invoice else "CreditNoteLine")
    line.put("ID", "1")
    line.put("InvoicedQuantity" if is_invoice else "CreditedQuantity", "1", unitCode=ONE)
    line.amount("LineExtensionAmount", document.net, document.currency)
    item = line.group("Item")
    item.put("Name", document.item)
    _category(item.group("ClassifiedTaxCategory"), document)
    line.group("Price").amount("PriceAmount", document.net, document.currency)
