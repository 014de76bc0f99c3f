"""The one policy: who may do what for which practice. Everything asks here."""

from collections import defaultdict
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet

from wagtail.contrib.redirects.models import Redirect
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.guests import is_guest
from cms.models import (
    Audience,
    Benefit,
    LogLine,
    Membership,
    Menu,
    Practice,
    Principle,
    Role,
    Topic,
)

Person = Any  # a User or an AnonymousUser
Rights = dict[str, tuple[str, ...]]

OWNERS: Final = (Role.OWNER,)
STAFF: Final = (Role.OWNER, Role.EDITOR)
ADMINISTRATORS: Final[tuple[str, ...]] = ()

# Who may do what with the facts. What is not named is nobody's.
PRACTICE_RIGHTS: Final[Rights] = {"add": ADMINISTRATORS, "change": OWNERS, "view": OWNERS}
WORDS_RIGHTS: Final[Rights] = {
    "add": STAFF,
    "change": STAFF,
    "delete": STAFF,
    "view": STAFF,
}
MENU_RIGHTS: Final[Rights] = {"change": STAFF, "view": STAFF}
REDIRECT_RIGHTS: Final[Rights] = {
    "add": STAFF,
    "change": STAFF,
    "delete": STAFF,
    "view": STAFF,
}
MEMBERSHIP_RIGHTS: Final[Rights] = {
    "add": ADMINISTRATORS,
    "change": ADMINISTRATORS,
    "delete": ADMINISTRATORS,
    "view": ADMINISTRATORS,
}
OFFERING_RIGHTS: Final[Rights] = {
    "add": OWNERS,
    "change": OWNERS,
    "delete": OWNERS,
    "view": STAFF,
}
CODE_RIGHTS: Final[Rights] = {
    "add": OWNERS,
    "change": OWNERS,
    "delete": OWNERS,
    "view": OWNERS,
}
QUESTION_RIGHTS: Final[Rights] = {
    "add": STAFF,
    "change": STAFF,
    "delete": OWNERS,
    "view": STAFF,
}
TERMS_RIGHTS: Final[Rights] = {"view": STAFF}
REGISTRATION_RIGHTS: Final[Rights] = {"change": OWNERS, "view": OWNERS}
INVITATION_RIGHTS: Final[Rights] = {"add": OWNERS, "change": OWNERS, "view": OWNERS}
# Its lines are added by what is done, and changed by nobody.
HISTORY_RIGHTS: Final[Rights] = {"view": OWNERS}
TEMPLATE_RIGHTS: Final[Rights] = {
    "add": OWNERS,
    "change": OWNERS,
    "delete": OWNERS,
    "view": OWNERS,
}
ENQUIRY_RIGHTS: Final[Rights] = {"change": OWNERS, "view": OWNERS}


def _roles(user: Person) -> dict[int, set[str]]:
    """The user's roles by practice, read once for each user object, that is once a request."""
    if not hasattr(user, "_roles_by_practice"):
        roles: dict[int, set[str]] = defaultdict(set)
        rows = Membership.objects.filter(user=user).values_list("practice", "role")
        for practice_id, role in rows:
            roles[practice_id].add(role)
        user._roles_by_practice = roles
    return user._roles_by_practice


def practices_of(user: Person, *roles: str) -> QuerySet[Practice]:
    """The practices for which ``user`` has one of ``roles``; all of them for an administrator."""
    if not user.is_authenticated or not user.is_active:
        return Practice.objects.none()
    if user.is_superuser:
        return Practice.objects.all()
    own = [practice_id for practice_id, given in _roles(user).items() if given & set(roles)]
    return Practice.objects.filter(pk__in=own)


def has_role(user: Person, *roles: str) -> bool:
    """Whether ``user`` has one of ``roles`` for any practice; an administrator has them all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or any(given & set(roles) for given in _roles(user).values())


def is_only_guest(user: Person) -> bool:
    """Whether ``user`` enters the admin as a guest alone, with no role for any practice."""
    return not user.is_superuser and is_guest(user) and not _roles(user)


def sees_personal_data(user: Person) -> bool:
    """Everything of a practice as its owner, or the names of a few dates as a guest."""
    return has_role(user, *OWNERS) or is_guest(user)


def sees_sensitive_answers(user: Person, practice: Practice) -> bool:
    """Owners alone: an administrator only when he is also the owner."""
    return (
        user.is_authenticated and user.is_active and Role.OWNER in _roles(user).get(practice.pk, ())
    )


class PracticePolicy(BasePermissionPolicy):
    """Rights on a model by the roles that somebody has for the row's practice.

    ``path`` is the look-up from a row to its practice ("" when the row is one). ``rights`` maps
    an action ("add", "change", "delete", "view") to the roles that may; an action that is not
    named is nobody's, not even an administrator's.
    """

    def __init__(self, model: type[Model], *, path: str, rights: Rights) -> None:
        super().__init__(model)
        self.path = path
        self.rights = rights

    def practices(self, user: Person, *actions: str) -> QuerySet[Practice]:
        """The practices on whose rows ``user`` may do one of ``actions``."""
        named = [action for action in actions if action in self.rights]
        if not named:
            return Practice.objects.none()
        return practices_of(user, *{role for action in named for role in self.rights[action]})

    def user_has_permission(self, user: Person, action: str) -> bool:
        return action in self.rights and has_role(user, *self.rights[action])

    def user_has_any_permission(self, user: Person, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Model) -> bool:
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(
        self, user: Person, actions: Any, instance: Model
    ) -> bool:
        return (
            self.instances_user_has_any_permission_for(user, actions)
            .filter(pk=instance.pk)
            .exists()
        )

    def instances_user_has_any_permission_for(self, user: Person, actions: Any) -> QuerySet[Any]:
        return self.narrow(self.model._default_manager.all(), user, actions)

    def narrow(self, rows: QuerySet[Any], user: Person, actions: Any = ()) -> QuerySet[Any]:
        """Those of ``rows`` on which ``user`` may do one of ``actions``, or anything at all."""
        practices = self.practices(user, *(actions or self.rights))
        return rows.filter(**{f"{self.path or 'pk'}__in": practices})

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        roles = {role for action in actions for role in self.rights.get(action, ())}
        return (
            get_user_model()
            .objects.filter(Q(is_superuser=True) | Q(memberships__role__in=roles), is_active=True)
            .distinct()
        )


def register() -> None:
    register_permission_policy(Practice, PracticePolicy(Practice, path="", rights=PRACTICE_RIGHTS))
    register_permission_policy(
        Membership, PracticePolicy(Membership, path="practice", rights=MEMBERSHIP_RIGHTS)
    )
    register_permission_policy(
        LogLine, PracticePolicy(LogLine, path="practice", rights=HISTORY_RIGHTS)
    )
    register_permission_policy(Menu, PracticePolicy(Menu, path="practice", rights=MENU_RIGHTS))
    register_permission_policy(
        Redirect, PracticePolicy(Redirect, path="site__practice", rights=REDIRECT_RIGHTS)
    )
    for words in (Audience, Benefit, Principle, Topic):
        register_permission_policy(
            words, PracticePolicy(words, path="practice", rights=WORDS_RIGHTS)
        )
