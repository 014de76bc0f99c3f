"""What a visitor does, by the names that the form's fields and buttons have."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from courses.models import Offering
from registrations.models import Registration
from tests.browser.conftest import RunningSite

OWN_PAGE = re.compile(r"/r/[^/]+/$")
CHECKOUT = re.compile(r"/c/pay/")
PERSON = {"booker_name": "Åse Ødegård", "booker_email": "ase@example.org"}
EMPLOYER = {
    "organisation": "Fjellvang kommune",
    "organisation_number": "974 760 673",
    "buyer_reference": "B123456",
    "order_number": "PO-7",
    "invoice_email": "faktura@fjellvang.example",
}


def form_of(site: RunningSite, offering: Offering, language: str = "en") -> str:
    host = offering.practice.site.hostname
    return site.url(f"/{language}/register/{offering.code}/", host=host)


def press(page: Page, action: str) -> None:
    """Press the button, the one that people see, that stands for ``action``."""
    page.locator(f'button[value="{action}"]:visible').last.click()


def fill(page: Page, **facts: str) -> None:
    for name, value in facts.items():
        page.fill(f'[name="{name}"]', value)


def choose(page: Page, **facts: str) -> None:
    """Choose by pressing the words beside the circle, as people do."""
    for name, value in facts.items():
        page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()


def fill_in(
    page: Page, *, people: Sequence[str] = ("Åse Ødegård",), payer: str = "private", **facts: str
) -> None:
    """Fill in the whole form of a course that costs something, up to the summary."""
    choose(page, payer=payer)
    for _ in people[1:]:
        press(page, "add_participant")
    fill(page, **{**PERSON, **facts})
    for number, name in enumerate(people):
        fill(page, **{f"participants-{number}-name": name})
    page.locator('label:has(input[name="accept_terms"])').click()


def pay(page: Page) -> None:
    """Go through the simulator's page as somebody who pays at once."""
    expect(page).to_have_url(CHECKOUT)
    page.click('button[name="act"][value="pay"]')
    expect(page).to_have_url(OWN_PAGE)


def registration_on(page: Page) -> Registration:
    """The registration whose own page is open."""
    token = re.search(r"/r/([^/]+)/", page.url)[1]
    return Registration.objects.get(link_id=Registration.link_id_of(token))


def heading(page: Page) -> Locator:
    return page.locator("main .notice h2")


def seats_left(page: Page, offering: Offering) -> int:
    """How many seats a course page says are left on one of its dates."""
    words = page.locator(f"#date-{offering.pk} .state").inner_text()
    return int(re.match(r"\d+", words)[0])
