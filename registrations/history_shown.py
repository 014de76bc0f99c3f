"""What the lines of a registration's history say of before and after."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.history import Change, changes_in_words, show_fields_with
from courses.day_and_time import plain_day
from registrations.models import HistoryLine


def name_fields() -> None:
    """Say what the fields are called that ``services.noting_changes`` notes."""
    show_fields_with("participants", _of_participant)
    show_fields_with("answers", _answer)
    show_fields_with("sensitive", _sensitive)
    show_fields_with("attendance", _attended)
    show_fields_with("message", lambda _name: _("Message"))


def shown_changes(line: HistoryLine) -> list[Change]:
    return changes_in_words(
        line.changes,
        kind="registrations.registration",
        zone=line.registration.practice.zone,
    )


def _whose(number: str) -> str:
    if number == "0":
        return _("Person booking")
    return _("Participant %(number)s") % {"number": number}


def _of_participant(name: str) -> str:
    _participants, number, field = name.split("/", 2)
    fields = {"name": _("Name"), "email": _("E-mail address")}
    return f"{_whose(number)}: {fields.get(field, field)}"


def _answer(name: str) -> str:
    _answers, number, question = name.split("/", 2)
    return f"{_whose(number)}: {question}"


def _sensitive(name: str) -> str:
    whose = _whose(name.partition("/")[2])
    return _("%(whose)s: a sensitive answer, whose words are not kept here") % {"whose": whose}


def _attended(name: str) -> str:
    _attendance, number, day = name.split("/", 2)
    on = plain_day(date.fromisoformat(day), language=get_language() or "en")
    return _("%(whose)s: minutes on %(day)s") % {"whose": _whose(number), "day": on}
