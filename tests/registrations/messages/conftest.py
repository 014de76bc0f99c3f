"""What tests of reminders begin with."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from tests.registrations.messages.spring import MADE


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(MADE, tick=False) as clock:
        yield clock
