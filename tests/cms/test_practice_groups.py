"""Memberships become Wagtail's groups."""

from django.contrib.auth.models import Group

import pytest

from cms.models import HomePage, Membership, Role
from cms.practice_groups import collection_of, group_name
from tests.factories import home_of, locale, make_practice, make_user

pytestmark = pytest.mark.django_db


def names(practice, role):
    return set(
        Group.objects.get(name=group_name(practice, role)).user_set.values_list("email", flat=True)
    )


def test_members_are_put_in_and_taken_out():
    practice = make_practice()
    user = make_user("a@example.org", practice=practice, role=Role.EDITOR)
    assert names(practice, Role.EDITOR) == {"a@example.org"}
    membership = Membership.objects.get(user=user)
    membership.role = Role.OWNER
    membership.save()
    assert (names(practice, Role.EDITOR), names(practice, Role.OWNER)) == (
        set(),
        {"a@example.org"},
    )
    membership.delete()
    assert names(practice, Role.OWNER) == set()


def test_an_editor_may_publish_in_every_language_of_the_own_practice_alone():
    practice = make_practice()
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    user = make_user(practice=practice, role=Role.EDITOR)
    may = [
        home.permissions_for_user(user).can_publish()
        for home in (home_of(practice, "nb"), home_of(practice, "en"), home_of(other, "sv"))
    ]
    assert may == [True, True, False]


def test_a_new_language_of_the_home_page_is_given_to_the_roles():
    practice = make_practice(languages=("nb",))
    user = make_user(practice=practice, role=Role.EDITOR)
    home = home_of(practice).copy_for_translation(locale("sv"))
    assert HomePage.objects.get(pk=home.pk).permissions_for_user(user).can_edit()


def test_the_collection_follows_the_practice_when_it_is_renamed():
    practice = make_practice()
    before = collection_of(practice)
    practice.name = "Another name"
    practice.save()
    after = collection_of(practice)
    assert (after.pk, after.name) == (before.pk, "Another name")


def test_what_was_given_by_hand_is_put_right():
    practice = make_practice()
    stranger = make_user()
    Group.objects.get(name=group_name(practice, Role.OWNER)).user_set.add(stranger)
    practice.save()
    assert names(practice, Role.OWNER) == set()
