"""Electronic invoices: valid by the rules that others publish, or not written at all."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

from django.test import Client

import pytest

from cms.models import LogLine, Practice
from registrations.bookkeeping.accounts import settings_of
from registrations.bookkeeping.peppol import Lacks, credit_note_file, invoice_file
from registrations.bookkeeping.peppol.contents import Document, Earlier, Vat
from registrations.bookkeeping.peppol.parties import Party, party
from registrations.bookkeeping.peppol.writing import written
from registrations.models import BookkeepingSettings, CreditNote, Registration
from registrations.services import cancel
from tests.factories import make_offering, make_practice
from tests.invoiced import in_line, invoice_of, sent
from tests.peppol import bis_rules, published
from tests.registrations.bookkeeping.test_money_admin import owner_of
from tests.stripe_simulator import Simulator

NUMBERS = {"NO": "974760673", "SE": "556036-0793", "FI": "0201256-6", "DK": "13585628"}
VAT_NUMBERS = {
    "NO": "NO974760673MVA",
    "SE": "SE556036079301",
    "FI": "FI02012566",
    "DK": "DK13585628",
}
REGISTERED = {"NO": "Foretaksregisteret", "SE": "Godkänd för F-skatt"}
RATES = {"NO": 2500, "SE": 2500, "FI": 2550, "DK": 2500}


def somebody(country: str, **facts: str) -> Party:
    found = party("Somebody AS", country, NUMBERS[country], **facts)
    assert found is not None
    return found


def document(
    seller: str = "NO", buyer: str = "NO", category: str = "S", *, is_credit_note: bool = False
) -> Document:
    rate = RATES[seller] if category == "S" else 0
    return Document(
        number="K-0002",
        issued_on=date(2026, 11, 2),
        due_on=None if is_credit_note else date(2026, 11, 16),
        currency="NOK",
        buyer_reference="Kari Nordmann",
        order_number="PO 7",
        days=(date(2026, 12, 1), date(2026, 12, 2)),
        seller=somebody(
            seller,
            street="Fjellveien 1",
            town="Bergen",
            postcode="5003",
            vat_number="" if category == "O" else VAT_NUMBERS[seller],
            registered_as=REGISTERED.get(seller, ""),
        ),
        buyer=somebody(buyer),
        vat=Vat(category, rate, "" if category == "S" else "Exempt as teaching."),
        net=1_539_000,
        tax=1_539_000 * rate // 10_000,
        item="Group supervision · 3 seats",
        iban="NO9386011117947",
        bic="DNBANOKK",
        payment_code="31" if seller == buyer == "DK" else "30",
        payment_id="K-0002",
        terms="Settled against invoice K-0001." if is_credit_note else "",
        credits=Earlier("K-0001", date(2026, 10, 1)) if is_credit_note else None,
    )


@pytest.mark.parametrize("seller", NUMBERS)
def test_valid_for_every_buyer_and_category(seller: str) -> None:
    for buyer, category, is_credit_note in product(NUMBERS, "SEO", (False, True)):
        content = written(document(seller, buyer, category, is_credit_note=is_credit_note))
        case = (seller, buyer, category, is_credit_note)
        assert published.broken(content) == [], case
        assert bis_rules.broken(content) == [], case


SPOILT = {
    "BR-CO-15": (r"(<cbc:TaxInclusiveAmount[^>]*>)19237.50", r"\g<1>19237.51"),
    "BR-CO-10": (r"(LegalMonetaryTotal>\s*<cbc:LineExtension[^>]*>)15390.00", r"\g<1>15390.01"),
    "BR-CO-14": (r"(TaxTotal>\s*<cbc:TaxAmount[^>]*>)3847.50", r"\g<1>3847.49"),
    "BR-S-09": (r"(</cbc:TaxableAmount>\s*<cbc:TaxAmount[^>]*>)3847.50", r"\g<1>3800.00"),
    "BR-S-02": (r"<cac:PartyTaxScheme>.*?</cac:PartyTaxScheme>", ""),
    "BR-07": (r"(<cac:AccountingCustomerParty>.*?)<cbc:RegistrationName>.*?</cbc:Reg\w+>", r"\1"),
    "BR-11": (r"(<cac:AccountingCustomerParty>.*?)<cac:Country>.*?</cac:Country>", r"\1"),
    "BR-50": (r"<cac:PayeeFinancialAccount>\s*<cbc:ID>.*?</cbc:ID>", "<cac:PayeeFinancialAccount>"),
    "BR-CL-04": (r"<cbc:DocumentCurrencyCode>NOK", "<cbc:DocumentCurrencyCode>NOX"),
    "PEPPOL-EN16931-R001": (r"<cbc:ProfileID>.*?</cbc:ProfileID>", ""),
    "PEPPOL-EN16931-R003": (
        r"<cbc:BuyerReference>.*?</cbc:BuyerReference>|<cac:OrderReference>.*?</cac:OrderRef\w+>",
        "",
    ),
    "PEPPOL-EN16931-R004": (r"poacc:billing:3.0<", "poacc:billing:2.0<"),
    "PEPPOL-EN16931-R008": (r"Fjellveien 1", ""),
    "PEPPOL-EN16931-R010": (
        r"(<cac:AccountingCustomerParty>.*?)<cbc:EndpointID.*?</cbc:EndpointID>",
        r"\1",
    ),
    "PEPPOL-EN16931-R020": (r"<cbc:EndpointID(?=.*Customer).*?</cbc:EndpointID>", ""),
    "PEPPOL-EN16931-R051": (r'(PriceAmount currencyID=")NOK', r"\1SEK"),
    "PEPPOL-EN16931-R120": (r"(<cbc:PriceAmount[^>]*>)15390.00", r"\g<1>15389.00"),
    "PEPPOL-COMMON-R041": (r'(schemeID="0192">)974760673', r"\g<1>974760674"),
    "NO-R-001": (r"NO974760673MVA", "NO974760673"),
}


@pytest.mark.parametrize("rule", SPOILT)
def test_the_rules_notice_what_is_wrong(rule: str) -> None:
    content = written(document()).decode()
    pattern, replacement = SPOILT[rule]
    spoilt = re.sub(pattern, replacement, content, flags=re.DOTALL)
    assert spoilt != content
    found = published.broken(spoilt.encode()) + bis_rules.broken(spoilt.encode())
    assert rule in found


@pytest.mark.parametrize(
    ("category", "rule", "pattern"),
    [
        ("E", "BR-E-10", r"<cbc:TaxExemptionReason>.*?</cbc:TaxExemptionReason>"),
        ("E", "BR-E-02", r"<cac:PartyTaxScheme>.*?</cac:PartyTaxScheme>"),
        ("O", "BR-O-10", r"<cbc:TaxExemptionReason>.*?</cbc:TaxExemptionReason>"),
    ],
)
def test_an_exemption_is_told(category: str, rule: str, pattern: str) -> None:
    content = written(document(category=category)).decode()
    spoilt = re.sub(pattern, "", content, flags=re.DOTALL)
    assert rule in published.broken(spoilt.encode())


def test_what_is_outside_of_vat_names_no_vat_number() -> None:
    outside = document(category="O")
    seller = replace(outside.seller, vat_number=VAT_NUMBERS["NO"])
    assert "BR-O-02" in published.broken(written(replace(outside, seller=seller)))


@pytest.mark.django_db
@pytest.mark.one_database
class TestOfARegistration:
    @pytest.fixture
    def practice(self, db: None) -> Practice:
        return make_practice(
            organisation_number="974 760 673",
            address="Fjellveien 1",
            postcode="5003",
            town="Bergen",
        )

    def settings(self, practice: Practice, **facts: str) -> BookkeepingSettings:
        settings = settings_of(practice)
        given = {"iban": "NO93 8601 1117 947", "vat_number": "NO 974 760 673 MVA", **facts}
        for name, value in given.items():
            setattr(settings, name, value)
        settings.save()
        return settings

    def taxed(self, practice: Practice, **facts: object) -> Registration:
        offering = make_offering(practice, vat_treatment="rate", vat_rate=2500)
        return sent(offering, people=3, **facts)

    def test_an_invoice_and_its_credit_note(self, practice: Practice, stripe: Simulator) -> None:
        self.settings(practice)
        registration = self.taxed(practice, buyer_reference="4711", order_number="PO 7")
        invoice = invoice_of(registration)
        cancel(
            registration_id=registration.pk,
            numbers=[1],
            actor="owner",
            quoted_refund=0,
            percent=50,
        )
        in_line(registration)
        note = CreditNote.objects.get()
        invoice.refresh_from_db()
        for content, number, amount in (
            (invoice_file(invoice), invoice.number, invoice.amount),
            (credit_note_file(note), note.number, note.amount),
        ):
            assert published.broken(content) == []
            assert bis_rules.broken(content) == []
            of = bis_rules.Document(content)
            assert of.text("cbc:ID") == number
            assert of.sum("cac:LegalMonetaryTotal/cbc:PayableAmount") * 100 == amount
            assert of.text("cbc:BuyerReference") == "4711"
            assert of.text(bis_rules.BUYER + "cbc:EndpointID") == "974760673"
        assert of.text("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID") == invoice.number

    def test_exempt_teaching_with_and_without_a_vat_number(
        self, practice: Practice, stripe: Simulator
    ) -> None:
        invoice = invoice_of(sent(make_offering(practice)))
        for vat_number, category in (("", "O"), ("NO974760673MVA", "E")):
            self.settings(practice, vat_number=vat_number)
            content = invoice_file(invoice)
            assert published.broken(content) == []
            of = bis_rules.Document(content)
            assert of.text("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID") == category
            reason = of.text("//cac:TaxCategory/cbc:TaxExemptionReason")
            assert "3-5" in reason

    def test_what_is_missing_is_said_and_nothing_is_written(
        self, practice: Practice, stripe: Simulator
    ) -> None:
        Practice.objects.update(organisation_number="123", address="", postcode="", town="")
        registration = self.taxed(practice, organisation_number="974760674")
        with pytest.raises(Lacks) as lacks:
            invoice_file(invoice_of(registration))
        assert len(lacks.value.reasons) == 7

    def test_vat_that_follows_from_no_rate_is_not_written(
        self, practice: Practice, stripe: Simulator
    ) -> None:
        self.settings(practice)
        registration = self.taxed(practice)
        Registration.objects.update(vat_treatment="exempt", vat_rate=0, vat=0)
        registration.refresh_from_db()
        with pytest.raises(Lacks):
            invoice_file(invoice_of(registration))

    def test_the_owner_downloads_it_or_reads_what_is_missing(
        self, practice: Practice, stripe: Simulator
    ) -> None:
        registration = self.taxed(practice)
        invoice = invoice_of(registration)
        client: Client = owner_of(practice)
        address = f"/admin/reports/money/invoice/{invoice.pk}/peppol.xml"
        page = client.get(f"/admin/registrations/registration/inspect/{registration.pk}/")
        assert f'href="{address}"' in page.content.decode()
        refused = client.get(address, follow=True).content.decode()
        assert "Your settings lack: IBAN (settings of bookkeeping)." in refused
        assert "No file was made; nothing else has changed." in refused
        self.settings(practice)
        response = client.get(address)
        assert response.headers["Content-Type"] == "application/xml"
        assert published.broken(response.content) == []
        assert LogLine.objects.get(action="exported").title == f"Peppol {invoice.number}"
