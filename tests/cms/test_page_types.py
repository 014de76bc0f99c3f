"""Each kind of page, as a visitor sees it."""

import datetime
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data

import pytest

from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    ArticleTopic,
    Audience,
    ContactPage,
    ContentPage,
    LegalPage,
    Menu,
    MenuLink,
    MethodPage,
    Practice,
    PricesPage,
    QuestionsPage,
    Role,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
    Topic,
)
from cms.templatetags.service_facts import facts_in_words, in_short
from tests.factories import (
    home_of,
    locale,
    make_course_pages,
    make_offering,
    make_practice,
    make_user,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def add(parent: Page, page: Page) -> Any:
    page.locale = parent.locale
    return publish(Page.objects.get(pk=parent.pk).add_child(instance=page))


def get(page: Page) -> str:
    # A query keeps the page out of the cache, whose generations rise on commit alone.
    response = Client().get(page.get_url(), {"uncached": "1"})
    assert response.status_code == 200
    return response.content.decode()


def queries(page: Page) -> int:
    get(page)
    with CaptureQueriesContext(connection) as seen:
        get(page)
    return len(seen)


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def catalogue(practice: Practice) -> ServiceIndexPage:
    return add(home_of(practice), ServiceIndexPage(title="Tjenester"))


@pytest.fixture
def ingrid(practice: Practice) -> SupervisorPage:
    index = add(home_of(practice), SupervisorIndexPage(title="Veilederne"))
    return add(index, SupervisorPage(title="Ingrid", profession="Sykepleier"))


def service(catalogue: ServiceIndexPage, title: str, **facts: Any) -> ServicePage:
    return add(catalogue, ServicePage(title=title, **facts))


def test_a_service_tells_its_facts_in_words(catalogue: ServiceIndexPage) -> None:
    page = service(
        catalogue,
        "Gruppe",
        frequency_min=3,
        frequency_max=4,
        frequency_unit="week",
        minutes_min=90,
        minutes_max=120,
        people_min=5,
        people_max=8,
        formats=["group"],
        facts_note="Alltid tilpasset",
    )

    with override("en"):
        assert facts_in_words(page) == [
            ("How often", "Every 3–4 weeks"),
            ("How long", "90–120 minutes"),
            ("How many", "5–8 people"),
            ("Where", "In person"),
        ]
        assert in_short(page) == ["Every 3–4 weeks", "90–120 minutes", "5–8 people"]
    assert "Alltid tilpasset" in get(page)


def test_the_catalogue_is_narrowed_by_facets(catalogue: ServiceIndexPage) -> None:
    service(catalogue, "Alene", formats=["individual"], setting="online")
    service(catalogue, "Sammen", formats=["group", "team"])
    everything = get(catalogue)
    assert "Alene" in everything
    assert "Sammen" in everything
    client = Client()
    some = client.get(catalogue.get_url(), {"format": "team"}).content.decode()
    assert "Sammen" in some
    assert "Alene" not in some
    unknown = client.get(catalogue.get_url(), {"format": "<nonsense>"}).content.decode()
    assert "Alene" in unknown
    assert "Sammen" in unknown
    assert "<nonsense>" not in unknown


def test_services_supervisors_and_methods_lead_to_one_another(
    catalogue: ServiceIndexPage, ingrid: SupervisorPage, practice: Practice
) -> None:
    method = add(home_of(practice), MethodPage(title="Kartbordet"))
    page = service(
        catalogue,
        "Gruppe",
        supervisors=[("page", ingrid)],
        methods=[("page", method)],
    )
    assert ingrid.get_url() in get(page)
    assert method.get_url() in get(page)
    assert page.get_url() in get(ingrid)
    assert page.get_url() in get(method)


def test_articles_are_listed_by_topic_and_show_their_course(
    practice: Practice, ingrid: SupervisorPage
) -> None:
    course = make_course_pages(practice)["nb"]
    make_offering(practice, course=course.course, town="Voss")
    index = add(home_of(practice), ArticleIndexPage(title="Artikler"))
    topic = Topic.objects.create(
        practice=practice, name="Avtaler", slug="avtaler", locale=locale("nb")
    )
    with_topic = add(
        index,
        ArticlePage(
            title="Fem avtaler",
            published_on=datetime.date(2026, 3, 1),
            author=ingrid,
            related_course=course,
            topics=[ArticleTopic(topic=topic)],
        ),
    )
    add(index, ArticlePage(title="Skjermrommet", published_on=datetime.date(2026, 4, 1)))
    listed = get(index)
    assert listed.index("Skjermrommet") < listed.index("Fem avtaler")
    of_topic = Client().get(index.get_url(), {"topic": "avtaler"}).content.decode()
    assert "Fem avtaler" in of_topic
    assert "Skjermrommet" not in of_topic
    shown = get(with_topic)
    assert "Voss" in shown
    assert ingrid.get_url() in shown
    assert "Avtaler" in shown


def test_a_card_of_a_course_is_live_and_hides_when_past(practice: Practice) -> None:
    course = make_course_pages(practice)["nb"]
    offering = make_offering(practice, course=course.course, town="Voss")
    cards = [("course_cards", {"heading": "Kurset", "pages": [course]})]
    page = add(home_of(practice), ContentPage(title="Side", body=cards))
    assert "Voss" in get(page)
    offering.sessions.update(
        ends_at=datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC),
        starts_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC),
    )
    assert "Voss" not in get(page)


