"""What docs/states.md says about letters, for the tests that hold the code to it."""

import re
from functools import cache
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "states.md"
_ROW = re.compile(r"^\| (\S+) \| (\w+) \| `(\w+)` \| (?:`(\w+)`|–) \|$", re.MULTILINE)


@cache
def documented() -> dict[tuple[str, str], set[str]]:
    """The letters of each move, as the document has them."""
    return {
        (before, after): {letter for letter in (to_booker, to_owner) if letter}
        for before, after, to_booker, to_owner in _ROW.findall(DOCUMENT.read_text())
    }
