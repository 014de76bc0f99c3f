"""A letter to one reader out of a text: in whose language, with which values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import override

from cms.models import Practice
from courses.day_and_time import day, day_and_time, span
from courses.deadlines import names_until
from courses.money import format_money
from courses.words import titles_by_language
from registrations.messages.placeholders import Paragraph, lacking, on_one_line, paragraphs
from registrations.messages.services.readers import Reader, coming, due_at, owed, unnamed
from registrations.messages.texts import Text, Texts, language_for
from registrations.models import Registration
from registrations.states import State

Titles = dict[tuple[int, str], str]


@dataclass(frozen=True)
class Composed:
    """What one reader gets, before it becomes a row."""

    reader: Reader
    language: str
    subject: str
    paragraphs: list[Paragraph]
    lacking: set[str]

    @property
    def says_nothing(self) -> bool:
        return not any(piece.text.strip() for part in self.paragraphs for piece in part)


def compose(texts: Texts, readers: Iterable[Reader], *, now: datetime) -> list[Composed]:
    """One for each reader, with one query for the titles of their courses."""
    readers = list(readers)
    titles = titles_by_language({r.registration.offering.course for r in readers})
    return [_compose(texts, reader, titles, now=now) for reader in readers]


def _compose(texts: Texts, reader: Reader, titles: Titles, *, now: datetime) -> Composed:
    registration = reader.registration
    language = language_for(texts, wanted=registration.language, practice=registration.practice)
    text: Text = texts[language]
    with override(language):
        values = values_for(reader, language, titles, now=now)
    return Composed(
        reader=reader,
        language=language,
        subject=on_one_line(text.subject, values)[:200],
        paragraphs=paragraphs(text.body, values),
        lacking=lacking(values, *text),
    )


def values_for(reader: Reader, language: str, titles: Titles, *, now: datetime) -> dict[str, str]:
    """What each placeholder gives this reader; empty where there is nothing to give.

    Who comes and did not book learns nothing about money, and no link but their own.
    """
    registration, person = reader.registration, reader.person
    offering, practice = registration.offering, registration.practice
    missing = not person.name if person else bool(unnamed(registration))
    own_page = person.own_address if person else registration.own_address
    until = names_until(offering)
    return {
        "first_name": _first_name(reader.name),
        "name": _one_line(reader.name),
        "course": titles[offering.course_id, language],
        "place": offering.place_line,
        "online_link": offering.online_link if registration.state_now == State.CONFIRMED else "",
        "seats": str(len(coming(registration))),
        "own_page": own_page,
        "names_link": own_page if missing and registration.state_now.holds_seats else "",
        "deadline": day_and_time(until, zone=practice.zone, language=language) if until else "",
        "practice": practice.name,
        **_sessions(registration, language, now=now),
        **({} if person else _of_the_booking(registration, language, now=now)),
    }


def _sessions(registration: Registration, language: str, *, now: datetime) -> dict[str, str]:
    zone = registration.practice.zone
    spans = [
        (one.starts_at, span(one.starts_at, one.ends_at, zone=zone, language=language))
        for one in registration.offering.sessions_list
    ]
    first = registration.offering.first_start
    return {
        "first_session": day_and_time(first, zone=zone, language=language) if first else "",
        "next_session": next((told for starts_at, told in spans if starts_at > now), ""),
        "sessions": "\n".join(told for _starts_at, told in spans),
    }


def _of_the_booking(registration: Registration, language: str, *, now: datetime) -> dict[str, str]:
    facts = {"reference": registration.reference}
    amount = owed(registration, now=now, due_later=True)
    if not amount:
        return facts
    facts["amount"] = format_money(amount, registration.currency, language)
    if due := due_at(registration):
        facts["pay_by"] = day(due, zone=registration.practice.zone, language=language)
    if registration.method == Registration.Method.CARD:
        facts["pay_link"] = registration.own_address
    return facts


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _first_name(name: str) -> str:
    """The first word of a name, unless somebody typed an address there."""
    first = (name.split() or [""])[0]
    plain = all(sign.isalpha() or sign in "-'’." for sign in first)
    return first if plain and "." not in first[:-1] else ""


def set_as_letter(composed: Composed, practice: Practice) -> dict[str, str]:
    """The fields of a letter's row that carry its words."""
    context = {"letter": composed, "practice": practice, "language": composed.language}
    with override(composed.language):
        return {
            "language": composed.language,
            "subject": composed.subject,
            "text": render_to_string("letters/written.txt", context),
            "html": render_to_string("letters/written.html", context),
        }
