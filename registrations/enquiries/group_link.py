"""The one way to a closed group's form: a signed link, given to whoever may register."""

from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from courses.models import Offering

GROUP_LINK_SALT = "registrations.group"


def group_token(offering: Offering) -> str:
    return signing.Signer(salt=GROUP_LINK_SALT, sep=".").sign(offering.code)


def code_behind(token: str) -> str | None:
    """The course date's code; None for what we have not signed."""
    try:
        return signing.Signer(salt=GROUP_LINK_SALT, sep=".").unsign(token)
    except signing.BadSignature:
        return None


def group_address(offering: Offering, *, language: str) -> str:
    """The full address of the form, in ``language``."""
    with override(language):
        path = reverse("register_group", kwargs={"token": group_token(offering)})
    return offering.practice.address_of(path)
