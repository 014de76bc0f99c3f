"""What can be done to write to people. Each verb owns its transaction and states its promise."""

from .composing import Composed, compose
from .latecomers import messages_with_latecomers, open_to_latecomers, remind_latecomers
from .readers import LEFT, Reader, load, readers_among
from .reminding import (
    begin_with_defaults,
    is_due,
    occasions_ahead,
    pause,
    payment_days,
    remind,
    reminders_due,
    with_facts,
)
from .sending import (
    NobodyToWriteTo,
    messages_to_go_on_with,
    readers_of,
    send,
    send_failed_again,
    send_test,
    write_all,
)
from .templates import begin_with_templates, first_texts

__all__ = [
    "LEFT",
    "Composed",
    "NobodyToWriteTo",
    "Reader",
    "begin_with_defaults",
    "begin_with_templates",
    "compose",
    "first_texts",
    "is_due",
    "load",
    "messages_to_go_on_with",
    "messages_with_latecomers",
    "occasions_ahead",
    "open_to_latecomers",
    "pause",
    "payment_days",
    "readers_among",
    "readers_of",
    "remind",
    "remind_latecomers",
    "reminders_due",
    "send",
    "send_failed_again",
    "send_test",
    "with_facts",
    "write_all",
]
