"""Writing a line of the history."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from cms.models import LogLine, Practice

from .where import where_now

Changes = dict[str, list[Any]]
# What rows are called in the history, where that is not their own name.
names: dict[type[Model], Callable[[Any], str]] = {}


def record(
    *,
    practice: Practice,
    user: Any,
    action: str,
    subject: Model | None = None,
    title: str = "",
    changes: Changes | None = None,
) -> LogLine:
    """Add a line: ``user`` (None: Kollegium itself) did ``action`` to ``subject``.

    ``changes`` has [before, after] by field as they are stored, in whatever JSON can hold. Without
    a ``title`` the subject's own name stands. The line is part of the caller's transaction.
    """
    known = user is not None and user.is_authenticated
    return LogLine.objects.create(
        practice=practice,
        user=user if known else None,
        where=where_now(),
        action=action,
        subject_kind=subject._meta.label_lower if subject else "",
        subject_key=str(subject.pk) if subject else "",
        title=(title or _name(subject))[:200],
        changes=changes or {},
    )


def _name(subject: Model | None) -> str:
    return names.get(type(subject), str)(subject) if subject else ""
