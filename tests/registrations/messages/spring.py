"""When the course date of the reminders' tests takes place, and when it was made."""

from datetime import datetime

from tests.factories import OSLO

MADE = datetime(2027, 3, 1, 12, tzinfo=OSLO)
# Summer time begins on 28 March.
FIRST = datetime(2027, 3, 30, 9, tzinfo=OSLO)
