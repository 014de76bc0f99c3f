"""The money pages as an owner sees them."""

import csv
import io
import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from wagtail.users.models import UserProfile

import pytest
import time_machine
from openpyxl import load_workbook

from cms.models import LogLine, Practice, Role
from courses.day_and_time import short
from courses.models import Offering
from registrations.bookkeeping.periods import month
from registrations.models import BookkeepingSettings, LedgerLine, Registration
from registrations.services.payouts import find_payouts
from tests.factories import make_course_pages, make_offering, make_practice, make_user
from tests.invoiced import in_line, invoice_of, sent
from tests.logging_in import logged_in
from tests.registrations.payers import paid, paid_past_us
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

MONEY = "/admin/reports/money/"


def owner_of(practice: Practice) -> Client:
    return logged_in(make_user(practice=practice, role=Role.OWNER))


@pytest.fixture
def owner(practice: Practice) -> Client:
    return owner_of(practice)


def shown(client: Client, path: str = "", **query: str) -> str:
    response = client.get(f"{MONEY}{path}", query)
    assert response.status_code == 200, response
    return response.content.decode()


def downloaded(client: Client, name: str, **query: str) -> bytes:
    response = client.get(f"{MONEY}file/{name}", query)
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    return b"".join(response.streaming_content)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_month_in_which_nothing_happened(owner: Client) -> None:
    assert "Nothing was booked in these days, and nothing was open before." in shown(owner)


