"""The form: every mistake told, nothing typed lost, and one registration whatever is pressed."""

import pytest
from playwright.sync_api import Page, expect

from courses.models import Question
from registrations.invariants import broken_invariants
from registrations.models import Registration
from tests.browser.addresses import MakeDate
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import (
    EMPLOYER,
    OWN_PAGE,
    choose,
    fill,
    fill_in,
    form_of,
    press,
    registration_on,
)
from tests.factories import ask

# What is typed, and a few words of what is said to it.
WRONG = {
    "booker_name": ("", "your name"),
    "booker_email": ("ase@", "not an e-mail address"),
    "organisation": ("", "the name of the organisation"),
    "organisation_number": ("974 760 674", "not an organisation number from Norway"),
    "invoice_email": ("faktura", "not an e-mail address"),
    "participants-1-email": ("kari@", "not an e-mail address"),
}
KEPT = {
    "booker_email": "ase@",
    "organisation_number": "974 760 674",
    "buyer_reference": "B123456",
    "order_number": "PO-7",
    "invoice_email": "faktura",
    "participants-0-name": "Åse Ødegård",
    "participants-1-name": "Žofia Müller",
    "participants-1-email": "kari@",
    "message": "Vi kommer med tog.",
}


def describing_words(page: Page, name: str) -> str:
    """The text that a screen reader reads along with the field."""
    field = page.locator(f'[name="{name}"]').first
    described = field.get_attribute("aria-describedby") or ""
    return " ".join(page.locator(f'[id="{part}"]').inner_text() for part in described.split())


@pytest.mark.parametrize("javascript", [True, False])
def test_every_mistake_stands_beside_its_field_and_in_the_summary(
    site: RunningSite, new_page: NewPage, make_date: MakeDate, javascript: bool
) -> None:
    offering = make_date()
    asked = ask(offering, "Hvor arbeider du?", required=True, asked_of="booking")
    page = new_page(javascript=javascript)
    page.goto(form_of(site, offering))
    choose(page, payer="employer")
    choose(page, method="invoice")
    press(page, "add_participant")
    fill(page, **{name: value for name, (value, _words) in WRONG.items()})
    fill(page, **{name: value for name, value in KEPT.items() if name not in WRONG})
    press(page, "review")

    summary = page.locator("#error-summary")
    wrong = {name: words for name, (_value, words) in WRONG.items()}
    wrong[f"question_{asked.question_id}"] = "Answer this question."
    wrong["accept_terms"] = "You need to accept the terms to register."
    for name, words in wrong.items():
        field = page.locator(f'[name="{name}"]')
        assert words in describing_words(page, name), name
        expect(field).to_have_attribute("aria-invalid", "true")
        link = summary.locator(f'a[href="#{field.get_attribute("id")}"]')
        expect(link).to_contain_text(words)
    expect(summary.locator("a")).to_have_count(len(wrong))
    expect(summary.locator("a", has_text="Participant 2")).to_have_count(1)
    assert page.title().startswith("Mistake:")
    for name, value in KEPT.items():
        expect(page.locator(f'[name="{name}"]')).to_have_value(value)
    expect(page.locator('[name="payer"][value="employer"]')).to_be_checked()
    expect(page.locator('[name="method"][value="invoice"]')).to_be_checked()
    if javascript:
        expect(summary).to_be_focused()
    summary.locator("a", has_text="organisation number").click()
    expect(page.locator('[name="organisation_number"]')).to_be_focused()
    assert not Registration.objects.filter(offering=offering).exists()