def test_shared_words_are_read_in_the_readers_language_and_may_be_overridden(
    practice: Practice,
) -> None:
    nurses = Audience.objects.create(
        practice=practice, name="Sykepleiere", text="Felles tekst", locale=locale("nb")
    )
    leads = Audience.objects.create(
        practice=practice, name="Ledere", text="Felles om ledere", locale=locale("nb")
    )
    in_english = nurses.copy_for_translation(locale("en"))
    in_english.name, in_english.text = "Nurses", "Shared text"
    in_english.save()
    body = [
        (
            "audience_list",
            {
                "heading": "For hvem",
                "items": [
                    {"shared": nurses, "who": "", "text": ""},
                    {"shared": leads, "who": "", "text": "Eget"},
                ],
            },
        )
    ]
    norwegian = get(add(home_of(practice), ContentPage(title="Side", body=body)))
    assert "Felles tekst" in norwegian
    assert "Eget" in norwegian
    assert "Felles om ledere" not in norwegian
    english = get(add(home_of(practice, "en"), ContentPage(title="Page", body=body)))
    assert "Nurses" in english
    assert "Shared text" in english
    assert "Felles tekst" not in english
    assert '<li class="piece" lang="nb">' in english


def test_questions_prices_ways_and_legal_pages_answer(practice: Practice) -> None:
    home = home_of(practice)
    questions = add(
        home,
        QuestionsPage(
            title="Spørsmål",
            questions=[("question", {"question": "Hva koster det?", "answer": "<p>Lite</p>"})],
        ),
    )
    assert "Hva koster det?" in get(questions)
    prices = add(
        home, PricesPage(title="Priser", prices=[("row", {"what": "Time", "price": "900 kr"})])
    )
    assert "900 kr" in get(prices)
    contact = add(
        home,
        ContactPage(
            title="Kontakt",
            routes=[("route", {"kind": "phone", "label": "Ring", "value": "+47 55 00"})],
        ),
    )
    assert 'href="tel:+4755 00"' not in get(contact)
    assert 'href="tel:+475500"' in get(contact)
    legal = add(home, LegalPage(title="Personvern", kind="privacy", text="<p>Vern</p>"))
    assert "Vern" in get(legal)


def test_headings_of_a_long_page_are_listed_with_anchors_of_their_own(practice: Practice) -> None:
    body = [("heading", "Først"), ("paragraph", "<p>Tekst</p>"), ("heading", "Først")]
    page = add(home_of(practice), ContentPage(title="Lang", body=body, show_contents=True))
    shown = get(page)
    assert '<a href="#frst">Først</a>' in shown
    assert '<a href="#frst-2">Først</a>' in shown
    assert 'id="frst"' in shown
    assert 'id="frst-2"' in shown


def test_a_menu_shows_its_links_in_the_readers_language(practice: Practice) -> None:
    home, english_home = home_of(practice), home_of(practice, "en")
    about = add(home, ContentPage(title="Om oss, og litt til", menu_title="Om oss"))
    add(english_home, ContentPage(title="About us", translation_key=about.translation_key))
    hidden = add(home, ContentPage(title="Bortgjemt", show_in_menus=True))
    menu = Menu.objects.get(practice=practice)
    MenuLink.objects.create(menu=menu, page=about, place="header")
    menu.save()
    norwegian, english = get(home), get(english_home)
    assert ">Om oss</a>" in norwegian
    assert ">About us</a>" in english
    assert hidden.title not in norwegian


def test_queries_do_not_grow_with_the_rows_of_a_list(
    practice: Practice, catalogue: ServiceIndexPage, ingrid: SupervisorPage
) -> None:
    index = add(home_of(practice), ArticleIndexPage(title="Artikler"))
    method = add(home_of(practice), MethodPage(title="Kartbordet"))
    counts = []
    for size in (1, 3):
        while ServicePage.objects.count() < size:
            number = ServicePage.objects.count()
            service(
                catalogue,
                f"Tjeneste {number}",
                supervisors=[("page", ingrid)],
                methods=[("page", method)],
            )
            add(index, ArticlePage(title=f"Artikkel {number}"))
        pages = (
            catalogue,
            ServicePage.objects.first(),
            ingrid,
            method,
            index,
            ArticlePage.objects.first(),
        )
        counts.append([queries(page) for page in pages])
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 15


def test_a_page_takes_no_words_of_another_practice(practice: Practice) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    theirs = Audience.objects.create(practice=other, name="Deras", locale=locale("sv"))
    editor = make_user(practice=practice, role=Role.EDITOR)
    page = add(home_of(practice), ContentPage(title="Side"))
    form_class = ContentPage.get_edit_handler().get_form_class()
    rows = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "audience_list",
        "body-0-id": "",
        "body-0-value-heading": "For hvem",
        "body-0-value-items-count": "1",
        "body-0-value-items-0-deleted": "",
        "body-0-value-items-0-order": "0",
        "body-0-value-items-0-id": "",
        "body-0-value-items-0-value-shared": str(theirs.pk),
        "body-0-value-items-0-value-who": "",
        "body-0-value-items-0-value-text": "",
    }
    data = nested_form_data({"title": "Side", "slug": "side", "comments": inline_formset([])})
    data |= rows
    form = form_class(data, instance=page, for_user=editor)
    with override("en"):
        assert not form.is_valid()
    assert form.non_field_errors() == ["Choose pages, pictures and words of your own practice."]


def test_lists_do_not_name_private_pages(catalogue: ServiceIndexPage) -> None:
    hidden = service(catalogue, "Bare for ansatte")
    service(catalogue, "For alle")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    listed = get(catalogue)
    assert "For alle" in listed
    assert hidden.title not in listed


def test_cards_do_not_name_private_courses(practice: Practice) -> None:
    page = make_course_pages(practice)["nb"]
    make_offering(practice, course=page.course)
    assert page.title in get(home_of(practice))
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert page.title not in get(home_of(practice))
    assert page.title not in get(page.get_parent())
