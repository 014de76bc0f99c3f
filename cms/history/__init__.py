"""Who did what for a practice: written by one function, never changed, shown to owners."""

from .blanking import NoReason, blank, forget_addresses
from .kept import Kept, keep_history_of, kept_models, record_whole, recorded
from .recording import record
from .where import where_now
from .words import (
    ACTIONS,
    Change,
    action_in_words,
    call_fields,
    changes_in_words,
    kind_in_words,
    name_actions,
    show_fields_with,
    show_values_with,
)

__all__ = [
    "ACTIONS",
    "Change",
    "Kept",
    "NoReason",
    "action_in_words",
    "blank",
    "call_fields",
    "changes_in_words",
    "forget_addresses",
    "keep_history_of",
    "kept_models",
    "kind_in_words",
    "name_actions",
    "record",
    "record_whole",
    "recorded",
    "show_fields_with",
    "show_values_with",
    "where_now",
]
