"""Course dates, questions and terms in the admin."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from cms.page_cache import current_generation
from courses.models import Course, Offering, Price, Question
from registrations.models import Registration
from tests.factories import (
    ask,
    locale,
    make_course,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def other() -> Practice:
    return make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )


@pytest.fixture
def course(practice: Practice) -> Course:
    return make_course_pages(practice)["nb"].course


@pytest.fixture
def owner(practice: Practice, client: Client) -> Client:
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def rows(name: str, *given: dict[str, Any], before: int = 0) -> dict[str, Any]:
    """What a browser sends for the parts of a date."""
    data = {f"{name}-TOTAL_FORMS": len(given), f"{name}-INITIAL_FORMS": before}
    for number, row in enumerate(given):
        data |= {f"{name}-{number}-{key}": value for key, value in row.items()}
    return data


def typed(course: Course, **changes: Any) -> dict[str, Any]:
    return {
        "course": course.pk,
        "status": "published",
        "language": "nb",
        "code": "",
        "venue": "Fagerheim",
        "seats": 14,
        "currency": "NOK",
        "vat_treatment": "rate",
        "vat_rate": "25,5",
        "card_allowed": "on",
        **rows(
            "sessions",
            {"starts_at": "2027-03-26 09:00", "ends_at": "2027-03-26 16:00"},
            {"starts_at": "2027-03-29 09:00", "ends_at": "2027-03-29 16:00"},
        ),
        **rows(
            "prices",
            {"kind": "ordinary", "amount": "6 400,50"},
            {"kind": "early", "amount": "5700", "available_until": "2027-02-01 23:59"},
        ),
        **rows("cancellation_tiers"),
        **rows("questions"),
        **changes,
    }


def errors(response: Any) -> dict[str, list[str]]:
    form = response.context["form"]
    found = {name: list(words) for name, words in form.errors.items()}
    for name, formset in form.formsets.items():
        for part in formset.errors:
            found |= {f"{name}.{field}": list(words) for field, words in part.items()}
    return found


def test_a_date_is_made_with_its_parts_in_the_practices_zone_and_money_l6(
    owner: Client, course: Course, django_capture_on_commit_callbacks: Any
) -> None:
    generation = current_generation(course.practice_id)
    with django_capture_on_commit_callbacks(execute=True):
        response = owner.post("/admin/offerings/new/", typed(course))
    assert response.status_code == 302, errors(response)
    offering = Offering.objects.get()
    oslo = ZoneInfo("Europe/Oslo")
    # Over the change to summer time the wall clock stays.
    assert [session.starts_at for session in offering.sessions_list] == [
        datetime(2027, 3, 26, 9, tzinfo=oslo),
        datetime(2027, 3, 29, 9, tzinfo=oslo),
    ]
    assert dict(offering.prices.values_list("kind", "amount")) == {
        "ordinary": 640050,
        "early": 570000,
    }
    assert (offering.vat_rate, offering.code) == (2550, f"steinlia-{course.code}-1")
    assert generation != current_generation(course.practice_id)


def test_saving_what_is_shown_changes_nothing_l6(
    owner: Client, course: Course, practice: Practice
) -> None:
    practice.time_zone = "Europe/Helsinki"
    practice.save()
    owner.post("/admin/offerings/new/", typed(course))
    offering = Offering.objects.get()
    before = facts(offering)
    shown = owner.get(f"/admin/offerings/edit/{offering.pk}/")
    assert 'value="2027-03-26 09:00"' in shown.content.decode()
    with timezone.override(practice.time_zone):
        data = as_shown(shown.context["form"])
    response = owner.post(f"/admin/offerings/edit/{offering.pk}/", data)
    assert response.status_code == 302, errors(response)
    assert facts(Offering.objects.get()) == before
    assert offering.sessions_list[0].starts_at == datetime(
        2027, 3, 26, 9, tzinfo=ZoneInfo("Europe/Helsinki")
    )


def facts(offering: Offering) -> list[Any]:
    return [
        *Offering.objects.filter(pk=offering.pk).values(),
        *offering.sessions.order_by("pk").values(),
        *offering.prices.order_by("pk").values(),
    ]


def as_shown(form: Any) -> dict[str, Any]:
    """The form's fields as a browser would send them back."""
    forms = [form, *(part for formset in form.formsets.values() for part in formset.forms)]
    data: dict[str, Any] = {}
    for formset in form.formsets.values():
        for field in formset.management_form:
            data[field.html_name] = field.value()
    for each in forms:
        for field in each:
            widget = field.field.widget
            value = widget.format_value(field.value()) if field.value() is not None else ""
            if isinstance(field.value(), bool):
                value = "on" if field.value() else None
            if isinstance(value, list):
                value = value[0] if value else ""
            if value is not None and not field.field.disabled:
                data[field.html_name] = value
    return data


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (rows("sessions"), "status"),
        (rows("prices"), "status"),
        (
            rows("prices", {"kind": "early", "amount": "1", "available_until": "2027-01-01 00:00"}),
            "status",
        ),
        ({"venue": ""}, "venue"),
        (rows("prices", {"kind": "ordinary", "amount": "6400,505"}), "prices.amount"),
        (rows("prices", {"kind": "ordinary", "amount": "1.234,50"}), "prices.amount"),
        (rows("prices", {"kind": "ordinary", "amount": "-1"}), "prices.amount"),
        (rows("prices", {"kind": "ordinary", "amount": "1", "limit": 3}), "prices.__all__"),
        (rows("prices", {"kind": "member", "amount": "1", "limit": 0}), "prices.__all__"),
        (rows("prices", {"kind": "group", "amount": "1"}), "prices.__all__"),
        (rows("prices", {"kind": "group", "amount": "1", "from_people": 1}), "prices.__all__"),
        (rows("prices", {"kind": "group", "amount": "1", "from_people": 11}), "prices.__all__"),
        (rows("prices", {"kind": "member", "amount": "1", "from_people": 3}), "prices.__all__"),
        (rows("prices", {"kind": "gold", "amount": "1"}), "prices.kind"),
        ({"deposit_percent": 30}, "__all__"),
        ({"rest_due_at": "2027-03-01 09:00"}, "__all__"),
        ({"vat_rate": ""}, "vat_rate"),
        ({"vat_treatment": "exempt"}, "vat_rate"),
        ({"seats": 0}, "seats"),
        (
            rows("sessions", {"starts_at": "2027-03-26 16:00", "ends_at": "2027-03-26 09:00"}),
            "sessions.__all__",
        ),
    ],
)
def test_mistakes_are_named_where_they_are(
    owner: Client, course: Course, changes: dict[str, Any], where: str
) -> None:
    response = owner.post("/admin/offerings/new/", typed(course, **changes))
    assert where in errors(response)
    assert Offering.objects.count() == 0


