"""axe finds nothing to complain of in any state, language and colour scheme; of pages as they are
first seen, `test_every_page.py` asks it."""

from datetime import timedelta

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone

from playwright.sync_api import Page, expect

from tests.browser.addresses import (
    MakeDate,
    form_addresses,
    own_pages,
    own_pages_without_a_seat,
)
from tests.browser.axe import Complaints, complaints
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import choose, fill, fill_in, press


def complaints_at(page: Page, addresses: list[str]) -> dict[str, Complaints]:
    found = {}
    for address in addresses:
        page.goto(address)
        if said := complaints(page):
            found[address] = said
    return found


def test_log_in_speaks_the_visitors_language(site: RunningSite, new_page: NewPage) -> None:
    in_norwegian = new_page(language="nb-NO")
    assert complaints_at(in_norwegian, [site.url("/account/login/")]) == {}
    assert in_norwegian.locator("html").get_attribute("lang") == "nb"


def test_own_page_in_every_state(site: RunningSite, new_page: NewPage, make_date: MakeDate) -> None:
    swedish = make_date("oppen-grupp", vat_treatment="rate", vat_rate=2500)
    now = timezone.now()
    moved = make_date(dates_moved_at=now, free_cancel_until=now + timedelta(days=7))
    deposit = {"deposit_percent": 30, "rest_due_at": now + timedelta(weeks=20)}
    addresses = own_pages(moved, "nb")
    addresses += own_pages(make_date(**deposit), "en")
    addresses += own_pages_without_a_seat(make_date(), "en")
    addresses += own_pages(swedish, "sv")[2:4]
    assert complaints_at(new_page(), addresses) == {}


def test_form_with_mistakes_and_its_summary(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page()
    found = {}
    for language, address in form_addresses(site, make_date).items():
        page.goto(address)
        choose(page, payer="employer")
        fill(page, booker_email="kari@")
        press(page, "review")
        expect(page.locator("#error-summary")).to_be_focused()
        found[f"{language}, mistakes"] = complaints(page)
        page.goto(address)
        fill_in(page, people=("Åse Ødegård", ""))
        found[f"{language}, filled in"] = complaints(page)
        press(page, "review")
        found[f"{language}, summary"] = complaints(page)
    assert {where: said for where, said in found.items() if said} == {}


def test_refusals(site: RunningSite, new_page: NewPage, make_date: MakeDate) -> None:
    """A form that comes without its cookie, too many tries, and an error of our own."""
    page = new_page()
    found = {}
    address = form_addresses(site, make_date)["en"]
    page.goto(address)
    page.context.clear_cookies()
    press(page, "review")
    expect(page.locator("h1")).to_have_text("The form could not be sent")
    found["cookie"] = complaints(page)
    page.goto(address)
    cache.set("rate:register:127.0.0.1", 1000, 60)
    press(page, "review")
    expect(page.locator("h1")).to_have_text("Too many tries")
    cache.delete("rate:register:127.0.0.1")
    found["tries"] = complaints(page)
    page.route("**/broken/", lambda route: route.fulfill(body=broken(), content_type="text/html"))
    page.goto(site.url("/broken/"))
    found["error"] = complaints(page)
    assert {where: said for where, said in found.items() if said} == {}


def broken() -> str:
    return render_to_string("500.html")


def test_menu_on_a_phone_is_open_for_all(site: RunningSite, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(site.url("/nb/"))
    page.locator(".menu-button").first.click()
    expect(page.locator("#menu")).to_be_visible()
    assert complaints(page) == {}
