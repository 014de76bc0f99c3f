"""Links in running text lead to the reader's language, and cost one query however many they are."""

from typing import Any

from django.utils.translation import override

from wagtail.rich_text import expand_db_html

import pytest

from tests.cms.translating import make_about
from tests.factories import home_of, locale, make_practice, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def link(page: Any) -> str:
    return f'<a linktype="page" id="{page.pk}">x</a>'


def test_links_lead_to_the_readers_language_where_the_page_exists_in_it() -> None:
    practice = make_practice()
    about, home = make_about(practice), home_of(practice)
    text = link(about) + link(home) + '<a linktype="page" id="999999">x</a>'
    with override("en"):
        found = expand_db_html(text)
    assert found == '<a href="/nb/om-oss/">x</a><a href="/en/">x</a><a>x</a>'
    english = about.copy_for_translation(locale("en"))
    with override("en"):
        assert expand_db_html(link(about)) == '<a href="/nb/om-oss/">x</a>'
        publish(english)
        assert expand_db_html(link(about)) == '<a href="/en/om-oss/">x</a>'


def test_three_links_cost_no_more_than_one(django_assert_num_queries: Any) -> None:
    practice = make_practice()
    about, home = make_about(practice), home_of(practice)
    expand_db_html(link(home))
    for text in (link(about), link(about) + link(home) + link(home_of(practice, "en"))):
        with override("en"), django_assert_num_queries(1):
            expand_db_html(text)
