"""Tables that scroll sideways in the admin: everybody can get at what stands at their far end."""

import re
from pathlib import Path
from typing import Final

from django.conf import settings

TEMPLATES: Final = Path(settings.BASE_DIR) / "templates"
SCROLLING: Final = re.compile(r'<div class="[^"]*\bkollegium-scroll\b[^>]*>')
NAMED: Final = re.compile(r' role="group" aria-label(?:ledby="\w+"|="\{[^"].*\}")>$')


def test_what_scrolls_is_reached_by_the_keyboard_and_has_a_name() -> None:
    found = [
        (str(path.relative_to(TEMPLATES)), tag)
        for path in TEMPLATES.rglob("*.html")
        for tag in SCROLLING.findall(path.read_text())
    ]
    assert len(found) > 20
    lacking = [
        (name, tag) for name, tag in found if ' tabindex="0"' not in tag or not NAMED.search(tag)
    ]
    assert lacking == []
