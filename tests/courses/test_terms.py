"""Terms: each published text is kept as it stood."""

import pytest

from cms.models import TermsPage
from courses.models import TermsVersion
from courses.terms import current_terms
from tests.factories import make_practice, publish

pytestmark = pytest.mark.django_db


def test_publishing_a_changed_text_makes_a_new_version_and_keeps_the_old() -> None:
    practice = make_practice()
    page = TermsPage.objects.get(locale__language_code="nb")
    page.text = "<p>New terms.</p>"
    publish(page)
    publish(page)
    versions = TermsVersion.objects.filter(language="nb").order_by("number")
    assert [(v.number, v.html) for v in versions] == [
        (1, "<p>Terms of steinlia in nb.</p>"),
        (2, "<p>New terms.</p>"),
    ]
    assert current_terms(practice=practice, language="nb").number == 2


def test_a_missing_language_falls_back_to_the_practices_own() -> None:
    practice = make_practice()
    assert current_terms(practice=practice, language="sv").language == "nb"


def test_an_old_version_stays_readable(client) -> None:
    make_practice()
    page = client.get("/en/terms/nb/1/")
    assert page.status_code == 200
    assert "Terms of steinlia in nb." in page.text
    assert client.get("/en/terms/nb/9/").status_code == 404
