"""A world to measure in: so many registrations with all that hangs on them, by bulk inserts.

One practice has nine tenths of everything and nine small ones share the rest, because the owner of
neither must wait. The rows are what the services would have left behind: `check_invariants` finds
nothing. One size gives the same world each time, but for the day on which it is made.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from environment import ROOT

sys.path.insert(0, str(ROOT))

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from wagtail.models import Locale, Page, Site  # noqa: E402

from bench_rows import Delivery, Rows, owner_rows  # noqa: E402

from cms.models import HomePage, Membership, Practice, Role  # noqa: E402
from cms.users.models import User  # noqa: E402
from courses.models import (  # noqa: E402
    Course,
    CourseIndexPage,
    CoursePage,
    Offering,
    OfferingSession,
    Price,
)

REGISTRATIONS_A_DATE: Final = 50
SMALL_PRACTICES: Final = 9
PART_OF_THE_LARGE: Final = 0.9
COURSES_OF_THE_LARGE: Final = 40
LANGUAGES: Final = ("nb", "en")
DAYS_BACK, DAYS_AHEAD = 1300, 180
TOWNS: Final = ("Bergen", "Oslo", "Trondheim", "Stavanger", "Tromsø", "Bodø")
OFFERINGS_AT_ONCE: Final = 50


def main() -> None:
    registrations = int(sys.argv[1])
    began = time.monotonic()
    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        made = make_world(registrations)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{made} in {time.monotonic() - began:.0f} s", flush=True)


def make_world(registrations: int) -> str:
    """Fill the empty database; say what was made."""
    chance = random.Random(registrations)  # noqa: S311 - nothing secret
    offerings = max(SMALL_PRACTICES + 1, registrations // REGISTRATIONS_A_DATE)
    large = round(offerings * PART_OF_THE_LARGE)
    shares = [large, *_even(offerings - large, SMALL_PRACTICES)]
    rows = Rows(chance, now=timezone.now())
    for number, share in enumerate(shares):
        practice = _practice(number)
        courses = _courses(practice, min(share, COURSES_OF_THE_LARGE if number == 0 else 3))
        for deliveries in _deliveries(practice, courses, share, chance):
            rows.fill(deliveries, registrations_each=registrations / offerings)
        owner_rows(practice, rows, enquiries=share * 3)
    return f"{rows.registrations} registrations in {offerings} course dates"


def _even(amount: int, parts: int) -> list[int]:
    return [amount // parts + (part < amount % parts) for part in range(parts)]


def _practice(number: int) -> Practice:
    root = Page.objects.get(depth=1)
    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    home = root.add_child(
        instance=HomePage(
            title=f"Practice {number}",
            slug=f"practice-{number}",
            locale=Locale.objects.get(language_code="nb"),
        )
    )
    if number == 0:
        Site.objects.all().delete()
    site = Site.objects.create(
        hostname="localhost" if number == 0 else f"practice{number}.localhost",
        root_page=home,
        is_default_site=number == 0,
    )
    practice = Practice.objects.create(
        site=site,
        slug=f"practice{number}",
        name=f"Practice {number}",
        legal_name=f"Practice {number} AS",
        country="NO",
        currency="NOK",
        languages=list(LANGUAGES),
        email=f"post@practice{number}.example",
    )
    user = User.objects.create_user(
        f"owner{number}@example.org", first_name="Owner", last_name=str(number)
    )
    Membership.objects.create(user=user, practice=practice, role=Role.OWNER)
    return practice


def _courses(practice: Practice, number: int) -> list[Course]:
    home = HomePage.objects.get(pk=practice.site.root_page_id)
    index = home.add_child(
        instance=CourseIndexPage(title="Kurs", slug="kurs", locale_id=home.locale_id)
    )
    courses = []
    for n in range(number):
        page = CoursePage(title=f"Veiledning {n + 1}", slug=f"kurs-{n}", locale_id=home.locale_id)
        courses.append(index.add_child(instance=page).course)
    return courses


def _deliveries(
    practice: Practice, courses: list[Course], number: int, chance: random.Random
) -> Iterator[list[Delivery]]:
    """The practice's offerings with sessions and prices, some at a time."""
    for first in range(0, number, OFFERINGS_AT_ONCE):
        numbers = range(first, min(first + OFFERINGS_AT_ONCE, number))
        drafts = [_delivery(practice, courses, n, chance) for n in numbers]
        Offering.objects.bulk_create(one.offering for one in drafts)
        OfferingSession.objects.bulk_create(
            OfferingSession(
                offering=one.offering,
                starts_at=one.starts_at + timedelta(weeks=4 * part),
                ends_at=one.starts_at + timedelta(weeks=4 * part, hours=7),
            )
            for n, one in zip(numbers, drafts, strict=True)
            for part in range(1 + n % 6)
        )
        Price.objects.bulk_create(_prices(drafts))
        yield drafts


def _delivery(
    practice: Practice, courses: list[Course], number: int, chance: random.Random
) -> Delivery:
    day = timezone.localdate(timezone=practice.zone)
    day += timedelta(days=chance.randint(-DAYS_BACK, DAYS_AHEAD))
    starts_at = datetime(day.year, day.month, day.day, 9, tzinfo=practice.zone)
    is_ahead = starts_at > timezone.now()
    course = courses[number % len(courses)]
    facts: dict[str, Any] = {"vat_treatment": "exempt", "currency": practice.currency}
    if is_ahead and number % 5 == 0:
        facts |= {"minimum_seats": 40, "decide_at": starts_at - timedelta(days=14)}
    offering = Offering(
        course=course,
        code=f"{practice.slug}-{number + 1}",
        status=Offering.Status.PUBLISHED,
        language=LANGUAGES[number % 7 == 0],
        venue="Fagerheim",
        town=TOWNS[number % len(TOWNS)],
        seats=1000,
        waiting_list=is_ahead,
        review_first=is_ahead and number % 4 == 0,
        **facts,
    )
    price = 0 if number % 20 == 7 else chance.choice((490_000, 640_000, 890_000))
    return Delivery(offering, practice, starts_at, price)


def _prices(deliveries: list[Delivery]) -> Iterator[Price]:
    for one in deliveries:
        yield Price(offering=one.offering, kind="ordinary", amount=one.price)
        if one.price:
            yield Price(
                offering=one.offering,
                kind="early",
                amount=one.price - 50_000,
                available_until=one.starts_at - timedelta(days=60),
            )


if __name__ == "__main__":
    main()
