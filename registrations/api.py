"""The public list of coming offerings, for other programs."""

from collections.abc import Mapping
from typing import Any

from django.urls import translate_url

from cms.models import Practice
from courses.models import Offering
from courses.words import live_pages_of
from registrations.seats import availability


def offerings_as_json(practice: Practice | None) -> dict[str, Any]:
    """Amounts are integers in minor units; times carry their offset."""
    if practice is None:
        return {"offerings": []}
    offerings = list(
        Offering.objects.filter(course__practice=practice, course__archived=False)
        .coming()
        .with_facts()
    )
    states = availability(offerings)
    words = live_pages_of({offering.course_id for offering in offerings})
    return {
        "practice": practice.name,
        "offerings": [
            _as_json(o, practice, words.get(o.course_id, {}), states[o.pk]) for o in offerings
        ],
    }


def _as_json(
    offering: Offering, practice: Practice, pages: Mapping[str, Any], state: Any
) -> dict[str, Any]:
    price = offering.price_now
    each = offering.amount_for(price_each=price.amount, seats=1) if price else None
    form = translate_url(offering.register_url, practice.source_language)
    return {
        "code": offering.code,
        "course": offering.course.code,
        "title": {code: page.title for code, page in pages.items()},
        "pages": {code: page.full_url for code, page in pages.items()},
        "language": offering.language,
        "sessions": [
            {
                "starts_at": session.starts_at.astimezone(practice.zone).isoformat(),
                "ends_at": session.ends_at.astimezone(practice.zone).isoformat(),
            }
            for session in offering.sessions_list
        ],
        "online": offering.online,
        "place": "" if offering.online else offering.place_line,
        "currency": offering.currency,
        "price": {"net": each.net, "vat": each.vat, "gross": each.gross} if each else None,
        "seats_left": state.seats_left,
        "state": state.state.value,
        "can_register": state.can_register,
        "can_join_waiting_list": state.can_join,
        "register": practice.address_of(form),
    }
