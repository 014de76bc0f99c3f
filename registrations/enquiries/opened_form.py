"""A form that we have shown: when, and under which key, signed so that nobody makes one up."""

import time
import uuid
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Final

from django.core import signing

from cms.models import Practice

# Nobody reads and answers more quickly than that; programs do.
SOONEST: Final = timedelta(seconds=3)
LATEST: Final = timedelta(days=2)


class Age(Enum):
    RIGHT = auto()
    TOO_YOUNG = auto()
    TOO_OLD = auto()


@dataclass(frozen=True)
class OpenedForm:
    key: uuid.UUID
    at: float

    @classmethod
    def now(cls) -> "OpenedForm":
        return cls(key=uuid.uuid4(), at=time.time())

    @classmethod
    def read(cls, typed: str, *, practice: Practice) -> "OpenedForm | None":
        """What we once signed for this practice; None for anything else."""
        try:
            key, at = signing.loads(typed, salt=_salt(practice))
        except (signing.BadSignature, ValueError, UnicodeError):
            return None
        return cls(key=uuid.UUID(key), at=at)

    def signed(self, *, practice: Practice) -> str:
        return signing.dumps([self.key.hex, self.at], salt=_salt(practice))

    @property
    def age(self) -> Age:
        seconds = time.time() - self.at
        if seconds < SOONEST.total_seconds():
            return Age.TOO_YOUNG
        return Age.TOO_OLD if seconds > LATEST.total_seconds() else Age.RIGHT


def _salt(practice: Practice) -> str:
    return f"registrations.enquiry.{practice.pk}"
