"""Memberships as Wagtail's groups, because its pages, pictures and documents know nothing else.

``Membership`` rows are the truth. Each practice has a group of owners and one of editors, made
from them; whatever was changed in these groups by hand is put right at the next occasion.
"""

from typing import Final

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.permissions import policy_registry

from cms.approval import sync_approval
from cms.models import Membership, Practice, Role
from cms.permissions import PracticePolicy

PAGE_PERMISSIONS: Final = {
    Role.EDITOR: {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
    Role.OWNER: {
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
        "bulk_delete_page",
    },
}
COLLECTION_PERMISSIONS: Final = {
    "wagtaildocs": {"add_document", "change_document", "choose_document"},
    # Wagtail asks for the rights of its own image model, whichever is used.
    "wagtailimages": {"add_image", "change_image", "choose_image"},
}
GENERAL_PERMISSIONS: Final = {
    ("wagtailadmin", "access_admin"),
    ("wagtail_localize", "submit_translation"),
}


def group_name(practice: Practice, role: str) -> str:
    """By the short name, which never changes."""
    return f"{practice.slug} – {role}s"


@transaction.atomic
def sync_practice(practice: Practice) -> None:
    """Give the practice's groups what its roles may do, and put its members in."""
    collection = _collection(practice)
    homes = list(practice.home_pages())
    for role in PAGE_PERMISSIONS:
        group, _created = Group.objects.get_or_create(name=group_name(practice, role))
        group.permissions.set(_general_permissions(role))
        _set_page_permissions(group, homes, _page_permissions(practice, role))
        _set_collection_permissions(group, collection)
        members = Membership.objects.filter(practice=practice, role=role)
        group.user_set.set(members.values_list("user", flat=True))
        if role == Role.OWNER:
            sync_approval(practice, group, homes)


def _page_permissions(practice: Practice, role: str) -> set[str]:
    """Where an owner approves, editors write and submit."""
    submits = practice.owner_approves and role == Role.EDITOR
    return PAGE_PERMISSIONS[role] - ({"publish_page"} if submits else set())


def _general_permissions(role: str) -> list[Permission]:
    """Reaching the admin, and the policies' rights once more for packages that ask Django."""
    wanted = Q()
    for app, codename in GENERAL_PERMISSIONS:
        wanted |= Q(content_type__app_label=app, codename=codename)
    for model, policy in policy_registry.values_by_class.items():
        if isinstance(policy, PracticePolicy):
            actions = [action for action, roles in policy.rights.items() if role in roles]
            codenames = [get_permission_codename(action, model._meta) for action in actions]
            wanted |= Q(
                content_type=ContentType.objects.get_for_model(model), codename__in=codenames
            )
    return list(Permission.objects.filter(wanted))


def _set_page_permissions(group: Group, homes: list[Page], codenames: set[str]) -> None:
    permissions = list(
        Permission.objects.filter(
            content_type=ContentType.objects.get_for_model(Page), codename__in=codenames
        )
    )
    rows = GroupPagePermission.objects.filter(group=group)
    rows.exclude(page__in=homes, permission__in=permissions).delete()
    existing = set(rows.values_list("page", "permission"))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=home, permission=permission)
        for home in homes
        for permission in permissions
        if (home.pk, permission.pk) not in existing
    )


def _set_collection_permissions(group: Group, collection: Collection) -> None:
    wanted = Q()
    for app, codenames in COLLECTION_PERMISSIONS.items():
        wanted |= Q(content_type__app_label=app, codename__in=codenames)
    rows = GroupCollectionPermission.objects.filter(group=group)
    rows.exclude(collection=collection).delete()
    existing = set(rows.values_list("permission", flat=True))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in Permission.objects.filter(wanted)
        if permission.pk not in existing
    )


def _collection(practice: Practice) -> Collection:
    """The practice's pictures and documents; found by its groups, so that it can be renamed."""
    names = [group_name(practice, role) for role in PAGE_PERMISSIONS]
    collection = Collection.objects.filter(group_permissions__group__name__in=names).first()
    if collection is None:
        return Collection.get_first_root_node().add_child(name=practice.name)
    if collection.name != practice.name:
        collection.name = practice.name
        collection.save()
    return collection


def collection_of(practice: Practice) -> Collection:
    """Where the practice's pictures and documents belong."""
    with transaction.atomic():
        return _collection(practice)


def practice_of_collection(collection: Collection) -> Practice | None:
    """Whose pictures and documents these are."""
    groups = Group.objects.filter(collection_permissions__collection=collection)
    names = set(groups.values_list("name", flat=True))
    for practice in Practice.objects.all():
        if names & {group_name(practice, role) for role in PAGE_PERMISSIONS}:
            return practice
    return None


def practice_of_home(home: Page) -> Practice | None:
    return Practice.objects.filter(site__root_page__translation_key=home.translation_key).first()
