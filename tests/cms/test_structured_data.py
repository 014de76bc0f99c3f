"""Pages in the words of schema.org: valid, and true."""

from django.core.cache import cache
from django.test import Client

import pytest

from cms.models import ContentPage, Practice, SupervisorIndexPage, SupervisorPage
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
