"""From the home page to a seat, as people go: with and without JavaScript, on small screens."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail

import icalendar
from playwright.sync_api import Page, expect

from courses.models import CoursePage, Offering
from registrations.invariants import broken_invariants
from registrations.models import Letter, Registration
from registrations.states import State
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import (
    CHECKOUT,
    EMPLOYER,
    OWN_PAGE,
    choose,
    fill,
    fill_in,
    form_of,
    heading,
    pay,
    press,
    registration_on,
    seats_left,
)

OWNER = {"login": "ingrid@steinlia.example", "password": "kollegium-demo"}
MakeDate = Callable[..., Offering]


def course_page(offering: Offering, language: str) -> CoursePage:
    pages = CoursePage.objects.live().filter(course=offering.course)
    return pages.get(locale__language_code=language)


def look_at_course(page: Page, offering: Offering, language: str = "nb") -> None:
    page.goto(course_page(offering, language).full_url)


def check_letter(site: RunningSite, registration: Registration) -> None:
    """One confirmation has gone to the person booking, with both days in its calendar file."""
    letter = registration.letters.get(kind=Letter.Kind.CONFIRMED)
    site.do_background_work()
    letter.refresh_from_db()
    assert letter.status == Letter.Status.SENT
    number = str(letter.message_id)
    [message] = [m for m in mail.outbox if number in m.extra_headers["Message-ID"]]
    assert message.to == [registration.booker_email]
    # The codes to scan come along as pictures.
    [(_name, content, kind)] = [one for one in message.attachments if isinstance(one, tuple)]
    assert kind.startswith("text/calendar")
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    sessions = registration.offering.sessions_list
    assert [event["DTSTART"].dt for event in events] == [s.starts_at for s in sessions]
    assert [event["DTEND"].dt for event in events] == [s.ends_at for s in sessions]
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Oslo"]


def test_three_people_register_and_pay_without_javascript_and_the_owner_sees_them(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date(seats=14)
    page = new_page(javascript=False, language="nb-NO")

    page.goto(site.url("/"))
    assert urlsplit(page.url).path == "/nb/"
    page.locator(".menu a", has_text="Kurs og grupper").click()
    page.locator("main a", has_text=course_page(offering, "nb").title).click()
    before = seats_left(page, offering)
    page.locator(f"#date-{offering.pk} a.button").click()
    fill_in(page, people=("Åse Ødegård", "Bjørn Sætre", "Žofia Müller"))
    press(page, "review")
    expect(page.locator("main")).to_contain_text("Žofia Müller")
    expect(page.locator(".total")).to_contain_text("19 200 kr")
    press(page, "confirm")
    pay(page)
    expect(heading(page)).to_contain_text("bekreftet")

    registration = registration_on(page)
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, 0)
    check_letter(site, registration)
    own_page = page.url
    for language in ("nb", "en"):
        look_at_course(page, offering, language)
        assert seats_left(page, offering) == before - 3
    check_owner_sees(new_page(language="nb-NO"), site, registration)
    page.goto(own_page)
    expect(page.locator("tfoot td")).to_have_text("0 kr")
    assert list(broken_invariants()) == []


def check_owner_sees(page: Page, site: RunningSite, registration: Registration) -> None:
    page.goto(site.url("/admin/"))
    fill(page, **OWNER)
    page.locator("main button").click()
    expect(page).to_have_url(site.url("/admin/"))
    page.goto(site.url(f"/admin/registrations/registration/?q={registration.reference}"))
    page.locator("table.listing a", has_text=registration.booker_name).first.click()
    expect(page.locator("main")).to_contain_text(registration.reference)
    expect(page.locator("main")).to_contain_text("Žofia Müller")
    amounts = page.locator("table:has(tfoot) td.kollegium-number")
    expect(amounts.filter(has_text="19 200 kr")).to_have_count(2)
    expect(page.locator("table:has(tfoot) tfoot td")).to_have_text("0 kr")


def test_somebody_on_a_phone_changes_their_mind_and_pays_after_all(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date(price=570_000)
    page = new_page(width=360)
    look_at_course(page, offering, "en")
    page.locator(f"#date-{offering.pk} a.button").click()
    fill_in(page)
    press(page, "review")
    press(page, "confirm")
    expect(page).to_have_url(CHECKOUT)
    page.locator("a.back").click()
    expect(page).to_have_url(OWN_PAGE)
    expect(heading(page)).to_contain_text("We hold your seat while you pay")
    page.locator('form[action$="/pay/"] button').click()
    expect(page).to_have_url(CHECKOUT)
    page.click('button[value="decline"]')
    pay(page)
    expect(heading(page)).to_contain_text("confirmed")
    registration = registration_on(page)
    assert (registration.language, registration.state) == ("en", State.CONFIRMED)
    assert registration.payment_attempts.count() == 1
    check_letter(site, registration)
    assert list(broken_invariants()) == []


def test_an_employer_is_invoiced(site: RunningSite, new_page: NewPage, make_date: MakeDate) -> None:
    offering = make_date()
    page = new_page(language="nb-NO")
    page.goto(form_of(site, offering, "nb"))
    choose(page, payer="employer")
    choose(page, method="invoice")
    fill_in(page, payer="employer", people=("Åse Ødegård", ""), **EMPLOYER)
    press(page, "review")
    expect(page.locator("main")).to_contain_text("Fjellvang kommune")
    press(page, "confirm")
    expect(page).to_have_url(OWN_PAGE)
    expect(heading(page)).to_contain_text("bekreftet")
    expect(page.locator("tfoot td")).to_have_text("12 800 kr")
    registration = registration_on(page)
    assert (registration.state, registration.method) == (State.CONFIRMED, "invoice")
    assert registration.organisation_number == "974760673"
    assert registration.balance_due() == 1_280_000
    check_letter(site, registration)


def test_a_free_webinar_is_confirmed_at_once(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date("skjermrommet", price=0, online=True, online_link="https://rom.example/x")
    page = new_page(javascript=False)
    look_at_course(page, offering, "en")
    page.locator(f"#date-{offering.pk} a.button").click()
    expect(page.locator('[name="payer"]')).to_have_count(0)
    fill(page, booker_name="Priya Nordahl", booker_email="priya@example.org")
    page.locator('label:has(input[name="accept_terms"])').click()
    press(page, "review")
    assert "https://rom.example/x" not in page.content()
    press(page, "confirm")
    expect(heading(page)).to_contain_text("confirmed")
    expect(page.locator('a[href="https://rom.example/x"]')).to_be_visible()
    check_letter(site, registration_on(page))


def test_a_swedish_visitor_meets_swedish_alone(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date("oppen-grupp", vat_treatment="rate", vat_rate=2500)
    page = new_page(width=360, language="sv-SE")
    page.goto(site.url("/", host="tankelage.localhost"))
    assert urlsplit(page.url).path == "/sv/"
    expect(page.locator("nav.languages")).to_have_count(0)
    page.goto(form_of(site, offering, "sv"))
    fill_in(page)
    press(page, "review")
    expect(page.locator(".total")).to_contain_text("8 000 kr")
    press(page, "confirm")
    pay(page)
    expect(heading(page)).to_contain_text("bekräftad")
    registration = registration_on(page)
    assert (registration.net, registration.vat, registration.language) == (640000, 160000, "sv")
    assert urlsplit(page.url).hostname == "tankelage.localhost"
