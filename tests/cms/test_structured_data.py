"""Pages in the words of schema.org: valid, and true."""

from datetime import date

from django.core.cache import cache
from django.test import Client

from wagtail.models import Page

import pytest

from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    BasePage,
    ContactPage,
    ContentPage,
    LegalPage,
    MethodPage,
    Practice,
    PricesPage,
    QuestionsPage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from tests.factories import home_of, locale, make_practice, publish
from tests.schema_org.vocabulary import mistakes, things_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HERE = "http://testserver"


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice(
        organisation_number="974760673",
        phone="+47 55 00 00 00",
        address="Fjellveien 2",
        postcode="5014",
        town="Bergen",
    )


def things(client: Client, address: str) -> dict[str, dict[str, object]]:
    found = things_in(client.get(address).text)
    assert [mistake for thing in found for mistake in mistakes(thing)] == []
    return {thing["@type"]: thing for thing in found}


def add(parent: Page, page: BasePage) -> BasePage:
    page.locale = parent.locale
    return publish(Page.objects.get(pk=parent.pk).add_child(instance=page))


def mention(practice: Practice) -> dict[str, str]:
    return {
        "@type": "Organization",
        "@id": f"{HERE}/#practice",
        "name": practice.name,
        "url": f"{HERE}/",
    }


def test_home_tells_who_the_practice_is(client: Client, practice: Practice) -> None:
    told = things(client, "/en/")
    assert set(told) == {"Organization", "WebSite"}
    assert told["Organization"] == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{HERE}/#practice",
        "name": "Steinlia",
        "url": f"{HERE}/",
        "legalName": "Steinlia AS",
        "logo": f"{HERE}/static/img/marks/steinlia-180.png",
        "identifier": "974760673",
        "email": "post@steinlia.example",
        "telephone": "+47 55 00 00 00",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Fjellveien 2",
            "postalCode": "5014",
            "addressLocality": "Bergen",
            "addressCountry": "NO",
        },
    }


def test_a_supervisor_is_a_person_with_credentials(client: Client, practice: Practice) -> None:
    index = home_of(practice).add_child(
        instance=SupervisorIndexPage(title="Veiledere", locale=locale("nb"))
    )
    publish(index)
    page = SupervisorPage(
        title="Ingrid Aasen",
        profession="Sykepleier",
        languages_spoken="norsk, engelsk",
        locale=locale("nb"),
        credentials=[
            (
                "credential",
                {
                    "title": "Veilederutdanning",
                    "issuer": "Høgskolen",
                    "extent": "30 studiepoeng",
                    "year": "2014",
                },
            )
        ],
    )
    publish(index.add_child(instance=page))
    told = things(client, page.url)
    assert told["Person"] == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": f"{page.full_url}#person",
        "name": "Ingrid Aasen",
        "url": page.full_url,
        "jobTitle": "Sykepleier",
        "worksFor": {
            "@type": "Organization",
            "@id": f"{HERE}/#practice",
            "name": "Steinlia",
            "url": f"{HERE}/",
        },
        "knowsLanguage": ["norsk", "engelsk"],
        "hasCredential": [
            {
                "@type": "EducationalOccupationalCredential",
                "name": "Veilederutdanning",
                "description": "30 studiepoeng, 2014",
                "recognizedBy": {"@type": "Organization", "name": "Høgskolen"},
            }
        ],
    }
    names = [item["name"] for item in told["BreadcrumbList"]["itemListElement"]]
    assert names == ["Steinlia nb", "Veiledere", "Ingrid Aasen"]


def test_the_way_down_is_told_however_deep(client: Client, practice: Practice) -> None:
    page = home_of(practice)
    for title in ("One", "Two", "Three"):
        page = page.add_child(instance=ContentPage(title=title, locale=locale("nb")))
        publish(page)
    items = things(client, page.url)["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["item"]["@id"]) for item in items] == [
        (1, f"{HERE}/nb/"),
        (2, f"{HERE}/nb/one/"),
        (3, f"{HERE}/nb/one/two/"),
        (4, f"{HERE}/nb/one/two/three/"),
    ]
    assert "BreadcrumbList" not in things(client, "/nb/")


def test_a_service_tells_by_whom_where_and_for_whom(client: Client, practice: Practice) -> None:
    index = add(home_of(practice, "en"), ServiceIndexPage(title="Services"))
    page = add(
        index,
        ServicePage(
            title="Group supervision",
            lead="For teams",
            levels=["managers", "staff"],
            setting="both",
        ),
    )
    assert things(client, page.url)["Service"] == {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": f"{page.full_url}#service",
        "name": "Group supervision",
        "serviceType": "Group supervision",
        "description": "For teams",
        "url": page.full_url,
        "provider": mention(practice),
        "areaServed": {"@type": "Country", "name": "Norway"},
        "audience": [
            {"@type": "Audience", "audienceType": "Staff"},
            {"@type": "Audience", "audienceType": "Managers"},
        ],
        "availableChannel": {
            "@type": "ServiceChannel",
            "name": "In person or online",
            "availableLanguage": "en",
            "serviceUrl": page.full_url,
        },
    }


def test_an_article_tells_by_whom_and_when(client: Client, practice: Practice) -> None:
    people = add(home_of(practice), SupervisorIndexPage(title="Veiledere"))
    ingrid = add(people, SupervisorPage(title="Ingrid Aasen", profession="Sykepleier"))
    index = add(home_of(practice), ArticleIndexPage(title="Artikler"))
    page = add(
        index,
        ArticlePage(
            title="Råd eller veiledning? " * 8,
            lead="Et spørsmål",
            published_on=date(2026, 3, 2),
            author=ingrid,
            scene="circle",
        ),
    )
    told = things(client, page.url)["Article"]
    assert len(told.pop("headline")) == 110
    assert told.pop("dateModified").startswith(str(page.last_published_at.year))
    assert told == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{page.full_url}#article",
        "description": "Et spørsmål",
        "image": f"{HERE}/static/img/cards/circle.png",
        "datePublished": "2026-03-02",
        "author": {
            "@type": "Person",
            "@id": f"{ingrid.full_url}#person",
            "name": "Ingrid Aasen",
            "url": ingrid.full_url,
        },
        "publisher": mention(practice),
        "mainEntityOfPage": page.full_url,
        "inLanguage": "nb",
    }
    ingrid.unpublish()
    cache.clear()
    assert things(client, page.url)["Article"]["author"] == mention(practice)


def test_questions_are_told_with_their_answers(client: Client, practice: Practice) -> None:
    page = add(
        home_of(practice),
        QuestionsPage(
            title="Spørsmål",
            questions=[
                ("group", "Om kurs"),
                (
                    "question",
                    {"question": "Må jeg forberede meg?", "answer": "<p>Nei &amp; ja</p>"},
                ),
            ],
        ),
    )
    assert things(client, page.url)["FAQPage"] == {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": "Må jeg forberede meg?",
                "acceptedAnswer": {"@type": "Answer", "text": "Nei & ja"},
            }
        ],
    }


def test_pages_that_stand_for_nothing_tell_only_where_they_are(
    client: Client, practice: Practice
) -> None:
    for kind in (ContentPage, MethodPage, PricesPage, ContactPage, LegalPage, QuestionsPage):
        facts = {"kind": "privacy"} if kind is LegalPage else {}
        page = add(home_of(practice), kind(title=kind.__name__, **facts))
        assert set(things(client, page.url)) == {"BreadcrumbList"}, kind
