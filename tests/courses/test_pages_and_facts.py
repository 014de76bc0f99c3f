"""What is done to the words of a course leaves its facts alone (W1, W3)."""

from typing import Any

from django.core import serializers
from django.test import Client
from django.urls import reverse

from wagtail_localize.models import StringTranslation, Translation, TranslationSource

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import Practice, Role
from courses.models import (
    Course,
    CoursePage,
    Offering,
    OfferingQuestion,
    OfferingSession,
    Price,
)
from registrations.models import LedgerLine, Participant, Registration
from registrations.seats import availability
from tests.factories import (
    ask,
    locale,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

FACTS = (
    *(Course, Offering, OfferingSession, Price, OfferingQuestion),
    *(Registration, Participant, LedgerLine),
)


def facts() -> str:
    return "".join(serializers.serialize("json", model.objects.order_by("pk")) for model in FACTS)


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def page(practice: Practice) -> CoursePage:
    """A Norwegian course page with a date that people have registered for."""
    pages = make_course_pages(practice)
    pages["en"].delete()
    page = pages["nb"]
    offering = make_offering(practice, course=page.course)
    ask(offering)
    make_invoiced(offering, people=3)
    return CoursePage.objects.get(pk=page.pk)


@pytest.fixture
def editor(practice: Practice, client: Client) -> Client:
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    return client


@pytest.fixture
def commit(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    return lambda: django_capture_on_commit_callbacks(execute=True)


def translate(editor: Client, page: CoursePage, commit: Any) -> CoursePage:
    address = f"/admin/localize/submit/page/{page.pk}/"
    with commit():
        answer = editor.post(address, {"locales": [locale("en").pk]})
    assert answer.status_code == 302
    return CoursePage.objects.get(translation_key=page.translation_key, locale=locale("en"))


def publish_translation(editor: Client, page: CoursePage, commit: Any) -> None:
    with commit():
        answer = editor.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}
        )
    assert answer.status_code == 302


def test_submitting_for_translation_publishes_nothing_and_shares_the_course_w6(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    before = facts()
    english = translate(editor, page, commit)
    assert (english.live, english.course) == (False, page.course)
    assert facts() == before


def test_publishing_a_translation_again_and_again_leaves_the_facts_w1(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    english = translate(editor, page, commit)
    before = facts()
    for _ in range(3):
        publish_translation(editor, english, commit)
    english.refresh_from_db()
    assert (english.live, english.course) == (True, page.course)
    assert facts() == before


def test_translating_and_synchronising_leaves_the_facts_w1_w6(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    english = translate(editor, page, commit)
    before = facts()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    translation = Translation.objects.get(source=source)
    title = source.stringsegment_set.get(context__path="title")
    answer = editor.put(
        f"/admin/localize/translate/{translation.pk}/strings/{title.pk}/edit/",
        data="value=Group supervision in English",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 201
    publish_translation(editor, english, commit)
    page.lead = "Something new."
    with commit():
        page.save_revision().publish()
    with commit():
        editor.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    english.refresh_from_db()
    # Publishing while synchronising would have put the new paragraph live in Norwegian.
    assert (english.title, english.lead) == ("Group supervision in English", "")
    publish_translation(editor, english, commit)
    assert facts() == before
    assert StringTranslation.objects.count() == 1


def test_publishing_an_old_revision_leaves_the_facts_w1(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    old = page.latest_revision
    offering = page.course.offerings.get()
    offering.seats = 10
    offering.save()
    Price.objects.filter(offering=offering).update(amount=700000)
    page.title = "A new title"
    with commit():
        page.save_revision().publish()
    before = facts()
    with commit():
        old.publish()
    page.refresh_from_db()
    assert page.title == "Group supervision nb"
    assert page.course.offerings.get().seats == 10
    assert facts() == before


def test_a_copied_page_gets_a_course_of_its_own_without_dates_w3(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    before = facts()
    with commit():
        answer = editor.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]),
            {
                "new_title": "A copy",
                "new_slug": "a-copy",
                "new_parent_page": page.get_parent().pk,
                "publish_copies": "on",
            },
        )
    assert answer.status_code == 302
    copy = CoursePage.objects.get(slug="a-copy")
    assert copy.course != page.course
    assert list(copy.course.offerings.all()) == []
    Course.objects.filter(pk=copy.course_id).delete()
    assert facts() == before


def test_an_alias_shows_the_same_course_and_no_second_pool_of_seats_w3(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    before = facts()
    with commit():
        editor.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]),
            {
                "new_title": page.title,
                "new_slug": "an-alias",
                "new_parent_page": page.get_parent().pk,
                "publish_copies": "on",
                "alias": "on",
            },
        )
    alias = CoursePage.objects.get(slug="an-alias")
    assert alias.alias_of_id == page.pk
    assert facts() == before
    offering = page.course.offerings.get()
    assert availability([offering])[offering.pk].seats_left == 11
    index = page.get_parent().specific
    cards = Client().get(index.url).context["cards"]
    assert [card.page.pk for card in cards] == [page.pk]


def test_converting_a_translation_to_an_alias_and_back_leaves_the_facts_w1(
    page: CoursePage, editor: Client, commit: Any
) -> None:
    english = translate(editor, page, commit)
    publish_translation(editor, english, commit)
    before = facts()
    with commit():
        answer = editor.post(f"/admin/localize/page/{english.pk}/convert_to_alias/")
    assert answer.status_code == 302
    english.refresh_from_db()
    assert (english.alias_of_id, english.course) == (page.pk, page.course)
    translate(editor, page, commit)
    assert facts() == before


def test_every_language_shows_the_same_date(page: CoursePage, editor: Client, commit: Any) -> None:
    english = translate(editor, page, commit)
    publish_translation(editor, english, commit)
    english.refresh_from_db()
    shown = [Client().get(each.url).context["offerings"] for each in (page, english)]
    assert shown == [[page.course.offerings.get()]] * 2


def test_a_course_page_names_those_who_arrange_it_too(practice: Practice) -> None:
    page = make_course_pages(practice)["nb"]
    page.co_organisers = "Fjellvang kommune"
    publish(page)
    # Asked with a query, no page comes from the cache.
    body = Client().get(page.url, {"whole": "1"}).content.decode()
    assert "Fjellvang kommune" in body
