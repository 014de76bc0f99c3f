"""Everything can be done from the keyboard, and one always sees where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from courses.models import Question
from registrations.states import State
from tests.browser.addresses import MakeDate
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import CHECKOUT, OWN_PAGE, form_of, heading, press, registration_on
from tests.factories import ask

MOST_STOPS = 60
# Whether the focused element, or what stands for it, is outlined and not covered by another.
FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const shown = focused.closest(".choice") || focused;
  const style = getComputedStyle(shown);
  const isSeen = (x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (shown.contains(hit) || hit.contains(shown));
  };
  const seen = [...shown.getClientRects()].some(({left, right, top, bottom}) =>
    [top + 3, (top + bottom) / 2, bottom - 3].some(y => isSeen((left + right) / 2, y))
  );
  return {
    what: focused.outerHTML.slice(0, 90),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen,
  };
}"""


def stop(page: Page) -> dict | None:
    """Check where the focus is, and tell; None when it has left the page."""
    focus = page.evaluate(FOCUS)
    if focus is not None:
        assert focus["outlined"], f"No outline: {focus['what']}"
        assert focus["seen"], f"Out of sight: {focus['what']}"
    return focus


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on ``selector``, seeing it at every stop on the way."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop(page)
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Never reached: {selector}")


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, f'[name="{name}"]')
    page.keyboard.type(text)


def stops(page: Page) -> Iterator[str]:
    """Every stop from the top of the page to its end."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = stop(page)
        if focus is None:
            return
        yield focus["what"]
    raise AssertionError("The page never ends.")


@pytest.mark.parametrize("width", [360, 1280])
def test_registering_and_paying(
    site: RunningSite, new_page: NewPage, make_date: MakeDate, width: int
) -> None:
    offering = make_date()
    asked = ask(offering, "Kan du komme?", kind=Question.Kind.YES, required=True)
    page = new_page(width=width)
    page.goto(form_of(site, offering, "en"))
    page.keyboard.press("Tab")
    assert "skip" in (stop(page) or {})["what"]
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, '[name="payer"]')
    page.keyboard.press("ArrowDown")
    stop(page)
    expect(page.locator('[name="payer"][value="employer"]')).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(page.locator('[name="payer"][value="private"]')).to_be_checked()
    type_into(page, "booker_name", "Åse Ødegård")
    type_into(page, "booker_email", "ase@example.org")
    type_into(page, "participants-0-name", "Åse Ødegård")
    tab_to(page, 'button[value="add_participant"]')
    page.keyboard.press("Enter")
    expect(page.locator(".person-fields")).to_have_count(2)
    type_into(page, "participants-1-name", "Žofia Müller")
    tab_to(page, '[name="accept_terms"]')
    page.keyboard.press("Space")
    expect(page.locator('[name="accept_terms"]')).to_be_checked()
    tab_to(page, 'button[value="review"]')
    page.keyboard.press("Enter")

    answer_what_was_forgotten(page, asked.question_id)
    tab_to(page, 'button[value="confirm"]')
    page.keyboard.press("Space")
    expect(page).to_have_url(CHECKOUT)
    tab_to_and_press(page, 'button[value="pay"]')
    expect(page).to_have_url(OWN_PAGE)
    expect(heading(page)).to_contain_text("confirmed")
    registration = registration_on(page)
    assert (registration.state, registration.participants.count()) == (State.CONFIRMED, 2)


def answer_what_was_forgotten(page: Page, question_id: int) -> None:
    """The summary of mistakes has the focus; its links lead to the fields."""
    expect(page.locator("#error-summary")).to_be_focused()
    stop(page)
    for number in range(2):
        name = f"participants-{number}-question_{question_id}"
        tab_to(page, f'#error-summary a[href="#id_{name}"]')
        page.keyboard.press("Enter")
        expect(page.locator(f'[name="{name}"]')).to_be_focused()
        stop(page)
        page.keyboard.press("Space")
        page.locator("#error-summary").focus()
    page.locator(f'[name="{name}"]').focus()
    tab_to(page, 'button[value="review"]')
    page.keyboard.press("Enter")
    expect(page.locator('button[value="confirm"]')).to_be_visible()


def tab_to_and_press(page: Page, selector: str) -> None:
    """On pages that are not ours: only that it can be done."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Never reached: {selector}")


def test_enter_in_a_field_goes_on_and_removes_nobody(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page()
    page.goto(form_of(site, make_date()))
    press(page, "add_participant")
    page.locator('[name="participants-1-name"]').press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator(".person-fields")).to_have_count(2)


@pytest.mark.parametrize("path", ["/nb/", "/nb/kurs/", "/nb/kurs/kollegial-gruppeveiledning/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_on_a_page_can_be_seen(
    site: RunningSite, new_page: NewPage, width: int, path: str
) -> None:
    page = new_page(width=width)
    page.goto(site.url(path))
    met = list(stops(page))
    assert "skip" in met[0]
    assert len(met) > 8


def test_menu_on_a_phone_opens_and_closes(site: RunningSite, new_page: NewPage) -> None:
    page = new_page(width=360, javascript=False)
    page.goto(site.url("/en/"))
    page.locator(".menu-button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#menu a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    expect(page.locator(".menu-button").first).to_be_focused()
