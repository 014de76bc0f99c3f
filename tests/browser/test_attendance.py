"""Attendance on a phone, with a connection that comes and goes."""

import json
from datetime import timedelta

from django.utils import timezone

from playwright.sync_api import Page, Route, expect

from courses.models import Offering, OfferingSession
from registrations.models import Attendance, Participant
from tests.browser.addresses import MakeDate
from tests.browser.axe import complaints
from tests.browser.conftest import NewPage, RunningSite
from tests.browser.visitor import fill
from tests.factories import make_invoiced

OWNER = {"login": "ingrid@steinlia.example", "password": "kollegium-demo"}
NAMES = ("Aino Lahti", "Bo Kvist", "Åse Ødegård", "Ørjan Myhre-Lillestrømsberget den yngre")

KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('attendance:'))"
# What the browser keeps of a tap: no name.
WORD = {"present", "late", "early", "at"}


def running_now(offering: Offering) -> OfferingSession:
    """The offering's first session, as if people had registered for this hour long ago."""
    people = make_invoiced(offering, people=len(NAMES)).participants.order_by("number")
    for person, name in zip(people, NAMES, strict=True):
        person.name = name
        person.save(update_fields=["name"])
    session = offering.sessions_list[0]
    session.starts_at = timezone.now() - timedelta(minutes=10)
    session.ends_at = session.starts_at + timedelta(hours=2)
    session.save()
    return session


def row_of(page: Page, name: str) -> tuple[Participant, str]:
    person = Participant.objects.filter(name=name).latest("pk")
    return person, f"#person-{person.pk}"


def tap(page: Page, name: str) -> None:
    page.click(f"{row_of(page, name)[1]} .attendance-tap")


def said(session: OfferingSession) -> dict[str, int]:
    rows = Attendance.objects.filter(session=session)
    return dict(rows.values_list("participant__name", "minutes"))


def open_list(page: Page, site: RunningSite, session: OfferingSession) -> None:
    page.goto(site.url("/account/login/"))
    fill(page, **OWNER)
    page.press('[name="password"]', "Enter")
    page.wait_for_url("**/admin/")
    page.goto(site.url(f"/admin/attendance/session/{session.pk}/"))


def test_taps_wait_for_the_connection_and_none_is_lost_or_doubled(
    site: RunningSite, new_page: NewPage, make_date: MakeDate
) -> None:
    session = running_now(make_date())
    page = new_page(width=360)
    open_list(page, site, session)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert complaints(page) == {}
    waits, count = page.locator(".attendance-waits"), page.locator(".attendance-count")

    page.context.set_offline(True)
    tap(page, NAMES[0])
    tap(page, NAMES[1])
    tap(page, NAMES[1])
    page.click(f"{row_of(page, NAMES[2])[1]} .attendance-side")
    page.fill("#minutes-late", "20")
    page.click(".attendance-minutes button[name=here]")
    expect(waits).to_contain_text("3")
    expect(count).to_contain_text("2")
    assert said(session) == {}
    kept = page.evaluate(KEPT)
    assert len(kept) == 3
    assert [word for _key, word in kept if set(json.loads(word)) != WORD] == []

    page.context.set_offline(False)
    expect(waits).to_be_hidden()
    assert said(session) == {NAMES[0]: 120, NAMES[1]: 0, NAMES[2]: 100}
    assert page.evaluate(KEPT) == []

    answers_lost(page)
    tap(page, NAMES[3])
    expect(waits).to_be_visible()
    expect(waits).to_be_hidden()
    person = row_of(page, NAMES[3])[0]
    assert said(session)[NAMES[3]] == 120
    assert person.registration.history.filter(action="attended", why="4").count() == 1
    page.reload()
    expect(count).to_contain_text("3")


def answers_lost(page: Page) -> None:
    """The next word reaches the site, but its answer does not come back."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/mark/", lose, times=1)
