"""The one policy: who may do what for which practice. Everything asks here."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from cms.models import Membership, Practice, Role

Person = Any  # a User or an AnonymousUser


def practices_of(user: Person, *roles: str) -> QuerySet[Practice]:
    """The practices for which ``user`` has one of ``roles``; all of them for an administrator."""
    if not user.is_authenticated or not user.is_active:
        return Practice.objects.none()
    if user.is_superuser:
        return Practice.objects.all()
    return Practice.objects.filter(
        pk__in=Membership.objects.filter(user=user, role__in=roles).values("practice")
    )


def sees_personal_data(user: Person) -> bool:
    return practices_of(user, Role.OWNER).exists()


def sees_sensitive_answers(user: Person, practice: Practice) -> bool:
    """Owners alone: an administrator only when he is also the owner."""
    return (
        user.is_authenticated
        and user.is_active
        and Membership.objects.filter(user=user, practice=practice, role=Role.OWNER).exists()
    )


class PracticePolicy(BasePermissionPolicy):
    """Rights on a model by the roles that somebody has for the row's practice.

    ``path`` is the look-up from a row to its practice ("" when the row is one). ``rights`` maps
    an action ("add", "change", "delete", "view") to the roles that may; an action that is not
    named is nobody's, not even an administrator's.
    """

    def __init__(self, model: type[Model], *, path: str, rights: dict[str, tuple[str, ...]]) -> None:
        super().__init__(model)
        self.path = path
        self.rights = rights

    def practices(self, user: Person, action: str) -> QuerySet[Practice]:
        if action not in self.rights:
            return Practice.objects.none()
        return practices_of(user, *self.rights[action])

    def user_has_permission(self, user: Person, action: str) -> bool:
        return self.practices(user, action).exists()

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Model) -> bool:
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(
        self, user: Person, actions: Any, instance: Model
    ) -> bool:
        return any(self.user_has_permission_for_instance(user, a, instance) for a in actions)

    def instances_user_has_any_permission_for(self, user: Person, actions: Any) -> QuerySet[Any]:
        if isinstance(user, AnonymousUser):
            return self.model._default_manager.none()
        allowed = Q(pk__in=[])
        for action in actions:
            allowed |= Q(**{f"{self.path or 'pk'}__in": self.practices(user, action)})
        return self.model._default_manager.filter(allowed)

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        roles = {role for action in actions for role in self.rights.get(action, ())}
        return get_user_model().objects.filter(
            Q(is_superuser=True) | Q(memberships__role__in=roles), is_active=True
        ).distinct()
