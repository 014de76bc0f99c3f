"""The demo: complete, in its languages, with its books in order, and the same when loaded twice."""

import json
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

import pytest

from cms.blocks import BodyBlock
from cms.demo.people import PASSWORD, PEOPLE
from cms.models import (
    ArticlePage,
    Audience,
    Benefit,
    MethodPage,
    Practice,
    Principle,
    ServicePage,
    Topic,
)
from courses.demo.days import course_day, course_days
from courses.models import CoursePage, Offering, Price, Question, TermsVersion
from registrations.invariants import broken_invariants
from registrations.models import (
    CreditNote,
    HistoryLine,
    Invoice,
    LedgerLine,
    Letter,
    Participant,
    PaymentAttempt,
    Refund,
    Registration,
)
from registrations.seats import SaleState, availability
from registrations.services import bring_in_line, undecided
from registrations.services.deciding import decisions_to_make
from registrations.states import State
from tests import stripe_in_process
from tests.first_view import BUDGET, first_view
from tests.stripe_simulator import Simulator

HOSTS = [
    "localhost",
    "tankelage.localhost",
    "vandpunkten.localhost",
    "tyonaari.localhost",
    "samtalslabbet.localhost",
]


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every model, times of change included."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
    }


def live_pages() -> list[Page]:
    pages = Page.objects.live().filter(depth__gt=1).select_related("locale")
    return list(pages.order_by("path"))


def visit(address: str, *, client: Client | None = None) -> Any:
    parts = urlsplit(address)
    return (client or Client()).get(f"{parts.path}?{parts.query}", headers={"host": parts.netloc})


