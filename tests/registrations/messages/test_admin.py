"""Writing to people in the admin: steps, previews, and what others never get to see."""

import re
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest

from cms.models import LogLine, Practice, Role
from courses.models import Offering
from registrations.models import Letter, LetterTemplate, Message, Reminder
from registrations.services import PersonComing, call_off
from tests.factories import make_invoiced, make_offering, make_practice, make_user
from tests.registrations.messages.written import write

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

WRITE = "/admin/messages/write/"
TEMPLATES = "/admin/letter-templates/"
REMINDERS = "/admin/reminders/"
ADA = PersonComing(name="Ada Berg", email="ada@example.org")
BO = PersonComing(name="Bo Dahl")
WORDS = {"subject_nb": "Til {first_name}", "body_nb": "Hei {first_name},\n\nRom: {online_link}"}


def booked(offering: Offering, *people: PersonComing, **facts: Any) -> Any:
    return make_invoiced(offering, people=len(people), participants=people, **facts)


def hidden(text: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', text)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def words_of(response: Any) -> str:
    """What the page says, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.content.decode())))


def form_of(owner: Client, address: str, **facts: str) -> dict[str, str]:
    kept = hidden(owner.get(address).content.decode())
    return {**kept, "audience": "participants", "template": "", **WORDS, **facts}


def test_nothing_is_sent_before_it_was_seen_and_then_to_the_number_that_was_shown(
    owner: Client, offering: Offering
) -> None:
    registration = booked(offering, ADA, BO, language="en")
    form = form_of(owner, f"{WRITE}?offering={offering.pk}")
    shown = owner.post(WRITE, {**form, "action": "send"})
    assert not Message.objects.exists()
    told = words_of(shown)
    assert "Nothing has been sent yet. 2 people get a letter each." in told
    assert "There is no text in this language: English. 2 people read it in this one: Norw" in told
    assert "{online_link} has nothing to give for 2 people." in told
    assert "Til Ada" in told
    form |= hidden(shown.content.decode())
    answer = owner.post(WRITE, {**form, "action": "send"})
    assert answer.status_code == 302
    [message] = Message.objects.all()
    assert message.user.email == "owner@steinlia.example"
    [line] = LogLine.objects.filter(action="letters_sent")
    assert (line.user, line.title) == (message.user, "Til {first_name}")
    owner.post(WRITE, {**form, "action": "send"})
    assert Message.objects.count() == 1
    assert message.addressees.count() == 2
    assert registration.letters.filter(kind="written").count() == 0  # the worker has not come yet


def test_who_came_since_the_preview_is_shown_first(owner: Client, offering: Offering) -> None:
    booked(offering, ADA)
    form = form_of(owner, f"{WRITE}?offering={offering.pk}")
    form |= hidden(owner.post(WRITE, {**form, "action": "preview"}).content.decode())
    booked(offering, BO)
    answer = owner.post(WRITE, {**form, "action": "send"})
    assert "Something has changed since. Look at it again, please." in words_of(answer)
    assert "Send 2 letters" in words_of(answer)
    assert not Message.objects.exists()


def test_the_letter_of_any_reader_can_be_seen_and_sent_to_oneself(
    owner: Client, offering: Offering
) -> None:
    registration = booked(offering, ADA, BO, booker_name="Per Lund")
    form = form_of(owner, f"{WRITE}?offering={offering.pk}")
    form["as"] = f"{registration.pk}/0"
    assert "Til Per" in words_of(owner.post(WRITE, {**form, "action": "preview"}))
    owner.post(WRITE, {**form, "action": "test"})
    [letter] = Letter.objects.filter(kind="test")
    assert (letter.recipient, letter.subject) == ("owner@steinlia.example", "[Test] Til Per")
    assert not Message.objects.exists()


def test_a_template_fills_the_form_and_what_is_wrong_is_said(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    booked(offering, ADA)
    template = practice.letter_templates.get(purpose="names")
    form = form_of(owner, f"{WRITE}?offering={offering.pk}", template=str(template.pk))
    filled = owner.post(WRITE, {**form, "action": "fill"}).context["form"]
    assert filled["subject_en"].value() == "Who is coming? {course}"
    assert filled["audience"].value() == "participants"
    wrong = {**form, "subject_nb": "{curse}", "body_nb": "", "action": "preview"}
    told = words_of(owner.post(WRITE, wrong))
    assert "There is no placeholder {curse}. These are known: {first_name}, {name}," in told
    assert "Write both a subject and a letter, or neither." in told


def test_chosen_registrations_are_written_to_and_who_has_left_is_told(
    owner: Client, offering: Offering
) -> None:
    stays, left = booked(offering, ADA), booked(offering, BO)
    type(left).objects.filter(pk=left.pk).update(state="cancelled")
    address = f"{WRITE}?registrations={stays.pk},{left.pk}"
    form = form_of(owner, address, audience="bookers")
    told = words_of(owner.post(WRITE, {**form, "action": "preview"}))
    assert "2 registrations were chosen, whatever their state." in told
    assert "1 of those chosen has left." in told


def test_the_page_of_a_message_counts_its_letters_and_sends_the_failed_again(
    owner: Client, offering: Offering
) -> None:
    booked(offering, ADA, BO)
    message = write(offering)
    message.letters.filter(recipient="ada@example.org").update(status="failed")
    page = f"/admin/messages/inspect/{message.pk}/"
    told = words_of(owner.get(page))
    assert "Failed: 1" in told
    assert "Waiting: 1" in told
    owner.post(f"/admin/messages/send-again/{message.pk}/")
    assert "Waiting: 2" in words_of(owner.get(page))
    assert "Til {first_name}" in words_of(owner.get("/admin/messages/"))


def test_pages_take_as_many_queries_for_three_as_for_one(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    template = practice.letter_templates.first()
    pages = (
        f"{WRITE}?offering={offering.pk}",
        f"/admin/offerings/edit/{offering.pk}/",
        "/admin/messages/",
        TEMPLATES,
    )

    def fill() -> None:
        booked(offering, ADA, BO)
        write(offering)
        Reminder.objects.create(practice=practice, offering=offering, template=template)
        LetterTemplate.objects.create(practice=practice, name=f"T{LetterTemplate.objects.count()}")

    def queries() -> list[int]:
        counted = []
        for page in pages:
            owner.get(page)
            with CaptureQueriesContext(connection) as captured:
                assert owner.get(page).status_code == 200
            counted.append(len(captured))
        return counted

    fill()
    one = queries()
    fill()
    fill()
    assert queries() == one
    assert max(one) <= 45


def test_a_template_is_checked_when_it_is_saved(owner: Client, practice: Practice) -> None:
    facts = {"practice": practice.pk, "name": "Ours", "purpose": "other"}
    texts = {"subject_nb": "Hei", "body_nb": "Se {plase}, {"}
    told = words_of(owner.post(f"{TEMPLATES}new/", {**facts, **texts}))
    assert "There is no placeholder {plase}." in told
    assert "A brace is left open near" in told
    owner.post(f"{TEMPLATES}new/", {**facts, **texts, "body_nb": "Se {place}."})
    template = LetterTemplate.objects.get(name="Ours")
    assert template.texts == {"nb": {"subject": "Hei", "body": "Se {place}."}}
    edit = f"{TEMPLATES}edit/{template.pk}/"
    norwegian = Client()
    norwegian.force_login(make_user("aase@steinlia.example", practice=practice, role=Role.OWNER))
    assert norwegian.get(edit).context["form"]["practice"].label == "Virksomhet"
    owner.post(edit, {**facts, "subject_nb": "Hei", "body_nb": "Nytt."})
    template.refresh_from_db()
    assert template.texts["nb"]["body"] == "Nytt."
    [line] = LogLine.objects.filter(action="edited", subject_kind="registrations.lettertemplate")
    assert line.changes == {"texts": ["nb: Hei – Se {place}.", "nb: Hei – Nytt."]}
    twice = words_of(owner.post(f"{TEMPLATES}new/", {**facts, **texts, "body_nb": "x"}))
    assert "There is a template of this name already." in twice


def test_a_reminder_is_made_paused_and_seen_with_its_course_date(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    booked(offering, ADA, BO)
    template = practice.letter_templates.get(purpose="before")
    facts = {
        "practice": practice.pk,
        "offering": offering.pk,
        "template": template.pk,
        "audience": "participants",
        "amount": "7",
        "unit": "days",
        "side": "before",
        "anchor": "first_session",
    }
    assert owner.get(f"{REMINDERS}new/?offering={offering.pk}").status_code == 200
    made = owner.post(f"{REMINDERS}new/?offering={offering.pk}", facts)
    assert made["Location"] == f"/admin/offerings/edit/{offering.pk}/"
    [reminder] = offering.reminders.all()
    page = owner.get(f"/admin/offerings/edit/{offering.pk}/")
    assert "The first session: 7 days before" in words_of(page)
    [shown] = page.context["reminders"]
    assert shown.people == 2
    assert (offering.first_start - shown.next_at).days == 7
    owner.post(f"{REMINDERS}pause/{reminder.pk}/", {"paused": "yes"})
    reminder.refresh_from_db()
    assert reminder.paused
    wrong = words_of(owner.post(f"{REMINDERS}edit/{reminder.pk}/", {**facts, "anchor": "payment"}))
    assert "Only those who have not paid have a day by which they are to pay." in wrong
    call_off(offering_id=offering.pk, user=None)
    page = owner.get(f"/admin/offerings/edit/{offering.pk}/")
    assert [shown.next_at for shown in page.context["reminders"]] == [None]


def test_nobody_of_another_practice_opens_any_of_these_doors(
    practice: Practice, offering: Offering
) -> None:
    registration = booked(offering, ADA)
    reminder = Reminder.objects.create(
        practice=practice, offering=offering, template=practice.letter_templates.first()
    )
    message = Message.objects.create(practice=practice, audience="bookers", texts={})
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    attacker = Client()
    attacker.force_login(make_user(practice=other, role=Role.OWNER))
    template = reminder.template_id
    for address in (
        f"{WRITE}?offering={offering.pk}",
        f"{WRITE}?registrations={registration.pk}",
        f"{WRITE}?registrations=1%20or%201",
        f"{WRITE}",
        f"/admin/messages/inspect/{message.pk}/",
        f"{TEMPLATES}edit/{template}/",
        f"{TEMPLATES}delete/{template}/",
        f"{REMINDERS}edit/{reminder.pk}/",
    ):
        assert attacker.get(address).status_code == 404, address
    verbs = (f"/admin/messages/send-again/{message.pk}/", f"{REMINDERS}pause/{reminder.pk}/")
    for address in verbs:
        assert attacker.post(address, {"paused": "yes"}).status_code == 404, address
    posted = {"registrations": str(registration.pk), "action": "send", **WORDS}
    assert attacker.post(WRITE, posted).status_code == 404
    theirs = other.letter_templates.first()
    facts = {
        "practice": other.pk,
        "offering": offering.pk,
        "template": theirs.pk,
        "audience": "bookers",
        "amount": 1,
        "unit": "days",
        "side": "before",
        "anchor": "first_session",
    }
    attacker.post(f"{REMINDERS}new/", facts)
    attacker.post(f"{REMINDERS}new/", {**facts, "offering": "", "template": template})
    assert Reminder.objects.filter(practice=other).exclude(paused=True).count() == 0
    own = make_offering(other)
    foreign = {"offering": str(own.pk), "template": str(template), "action": "fill", "key": "x"}
    filled = attacker.post(WRITE, {**foreign, "audience": "participants"})
    assert "{sessions}" not in str(filled.context["form"].initial)


def test_registrations_of_two_practices_are_not_written_to_at_once(
    practice: Practice, offering: Offering
) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    keys = f"{booked(offering, ADA).pk},{booked(make_offering(other), BO).pk}"
    administrator = Client()
    administrator.force_login(make_user(is_superuser=True))
    answer = administrator.get(f"{WRITE}?registrations={keys}")
    assert answer["Location"] == "/admin/registrations/registration/"


def test_an_editor_may_not_write_to_people(practice: Practice, offering: Offering) -> None:
    editor = Client()
    editor.force_login(make_user(practice=practice, role=Role.EDITOR))
    for address in (f"{WRITE}?offering={offering.pk}", "/admin/messages/", TEMPLATES, REMINDERS):
        assert editor.get(address).status_code in (302, 403), address
