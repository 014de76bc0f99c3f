"""Letters: written as rows with the change they tell of, sent by the worker after commit.

Each letter is put together once, in the reader's language, and then set as text and as HTML.
"""

from .words import Words
from .writing import calendar_of, write_letter

__all__ = ["Words", "calendar_of", "write_letter"]
