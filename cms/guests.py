"""Guests: people who may enter the admin for something of their own, and see nothing else there.

Which things these are is known to the apps above; a view that guests may open says so by
``for_guests = True`` on its class.
"""

from typing import Any, Final

from django.contrib.auth.models import Group, Permission

GUESTS: Final = "guests"


def is_guest(user: Any) -> bool:
    """Whether ``user`` is a guest somewhere, read once for each user object."""
    if not user.is_authenticated or not user.is_active:
        return False
    if not hasattr(user, "_is_guest"):
        user._is_guest = user.groups.filter(name=GUESTS).exists()
    return user._is_guest


def let_in(user: Any) -> None:
    """Let ``user`` enter the admin as a guest."""
    group, is_new = Group.objects.get_or_create(name=GUESTS)
    if is_new:
        entering = {"content_type__app_label": "wagtailadmin", "codename": "access_admin"}
        group.permissions.set(Permission.objects.filter(**entering))
    user.groups.add(group)


def keep_out(user: Any) -> None:
    """``user`` is nobody's guest any more; roles in practices stay."""
    user.groups.remove(*Group.objects.filter(name=GUESTS))
