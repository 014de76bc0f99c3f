"""Reading the SDK's objects, of which a field may be missing, empty, an id or opened."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final

OUR_KEY: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def id_of(value: Any) -> str:
    """The id of what a field points at, opened or not; "" for nothing."""
    if not value:
        return ""
    return value if isinstance(value, str) else str(value.id)


def key_in(item: Any, name: str) -> str:
    """Our key in an object's metadata; "" for an object that is not ours.

    Anybody with access to the account may write there, so only what can be our UUID counts.
    """
    text = word_in(item, name)
    return text if OUR_KEY.fullmatch(text) else ""


def word_in(item: Any, name: str) -> str:
    """What an object's metadata says under ``name``; "" for nothing."""
    metadata = field(item, "metadata")
    return str(metadata[name]) if metadata is not None and name in metadata else ""


def field(item: Any, name: str, default: Any = None) -> Any:
    """A field that Stripe may leave out."""
    return getattr(item, name, default)


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def seconds(moment: datetime) -> int:
    """Stripe wants whole seconds since 1970; a naive time would be read as local."""
    return int(moment.astimezone(UTC).timestamp())


def made_around(made_at: datetime) -> dict[str, int]:
    """When Stripe may have made what was first asked for at ``made_at``: within a day."""
    return {
        "gte": seconds(made_at - timedelta(minutes=5)),
        "lte": seconds(made_at + timedelta(days=1)),
    }
