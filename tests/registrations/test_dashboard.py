"""What the first page of the administration counts, for whom."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from cms.models import Practice, Role
from courses.models import Offering
from registrations.dashboard import kept
from registrations.dashboard.coming import coming_sessions
from registrations.dashboard.figures import (
    Asked,
    Figures,
    Fill,
    Money,
    figures_of,
    months_until,
)
from registrations.dashboard.kept import kept_figures
from registrations.dashboard.needs import waiting, with_needs
from registrations.models import LedgerLine, Letter, Registration
from registrations.states import State
from tests.factories import (
    OSLO,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.logging_in import logged_in
from tests.registrations.enquiries.conversations import make_accepted, make_enquiry, make_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

MARCH = datetime(2027, 3, 10, 12, tzinfo=OSLO)


def owner_of(*practices: Practice) -> Client:
    user = make_user(practice=practices[0], role=Role.OWNER)
    for practice in practices[1:]:
        user.memberships.create(practice=practice, role=Role.OWNER)
    return logged_in(user)


def counted(practice: Practice) -> dict[str, int]:
    practices = with_needs(Practice.objects.filter(pk=practice.pk), now=timezone.now())
    return {one.key: one.count for one in waiting(practices, chosen=None)}


def figures(practice: Practice) -> Any:
    return figures_of([practice.pk], now=timezone.now(), zone=OSLO)


def a_week_of_waiting(practice: Practice) -> None:
    """One of everything that waits, and of most things one that does not."""
    reviewed = make_offering(practice, review_first=True)
    make_registration(reviewed)
    ordinary = make_offering(practice)
    make_registration(ordinary)
    flagged = make_invoiced(ordinary)
    Registration.objects.filter(pk=flagged.pk).update(needs_attention=True)
    Letter.objects.filter(registration=flagged).update(status=Letter.Status.FAILED)
    Letter.objects.filter(registration=flagged).exclude(
        pk=Letter.objects.filter(registration=flagged).first().pk
    ).delete()
    for hours in (23, 25):
        offered = make_registration(ordinary)
        until = timezone.now() + timedelta(hours=hours)
        Registration.objects.filter(pk=offered.pk).update(state=State.OFFERED, hold_until=until)
    for days in (6, 8):
        make_offering(practice, minimum_seats=5, decide_at=timezone.now() + timedelta(days=days))
    make_enquiry(practice)
    make_enquiry(practice, name="Second")
    make_accepted(make_enquiry(practice, name="Third"))
    old = make_proposal(make_enquiry(practice, name="Fourth"))
    type(old).objects.filter(pk=old.pk).update(valid_until=timezone.localdate() - timedelta(days=1))


def test_each_kind_that_waits_is_counted_and_its_list_holds_as_many(practice: Practice) -> None:
    a_week_of_waiting(practice)
    assert counted(practice) == {
        "to_review": 1,
        "unanswered": 2,
        "attention": 1,
        "failed_letters": 1,
        "offers": 1,
        "decisions": 1,
        "accepted": 1,
        "run_out": 1,
    }
    client = owner_of(practice)
    practices = with_needs(Practice.objects.all(), now=timezone.now())
    for chosen in (None, practice):
        for one in waiting(practices, chosen=chosen):
            rows = client.get(one.address).context["object_list"]
            assert (one.key, len(rows)) == (one.key, one.count)


def test_nothing_waits_where_nothing_happened(practice: Practice) -> None:
    assert counted(practice) == {}
    assert "Nothing just now" in owner_of(practice).get("/admin/").content.decode()


def test_the_next_sessions_show_seats_and_open_names(practice: Practice) -> None:
    soon = make_offering(practice, seats=9, starts_at=timezone.now() + timedelta(days=2), days=1)
    later = make_offering(practice, starts_at=timezone.now() + timedelta(days=9), days=1)
    make_offering(practice, status=Offering.Status.DRAFT)
    make_offering(practice, status=Offering.Status.CALLED_OFF)
    make_offering(practice, starts_at=timezone.now() - timedelta(days=2), days=1)
    registration = make_invoiced(soon, people=3)
    registration.participants.filter(number=2).update(name="")
    registration.participants.filter(number=3).update(cancelled_at=timezone.now(), name="")
    found = coming_sessions(Practice.objects.all(), now=timezone.now())
    assert [(one.offering, one.held, one.unnamed) for one in found] == [(soon, 2, 1), (later, 0, 0)]


def test_months_are_the_last_twelve_in_the_practices_own_time() -> None:
    # Half past eleven in the evening at Greenwich is the next day, and year, in Oslo.
    moment = datetime(2027, 12, 31, 23, 30, tzinfo=UTC)
    months = months_until(moment, OSLO)
    assert (months[0], months[-1], len(months)) == (date(2027, 2, 1), date(2028, 1, 1), 12)


def test_fill_rate_counts_confirmed_seats_by_month_course_and_language(
    practice: Practice,
) -> None:
    course = make_course_pages(practice, title="Groups")["nb"].course
    with time_machine.travel(MARCH - timedelta(days=60)):
        one = make_offering(practice, course=course, seats=10, starts_at=MARCH - timedelta(days=5))
        make_invoiced(one, people=4)
        make_registration(one)
        other = make_offering(
            practice, seats=5, starts_at=MARCH - timedelta(days=20), language="en"
        )
        make_invoiced(other, people=2)
        make_invoiced(make_offering(practice, starts_at=MARCH + timedelta(days=5)))
    with time_machine.travel(MARCH):
        found = figures(practice)
    assert found.fill == {date(2027, 3, 1): Fill(4, 10), date(2027, 2, 1): Fill(2, 5)}
    assert found.by_course == {"Groups nb": Fill(4, 10), other.course.code: Fill(2, 5)}
    assert found.by_language == {"nb": Fill(4, 10), "en": Fill(2, 5)}
    assert found.fill[date(2027, 3, 1)].percent == 40


def test_money_is_what_came_less_what_went_back_and_what_is_owed_today(
    practice: Practice,
) -> None:
    offering = make_offering(practice, starts_at=MARCH + timedelta(days=30))
    with time_machine.travel(MARCH - timedelta(days=40)):
        paid = make_invoiced(offering)
        make_invoiced(offering)
    with time_machine.travel(MARCH):
        for kind, amount in (("bank_payment", -640_000), ("bank_refund", 40_000)):
            LedgerLine.objects.create(
                registration=paid, kind=kind, amount=amount, currency=paid.currency
            )
        found = figures(practice)
    assert found.money == {
        "NOK": {
            date(2027, 1, 1): Money(outstanding=680_000),
            date(2027, 3, 1): Money(received=600_000),
        }
    }


def test_enquiries_lead_to_agreements_and_spam_counts_for_nothing(practice: Practice) -> None:
    with time_machine.travel(MARCH):
        make_enquiry(practice)
        make_accepted(make_enquiry(practice, name="Second"))
        make_proposal(make_enquiry(practice, name="Third"))
        spam = make_enquiry(practice, name="Fourth")
        type(spam).objects.filter(pk=spam.pk).update(suspected_spam=True)
        found = figures(practice)
    assert found.enquiries == {date(2027, 3, 1): Asked(enquiries=3, agreements=1)}


def test_lead_time_is_from_registering_to_the_first_session(practice: Practice) -> None:
    offering = make_offering(practice, starts_at=MARCH - timedelta(days=1))
    for days in (3, 7, 13, 90):
        with time_machine.travel(MARCH - timedelta(days=1 + days, hours=1)):
            make_invoiced(offering)
    with time_machine.travel(MARCH):
        assert figures(practice).lead_times == (1, 2, 0, 0, 0, 1)


def test_an_owner_of_two_practices_may_choose_one_and_sees_no_third(practice: Practice) -> None:
    second = make_practice("second", hostname="second.localhost", default=False)
    third = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    make_enquiry(second, name="From the second")
    make_enquiry(third, name="From the third", language="sv")
    make_enquiry(practice, name="From the first")
    client = owner_of(practice, second)

    def shown(address: str) -> list[str]:
        body = client.get(address).content.decode()
        return [name for name in ("first", "second", "third") if f"From the {name}" in body]

    assert shown("/admin/") == ["first", "second"]
    assert shown(f"/admin/?practice={second.pk}") == ["second"]
    assert shown(f"/admin/?practice={third.pk}") == ["first", "second"]
    assert shown("/admin/?practice=nonsense") == ["first", "second"]


def test_an_editor_sees_the_own_part_and_no_names(practice: Practice) -> None:
    a_week_of_waiting(practice)
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    page = client.get("/admin/").content.decode()
    panels = ("needs-you", "what-comes", "how-it-goes", "your-pages")
    assert [key for key in panels if key in page] == ["your-pages"]
    assert "Eirin Fjellvang" not in page


def test_it_costs_the_same_for_one_and_for_three(practice: Practice) -> None:
    client = owner_of(practice)

    def queries() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/admin/").status_code == 200
        return len(asked)

    a_week_of_waiting(practice)
    client.get("/admin/")
    once = queries()
    a_week_of_waiting(practice)
    a_week_of_waiting(practice)
    assert (queries(), once <= 30) == (once, True)


def test_figures_that_are_old_are_shown_and_made_anew_by_the_worker(practice: Practice) -> None:
    client, now = owner_of(practice), timezone.now()
    asked = DBTaskResult.objects.filter(task_path__endswith="work_out_figures")

    def figures_at(moment: datetime) -> Figures:
        with time_machine.travel(moment, tick=False):
            assert client.get("/admin/").status_code == 200
            shown = kept_figures([practice.pk], zone=practice.zone, now=moment)
            assert shown is not None
            return shown

    first = figures_at(now)
    assert (figures_at(now + timedelta(minutes=4)), asked.count()) == (first, 0)
    later = now + timedelta(minutes=6)
    assert (figures_at(later), asked.count()) == (first, 1)
    [row] = asked
    with time_machine.travel(later, tick=False):
        row.task.call(**row.task_result.kwargs)
    assert figures_at(later).worked_out_at == later
    assert asked.count() == 1


def test_a_large_practice_waits_for_the_worker_and_not_for_a_page(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_AT_ONCE", 0)
    client, offering = owner_of(practice), make_offering(practice)
    make_registration(offering)
    asked = DBTaskResult.objects.filter(task_path__endswith="work_out_figures")
    for _look in range(2):
        assert "are being added up" in client.get("/admin/").text
    [row] = asked
    row.task.call(**row.task_result.kwargs)
    text = client.get("/admin/").text
    assert ("are being added up" in text, "as of" in text) == (False, True)


def test_each_chart_has_a_name_a_description_and_its_table(practice: Practice) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=20)):
        began = make_offering(practice, starts_at=timezone.now() + timedelta(days=10))
        make_invoiced(began, people=3)
    page = owner_of(practice).get("/admin/").content.decode()
    charts = page.count('<svg role="img" aria-labelledby="title-')
    assert charts == page.count("<desc id=") == page.count("<summary>") == 5
