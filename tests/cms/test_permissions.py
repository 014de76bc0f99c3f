"""The policy, and the doors that Wagtail and wagtail-localize leave open."""

from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.test import Client

from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import HomePage, Practice, PracticeImage, Role
from cms.permissions import (
    OFFERING_RIGHTS,
    PracticePolicy,
    practices_of,
    sees_personal_data,
    sees_sensitive_answers,
)
from cms.practice_groups import collection_of
from cms.users.models import User
from courses.models import CourseIndexPage, CoursePage, Offering
from tests.factories import (
    home_of,
    locale,
    make_course_pages,
    make_offering,
    make_practice,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def other() -> Practice:
    return make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )


def test_roles_are_for_one_practice(practice: Practice, other: Practice) -> None:
    owner = make_user(practice=practice, role=Role.OWNER)
    editor = make_user(practice=practice, role=Role.EDITOR)
    root = make_user(is_superuser=True)
    gone = make_user(practice=practice, role=Role.OWNER, is_active=False)
    people = (owner, editor, root, gone, AnonymousUser())
    assert [list(practices_of(user, Role.OWNER)) for user in people] == [
        [practice],
        [],
        [practice, other],
        [],
        [],
    ]
    assert [sees_personal_data(user) for user in people] == [True, False, True, False, False]
    assert [sees_sensitive_answers(user, practice) for user in people] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert not sees_sensitive_answers(owner, other)


def test_what_is_not_named_is_nobodys(practice: Practice) -> None:
    policy = PracticePolicy(Offering, path="course__practice", rights={"view": (Role.OWNER,)})
    offering = make_offering(practice)
    root = make_user(is_superuser=True)
    assert not policy.user_has_permission(root, "change")
    assert not policy.user_has_permission_for_instance(root, "change", offering)
    assert policy.user_has_permission_for_instance(root, "view", offering)


def test_an_owner_here_and_editor_there_changes_only_here(
    practice: Practice, other: Practice
) -> None:
    user = make_user(practice=practice, role=Role.OWNER)
    user.memberships.create(practice=other, role=Role.EDITOR)
    policy = PracticePolicy(Offering, path="course__practice", rights=OFFERING_RIGHTS)
    here, there = make_offering(practice), make_offering(other)
    may = policy.user_has_permission_for_instance
    assert [may(user, "change", here), may(user, "change", there), may(user, "view", there)] == [
        True,
        False,
        True,
    ]
    client = Client()
    client.force_login(user)
    statuses = [
        client.get(f"/admin/offerings/{verb}/{offering.pk}/").status_code
        for verb in ("edit", "inspect")
        for offering in (here, there)
    ]
    assert statuses == [200, 302, 200, 200]


def test_somebody_without_a_role_is_told_so_and_not_sent_in_circles(practice: Practice) -> None:
    client = Client()
    client.force_login(make_user())
    assert client.get("/admin/").status_code == 403


def translator(page: Page, *codenames: str) -> User:
    """Somebody who may translate, but has rights in one language alone."""
    group = Group.objects.create(name="Translators")
    group.permissions.set(
        Permission.objects.filter(codename__in=("access_admin", "submit_translation"))
    )
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    ):
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = make_user()
    user.groups.add(group)
    return user


@pytest.fixture
def norwegian(practice: Practice) -> CoursePage:
    pages = make_course_pages(practice)
    pages["en"].delete()
    return CoursePage.objects.get(pk=pages["nb"].pk)


def test_nothing_is_translated_into_a_language_without_rights_there_w7(
    practice: Practice, norwegian: CoursePage
) -> None:
    client = Client()
    client.force_login(translator(home_of(practice), "add_page", "change_page"))
    address = f"/admin/localize/submit/page/{norwegian.pk}/"
    assert client.get(address).status_code == 200
    client.post(address, {"locales": [locale("en").pk]})
    assert CoursePage.objects.count() == 1


