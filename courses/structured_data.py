"""A course and its dates in the words of schema.org, for search engines and other programs."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from babel.numbers import get_currency_precision

from cms.models import Practice
from cms.structured_data import person, provider, told
from courses.models import CoursePage, Offering

Thing = dict[str, Any]

SCHEMA: Final = "https://schema.org/"
# How often a series meets, by the days between two of its sessions.
FREQUENCIES: Final = ((1, 1, "Daily"), (6, 8, "Weekly"), (26, 33, "Monthly"), (350, 380, "Yearly"))


def course_thing(
    page: CoursePage,
    *,
    practice: Practice,
    offerings: Iterable[Offering],
    availability: Any,
    instructors: Iterable[Any] = (),
) -> Thing:
    """The course of ``page`` with its coming ``offerings``.

    ``availability`` says of each, by its key, what can be had of it.
    """
    instances, offers = [], []
    for offering in offerings:
        offer = _offer(offering, practice, availability[offering.pk])
        instances.append(_instance(offering, page, practice, offer, instructors))
        if offer:
            offers.append(offer)
    return told(
        {
            "@type": "Course",
            "@id": f"{page.full_url}#course",
            "name": page.title,
            "description": page.lead or page.search_description or page.title,
            "url": page.full_url,
            "inLanguage": page.locale.language_code,
            "provider": provider(practice),
            "offers": offers,
            "hasCourseInstance": instances,
        }
    )


def _instance(
    offering: Offering,
    page: CoursePage,
    practice: Practice,
    offer: Thing | None,
    instructors: Iterable[Any],
) -> Thing:
    called_off = offering.status == Offering.Status.CALLED_OFF
    mode = "Online" if offering.online else "Offline"
    return told(
        {
            "@type": "CourseInstance",
            "@id": f"{page.full_url}#{offering.code}",
            "name": page.title,
            "description": page.lead or page.search_description or page.title,
            "url": page.full_url,
            "courseMode": "Online" if offering.online else "Onsite",
            "eventAttendanceMode": f"{SCHEMA}{mode}EventAttendanceMode",
            "eventStatus": f"{SCHEMA}Event{'Cancelled' if called_off else 'Scheduled'}",
            "startDate": _local(offering, offering.first_start),
            "endDate": _local(offering, offering.last_end),
            "courseWorkload": _duration(sum(_lengths(offering), timedelta())),
            "courseSchedule": _schedule(offering),
            "location": _location(offering, page),
            "inLanguage": offering.language,
            "organizer": provider(practice),
            "instructor": [person(one) for one in instructors],
            "offers": offer,
        }
    )


def _offer(offering: Offering, practice: Practice, availability: Any) -> Thing | None:
    """What a seat costs somebody who registers now, with VAT."""
    price = availability.price or offering.ordinary_price
    if price is None:
        return None
    gross = offering.amount_for(price_each=price.amount, seats=1).gross
    return told(
        {
            "@type": "Offer",
            "category": "Paid" if gross else "Free",
            "price": str(Decimal(gross).scaleb(-get_currency_precision(offering.currency))),
            "priceCurrency": offering.currency,
            "availability": SCHEMA + _can_be_had(offering, availability),
            "url": practice.address_of(offering.register_url),
            "validFrom": _local(offering, offering.registration_opens_at),
            "validThrough": _local(offering, price.available_until or offering.deadline_at),
        }
    )


def _can_be_had(offering: Offering, availability: Any) -> str:
    match availability.state.value:
        case "open":
            return "InStock"
        case "few":
            return "LimitedAvailability"
        case "not_open":
            return "PreSale"
        case "called_off":
            return "Discontinued"
        case _:
            return "SoldOut"


def _location(offering: Offering, page: CoursePage) -> Thing | None:
    # The room's own link is for those who have a seat.
    if offering.online:
        return {"@type": "VirtualLocation", "url": page.full_url}
    if not offering.place_line:
        return None
    address = told(
        {
            "@type": "PostalAddress",
            "streetAddress": offering.address,
            "addressLocality": offering.town,
            "addressCountry": offering.practice.country,
        }
    )
    return {"@type": "Place", "name": offering.venue or offering.town, "address": address}


def _schedule(offering: Offering) -> Thing | None:
    """How often it meets; nothing where the sessions come in no rhythm that has a name."""
    days = [
        session.starts_at.astimezone(offering.practice.zone).date()
        for session in offering.sessions_list
    ]
    between = {(later - earlier).days for earlier, later in pairwise(days)}
    names = {
        next((name for least, most, name in FREQUENCIES if least <= gap <= most), "")
        for gap in between or {1}
    }
    if not days or len(names) != 1 or "" in names:
        return None
    return {
        "@type": "Schedule",
        "startDate": days[0].isoformat(),
        "endDate": days[-1].isoformat(),
        "repeatFrequency": names.pop(),
        "repeatCount": len(days),
        "duration": _duration(_lengths(offering)[0]),
        "scheduleTimezone": offering.practice.time_zone,
    }


def _lengths(offering: Offering) -> list[timedelta]:
    return [session.ends_at - session.starts_at for session in offering.sessions_list]


def _duration(length: timedelta) -> str:
    """As ISO 8601 writes it in hours and minutes."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")


def _local(offering: Offering, moment: datetime | None) -> str | None:
    return (
        moment.astimezone(offering.practice.zone).isoformat(timespec="seconds") if moment else None
    )