@pytest.mark.one_database
class TestDemo(TestCase):
    """Loaded once; what a test changes is taken back after it."""

    @classmethod
    def setUpTestData(cls) -> None:
        cache.clear()
        call_command("load_demo", verbosity=0)

    def setUp(self) -> None:
        cache.clear()

    def test_loading_twice_changes_nothing(self) -> None:
        before = all_rows()
        call_command("load_demo", verbosity=0)
        after = all_rows()
        assert [label for label in before if before[label] != after[label]] == []

    def test_another_port_moves_the_sites_and_nothing_else(self) -> None:
        before = all_rows()
        with override_settings(BASE_URL="http://localhost:8123"):
            call_command("load_demo", verbosity=0)
        after = all_rows()
        assert [label for label in before if before[label] != after[label]] == ["wagtailcore.Site"]
        assert {site.root_url for site in Site.objects.all()} == {
            f"http://{hostname}:8123" for hostname in HOSTS
        }

    def test_nothing_is_left_of_what_wagtail_begins_with(self) -> None:
        plain = ContentType.objects.get_for_model(Page)
        assert not Page.objects.filter(depth__gt=1, content_type=plain).exists()
        assert Site.objects.get(is_default_site=True).practice.slug == "steinlia"
        assert Page.find_problems() == ([], [], [], [], [])

    def test_every_page_answers_in_its_language(self) -> None:
        answers = {}
        for page in live_pages():
            answer = visit(page.full_url)
            language = f'<html lang="{page.locale.language_code}">'
            answers[page.full_url] = (answer.status_code, language in answer.content.decode())
        assert {url: answer for url, answer in answers.items() if answer != (200, True)} == {}
        assert Counter(urlsplit(url).hostname for url in answers) == {
            "localhost": 44 + 44 + 44 + 21 + 20,
            "tankelage.localhost": 14,
            "vandpunkten.localhost": 15,
            "tyonaari.localhost": 21,
            "samtalslabbet.localhost": 19,
        }

    def test_a_first_visit_stays_small_on_every_kind_of_page(self) -> None:
        addresses = {}
        for page in live_pages():
            addresses.setdefault((urlsplit(page.full_url).hostname, type(page.specific)), page)
        views = {
            (host, page.url_path): first_view(urlsplit(page.full_url).path, host=host)
            for (host, _kind), page in addresses.items()
        }
        forms = {}
        for offering in Offering.objects.select_related("course__practice__site").order_by("pk"):
            host, language = offering.practice.site.hostname, offering.practice.source_language
            form = f"/{language}/register/{offering.code}/"
            if host not in forms and visit(f"http://{host}{form}").status_code == 200:
                forms[host] = form
        views |= {(host, form): first_view(form, host=host) for host, form in forms.items()}
        heaviest = max(views.values(), key=lambda fetched: sum(fetched.values()))
        assert sum(heaviest.values()) < BUDGET, heaviest
        assert (len(forms), len(views) > 40) == (len(HOSTS), True)

    def test_every_practice_keeps_to_its_own_host(self) -> None:
        practices = {one.site.hostname: one for one in Practice.objects.select_related("site")}
        strangers = dict(zip(HOSTS, [*HOSTS[1:], HOSTS[0]], strict=True))
        pages = {urlsplit(page.full_url)[1:3] for page in live_pages()}
        found = Counter[tuple[bool, bool]]()
        for host, path in pages:
            stranger = strangers[host]
            answer = visit(f"http://{stranger}{path}")
            found[((stranger, path) in pages, answer.status_code == 200)] += 1
            assert practices[host].legal_name not in answer.content.decode()
        # Only where the other has a page at the same address of its own.
        assert set(found) == {(True, True), (False, False)}

    def test_no_page_is_a_draft_and_each_has_a_revision_for_its_editor(self) -> None:
        pages = Page.objects.filter(depth__gt=1)
        assert pages.filter(live=False).count() == 0
        assert pages.filter(has_unpublished_changes=True).count() == 0
        assert pages.filter(live_revision=None).count() == 0

    def test_every_block_is_used(self) -> None:
        used = {
            block.block_type
            for page in live_pages()
            for block in getattr(page.specific, "body", [])
        }
        assert used == set(BodyBlock().child_blocks)

    def test_swedish_and_english_pages_are_full_translations(self) -> None:
        asked_for = Translation.objects.select_related("target_locale", "source")
        unfinished = [
            str(translation.source)
            for translation in asked_for
            if len(set(translation.get_progress())) > 1
        ]
        assert unfinished == []
        for translation in StringTranslation.objects.select_related("translation_of"):
            StringValue.from_translated_html(translation.data)
            validate_translation_links(translation.translation_of.data, translation.data)
        pages = Page.objects.filter(locale__language_code="nb", depth__gt=1)
        questions = Question.objects.filter(locale__language_code="nb")
        shared = Locale.objects.get(language_code="nb")
        words = sum(
            model.objects.filter(locale=shared).count()
            for model in (Audience, Benefit, Principle, Topic)
        )
        counted = Counter(asked_for.values_list("target_locale__language_code", flat=True))
        everything = pages.count() + questions.count() + words
        assert (counted["sv"], counted["en"], words) == (everything, everything, 21)
        assert everything > counted["fi"] > counted["da"] > words

    def test_what_is_shared_is_said_in_the_readers_language(self) -> None:
        page = MethodPage.objects.get(locale__language_code="sv")
        told = visit(page.full_url).content.decode()
        assert "Hitta den blinda fläcken" in told
        assert "Finn blindsonen" not in told

    def test_what_is_missing_in_finnish_is_shown_as_it_was_written(self) -> None:
        told = visit("http://localhost/fi/palvelut/ryhmatyonohjaus/").content.decode()
        # The course beside it exists in Finnish, the method in Norwegian alone.
        assert "Vertaistyönohjaus käytännössä" in told
        assert not MethodPage.objects.filter(locale__language_code="fi").exists()

    def test_translations_open_side_by_side(self) -> None:
        client = Client()
        owner = get_user_model().objects.get(email="ingrid@steinlia.example")
        client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
        page = CoursePage.objects.get(locale__language_code="en", course__code="gruppeveiledning")
        answer = visit(f"http://localhost/admin/pages/{page.pk}/edit/", client=client)
        assert answer.status_code == 200
        assert "wagtail_localize/admin/edit_translation.html" in {
            template.name for template in answer.templates
        }

    def test_all_languages_stand_for_one_course(self) -> None:
        pages = CoursePage.objects.filter(course__code="gruppeveiledning")
        assert {page.locale.language_code for page in pages} == {"nb", "sv", "en", "fi", "da"}
        assert len({page.course_id for page in pages}) == 1

    def test_terms_are_kept_in_every_language(self) -> None:
        kept = TermsVersion.objects.values_list("practice__slug", "language", "number")
        assert set(kept) == {
            *(("steinlia", language, 1) for language in ("nb", "sv", "en", "fi", "da")),
            ("tankelage", "sv", 1),
            ("vandpunkten", "sv", 1),
            ("tyonaari", "fi", 1),
            ("samtalslabbet", "sv", 1),
        }

    def test_offerings_show_every_reason(self) -> None:
        offerings = list(Offering.objects.with_facts())
        states = availability(offerings)
        assert {states[offering.pk].state for offering in offerings} == set(SaleState)
        next_group = Offering.objects.get(code="steinlia-gruppeveiledning-2")
        assert states[next_group.pk].seats_left == 3

    def test_seats_are_sold_in_the_currency_of_the_place(self) -> None:
        manager = Offering.objects.get(code="steinlia-chefer-1")
        assert (manager.currency, manager.vat_rate, manager.waiting_list) == ("SEK", 2500, True)
        in_line = manager.registrations.values_list("state", flat=True)
        assert Counter(in_line) == {
            "confirmed": 2,
            "cancelled": 1,
            "offered": 1,
            "waitlisted": 1,
        }
        finnish = Registration.objects.get(booker_email="paivi.kanervalampi@example.org")
        assert (finnish.currency, finnish.total.gross) == ("EUR", 69_000 * 1255 // 1000)

    def test_a_date_that_is_called_off_pays_everybody_back(self) -> None:
        left = Registration.objects.filter(offering__code="steinlia-kartbordet-ute-1")
        assert set(left.values_list("state", flat=True)) == {"cancelled"}
        assert sum(refund.amount for refund in Refund.objects.filter(registration__in=left)) == (
            3 * 190_000
        )

    def test_a_course_page_that_is_not_kept_yet_takes_few_queries(self) -> None:
        pages = CoursePage.objects.filter(course__code="gruppeveiledning")
        addresses = {page.locale.language_code: page.full_url for page in pages}
        visit(addresses["en"])
        with CaptureQueriesContext(connection) as queries:
            visit(addresses["nb"])
        assert len(queries) <= 15

    def test_every_practice_has_its_own_kind_of_site(self) -> None:
        service = ServicePage.objects.get(slug="i-grupp")
        assert (service.people_min, service.people_max, len(service.levels)) == (5, 8, 4)
        advice = ArticlePage.objects.get(slug="handledning-eller-rad")
        assert "course_cards" in {block.block_type for block in advice.body}
        catalogue = visit("http://tyonaari.localhost/fi/palvelut/?format=group")
        named = [page.title for page in catalogue.context["services"]]
        assert named == [
            "Ryhmätyönohjaus",
            "Potilastyönohjaus",
            "Johdon ja esihenkilöiden työnohjaus",
        ]
        leaders = Offering.objects.get(code="tyonaari-johtajan-poyta-1")
        assert (leaders.currency, leaders.vat_rate) == ("EUR", 2550)

    def test_a_groups_meetings_keep_their_hour_when_summer_time_comes_and_goes(self) -> None:
        [group] = Offering.objects.filter(closed_group=True)
        zone = group.practice.zone
        hours = {one.starts_at.astimezone(zone).hour for one in group.sessions.all()}
        assert hours == {13}

    def test_registrations_are_in_every_state_and_in_order(self) -> None:
        assert set(Registration.objects.values_list("state", flat=True)) == set(State)
        assert set(Registration.objects.values_list("method", flat=True)) == set(
            Registration.Method.values
        )
        three = Registration.objects.get(order_number="B004217")
        assert [bool(person.name) for person in three.participants.all()] == [True, False, False]
        assert Registration.objects.filter(needs_attention=True).count() == 1
        assert list(broken_invariants()) == []

    def test_prices_differ_by_who_comes_and_how_many(self) -> None:
        seats = Participant.objects.exclude(list_price=0)
        assert set(seats.values_list("price_kind", flat=True)) == set(Price.Kind)
        group = Registration.objects.get(order_number="FM0417")
        assert group.total.gross == 4 * 520_000
        with_code = Registration.objects.get(code__code="PRAKSISPARTNER")
        assert with_code.total.gross == 570_000 * 85 // 100
        swedish = Registration.objects.get(code__code="NYCHEF")
        assert swedish.net == 720_000 - 50_000

    def test_a_deposit_is_paid_and_the_rest_is_due_later(self) -> None:
        one = Registration.objects.get(booker_email="astrid.kleppevik@example.org")
        assert (one.state, one.deposit, one.balance_due()) == ("confirmed", 142_500, 427_500)
        assert one.rest_due_at is not None
        assert one.rest_due_at > timezone.now()

    def test_seats_change_hands_and_dates(self) -> None:
        actions = ("substituted", "date_changed", "participants_cancelled", "bank_payment")
        found = HistoryLine.objects.filter(action__in=actions).values_list("action", flat=True)
        # One came instead of another in the series that is over, too.
        assert sorted(found) == sorted((*actions, "substituted"))
        moved = Registration.objects.get(booker_email="sunniva.hellevik@example.org")
        assert moved.offering.code == "steinlia-gruppeveiledning-4"

    def test_what_is_over_was_written_down_in_its_time(self) -> None:
        over = Offering.objects.get(code="steinlia-forste-aret-1")
        ends = [session.ends_at for session in over.sessions_list]
        early = over.sessions_list[0].starts_at - timedelta(weeks=5)
        own = Registration.objects.filter(offering=over)
        assert set(own.values_list("state", "made_at")) == {("confirmed", early)}
        booked = LedgerLine.objects.filter(registration__in=own)
        assert set(booked.values_list("kind", "booked_at")) == {
            ("price", early),
            ("payment", early),
        }
        noted = HistoryLine.objects.filter(registration__in=own).order_by("at", "pk")
        first = noted.filter(registration=own.earliest("pk"))
        assert [line.at for line in first] == [early, early, early, *ends]
        assert first[0].action == "registered"
        assert [line.at for line in noted.filter(action="substituted")] == [ends[3]]
        letters = Letter.objects.filter(registration__in=own)
        assert {letter.status for letter in letters} == {"sent"}
        assert {letter.made_at for letter in letters} == {early, ends[3]}

    def test_one_registration_was_taken_by_telephone_and_paid_into_the_bank(self) -> None:
        [by_hand] = Registration.objects.filter(method="bank")
        assert (by_hand.came_by, by_hand.state, by_hand.balance_due()) == (
            "telephone",
            "confirmed",
            0,
        )

    def test_one_date_is_to_be_decided_about_soon(self) -> None:
        now = timezone.now()
        [near] = decisions_to_make(now=now)
        assert Offering.objects.get(pk=near).code == "steinlia-metaveiledning-2"
        assert not undecided(now=now).exists()

    def test_invoices_are_left_to_the_worker(self) -> None:
        assert not Invoice.objects.exclude(invoice_id=None).exists()
        statuses = Counter(Invoice.objects.values_list("status", flat=True))
        assert statuses == {"created": 8 + 4, "paid": 1}

    def test_the_worker_sends_the_invoices(self) -> None:
        simulator = Simulator()
        stripe_in_process.use(simulator)
        simulator.register_endpoint(
            settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET, lambda *_: 200
        )
        for invoice in Invoice.objects.all():
            bring_in_line(invoice_id=invoice.pk)
        statuses = Counter(Invoice.objects.values_list("status", flat=True))
        assert statuses == {"open": 8 + 4, "paid": 1}
        credit = CreditNote.objects.get()
        # Half of one of two seats, with VAT.
        assert (credit.status, credit.amount) == ("issued", 450_000)
        assert list(broken_invariants()) == []

    def test_people_can_log_in(self) -> None:
        users = get_user_model().objects
        assert {p.email for p in PEOPLE} == set(users.values_list("email", flat=True))
        assert all(user.check_password(PASSWORD) for user in users.all())

    def test_says_where_it_is_and_how_to_log_in(self) -> None:
        output = StringIO()
        call_command("load_demo", "--print-logins", stdout=output)
        said = json.loads(output.getvalue().splitlines()[-1])
        assert [practice["hostname"] for practice in said["practices"]] == HOSTS
        assert [(login["role"], login["practice"]) for login in said["logins"]] == [
            ("administrator", ""),
            ("owner", "Steinlia fagveiledning"),
            ("editor", "Steinlia fagveiledning"),
            ("guest", "Steinlia fagveiledning"),
            ("owner", "Tankeläge"),
            ("owner", "Vändpunkten handledning"),
            ("owner", "Työn ääri"),
            ("owner", "Samtalslabbet"),
        ]
        assert visit(said["course"]).status_code == 200
        assert visit(said["register"]).status_code == 200

    def test_says_what_was_paid_so_that_it_can_be_paid_back(self) -> None:
        output = StringIO()
        call_command("load_demo", "--print-logins", stdout=output)
        said = json.loads(output.getvalue().splitlines()[-1])
        simulator = Simulator()
        for payment in [*said["paid"], *said["paid"]]:
            simulator.adopt_payment("sk_test_demo", **payment)
        booked = PaymentAttempt.objects.filter(status="paid")
        assert [charge["amount"] for charge in simulator.charges.values()] == [
            attempt.amount for attempt in booked.order_by("pk")
        ]
        assert len(simulator.charges) == len(said["paid"]) > 5
        assert simulator.deliver() == []


@pytest.mark.django_db
def test_refuses_where_its_passwords_would_be_a_danger(settings: Any) -> None:
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="development"):
        call_command("load_demo")
    assert not Practice.objects.exists()


def test_courses_are_on_days_when_people_come() -> None:
    for offset in range(0, 800, 3):
        today = date(2026, 1, 1) + timedelta(days=offset)
        days = course_days(today, weeks=3, weekday=1, count=6, weeks_between=4)
        assert all(day.weekday() == 1 for day in days)
        assert all(later > earlier for earlier, later in pairwise(days))
        for day in (*days, course_day(today, weeks=-9, weekday=3)):
            assert day.month != 7
            assert (day.month, day.day) not in {(5, 1), (5, 17), (6, 6), (12, 24), (1, 1)}
        assert course_day(today, weeks=-9, weekday=3) < today < days[0]
