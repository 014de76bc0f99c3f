"""The sheets of a course date: what stands on them, for whom, and how they come."""

import io
import re
import time
from typing import Any

from django.test import Client
from django.utils.translation import override

from wagtail.images.tests.utils import get_test_image_file
from wagtail.users.models import UserProfile

import pytest
from openpyxl import load_workbook

from cms.models import LogLine, Practice, PracticeImage, Role
from courses.models import Offering, OfferingGuest, Question
from registrations.models import Participant
from registrations.sheets.catalogue import SheetName
from registrations.sheets.contents import Contents, contents_of
from registrations.sheets.needs import Told
from registrations.sheets.pdf import pdf_of
from registrations.sheets.xlsx import xlsx_of
from tests.factories import ask, locale, make_invoiced, make_offering, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("postgresql")]

SIGNS_OF_PDF = re.compile(rb"/Type /Page\n")


def address(offering: Offering, sheet: str, kind: str) -> str:
    return f"/admin/attendance/offering/{offering.pk}/{sheet}.{kind}"


def named(offering: Offering, *names: str, **facts: Any) -> list[Participant]:
    people = list(make_invoiced(offering, people=len(names), **facts).participants.all())
    for person, name in zip(people, names, strict=True):
        person.name, person.email = name, f"{person.pk}@example.org"
        person.save()
    return people


