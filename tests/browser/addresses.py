"""Where there is something to see: every kind of page, in every language."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from wagtail.models import Page

from cms.models import Practice
from courses.models import CancellationTier, CoursePage, DiscountCode, Offering, Price
from registrations.models import Actor, PaymentAttempt, Proposal, Registration
from registrations.services import expire_hold, give_up, offer_seats, withdraw
from tests.browser.conftest import RunningSite
from tests.browser.visitor import form_of
from tests.factories import make_invoiced, make_registration

MakeDate = Callable[..., Offering]


def published_pages() -> list[str]:
    """One page of every type in every language, and every course in the source language."""
    addresses: dict[tuple, str] = {}
    for practice in Practice.objects.order_by("pk"):
        for home in practice.home_pages().live().order_by("path"):
            below = Page.objects.live().descendant_of(home, inclusive=True).order_by("path")
            for page in below.specific():
                is_source = page.locale.language_code == practice.source_language
                key = page.pk if is_source and isinstance(page, CoursePage) else type(page)
                addresses.setdefault((home.pk, key), page.full_url)
    return list(addresses.values())


def other_pages(site: RunningSite) -> list[str]:
    """What stands in no site map: the form, what is said instead of it, log-in, what is missing."""
    open_for_all = "steinlia-skjermrommet-1"
    forms = [
        site.url(f"/{language}/register/{code}/")
        for language, code in (
            ("nb", "steinlia-gruppeveiledning-4"),
            ("en", open_for_all),
            ("nb", "steinlia-metaveiledning-1"),
            ("en", "steinlia-gruppeveiledning-3"),
            ("nb", "steinlia-skjermrommet-2"),
        )
    ]
    return [
        *forms,
        site.url("/sv/register/tankelage-oppen-grupp-1/", host="tankelage.localhost"),
        site.url("/nb/finnes/ikke/"),
        site.url("/en/not/here/"),
        site.url("/sv/finns/inte/", host="tankelage.localhost"),
        site.url("/nb/withdraw/"),
        *enquiry_pages(site),
        site.url("/account/login/"),
        site.url("/account/password/reset/"),
    ]


def enquiry_pages(site: RunningSite) -> list[str]:
    """The form for an enquiry, what is said after it, and a proposal as it stands each time."""
    first: dict[str, Proposal] = {}
    for proposal in Proposal.objects.select_related("enquiry__practice__site").order_by("pk"):
        first.setdefault(proposal.status, proposal)
    open_one = first[Proposal.Status.OPEN].own_address
    return [
        site.url("/nb/enquiry/"),
        site.url("/en/enquiry/thanks/"),
        site.url("/sv/enquiry/", host="tankelage.localhost"),
        *(proposal.own_address for proposal in first.values()),
        f"{open_one}accept/",
        f"{open_one}decline/",
    ]


def own_pages(offering: Offering, language: str) -> list[str]:
    """A registration's own page in each state, with each kind of money, its ways out and what can
    be changed; and a participant's own link, which works and which does no longer."""
    CancellationTier.objects.get_or_create(offering=offering, days_before=14, fee_percent=50)
    made = [waiting, on_its_way, invoiced, expired, given_up, withdrawn]
    registrations = [make(offering, language) for make in made]
    pages = [registration.own_address for registration in registrations]
    ways = ("cancel/", "edit/", "change-date/", "substitute/1/")
    links = [registrations[n].participants.get(number=1).own_address for n in (2, 4)]
    return [*pages, f"{pages[0]}withdraw/", *(f"{pages[2]}{way}" for way in ways), *links]


def own_pages_without_a_seat(offering: Offering, language: str) -> list[str]:
    """Own pages of one who is offered seats, of somebody in line, and of an applicant."""
    return [make(offering, language).own_address for make in (is_offered, waits, applied)]


def waiting(offering: Offering, language: str) -> Registration:
    return make_registration(offering, language=language)


def invoiced(offering: Offering, language: str) -> Registration:
    return make_invoiced(offering, people=2, language=language, order_number="PO-7")


def is_offered(offering: Offering, language: str) -> Registration:
    in_line = _joins(offering, language, paused=False)
    offer_seats(offering_id=offering.pk)
    return in_line


def waits(offering: Offering, language: str) -> Registration:
    return _joins(offering, language, paused=True)


def _joins(offering: Offering, language: str, *, paused: bool) -> Registration:
    dates = Offering.objects.filter(pk=offering.pk)
    dates.update(waiting_list=True, waiting_list_paused=paused)
    return make_registration(offering, people=2, language=language, joins_list=True)


def applied(offering: Offering, language: str) -> Registration:
    Offering.objects.filter(pk=offering.pk).update(review_first=True)
    application = make_registration(offering, language=language)
    Offering.objects.filter(pk=offering.pk).update(review_first=False)
    return application


def on_its_way(offering: Offering, language: str) -> Registration:
    registration = make_registration(offering, language=language)
    PaymentAttempt.objects.create(
        registration=registration,
        practice=registration.practice,
        parameters={},
        amount=registration.total.gross,
        currency=registration.currency,
        status=PaymentAttempt.Status.PROCESSING,
        expires_at=timezone.now() + timedelta(minutes=31),
    )
    return registration


def expired(offering: Offering, language: str) -> Registration:
    registration = make_registration(offering, language=language)
    moment_ago = timezone.now() - timedelta(minutes=1)
    Registration.objects.filter(pk=registration.pk).update(hold_until=moment_ago)
    expire_hold(registration_id=registration.pk)
    return registration


def given_up(offering: Offering, language: str) -> Registration:
    registration = make_registration(offering, language=language)
    give_up(registration_id=registration.pk, actor=Actor.BOOKER)
    return registration


def withdrawn(offering: Offering, language: str) -> Registration:
    registration = make_registration(offering, language=language)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    return registration


def form_addresses(site: RunningSite, make_date: MakeDate) -> dict[str, str]:
    """An open form in each language, by language."""
    group = make_date()
    Price.objects.create(offering=group, kind=Price.Kind.STUDENT, amount=200000)
    DiscountCode.objects.get_or_create(practice=group.practice, code="AXE", percent=10)
    swedish = make_date("oppen-grupp", vat_treatment="rate", vat_rate=2500)
    return {
        "nb": form_of(site, group, "nb"),
        "en": form_of(site, group, "en"),
        "sv": form_of(site, swedish, "sv"),
    }