def test_nobody_synchronises_pages_that_he_may_not_edit_w7(
    practice: Practice,
    norwegian: CoursePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    user = translator(home_of(practice), "add_page", "change_page", "publish_page")
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(norwegian, [locale("en")], user=make_user(is_superuser=True))
    client = Client()
    client.force_login(user)
    source = TranslationSource.objects.get(object_id=norwegian.translation_key)
    norwegian.title = "Changed"
    with django_capture_on_commit_callbacks(execute=True):
        norwegian.save_revision().publish()
        answer = client.post(f"/admin/localize/update/{source.pk}/", {"publish_translations": "on"})
    english = CoursePage.objects.get(locale=locale("en"))
    assert (answer.status_code, english.title, english.live) == (404, "Group supervision nb", False)


def test_nobody_publishes_by_turning_a_page_into_an_alias_w7(
    practice: Practice,
    norwegian: CoursePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(norwegian, [locale("en")], user=make_user(is_superuser=True))
    english = CoursePage.objects.get(locale=locale("en"))
    client = Client()
    client.force_login(translator(home_of(practice, "en"), "add_page", "change_page"))
    client.post(f"/admin/localize/page/{english.pk}/convert_to_alias/")
    english.refresh_from_db()
    assert (english.alias_of_id, english.live) == (None, False)


def test_the_subtree_is_never_translated_along_w8(practice: Practice) -> None:
    make_course_pages(practice)
    home = home_of(practice)
    practice.languages = ["nb", "en", "sv"]
    practice.save()
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    client.post(
        f"/admin/localize/submit/page/{home.pk}/",
        {"locales": [locale("sv").pk], "include_subtree": "on"},
    )
    assert list(Page.objects.filter(locale=locale("sv")).values_list("depth", flat=True)) == [2]
    assert Page.find_problems() == ([], [], [], [], [])


def test_filters_of_the_page_explorer_name_colleagues_alone(
    practice: Practice, other: Practice
) -> None:
    editor = make_user("editor@steinlia.example", practice=practice, role=Role.EDITOR)
    stranger = make_user("owner@tankelage.example", practice=other, role=Role.OWNER)
    for user, home in ((editor, home_of(practice)), (stranger, home_of(other, "sv"))):
        home.owner = user
        home.save_revision(user=user, log_action=True).publish(user=user)
    client = Client()
    client.force_login(editor)
    body = client.get(f"/admin/pages/{home_of(practice).pk}/").content.decode()
    assert "owner@tankelage.example" not in body
    assert "Tankelage" not in body


def test_the_page_chooser_shows_own_pages_alone(practice: Practice, other: Practice) -> None:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    strange = home_of(other, "sv")
    answers = [
        client.get(address)
        for address in (
            "/admin/choose-page/",
            "/admin/choose-page/?locale=sv",
            "/admin/choose-page/?page_type=cms.HomePage&locale=sv",
            "/admin/choose-page/search/?q=Tankelage",
        )
    ]
    assert [strange.title in answer.content.decode() for answer in answers] == [False] * 4
    assert client.get(f"/admin/choose-page/{strange.pk}/").status_code == 404


def test_translations_follow_their_source_when_it_is_unpublished_or_moved(
    practice: Practice,
) -> None:
    pages = make_course_pages(practice)
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    client.post(f"/admin/pages/{pages['en'].pk}/unpublish/")
    live = CoursePage.objects.live().order_by("pk")
    assert list(live) == [pages["nb"]]
    pages["en"].save_revision().publish()
    client.post(f"/admin/pages/{pages['nb'].pk}/unpublish/")
    assert list(live.all()) == []
    homes = {code: home_of(practice, code) for code in ("nb", "en")}
    target = homes["nb"].add_child(instance=CourseIndexPage(title="Past", slug="past"))
    other = target.copy_for_translation(locale("en"))
    client.post(f"/admin/pages/{pages['nb'].pk}/move/{target.pk}/confirm/")
    parents = [CoursePage.objects.get(pk=pages[code].pk).get_parent().pk for code in homes]
    assert parents == [target.pk, other.pk]


def make_image(practice: Practice) -> PracticeImage:
    return PracticeImage.objects.create(
        title="A picture", file=get_test_image_file(), collection=collection_of(practice)
    )


@pytest.mark.parametrize("where", ["picture", "body"])
def test_pictures_of_another_practice_are_not_shown_by_knowing_their_number(
    practice: Practice, other: Practice, where: str
) -> None:
    editor = make_user(practice=practice, role=Role.EDITOR)
    home = home_of(practice)
    own, strange = make_image(practice), make_image(other)

    form_class = HomePage.get_edit_handler().get_form_class()

    def with_image(image: PracticeImage) -> bool:
        block = {"image": {"image": image.pk, "alt_text": "A"}, "caption": ""}
        data = {
            "title": home.title,
            "slug": home.slug,
            "picture": image.pk if where == "picture" else "",
            "body": streamfield([("picture", block)] if where == "body" else []),
            "comments": inline_formset([]),
        }
        instance = HomePage.objects.get(pk=home.pk)
        return form_class(nested_form_data(data), instance=instance, for_user=editor).is_valid()

    assert (with_image(own), with_image(strange)) == (True, False)
