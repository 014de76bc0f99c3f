"""What a practice's templates say at first: complete, without fault, and read as they should be."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import override

import pytest
import time_machine

from cms.models import Practice
from registrations.messages import services
from registrations.messages.first_texts import FIRST_TEXTS
from registrations.messages.placeholders import check, names_in
from registrations.messages.texts import read
from registrations.models import Purpose, Registration
from registrations.services import PersonComing
from tests.factories import make_course_pages, make_invoiced, make_offering, make_registration

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PURPOSES = [purpose for purpose in Purpose if purpose != Purpose.OTHER]
NOW = datetime(2027, 1, 4, 12, tzinfo=ZoneInfo("Europe/Oslo"))
ADA = PersonComing(name="Ada Berg", email="ada@example.org")


def test_every_language_has_every_text_with_the_same_placeholders() -> None:
    assert set(FIRST_TEXTS) == {code for code, _name in settings.LANGUAGES}
    for purpose in PURPOSES:
        said = {}
        for language, texts in FIRST_TEXTS.items():
            text = " ".join((texts[purpose].subject, *texts[purpose].paragraphs))
            check(text)
            said[language] = names_in(text)
        assert all(names == said["en"] for names in said.values()), (purpose, said)


def test_a_new_practice_has_them_in_its_languages_and_reminders_that_are_paused(
    practice: Practice,
) -> None:
    templates = practice.letter_templates.order_by("pk")
    assert [template.purpose for template in templates] == PURPOSES
    assert templates[0].name == "Praktisk informasjon"
    assert {tuple(template.texts) for template in templates} == {("nb", "en")}
    with override("en"):
        rules = [(str(row.rule), row.paused) for row in practice.reminders.order_by("pk")]
    assert rules == [
        ("The first session: 7 days before", True),
        ("Each session: 1 day before", True),
        ("The end of the last session: 1 day after", True),
    ]


def composed(practice: Practice, purpose: str, registration: Registration) -> tuple[str, str]:
    texts = read(practice.letter_templates.get(purpose=purpose).texts)
    rows = services.load(Registration.objects.filter(pk=registration.pk))
    readers = services.readers_among(rows, "participants", now=NOW, chosen=True)
    [letter] = services.compose(texts, readers, now=NOW)
    paragraphs = ["".join(piece.text for piece in part) for part in letter.paragraphs]
    return letter.subject, "\n\n".join(paragraphs)


@time_machine.travel(NOW, tick=False)
def test_practical_information_reads_well_in_norwegian_and_english(practice: Practice) -> None:
    pages = make_course_pages(practice, title="Veiledning")
    starts = datetime(2027, 1, 12, 9, tzinfo=ZoneInfo("Europe/Oslo"))
    offering = make_offering(practice, course=pages["nb"].course, starts_at=starts)
    norwegian = make_invoiced(offering, participants=(ADA,))
    english = make_invoiced(offering, participants=(ADA,), language="en")
    page = norwegian.participants.get().own_address
    assert composed(practice, "before", norwegian) == (
        "Praktisk informasjon: Veiledning nb",
        "Hei Ada,\n\n"
        "Det nærmer seg Veiledning nb. Her er det du trenger å vite før du kommer.\n\n"
        "Når:\ntirsdag 12. januar 2027, 09:00–16:00\nonsdag 13. januar 2027, 09:00–16:00\n\n"
        "Sted: Fagerheim, Bergen\n\n"
        f"Din egen side, med alt om plassen din: {page}\n\n"
        "Lurer du på noe, eller er det noe vi bør vite? Svar på dette brevet.\n\n"
        "Vi gleder oss til å møte deg.",
    )
    subject, text = composed(practice, "before", english)
    assert subject == "Practical information: Veiledning en"
    assert text.startswith(
        "Hello Ada,\n\n"
        "Veiledning en is coming closer. Here is what you need to know before you come.\n\n"
        "When:\nTuesday 12 January 2027, 09:00–16:00\nWednesday 13 January 2027, 09:00–16:00\n\n"
        "Where: Fagerheim, Bergen\n\n"
    )


@time_machine.travel(NOW, tick=False)
def test_what_is_missing_is_told_with_the_link_and_the_day(practice: Practice) -> None:
    starts = datetime(2027, 1, 12, 9, tzinfo=ZoneInfo("Europe/Oslo"))
    offering = make_offering(practice, starts_at=starts)
    unnamed = make_invoiced(offering, participants=(PersonComing(name=""),), language="en")
    _subject, text = composed(practice, "names", unnamed)
    assert f"Write the names on this page: {unnamed.own_address}" in text
    assert "We need them by Tuesday 12 January 2027, 09:00." in text
    owes = make_registration(offering, language="en")
    Registration.objects.filter(pk=owes.pk).update(
        pay_by=datetime(2027, 1, 7, tzinfo=starts.tzinfo)
    )
    _subject, text = composed(practice, "payment", owes)
    assert text == (
        "Hello Kari,\n\n"
        f"We have not received the whole payment for {offering.course.code}. "
        "What remains is NOK\N{NO-BREAK SPACE}6,400.\n\n"
        "It is to be paid by Thursday 7 January 2027.\n\n"
        f"Pay by card on this page: {owes.own_address}\n\n"
        f"Your reference is {owes.reference}. If you have paid within the last few days, you need "
        "do nothing. Answer this letter if something is not right."
    )
