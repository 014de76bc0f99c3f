"""Where one is in the administration: the item of the menu that is marked, and the way back."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.test import Client

import pytest

from courses.models import Offering
from tests.factories import make_registration
from tests.registrations.enquiries.conversations import make_enquiry

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def links(menu: Any) -> Iterator[tuple[str, str]]:
    """Each item's address and label, however deep it lies."""
    if isinstance(menu, dict):
        if {"url", "label"} <= menu.keys():
            yield menu["url"], menu["label"]
        menu = list(menu.values())
    if isinstance(menu, list):
        for part in menu:
            yield from links(part)


def items(page: str) -> dict[str, str]:
    found = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(links(json.loads(found[1])))


def marked(menu: dict[str, str], address: str) -> str:
    """What Wagtail's sidebar marks: the item with the longest beginning of the address."""
    fitting = [url for url in menu if address.startswith(url)]
    return menu[max(fitting, key=len)] if fitting else ""


def test_each_page_of_the_office_marks_where_it_is_found_and_leads_back(
    owner: Client, offering: Offering
) -> None:
    registration, enquiry = make_registration(offering), make_enquiry(offering.practice)
    date, booked = f"/admin/offerings/edit/{offering.pk}/", "/admin/registrations/registration/"
    session, asked = offering.sessions_list[0].pk, f"/admin/enquiries/inspect/{enquiry.pk}/"
    found = {
        f"/admin/offerings/write/?offering={offering.pk}": ("Course dates", date),
        f"{booked}write/?registrations={registration.pk}": (
            "Registrations",
            f"{booked}inspect/{registration.pk}/",
        ),
        f"{booked}register/": ("Registrations", booked),
        f"/admin/offerings/register/{offering.pk}/": ("Course dates", date),
        f"/admin/offerings/register/{offering.pk}/?chosen=yes": (
            "Course dates",
            f"{booked}register/",
        ),
        f"/admin/offerings/repeat/{offering.pk}/": ("Course dates", date),
        f"/admin/offerings/move/{offering.pk}/": ("Course dates", date),
        f"/admin/attendance/session/{session}/": ("Attendance", "/admin/attendance/"),
        f"/admin/attendance/offering/{offering.pk}/": ("Attendance", "/admin/attendance/"),
        f"/admin/enquiries/reply/{enquiry.pk}/": ("Enquiries", asked),
        f"/admin/enquiries/propose/{enquiry.pk}/": ("Enquiries", asked),
        "/admin/reports/money/close/": ("Money", "/admin/reports/money/"),
        "/admin/reports/money/invoices/": ("Money", "/admin/reports/money/"),
        "/admin/reports/money/lines/": ("Money", "/admin/reports/money/"),
        "/admin/reports/money/payouts/": ("Money", "/admin/reports/money/"),
        "/admin/people/invite/": ("People", "/admin/people/"),
    }
    seen = {}
    for address, (_label, back) in found.items():
        page = owner.get(address).content.decode()
        leads_back = re.search(rf'href="{back}["?]', page) is not None
        seen[address] = (marked(items(page), address), back if leads_back else "")
    assert seen == found