def test_a_date_has_prices_for_members_students_and_groups(owner: Client, course: Course) -> None:
    prices = rows(
        "prices",
        {"kind": "ordinary", "amount": "6400"},
        {"kind": "early", "amount": "5700", "available_until": "2027-02-01 23:59", "limit": 3},
        {"kind": "student", "amount": "3000", "limit": 2},
        {"kind": "group", "amount": "5000", "from_people": 5},
        {"kind": "group", "amount": "40000", "from_people": 9, "whole_group": "on"},
    )
    deposit = {"deposit_percent": 30, "rest_due_at": "2027-03-01 09:00"}
    response = owner.post("/admin/offerings/new/", typed(course, **prices, **deposit))
    assert response.status_code == 302, errors(response)
    offering = Offering.objects.get()
    prices_made = offering.prices.order_by("amount")
    assert list(prices_made.values_list("kind", "limit", "from_people", "whole_group")) == [
        ("student", 2, None, False),
        ("group", None, 5, False),
        ("early", 3, None, False),
        ("ordinary", None, None, False),
        ("group", None, 9, True),
    ]
    assert (offering.deposit_percent, offering.rest_due_at is not None) == (30, True)


def test_a_draft_may_be_incomplete(owner: Client, course: Course) -> None:
    parts = {**rows("sessions"), **rows("prices"), "venue": "", "status": "draft"}
    response = owner.post("/admin/offerings/new/", typed(course, **parts))
    assert response.status_code == 302


def test_another_practices_course_and_question_cannot_be_chosen_w5(
    owner: Client, course: Course, other: Practice
) -> None:
    strange = ask(make_offering(other)).question
    mine = typed(course, **rows("questions", {"question": strange.pk, "asked_of": "booking"}))
    response = owner.post("/admin/offerings/new/", mine)
    assert "questions.question" in errors(response)
    response = owner.post("/admin/offerings/new/", typed(make_course(other)))
    assert "course" in errors(response)
    assert Offering.objects.filter(course__practice=course.practice).count() == 0


def test_a_new_date_is_filled_in_from_the_course_and_the_practice(
    owner: Client, course: Course, other: Practice
) -> None:
    form = owner.get(f"/admin/offerings/new/?course={course.pk}").context["form"]
    assert form.initial["course"] == course
    assert (form.initial["currency"], form.initial["language"]) == ("NOK", "nb")
    strange = make_course(other)
    form = owner.get(f"/admin/offerings/new/?course={strange.pk}").context["form"]
    assert form.initial["course"] is None
    assert list(form.fields["course"].queryset) == [course]


def edit(owner: Client, offering: Offering, **changes: Any) -> Any:
    address = f"/admin/offerings/edit/{offering.pk}/"
    shown = as_shown(owner.get(address).context["form"])
    return owner.post(address, {**shown, **changes})


