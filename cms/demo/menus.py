"""The demo's menus: which pages are linked from the head and the foot of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wagtail.models import Page

from cms.models import Menu, MenuLink, Practice


@dataclass(frozen=True)
class DemoMenu:
    """The pages of both places by their keys, in their order."""

    header: tuple[str, ...]
    footer: tuple[str, ...]


LEGAL: Final = ("terms", "withdrawal", "privacy", "cookies", "accessibility")

MENUS: Final[Mapping[str, DemoMenu]] = {
    "steinlia": DemoMenu(
        ("services", "courses", "method", "supervisors", "articles", "contact"),
        ("employers", "hours", "questions", *LEGAL),
    ),
    "tankelage": DemoMenu(("services", "courses", "supervisors", "about", "contact"), LEGAL),
    "vandpunkten": DemoMenu(("services", "courses", "change", "supervisors", "contact"), LEGAL),
    "tyonaari": DemoMenu(("services", "courses", "supervisors", "contact"), LEGAL),
    "samtalslabbet": DemoMenu(
        ("services", "courses", "lab", "articles", "supervisors", "contact"),
        LEGAL,
    ),
}


def make_menu(practice: Practice, *, pages: Mapping[str, Page]) -> None:
    """Fill the practice's menu with its ``pages``, where the demo says with which."""
    demo = MENUS.get(practice.slug)
    if demo is None:
        return
    menu = Menu.objects.get(practice=practice)
    keys = [(MenuLink.Place.HEADER, key) for key in demo.header]
    keys += [(MenuLink.Place.FOOTER, key) for key in demo.footer]
    menu.links = [
        MenuLink(place=place, page_id=pages[key].pk, sort_order=order)
        for order, (place, key) in enumerate(keys)
    ]
    menu.save()