def cells(body: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(body)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def rows_of(contents: Contents) -> list[list[Any]]:
    return [list(row) for grid in contents.grids for row in grid.rows]


def sheet_in(
    language: str, offering: Offering, name: SheetName, *, needs: Told = Told.WORDS
) -> Contents:
    with override(language):
        return contents_of(offering, name, for_owner=True, needs=needs)


def test_each_sheet_comes_in_both_forms_and_is_noted(owner: Client, offering: Offering) -> None:
    named(offering, "Åse Ødegård", "")
    for sheet in SheetName:
        for kind, begins in (("pdf", b"%PDF-"), ("xlsx", b"PK")):
            response = owner.get(address(offering, sheet, kind))
            assert response.content.startswith(begins)
            assert response.headers["Content-Disposition"].endswith(f'{offering.code}.{kind}"')
            assert "no-store" in response.headers["Cache-Control"]
    lines = LogLine.objects.filter(action="exported").order_by("pk")
    assert [line.title for line in lines][:2] == [
        f"{offering.code}: participants.pdf",
        f"{offering.code}: participants.xlsx",
    ]
    assert {line.user.email for line in lines} == {"owner@steinlia.example"}
    assert lines.count() == 8


def test_the_list_tells_an_owner_who_booked_and_a_guest_names_alone(
    owner: Client, offering: Offering
) -> None:
    named(offering, "Åse", organisation="Skogheim", booker_name="Solveig Taushet")
    list_ = cells(owner.get(address(offering, "participants", "xlsx")).content)
    reference = Participant.objects.get().registration.reference
    email = Participant.objects.get().email
    assert list_[-1] == [1, "Åse", "Skogheim", email, "Solveig Taushet", reference]
    guest = make_user()
    OfferingGuest.objects.create(offering=offering, user=guest)
    owner.force_login(guest)
    for sheet in SheetName:
        text = str(cells(owner.get(address(offering, sheet, "xlsx")).content))
        hidden = ("Skogheim", "Solveig", email, reference)
        assert [word for word in hidden if word in text] == []
    assert cells(owner.get(address(offering, "participants", "xlsx")).content)[-1] == [1, "Åse"]


@pytest.mark.parametrize("role", ["editor", "other", "anonymous", "guest of another date"])
def test_sheets_are_for_those_who_run_the_course_alone(
    practice: Practice, offering: Offering, role: str
) -> None:
    named(offering, "Deltaker Diskre")
    client = Client()
    if role != "anonymous":
        user = make_user()
        if role == "guest of another date":
            OfferingGuest.objects.create(offering=make_offering(practice), user=user)
        elif role == "editor":
            user = make_user(practice=practice, role=Role.EDITOR)
        else:
            other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
            user = make_user(practice=other, role=Role.OWNER)
        client.force_login(user)
    expected = 302 if role == "anonymous" else 404
    for sheet in SheetName:
        for kind in ("pdf", "xlsx"):
            assert client.get(address(offering, sheet, kind)).status_code == expected
    assert not LogLine.objects.filter(action="exported").exists()


def test_there_is_no_other_sheet(owner: Client, offering: Offering) -> None:
    for sheet, kind in (("ledger", "pdf"), ("venue", "csv"), ("venue", "PDF")):
        assert owner.get(address(offering, sheet, kind)).status_code == 404


def test_no_formula_runs_and_no_letter_breaks_the_file(offering: Offering) -> None:
    named(offering, "=HYPERLINK(1)", "+47", "@SUM", "A\x07B", organisation="-1+1")
    contents = sheet_in("nb", offering, SheetName.PARTICIPANTS)
    body = xlsx_of(contents)
    found = {row[1] for row in cells(body)[-4:]}
    assert found == {"'=HYPERLINK(1)", "'+47", "'@SUM", "AB"}
    kinds = {
        cell.data_type
        for row in load_workbook(io.BytesIO(body)).worksheets[0].iter_rows()
        for cell in row
    }
    assert "f" not in kinds
    assert pdf_of(contents, offering).startswith(b"%PDF-")


def test_names_stand_as_the_courses_language_sorts_them(offering: Offering) -> None:
    named(offering, "Zara", "Åse", "Ærlig", "Øystein", "bo", "Ärla", "")
    names = [row[1] for row in rows_of(sheet_in("nb", offering, SheetName.PARTICIPANTS))]
    assert names[:6] == ["bo", "Zara", "Ärla", "Ærlig", "Øystein", "Åse"]
    swedish = [row[1] for row in rows_of(sheet_in("sv", offering, SheetName.PARTICIPANTS))]
    assert swedish[:6] == ["bo", "Zara", "Åse", "Ärla", "Ærlig", "Øystein"]


def test_the_sign_in_sheet_has_a_column_for_each_session(practice: Practice) -> None:
    offering = make_offering(practice, days=11)
    named(offering, "Åse", "Bo")
    contents = sheet_in("en", offering, SheetName.SIGN_IN)
    [grid] = contents.grids
    assert len(grid.columns) == 12
    assert [len(row) for row in grid.rows] == [12, 12]
    pages = len(SIGNS_OF_PDF.findall(pdf_of(contents, offering)))
    assert pages == 2  # eight sessions on the first, three on the second


def choice(offering: Offering) -> Any:
    """A question with answers to choose from, in two languages."""
    asked = ask(
        offering,
        "Mat?",
        sensitive=True,
        kind=Question.Kind.CHOICE,
        choices_text="Vegetar\nHalal",
    )
    Question.objects.create(
        practice=offering.practice,
        locale=locale("en"),
        translation_key=asked.question.translation_key,
        text="Food?",
        kind=Question.Kind.CHOICE,
        choices_text="Vegetarian\nHalal",
    )
    return asked


def answer(person: Participant, asked: Any, text: str) -> None:
    person.registration.sensitiveanswers.create(
        participant=person, question=asked.question, question_text="", text=text
    )


def test_the_venue_reads_numbers_and_no_name(offering: Offering) -> None:
    food, access = choice(offering), ask(offering, "Noe annet?", sensitive=True)
    yes = ask(offering, "Rullestol?", sensitive=True, kind=Question.Kind.YES)
    ask(offering, "Hvor jobber du?")
    people = named(offering, "Åse", "Bo", "Ci", "Di", organisation="Skogheim")
    for person, text in zip(people, ("Vegetar", "Vegetarian", "Halal"), strict=False):
        answer(person, food, text)
    for person, text in zip(people, ("Tåler ikke nøtter.", "tåler ikke  nøtter"), strict=False):
        answer(person, access, text)
    answer(people[3], yes, "yes")
    contents = sheet_in("en", offering, SheetName.VENUE)
    assert [(grid.title, list(map(list, grid.rows))) for grid in contents.grids[1:]] == [
        ("Food?", [["Vegetarian", 2], ["Halal", 1]]),
        ("Noe annet?", [["Tåler ikke nøtter.", 2]]),
        ("Rullestol?", [["Yes", 1]]),
    ]
    assert [row[1] for row in contents.grids[0].rows] == [4, 4]
    hidden = ("Åse", "Skogheim", "Kari", people[0].registration.reference)
    assert [word for word in hidden if word in str(contents)] == []


def test_a_guest_reads_how_many_wrote_something_and_not_what(offering: Offering) -> None:
    access = ask(offering, "Noe annet?", sensitive=True)
    for person in named(offering, "Åse", "Bo"):
        answer(person, access, "Har nettopp vært syk")
    contents = sheet_in("en", offering, SheetName.VENUE, needs=Told.COUNTS)
    assert contents.grids[1].rows == [
        ["Answered in their own words; ask the practice", 2],
    ]
    assert "syk" not in str(contents)


def test_an_administrator_reads_that_there_are_answers_and_nothing_of_them(
    owner: Client, offering: Offering
) -> None:
    food, access = choice(offering), ask(offering, "Noe annet?", sensitive=True)
    wheels = ask(offering, "Rullestol?", sensitive=True, kind=Question.Kind.YES)
    [person] = named(offering, "Åse")
    for asked, text in ((food, "Halal"), (access, "Har nettopp vært syk"), (wheels, "yes")):
        answer(person, asked, text)
    kept = ("Halal", "syk", "Yes")
    told = "Answered; only owners of the practice read what"
    seen = str(cells(owner.get(address(offering, "venue", "xlsx")).content))
    assert [word for word in kept if word in seen] == list(kept)
    user = make_user(is_superuser=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    owner.force_login(user)
    rows = cells(owner.get(address(offering, "venue", "xlsx")).content)
    assert rows.count([told, 1]) == 3
    assert [word for word in kept if word in str(rows)] == []


def test_who_does_not_come_is_not_counted(offering: Offering) -> None:
    access = ask(offering, "Noe annet?", sensitive=True)
    gone, _stays = named(offering, "Åse", "Bo")
    answer(gone, access, "Nøtter")
    gone.cancelled_at = offering.first_start
    gone.save()
    contents = sheet_in("en", offering, SheetName.VENUE)
    assert contents.grids[1].rows == [["Nothing was said", 0]]
    assert rows_of(contents)[0][1] == 1


def test_ten_badges_stand_on_a_page_and_an_unnamed_seat_has_an_empty_one(
    offering: Offering,
) -> None:
    named(offering, *[f"Person {n}" for n in range(9)], "", organisation="Skogheim")
    contents = sheet_in("nb", offering, SheetName.BADGES)
    assert len(contents.badges) == 10
    assert contents.badges[-1].name == ""
    assert len(SIGNS_OF_PDF.findall(pdf_of(contents, offering))) == 1
    named(offering, "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren-Sætersdal")
    contents = sheet_in("nb", offering, SheetName.BADGES)
    assert len(SIGNS_OF_PDF.findall(pdf_of(contents, offering))) == 2


def test_nobody_coming_is_a_sheet_too(owner: Client, offering: Offering) -> None:
    for sheet in SheetName:
        assert owner.get(address(offering, sheet, "pdf")).status_code == 200


def test_the_logo_stands_on_the_page_and_the_name_where_its_file_is_gone(
    offering: Offering,
) -> None:
    practice = offering.practice
    practice.logo = PracticeImage.objects.create(title="Logo", file=get_test_image_file())
    contents = sheet_in("nb", offering, SheetName.VENUE)
    assert b"/Subtype /Image" in pdf_of(contents, offering)
    practice.logo.file.storage.delete(practice.logo.file.name)
    assert b"/Subtype /Image" not in pdf_of(contents, offering)


def test_five_hundred_people_take_two_seconds_at_most(practice: Practice) -> None:
    offering = make_offering(practice, seats=500, days=6)
    contents = _five_hundred(offering)
    begun = time.perf_counter()
    body = pdf_of(contents, offering)
    xlsx_of(contents)
    assert len(SIGNS_OF_PDF.findall(body)) > 10
    assert time.perf_counter() - begun < 4  # a fraction of it where nobody else works


def _five_hundred(offering: Offering) -> Contents:
    contents = sheet_in("nb", offering, SheetName.PARTICIPANTS)
    [grid] = contents.grids
    rows = [[n, f"Ærlig Etternavn {n}", "Fjellvang kommune", "e", "b", "r"] for n in range(500)]
    return Contents(
        contents.label, contents.course, contents.facts, [type(grid)(grid.columns, rows)]
    )
