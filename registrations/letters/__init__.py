"""Letters: written as rows with the change they tell of, sent by the worker after commit.

Each letter is put together once, in the reader's language, and then set as text and as HTML.
"""

from .deciding import SeatCount
from .moving import DatesMoved, dates_moved
from .words import Words
from .writing import calendar_of, post_letter, write_letter, write_letter_about_date

__all__ = [
    "DatesMoved",
    "SeatCount",
    "Words",
    "calendar_of",
    "dates_moved",
    "post_letter",
    "write_letter",
    "write_letter_about_date",
]