def test_the_sums_of_a_month_and_the_way_to_their_lines(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    course = make_course_pages(practice)["nb"].course
    offering = make_offering(practice, course=course)
    paid(offering, stripe)
    sent(offering)
    page = shown(owner)
    begins = offering.first_start
    assert begins is not None
    assert (
        f"Group supervision nb, {short(begins, zone=offering.practice.zone, language='en')}" in page
    )
    assert page.count("NOK&nbsp;12,800") + page.count("NOK\N{NO-BREAK SPACE}12,800") >= 1
    for by in ("vat", "method"):
        assert "6,400" in shown(owner, by=by)
    lines = shown(owner, "lines/", offering=offering.code, kind="payment")
    reference = Registration.objects.earliest("pk").reference
    assert reference in lines
    assert lines.count("−NOK") + lines.count("-NOK") == 1
    assert reference not in shown(owner, "lines/", offering="another")


def test_a_period_is_whole_days_of_the_practices_zone(
    owner: Client, practice: Practice, offering: Offering, stripe: Simulator
) -> None:
    # Half past midnight in Oslo on 1 December is still November in London.
    with time_machine.travel("2026-11-30T23:30:00+00:00"):
        sent(offering)
    november = {"from": "2026-11-01", "to": "2026-11-30"}
    december = {"from": "2026-12-01", "to": "2026-12-31"}
    assert rows_of(downloaded(owner, "ledger.csv", **november)) == []
    (row,) = rows_of(downloaded(owner, "ledger.csv", **december))
    assert row["Booked"] == "2026-12-01 00:30:00"
    assert "Nothing was booked" in shown(owner, **november)


def test_months_quarters_and_their_ends() -> None:
    zone = make_zone()
    february = month(date(2028, 2, 10), zone)
    assert (february.first, february.last) == (date(2028, 2, 1), date(2028, 2, 29))
    december = month(date(2026, 12, 31), zone)
    assert (december.first, december.last) == (date(2026, 12, 1), date(2026, 12, 31))
    # The clock goes back within it: a day of 25 hours.
    october = month(date(2026, 10, 1), zone)
    assert october.until - october.since == timedelta(days=31)
    assert (october.until.timestamp() - october.since.timestamp()) / 3600 == 31 * 24 + 1


def make_zone() -> Any:
    return Practice(time_zone="Europe/Oslo").zone


def test_nonsense_in_the_address_shows_this_month(owner: Client) -> None:
    for query in (
        {"from": "x", "to": "y"},
        {"from": "2026-11-30", "to": "2026-11-01"},
        {"from": "0001-01-01", "to": "9999-12-31"},
    ):
        assert "This month" in shown(owner, **query)


def test_ledger_and_postings_as_csv_with_numbers_and_no_formulas(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    course = make_course_pages(practice, title="=1+1")["nb"].course
    taxed = make_offering(practice, course=course, vat_treatment="rate", vat_rate=2500)
    registration = sent(taxed)
    (line,) = rows_of(downloaded(owner, "ledger.csv"))
    assert line["Course"] == "'=1+1 nb"
    assert (line["Amount"], line["Of which VAT"]) == ("8000.00", "1600.00")
    assert (line["Currency"], line["VAT rate"], line["Kind"]) == ("NOK", "25", "Price")
    postings = rows_of(downloaded(owner, "postings.csv"))
    told = [
        (row["AccountID"], row["DebitAmount"], row["CreditAmount"], row["StandardTaxCode"])
        for row in postings
    ]
    assert told == [
        ("1500", "8000.00", "", ""),
        ("3000", "", "6400.00", "3"),
        ("2700", "", "1600.00", ""),
    ]
    sale = postings[1]
    assert (sale["TaxBase"], sale["CreditTaxAmount"], sale["TaxPercentage"]) == (
        *("6400.00", "1600.00", "25"),
    )
    assert sale["CustomerID"] == registration.reference


def test_the_workbook_has_numbers_days_and_no_formulas(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    course = make_course_pages(practice, title="=1+1")["nb"].course
    sent(make_offering(practice, course=course))
    book = load_workbook(io.BytesIO(downloaded(owner, "workbook.xlsx")))
    assert book.sheetnames == ["Sums", "Ledger", "Postings"]
    headings, line = book["Ledger"].iter_rows(values_only=True)
    found = dict(zip(headings, line, strict=True))
    assert found["Course"] == "'=1+1 nb"
    assert found["Amount"] == 6400
    assert found["Booked"].date() == timezone.now().astimezone(practice.zone).date()
    assert not any(
        cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row
    )
    _headings, sums = book["Sums"].iter_rows(values_only=True)
    assert sums[-1] == 6400


def test_the_readers_language_in_a_stream(practice: Practice, stripe: Simulator) -> None:
    client = owner_of(practice)
    UserProfile.objects.update(preferred_language="nb")
    head = downloaded(client, "ledger.csv").decode("utf-8-sig").splitlines()[0]
    assert "Valuta" in head


def test_sie_is_for_sweden_and_says_why_not(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    assert "SIE is the format of Swedish bookkeeping" in shown(owner)
    assert owner.get(f"{MONEY}file/vouchers.se").status_code == 404
    assert owner.get(f"{MONEY}file/other.csv").status_code == 404


def test_sie_file_of_a_swedish_month(stripe: Simulator) -> None:
    swedish = make_practice(
        "tankelage",
        hostname="tankelage.localhost",
        languages=("sv",),
        country="SE",
        currency="SEK",
        time_zone="Europe/Stockholm",
        organisation_number="556036-0793",
        legal_name='Tankeläge "Nord" AB',
    )
    offering = make_offering(swedish, vat_treatment="rate", vat_rate=2500)
    registration = sent(offering)
    client = owner_of(swedish)
    content = downloaded(client, "vouchers.se")
    lines = content.decode("cp437").split("\r\n")
    assert lines[:2] == ["#FLAGGA 0", '#PROGRAM "Kollegium" 1.0']
    assert lines[2] == "#FORMAT PC8"
    assert lines[4] == "#SIETYP 4"
    assert '#FNAMN "Tankeläge \\"Nord\\" AB"' in lines
    assert "#ORGNR 556036-0793" in lines
    assert b"Tankel\x84ge" in content
    begin = next(n for n, line in enumerate(lines) if line.startswith("#VER"))
    today = timezone.now().astimezone(swedish.zone)
    assert lines[begin].startswith(f'#VER "K" "" {today:%Y%m%d} "')
    assert registration.reference in lines[begin]
    assert lines[begin + 1 :] == [
        "{",
        "   #TRANS 1510 {} 8000.00",
        "   #TRANS 3001 {} -6400.00",
        "   #TRANS 2611 {} -1600.00",
        "}",
        "",
    ]
    accounts = [line.split()[1] for line in lines if line.startswith("#KONTO")]
    used = {line.split()[1] for line in lines if line.strip().startswith("#TRANS")}
    assert used <= set(accounts)
    amounts = [Decimal(line.split()[-1]) for line in lines if "#TRANS" in line]
    assert sum(amounts) == 0


def test_every_download_is_in_the_history(owner: Client, practice: Practice) -> None:
    for name in ("workbook.xlsx", "ledger.csv", "postings.csv"):
        downloaded(owner, name, **{"from": "2026-11-01", "to": "2026-11-30"})
    exports = LogLine.objects.filter(action="exported").order_by("pk")
    told = list(exports.values_list("action", "title"))
    assert told == [
        ("exported", "workbook.xlsx 2026-11-01–2026-11-30"),
        ("exported", "ledger.csv 2026-11-01–2026-11-30"),
        ("exported", "postings.csv 2026-11-01–2026-11-30"),
    ]


def test_settings_of_accounts(owner: Client, practice: Practice) -> None:
    page = owner.get("/admin/settings/bookkeeping/").content.decode()
    assert 'value="1500"' in page
    fields = dict.fromkeys(BookkeepingSettings.ACCOUNTS, "1234")
    address = "/admin/settings/bookkeeping/"
    wrong = owner.post(address, {**fields, "series": "K", "iban": "NO00", "bank": "12"})
    page = wrong.content.decode()
    assert "This is no IBAN" in page
    assert "An account has three to eight digits." in page
    assert not BookkeepingSettings.objects.exists()
    right = {**fields, "series": "KOL", "iban": "NO93 8601 1117 947", "bic": "DNBANOKK"}
    assert "The settings are saved." in owner.post(address, right, follow=True).content.decode()
    saved = BookkeepingSettings.objects.get()
    assert (saved.practice, saved.bank, saved.series) == (practice, "1234", "KOL")
    owner.post(address, {**right, "bank": "1920"})
    assert LogLine.objects.latest("pk").changes == {"bank": ["1234", "1920"]}


def test_closing_says_what_is_not_settled(
    owner: Client, practice: Practice, offering: Offering, stripe: Simulator
) -> None:
    now = timezone.now().astimezone(practice.zone)
    period = {"from": f"{now:%Y-%m}-01", "to": f"{now:%Y-%m}-28"}
    assert "Everything is settled." in shown(owner, "close/", **period)
    sent(offering)
    due = invoice_of(Registration.objects.get()).due_at
    assert due is not None
    Registration.objects.update(needs_attention=True)
    invoice_of(Registration.objects.get()).credit_notes.create(amount=100, currency="NOK", words="")
    with time_machine.travel(due + timedelta(days=1)):
        page = shown(owner_of(practice), "close/", **{"from": "2026-01-01", "to": "2100-01-01"})
    assert "Registrations with money that waits for your decision" in page
    assert "Invoices that were due and are not paid" in page
    assert "Everything is settled." not in page
    found = re.search(r'href="([^"]*)">Refunds and credit notes that have not been', page)
    assert found
    assert found[1].endswith(f"?practice={practice.pk}&amp;payment=not_sent_back")


def test_each_unpaid_invoice_leads_to_its_electronic_file(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    invoice = invoice_of(sent(offering))
    address = reverse("invoice_file", args=[invoice.pk])
    assert f'href="{address}"' in shown(owner, "invoices/")


def test_payouts_are_shown_with_what_nobody_knows(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    paid(offering, stripe)
    paid_past_us(stripe)
    stripe.advance(4 * 24 * 60 * 60)
    stripe.pay_out(settings.STRIPE_SECRET_KEY, "nok")
    find_payouts(account="")
    page = shown(owner, "payouts/")
    assert "po_1" in page
    payout_key = LedgerLine.objects.get(kind="payment").payout_line.payout_id
    page = shown(owner, f"payouts/inspect/{payout_key}/")
    assert "Some of it belongs to no registration." in page
    assert page.count("<strong>Unmatched</strong>") == 1
    narrowed = shown(owner, "payouts/", unmatched="true")
    assert "po_1" in narrowed
    assert "po_1" not in shown(owner, "payouts/", unmatched="false")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_lists_are_exported_with_their_own_headings(
    owner: Client, offering: Offering, stripe: Simulator, kind: str
) -> None:
    paid(offering, stripe)
    sent(offering)
    stripe.advance(4 * 24 * 60 * 60)
    stripe.pay_out(settings.STRIPE_SECRET_KEY, "nok")
    find_payouts(account="")
    for path, first, amount in (
        ("lines/", "Booked", "6400"),
        ("invoices/", "Invoice", "6400"),
        ("payouts/", "Stripe's number", "6244.4"),
    ):
        response = owner.get(f"{MONEY}{path}?export={kind}")
        content = b"".join(response.streaming_content)
        if kind == "csv":
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        else:
            rows = [list(row) for row in load_workbook(io.BytesIO(content)).active.values]
        assert rows[0][0] == first
        assert Decimal(amount) in [_number(value) for row in rows[1:] for value in row]
    assert LogLine.objects.filter(action="exported").count() == 3


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def test_where_nothing_is_unpaid_it_says_so(owner: Client, offering: Offering) -> None:
    page = shown(owner, "invoices/")
    assert ("Every invoice that was sent is paid." in page, "age=not_due" in page) == (True, False)


def test_unpaid_invoices_by_age(owner: Client, offering: Offering, stripe: Simulator) -> None:
    sent(offering)
    page = shown(owner, "invoices/")
    ages = ["age=not_due" in page, "age=to_30" in page]
    assert ages == [True, False]
    number = invoice_of(Registration.objects.get()).number
    assert number in page
    assert number not in shown(owner, "invoices/", age="to_30")
    due = invoice_of(Registration.objects.get()).due_at
    assert due is not None
    for days, age in (
        *((0, "to_30"), (30.5, "to_30"), (31, "to_60"), (60.5, "to_60")),
        *((61, "to_90"), (90.5, "to_90"), (91, "over_90")),
    ):
        with time_machine.travel(due + timedelta(days=days)):
            client = owner_of(offering.practice)
            assert number in shown(client, "invoices/", age=age), age
            assert number not in shown(client, "invoices/", age="not_due")


def test_lists_need_as_many_queries_for_three_as_for_one(
    owner: Client, practice: Practice, stripe: Simulator
) -> None:
    def queries(path: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            shown(owner, path)
        return len(found)

    course = make_course_pages(practice)["nb"].course
    paths = ("", "?by=vat", "lines/", "invoices/", "close/")
    sent(make_offering(practice, course=course))
    for path in paths:
        shown(owner, path)
    one = [queries(path) for path in paths]
    for _number in range(2):
        in_line(sent(make_offering(practice, course=course)))
    assert [queries(path) for path in paths] == one
    assert max(one) <= 30


def test_nobody_sees_another_practices_money(
    owner: Client, practice: Practice, offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    stranger = owner_of(other)
    assert stranger.get(f"{MONEY}?practice=steinlia").status_code == 404
    assert stranger.get(f"{MONEY}file/ledger.csv?practice=steinlia").status_code == 404
    invoice = invoice_of(registration)
    assert stranger.get(f"{MONEY}invoice/{invoice.pk}/peppol.xml").status_code == 404
    for path in ("lines/", "invoices/", "lines/?export=csv", "invoices/?export=csv"):
        response = stranger.get(f"{MONEY}{path}")
        body = b"".join(response) if response.streaming else response.content
        assert registration.reference.encode() not in body
        assert invoice.number.encode() not in body