def test_nothing_is_asked_of_a_private_person_about_a_business(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page(javascript=False)
    page.goto(form_of(site, make_date()))
    expect(page.locator('[name="organisation"]')).to_be_hidden()
    choose(page, payer="self_employed")
    expect(page.locator('[name="organisation"]')).to_be_visible()
    choose(page, payer="private")
    expect(page.locator('[name="organisation"]')).to_be_hidden()


def test_adding_and_removing_people_complains_of_nothing_and_loses_nothing(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date()
    asked = ask(offering, "Kan du komme?", kind=Question.Kind.YES, asked_of="participant")
    page = new_page(javascript=False)
    page.goto(form_of(site, offering))
    choose(page, payer="private")
    press(page, "add_participant")
    press(page, "add_participant")
    for number, name in enumerate(("Første", "Andre", "Tredje")):
        fill(page, **{f"participants-{number}-name": name})
    page.locator(f'label:has([name="participants-2-question_{asked.question_id}"])').click()
    press(page, "remove_participant:1")
    expect(page.locator("#error-summary")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator('[name="payer"][value="private"]')).to_be_checked()
    expect(page.locator('[name="participants-0-name"]')).to_have_value("Første")
    expect(page.locator('[name="participants-1-name"]')).to_have_value("Tredje")
    expect(page.locator(f'[name="participants-1-question_{asked.question_id}"]')).to_be_checked()
    expect(page.locator(".total")).to_contain_text("NOK 12,800")


def test_ten_people_and_no_more(site: RunningSite, new_page: NewPage, make_date: MakeDate) -> None:
    page = new_page()
    page.goto(form_of(site, make_date()))
    for _ in range(2):
        page.evaluate("""document.querySelector('[name="participants-TOTAL_FORMS"]').value = 9""")
        press(page, "add_participant")
        expect(page.locator(".person-fields")).to_have_count(10)
        expect(page.locator('button[value="add_participant"]')).to_have_count(0)
        press(page, "remove_participant:4")
        expect(page.locator(".person-fields")).to_have_count(9)


def test_changing_something_in_the_summary_finds_all_that_was_typed(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page(javascript=False)
    page.goto(form_of(site, make_date()))
    choose(page, payer="employer")
    choose(page, method="invoice")
    fill_in(page, payer="employer", people=("Åse", "Žofia"), message="Hei!", **EMPLOYER)
    press(page, "review")
    press(page, "edit")
    for name, value in {**EMPLOYER, "participants-1-name": "Žofia", "message": "Hei!"}.items():
        expect(page.locator(f'[name="{name}"]')).to_have_value(value)
    expect(page.locator('[name="accept_terms"]')).to_be_checked()


def come_to_summary(page: Page, site: RunningSite, make_date: MakeDate) -> None:
    """Bring the page to the summary of an invoiced registration."""
    page.goto(form_of(site, make_date()))
    choose(page, payer="employer")
    choose(page, method="invoice")
    fill_in(page, payer="employer", **EMPLOYER)
    press(page, "review")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_makes_one_registration(
    site: RunningSite, new_page: NewPage, make_date: MakeDate, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    come_to_summary(page, site, make_date)
    before = Registration.objects.count()
    page.locator('button[value="confirm"]').dblclick()
    expect(page).to_have_url(OWN_PAGE)
    assert Registration.objects.count() == before + 1
    assert registration_on(page).letters.filter(kind="confirmed").count() == 1


def test_going_back_after_confirming_makes_no_second_registration(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page()
    come_to_summary(page, site, make_date)
    before = Registration.objects.count()
    press(page, "confirm")
    expect(page).to_have_url(OWN_PAGE)
    made = registration_on(page)
    page.go_back()
    press(page, "confirm")
    expect(page).to_have_url(OWN_PAGE)
    assert registration_on(page) == made
    assert Registration.objects.count() == before + 1
    assert list(broken_invariants()) == []


@pytest.mark.parametrize("javascript", [True, False])
def test_going_back_and_forth_before_confirming_loses_nothing(
    site: RunningSite, new_page: NewPage, make_date: MakeDate, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto(form_of(site, make_date()))
    fill_in(page, people=("Åse", "Žofia"), message="Hei!")
    press(page, "review")
    page.go_back()
    for name, value in {"participants-1-name": "Žofia", "message": "Hei!"}.items():
        expect(page.locator(f'[name="{name}"]')).to_have_value(value)
    page.go_forward()
    expect(page.locator("main")).to_contain_text("Žofia")


def test_the_last_seats_gone_meanwhile_is_told_kindly(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    offering = make_date(seats=1)
    first, second = new_page(), new_page(javascript=False)
    for page in (first, second):
        page.goto(form_of(site, offering))
        choose(page, payer="employer")
        choose(page, method="invoice")
        fill_in(page, payer="employer", **EMPLOYER)
        press(page, "review")
    for page in (first, second):
        press(page, "confirm")
    expect(first).to_have_url(OWN_PAGE)
    expect(second.locator("#error-summary")).to_contain_text("Nothing was booked")
    expect(second.locator('[name="organisation"]')).to_have_value("Fjellvang kommune")
    assert Registration.objects.filter(offering=offering).count() == 1
