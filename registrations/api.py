"""The public list of coming offerings, for other programs."""

from collections.abc import Mapping
from typing import Any

from django.urls import translate_url
from django.utils import timezone

from cms.models import Practice
from courses.models import Offering, Price
from courses.price_words import further_prices
from courses.words import public_pages_of
from registrations.seats import Availability, availability


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
    words = public_pages_of({offering.course_id for offering in offerings})
    return {
        "practice": practice.name,
        "offerings": [
            _as_json(o, practice, words.get(o.course_id, {}), states[o.pk]) for o in offerings
        ],
    }


def _as_json(
    offering: Offering, practice: Practice, pages: Mapping[str, Any], state: Availability
) -> dict[str, Any]:
    price = state.price
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
        "prices": [_price_as_json(p) for p in _open_prices(offering, state)],
        "seats_left": state.seats_left,
        "state": state.state.value,
        "can_register": state.can_register,
        "can_join_waiting_list": state.can_join,
        "register": practice.address_of(form),
    }


def _open_prices(offering: Offering, state: Availability) -> list[Price]:
    """Every price that can be had now, the one for anybody first."""
    further = further_prices(offering, taken=state.taken, now=timezone.now())
    return [state.price, *further] if state.price else further


def _price_as_json(price: Price) -> dict[str, Any]:
    until = price.available_until
    each = price.each
    return {
        "kind": price.kind,
        "net": each.net,
        "vat": each.vat,
        "gross": each.gross,
        "available_until": until.astimezone(price.offering.practice.zone).isoformat()
        if until
        else None,
        "from_people": price.from_people,
        "for_the_whole_group": price.whole_group,
    }
