"""Small builders for tests: what a test does not mention is plausible and the same every time."""

import uuid
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from wagtail.models import Collection, Locale, Page, Site

from cms.models import HomePage, Membership, Practice, TermsPage
from cms.page_cache import visible_change
from cms.users.models import User
from courses.models import (
    Course,
    CourseIndexPage,
    CoursePage,
    Offering,
    OfferingQuestion,
    OfferingSession,
    Price,
    Question,
)
from courses.terms import current_terms
from registrations.models import Registration
from registrations.services import Booking, PersonComing, register
from tests.remembered import remembered

OSLO = ZoneInfo("Europe/Oslo")
_numbers = count(1)


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def publish(page: Page) -> Page:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_practice(
    slug: str = "steinlia",
    *,
    hostname: str = "testserver",
    languages: tuple[str, ...] = ("nb", "en"),
    default: bool = True,
    **facts: Any,
) -> Practice:
    """A practice with a live home page in each of its languages and terms in each."""
    key = ("practice", slug, hostname, languages, default, repr(sorted(facts.items())))
    pk = remembered(
        key, lambda: _build_practice(slug, hostname, languages, default=default, facts=facts)
    )
    # Rows that are remembered tell nobody that they come.
    Site.clear_site_root_paths_cache()
    visible_change(pk)
    return Practice.objects.select_related("site__root_page").get(pk=pk)


def _build_practice(
    slug: str, hostname: str, languages: tuple[str, ...], *, default: bool, facts: dict[str, Any]
) -> int:
    # Tests that commit leave an empty database behind them.
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("nb"))
    )
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    homes = {}
    for code in languages:
        home = HomePage(title=f"{slug.title()} {code}", slug=f"{slug}-{code}", locale=locale(code))
        if homes:
            home.translation_key = homes[languages[0]].translation_key
        homes[code] = root.add_child(instance=home)
        root.refresh_from_db()
    if default:
        Site.objects.all().delete()
    site = Site.objects.create(
        hostname=hostname, port=80, root_page=homes[languages[0]], is_default_site=default
    )
    practice = Practice.objects.create(
        **{
            "site": site,
            "slug": slug,
            "name": slug.title(),
            "legal_name": f"{slug.title()} AS",
            "country": "NO",
            "currency": "NOK",
            "languages": list(languages),
            "email": f"post@{slug}.example",
            **facts,
        }
    )
    terms_key = uuid.uuid4()
    for code, home in homes.items():
        terms = TermsPage(
            title=f"Terms {code}",
            slug="terms",
            locale=locale(code),
            translation_key=terms_key,
            text=f"<p>Terms of {slug} in {code}.</p>",
        )
        publish(home.add_child(instance=terms))
    return practice.pk


def home_of(practice: Practice, code: str = "nb") -> HomePage:
    return HomePage.objects.get(
        translation_key=practice.site.root_page.translation_key, locale__language_code=code
    )


def make_user(
    email: str | None = None, *, practice: Practice | None = None, role: str = "", **facts: Any
) -> User:
    user = User.objects.create_user(
        email=email or f"user{next(_numbers)}@example.org", password="a-long-password", **facts
    )
    if practice:
        Membership.objects.create(user=user, practice=practice, role=role)
    return user


def make_course_pages(
    practice: Practice, *, title: str = "Group supervision"
) -> dict[str, CoursePage]:
    """A course with a live page in each language of its practice, by language."""
    key = ("course pages", practice.pk, *practice.languages, title)
    keys = remembered(key, lambda: _build_course_pages(practice, title))
    visible_change(practice.pk)
    pages = CoursePage.objects.in_bulk(keys.values())
    return {code: pages[pk] for code, pk in keys.items()}


def _build_course_pages(practice: Practice, title: str) -> dict[str, int]:
    pages: dict[str, int] = {}
    key = uuid.uuid4()
    index_key = uuid.uuid4()
    for code in practice.languages:
        home = home_of(practice, code)
        index = CourseIndexPage.objects.child_of(home).first()
        if index is None:
            index = home.add_child(
                instance=CourseIndexPage(
                    title="Courses",
                    slug="courses",
                    locale=locale(code),
                    translation_key=index_key,
                    show_in_menus=True,
                )
            )
            publish(index)
        page = CoursePage(title=f"{title} {code}", locale=locale(code), translation_key=key)
        pages[code] = publish(index.add_child(instance=page)).pk
    return pages


def make_course(practice: Practice, *, code: str | None = None) -> Course:
    return Course.objects.create(practice=practice, code=code or f"course-{next(_numbers)}")


def make_offering(
    practice: Practice,
    *,
    course: Course | None = None,
    price: int | None = 640000,
    starts_at: datetime | None = None,
    days: int = 2,
    **facts: Any,
) -> Offering:
    """A published offering of 14 seats whose first day is four weeks ahead, 09–16."""
    offering = Offering.objects.create(
        **{
            "course": course or make_course(practice),
            "status": Offering.Status.PUBLISHED,
            "language": "nb",
            "venue": "Fagerheim",
            "town": "Bergen",
            "seats": 14,
            "currency": practice.currency,
            "vat_treatment": "exempt",
            **facts,
        }
    )
    first = starts_at or (timezone.now().astimezone(OSLO) + timedelta(weeks=4)).replace(
        hour=9, minute=0, second=0, microsecond=0
    )
    for day in range(days):
        begins = first + timedelta(days=day)
        OfferingSession.objects.create(
            offering=offering, starts_at=begins, ends_at=begins + timedelta(hours=7)
        )
    if price is not None:
        Price.objects.create(offering=offering, kind=Price.Kind.ORDINARY, amount=price)
    return Offering.objects.get(pk=offering.pk)


def ask(offering: Offering, text: str = "Where do you work?", **facts: Any) -> OfferingQuestion:
    question_facts = {key: facts.pop(key) for key in ("kind", "choices_text") if key in facts}
    question = Question.objects.create(
        practice=offering.practice, locale=locale("nb"), text=text, **question_facts
    )
    return OfferingQuestion.objects.create(offering=offering, question=question, **facts)


def make_booking(offering: Offering, *, people: int = 1, **facts: Any) -> Booking:
    """What one private person asks for, at the price of this moment."""
    price = offering.price_now
    total = offering.amount_for(price_each=price.amount if price else 0, seats=people)
    return Booking(
        **{
            "submission_key": uuid.uuid4(),
            "language": "nb",
            "payer": Registration.Payer.PRIVATE,
            "method": Registration.Method.CARD if total.gross else Registration.Method.NONE,
            "booker_name": "Kari Nordmann",
            "booker_email": "kari@example.org",
            "participants": tuple(PersonComing(name=f"Person {n + 1}") for n in range(people)),
            "quoted_total": total.gross,
            "terms": current_terms(practice=offering.practice, language="nb"),
            **facts,
        }
    )


def make_registration(offering: Offering, *, people: int = 1, **facts: Any) -> Registration:
    booking = make_booking(offering, people=people, **facts)
    return register(offering_id=offering.pk, booking=booking)


def make_invoiced(offering: Offering, *, people: int = 1, **facts: Any) -> Registration:
    """Confirmed at once, for an employer who gets an invoice."""
    return make_registration(
        offering,
        people=people,
        **{
            "payer": Registration.Payer.EMPLOYER,
            "method": Registration.Method.INVOICE,
            "organisation": "Fjellvang kommune",
            "organisation_country": "NO",
            "organisation_number": "974760673",
            **facts,
        },
    )
