"""Who did what for a practice: written by one function, never changed, shown to owners."""

from .recording import record
from .where import where_now

__all__ = ["record", "where_now"]
