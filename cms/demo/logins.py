"""What ``make run`` says of the demo: where it is and how to log in."""

from typing import Any

from django.conf import settings

from wagtail.models import Page

from cms.demo.page_tree import page_identity
from cms.demo.people import PASSWORD, PEOPLE
from cms.models import Practice


def say_logins() -> dict[str, Any]:
    practices = {p.slug: p for p in Practice.objects.select_related("site").order_by("pk")}
    return {
        "practices": [
            {
                "name": practice.name,
                "hostname": practice.site.hostname,
                "address": practice.address_of("/"),
            }
            for practice in practices.values()
        ],
        "logins": [
            {
                "role": person.role or "administrator",
                "practice": practices[person.practice].name if person.practice else "",
                "email": person.email,
                "password": PASSWORD,
                "address": f"{settings.BASE_URL}/admin/",
            }
            for person in PEOPLE
        ],
        "course": _course_address("steinlia", "course-group"),
        "register": practices["steinlia"].address_of("/nb/register/steinlia-gruppeveiledning-2/"),
    }


def _course_address(slug: str, key: str) -> str:
    page = Page.objects.filter(
        translation_key=page_identity(slug, key), locale__language_code="nb"
    ).first()
    return (page.full_url or "") if page else ""
