"""What a line of the history says to people, in their own language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import models
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy

from .recording import Changes

ACTIONS: Final[dict[str, Any]] = {
    "created": pgettext_lazy("history", "Created"),
    "edited": pgettext_lazy("history", "Edited"),
    "deleted": pgettext_lazy("history", "Deleted"),
    "exported": pgettext_lazy("history", "Exported"),
    "blanked": pgettext_lazy("history", "Personal data blanked in the history"),
    "role_given": pgettext_lazy("history", "Role given"),
    "role_taken": pgettext_lazy("history", "Role taken away"),
    "invited": pgettext_lazy("history", "Invited"),
    "invited_again": pgettext_lazy("history", "Invited again"),
    "invitation_withdrawn": pgettext_lazy("history", "Invitation withdrawn"),
    "invitation_accepted": pgettext_lazy("history", "Invitation accepted"),
    "guest_let_in": pgettext_lazy("history", "Guest organiser added"),
    "guest_kept_out": pgettext_lazy("history", "Guest organiser removed"),
    "sessions_ended": pgettext_lazy("history", "Logged out everywhere"),
}
# By the first key of a value that tells how it is to be shown.
_formats: dict[str, Callable[[Mapping[str, Any]], str]] = {}
# Fields that no model knows, by the part before the first slash.
_labels: dict[str, Callable[[str], str]] = {}
# Fields that the history shows otherwise than they are stored.
_renamed: dict[tuple[type[models.Model], str], Any] = {}
MOST_LETTERS: Final = 300


@dataclass(frozen=True)
class Change:
    """One row of what was before and after; both are plain text."""

    what: str
    before: str
    after: str


def name_actions(actions: Mapping[str, Any]) -> None:
    """Say what lines with these actions are called."""
    ACTIONS.update(actions)


def show_values_with(key: str, words: Callable[[Mapping[str, Any]], str]) -> None:
    """Have values like ``{key: …}`` shown by ``words``."""
    _formats[key] = words


def show_fields_with(begins: str, label: Callable[[str], str]) -> None:
    """Have fields that are called ``begins`` or ``begins/…`` named by ``label``."""
    _labels[begins] = label


def call_fields(model: type[models.Model], labels: Mapping[str, Any]) -> None:
    """Name fields whose own labels speak of how they are stored, such as minor units."""
    _renamed.update({(model, name): label for name, label in labels.items()})


def action_in_words(action: str) -> str:
    return str(ACTIONS.get(action) or capfirst(action.replace("_", " ")))


def kind_in_words(kind: str) -> str:
    """What sort of thing a line is about, for people."""
    model = model_of(kind)
    return capfirst(str(model._meta.verbose_name)) if model else ""


def model_of(kind: str) -> type[models.Model] | None:
    try:
        return apps.get_model(kind) if kind else None
    except (LookupError, ValueError):
        return None


def changes_in_words(changes: Changes | None, *, kind: str, zone: ZoneInfo) -> list[Change]:
    """What was before and after, by field, each with its label."""
    model = model_of(kind)
    return [_change(name, pair, model, zone) for name, pair in (changes or {}).items()]


def _change(name: str, pair: list[Any], model: type[models.Model] | None, zone: ZoneInfo) -> Change:
    begins = name.partition("/")[0]
    if begins in _labels:
        return Change(_labels[begins](name), *(_text(value, None, zone) for value in pair))
    known = _field(model, begins)
    if known is not None and known.one_to_many:
        part = known.related_model
        label = capfirst(str(part._meta.verbose_name))
        return Change(label, *(_part(value, part, zone) for value in pair))
    return Change(_label(model, begins), *(_text(value, known, zone) for value in pair))


def _field(model: type[models.Model] | None, name: str) -> Any:
    names = {field.name: field for field in model._meta.get_fields()} if model else {}
    return names.get(name)


def _label(model: type[models.Model] | None, name: str) -> str:
    renamed = _renamed.get((model, name)) if model else None
    own = getattr(_field(model, name), "verbose_name", "")
    return capfirst(str(renamed or own or name.replace("_", " ")))


def _part(facts: Any, model: type[models.Model], zone: ZoneInfo) -> str:
    """A row that is edited along, on one line: what is said of it, by label."""
    if not facts:
        return "–"
    said = {name: value for name, value in facts.items() if value not in (None, "", False, [])}
    pieces = []
    for name, value in said.items():
        known = _field(model, name)
        label = _label(model, name)
        pieces.append(label if value is True else f"{label}: {_text(value, known, zone)}")
    return "; ".join(pieces)


def _text(value: Any, known: Any, zone: ZoneInfo) -> str:
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, dict):
        show = next((_formats[key] for key in value if key in _formats), None)
        return show(value) if show else ", ".join(f"{key}: {one}" for key, one in value.items())
    choices = dict(getattr(known, "flatchoices", None) or ())
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if value in choices:
        return str(choices[value])
    if isinstance(known, models.DateField):
        return _moment(value, zone)
    text = str(value)
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


def _moment(value: str, zone: ZoneInfo) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if len(value) == len("2027-01-31"):
        return formats.date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
    local = timezone.localtime(moment, zone) if timezone.is_aware(moment) else moment
    return formats.date_format(local, "SHORT_DATETIME_FORMAT")
