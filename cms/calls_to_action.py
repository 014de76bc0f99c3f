"""The question that a visitor was asked on a page, for a form that the page leads to."""

import re
from dataclasses import dataclass

from wagtail.models import Page

from cms.models import Practice
from cms.models.practices import practice_of_page


@dataclass(frozen=True)
class Asked:
    """The page as words, and its question; all empty where there is no such page."""

    title: str = ""
    address: str = ""
    question: str = ""


def asked_on(practice: Practice, *, page: str, block: str) -> Asked:
    """What the practice's live page with this key asks in the call to action with this id.

    Both are as they came in an address, so they may be anything: what does not exist, is not live,
    is not open to everybody or is another practice's asks nothing.
    """
    if not re.fullmatch(r"[0-9]{1,9}", page):
        return Asked()
    found = Page.objects.live().public().filter(pk=int(page), depth__gt=1).first()
    if found is None or practice_of_page(found) != practice:
        return Asked()
    return Asked(
        title=found.title,
        address=found.full_url or "",
        question=_question(found.specific, block) if block else "",
    )


def _question(page: Page, block_id: str) -> str:
    for block in getattr(page, "body", ()):
        if block.block_type == "call_to_action" and block.id == block_id:
            return str(block.value["text"]).strip()
    return ""