def test_seats_cannot_be_fewer_than_those_taken_s8(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    make_invoiced(offering, people=5)
    response = edit(owner, offering, seats=4)
    assert list(errors(response)) == ["seats"]
    assert edit(owner, offering, seats=5).status_code == 302
    offering.refresh_from_db()
    assert offering.seats == 5


def test_the_currency_stays_once_somebody_has_registered(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    assert edit(owner, offering, currency="SEK").status_code == 302
    assert edit(owner, offering, currency="NOK").status_code == 302
    make_invoiced(Offering.objects.get())
    assert list(errors(edit(owner, offering, currency="SEK"))) == ["currency"]


def test_a_new_price_leaves_what_was_booked(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    registration = make_invoiced(offering)
    assert edit(owner, offering, **{"prices-0-amount": "7000"}).status_code == 302
    assert Price.objects.get().amount == 700000
    assert Registration.objects.get().total == registration.total


def test_a_date_with_registrations_is_not_deleted(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    make_invoiced(offering)
    response = owner.post(f"/admin/offerings/delete/{offering.pk}/", follow=True)
    assert response.status_code == 200
    assert Offering.objects.filter(pk=offering.pk).exists()
    [message] = response.context["messages"]
    assert message.level_tag == "error"


def test_an_empty_date_is_deleted(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    owner.post(f"/admin/offerings/delete/{offering.pk}/")
    assert Offering.objects.count() == 0


def test_an_editor_reads_dates_and_changes_none(
    client: Client, practice: Practice, course: Course
) -> None:
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    offering = make_offering(practice, course=course)
    page = client.get(f"/admin/offerings/inspect/{offering.pk}/").content.decode()
    assert "Group supervision nb" in page
    assert "False" not in page
    before = facts(offering)
    for address in ("edit", "delete"):
        client.post(f"/admin/offerings/{address}/{offering.pk}/", typed(course))
    client.post("/admin/offerings/new/", typed(course))
    assert facts(Offering.objects.get()) == before


def test_the_list_is_found_by_title_and_filtered(
    owner: Client, course: Course, practice: Practice
) -> None:
    shown = make_offering(practice, course=course)
    make_offering(practice, status="draft")
    found = owner.get("/admin/offerings/?q=supervision").context["object_list"]
    assert list(found) == [shown]
    found = owner.get("/admin/offerings/?status=published&when=coming").context["object_list"]
    assert list(found) == [shown]
    assert list(owner.get("/admin/offerings/?when=past").context["object_list"]) == []


def test_the_list_costs_the_same_for_one_and_for_three(
    owner: Client, course: Course, practice: Practice, django_assert_num_queries: Any
) -> None:
    make_invoiced(make_offering(practice, course=course))
    owner.get("/admin/offerings/")
    one = count_queries(owner, "/admin/offerings/")
    for _ in range(2):
        make_invoiced(make_offering(practice, course=course), people=2)
    with django_assert_num_queries(one):
        response = owner.get("/admin/offerings/")
    assert sorted(row.seats_taken for row in response.context["object_list"]) == [1, 2, 2]


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_the_export_shows_wall_clock_times_and_the_zone_l6(owner: Client, course: Course) -> None:
    owner.post("/admin/offerings/new/", typed(course))
    response = owner.get("/admin/offerings/?export=csv")
    line = b"".join(response).decode().splitlines()[1].split(",")
    assert line[:4] == [
        "Group supervision nb",
        f"steinlia-{course.code}-1",
        "2027-03-26 09:00:00",
        "Europe/Oslo",
    ]


def test_the_page_editor_shows_its_dates(owner: Client, course: Course) -> None:
    offering = make_offering(course.practice, course=course)
    page = course.pages.order_by("pk").first()
    body = owner.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f"/admin/offerings/edit/{offering.pk}/" in body
    assert f"/admin/offerings/new/?course={course.pk}" in body


def test_questions_belong_to_the_practice_of_whoever_writes_them(
    owner: Client, practice: Practice, other: Practice
) -> None:
    add = "/admin/snippets/courses/question/add/"
    asked = {"text": "What do you eat?", "kind": "line"}
    owner.post(add, {**asked, "practice": practice.pk})
    question = Question.objects.get()
    assert (question.practice, question.locale) == (practice, locale("nb"))
    owner.post(add, {**asked, "practice": other.pk})
    owner.post(
        f"/admin/snippets/courses/question/edit/{question.pk}/", {**asked, "practice": other.pk}
    )
    assert [q.practice for q in Question.objects.all()] == [practice]


def test_a_question_with_choices_needs_some(owner: Client, practice: Practice) -> None:
    owner.post(
        "/admin/snippets/courses/question/add/",
        {"text": "Which?", "kind": "choice", "practice": practice.pk},
    )
    assert Question.objects.count() == 0


def test_a_question_that_is_asked_is_not_deleted(owner: Client, practice: Practice) -> None:
    question = ask(make_offering(practice)).question
    response = owner.post(f"/admin/snippets/courses/question/delete/{question.pk}/", follow=True)
    assert response.status_code == 200
    assert list(Question.objects.all()) == [question]


def test_the_chooser_offers_own_questions_once_each(
    owner: Client, practice: Practice, other: Practice
) -> None:
    question = ask(make_offering(practice), "Where do you work?").question
    question.copy_for_translation(locale("en")).save()
    ask(make_offering(other), "Where does one work?")
    address = "/admin/snippets/choose/courses/question/results/"
    for asked in ("", "?q=work"):
        results = owner.get(address + asked).context["results"]
        assert list(results.object_list) == [question]
