"""Of which rows of this app the history keeps what was before and after."""

from cms.history import Kept, keep_history_of
from cms.models import Membership, Practice


def keep() -> None:
    keep_history_of(Practice, Kept(practice=lambda practice: practice))
    keep_history_of(
        Membership,
        Kept(practice=lambda row: row.practice, title=lambda row: str(row.user)),
    )
