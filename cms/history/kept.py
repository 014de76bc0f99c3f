"""What is kept of a row, so that before and after can be told from one another."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from cms.models import Practice

from .recording import Changes, names, record

Facts = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """Of which rows the changes are kept, and whose they are.

    ``title`` is what a row is called there, where it has a better name than its own. ``parts`` are
    related rows that are edited along, ``many`` are the names of many-to-many fields, and ``typed``
    makes a value that tells how it is to be shown, such as
    ``{"money": 640000, "currency": "NOK"}``.
    """

    practice: Callable[[Any], Practice]
    title: Callable[[Any], str] | None = None
    parts: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    typed: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    parts_typed: Mapping[str, Mapping[str, Callable[[Any], Any]]] = field(default_factory=dict)


_kept: dict[type[models.Model], Kept] = {}


def keep_history_of(model: type[models.Model], kept: Kept) -> None:
    """Have every change of these rows that passes through ``recorded`` noted."""
    _kept[model] = kept
    if kept.title:
        names[model] = kept.title


def kept_models() -> list[type[models.Model]]:
    return list(_kept)


@contextmanager
def recorded(subject: models.Model, *, user: Any, action: str = "edited") -> Iterator[None]:
    """Note what has become other about ``subject``; no line where nothing has.

    Opens a transaction, so that a change and its line come together or not at all. Rows whose
    history is not kept pass without a line.
    """
    kept = _kept.get(type(subject))
    if kept is None:
        yield
        return
    with transaction.atomic():
        before = facts_of(subject)
        yield
        changes = difference(before, facts_of(subject))
        if changes:
            _record(kept, subject, user=user, action=action, changes=changes)


def record_whole(subject: models.Model, *, user: Any, action: str) -> None:
    """Note that ``subject`` came ("created") or goes ("deleted"), with all that is kept of it."""
    kept = _kept.get(type(subject))
    if kept is None:
        return
    facts, nothing = facts_of(subject), dict[str, Any]()
    is_new = action != "deleted"
    changes = difference(nothing, facts) if is_new else difference(facts, nothing)
    _record(kept, subject, user=user, action=action, changes=changes)


def _record(kept: Kept, subject: models.Model, *, user: Any, action: str, changes: Changes) -> None:
    practice = kept.practice(subject)
    record(practice=practice, user=user, action=action, subject=subject, changes=changes)


def facts_of(subject: models.Model) -> Facts:
    """Everything that is kept of the row, as the database has it now."""
    kept = _kept[type(subject)]
    row = type(subject)._default_manager.filter(pk=subject.pk).first()
    if row is None:
        return {}
    facts = _own_facts(row, kept.typed)
    for name in kept.many:
        facts[name] = sorted(str(other) for other in getattr(row, name).all())
    for name in kept.parts:
        typed = kept.parts_typed.get(name, {})
        for part in getattr(row, name).all():
            facts[f"{name}/{part.pk}"] = _own_facts(part, typed)
    return facts


def _own_facts(row: models.Model, typed: Mapping[str, Callable[[Any], Any]]) -> Facts:
    facts = {}
    for one in row._meta.concrete_fields:
        is_parent = one.is_relation and getattr(one, "remote_field", None) and _is_parental(one)
        if one.primary_key or not one.editable or is_parent or one.name == "sort_order":
            continue
        facts[one.name] = typed[one.name](row) if one.name in typed else _plain(row, one)
    return facts


def _is_parental(one: Any) -> bool:
    return type(one).__name__ == "ParentalKey"


def _plain(row: models.Model, one: Any) -> Any:
    value = getattr(row, one.name)
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (str, int, bool, list, dict)) or value is None:
        return value
    return str(value)


def difference(before: Facts, after: Facts) -> Changes:
    """What is other, by field. Of what is new or gone, nothing is said that was empty."""
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: [before.get(name), after.get(name)] for name in names}
    return {name: pair for name, pair in pairs.items() if _told(pair[0]) != _told(pair[1])}


def _told(value: Any) -> Any:
    """Nothing and an empty text are the same to a reader; so is what was never said."""
    return None if value in ("", [], {}) else value
