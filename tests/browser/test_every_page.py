"""Every page is open to all, fits every screen, keeps to itself, and is light."""

import gzip
from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from tests.browser.addresses import (
    MakeDate,
    form_addresses,
    other_pages,
    own_pages,
    published_pages,
)
from tests.browser.axe import complaints
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import choose, fill, fill_in, press

# 320 is a phone's least, or 1280 at 400 %; 640 is 1280 at 200 %.
WIDTHS = (320, 360, 640, 768, 1280, 1920)
WIDTHS_FOR_LONG_WORDS = (320, 768, 1280)
LONGEST_FIRST_VIEW = 120_000
WORD = "toiminnanohjausjärjestelmäkoulutuksesta"
NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers"
TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > root.clientWidth + 0.5)
    .map(element => element.tagName.toLowerCase() + "." + element.className);
  return [root.scrollWidth, ...wide.slice(0, 4)];
}"""
# Words short enough for any screen that are broken in two all the same.
BROKEN_WORDS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (getComputedStyle(text.parentElement).hyphens === "auto") continue;
    for (const {0: word, index} of text.data.matchAll(/[\\p{L}\\p{N}\\u00a0\\u202f]+/gu)) {
      if (word.length > 20) continue;
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}"""
LONG_WORDS = """word => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const {whiteSpace, overflowWrap} = getComputedStyle(text.parentElement);
    // What never breaks is a price, or as short.
    if (!text.data.trim() || whiteSpace === "nowrap" || overflowWrap === "normal") continue;
    const words = text.data.trim().split(/\\s+/).length;
    text.data = Array(Math.min(words, 12)).fill(word).join(" ");
  }
}"""


def misfits(page: Page, where: str, widths: Sequence[int] = WIDTHS) -> dict[str, list]:
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if elements := page.evaluate(TOO_WIDE):
            found[f"{where} at {width}"] = elements
        if broken := page.evaluate(BROKEN_WORDS):
            found[f"{where} at {width}, broken"] = broken
    return found


def misfits_when_long(page: Page, where: str) -> dict[str, list]:
    """Afterwards the page is spoilt."""
    page.evaluate(LONG_WORDS, WORD)
    return misfits(page, f"{where}, long words", WIDTHS_FOR_LONG_WORDS)


def wrong_with(page: Page, where: str) -> dict[str, list]:
    """All that can be told of a page that is loaded once; afterwards it is spoilt."""
    found = {f"{where}: {rule}": nodes for rule, nodes in complaints(page).items()}
    return found | misfits(page, where) | misfits_when_long(page, where)


def test_published_pages_are_open_to_all_fit_and_ask_only_their_own_host(
    site: RunningSite, new_page: NewPage
) -> None:
    page = new_page()
    addresses = published_pages()
    assert len(addresses) > 15
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    found: dict[str, list] = {}
    for address in addresses:
        hosts.clear()
        page.goto(address)
        assert hosts == {urlsplit(address).hostname}
        found |= wrong_with(page, address)
    assert found == {}


def test_forms_log_in_and_what_is_missing_are_open_to_all_and_fit(
    site: RunningSite, new_page: NewPage
) -> None:
    page = new_page()
    found: dict[str, list] = {}
    for address in other_pages(site):
        page.goto(address)
        found |= wrong_with(page, address)
    assert found == {}


def test_own_pages_fit_with_the_longest_of_names(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page()
    offering = make_date(venue=NAME)
    found: dict[str, list] = {}
    for address in own_pages(offering, "nb"):
        page.goto(address)
        found |= misfits(page, address)
        found |= misfits_when_long(page, address)
    assert found == {}


def test_form_its_mistakes_and_its_summary_fit(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    page = new_page()
    found: dict[str, list] = {}
    address = form_addresses(site, make_date)["nb"]
    page.goto(address)
    choose(page, payer="employer")
    press(page, "review")
    found |= misfits(page, "mistakes")
    found |= misfits_when_long(page, "mistakes")
    page.goto(address)
    email = f"{NAME.lower()[:60]}@{NAME.lower()[:60]}.example"
    fill_in(page, people=(NAME, NAME), booker_name=NAME, booker_email=email)
    fill(page, message=NAME * 3)
    press(page, "review")
    found |= misfits(page, "summary")
    found |= misfits_when_long(page, "summary")
    assert found == {}


def sent(answer: Response) -> int:
    """The bytes of an answer on the wire, without its headers."""
    kind = answer.headers.get("content-type", "")
    is_text = kind.startswith(("text/", "image/svg", "application/javascript"))
    return len(gzip.compress(answer.body()) if is_text else answer.body())


def test_first_view_is_light(site: RunningSite, new_page: NewPage) -> None:
    """Counted as an installation sends it: text compressed, fonts and pictures as they are."""
    courses = [address for address in published_pages() if "/kurs/" in address]
    for address in (site.url("/nb/"), courses[1]):
        page = new_page(width=360)
        answers: list[Response] = []
        page.on("response", lambda answer, to=answers: to.append(answer))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        weight = sum(sent(answer) for answer in answers)
        assert weight < LONGEST_FIRST_VIEW, (address, weight)


def test_nothing_jumps_while_a_page_loads(site: RunningSite, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    for address in published_pages()[:4]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shifts") < 0.05, address
