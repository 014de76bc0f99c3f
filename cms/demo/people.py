"""Who can log in to the demo. For development alone: the passwords are no secrets."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth import get_user_model

from wagtail.users.models import UserProfile

from cms.models import Membership, Practice, Role

PASSWORD: Final = "kollegium-demo"  # noqa: S105 - shown to everybody who runs the demo


@dataclass(frozen=True)
class DemoPerson:
    email: str
    first_name: str
    last_name: str
    language: str
    practice: str = ""
    role: str = ""

    @property
    def is_administrator(self) -> bool:
        return not self.role


# No role for a practice: a guest helps with a course date.
GUEST: Final = "guest"

ADMINISTRATOR: Final = DemoPerson("admin@example.org", "Astrid", "Administrator", "en")
PEOPLE: Final = (
    ADMINISTRATOR,
    DemoPerson("ingrid@steinlia.example", "Ingrid", "Aasheim", "nb", "steinlia", Role.OWNER),
    DemoPerson("redaktor@steinlia.example", "Runa", "Tveitane", "nb", "steinlia", Role.EDITOR),
    DemoPerson("jonas@skoleblikk.example", "Jonas", "Refsdal", "nb", "steinlia", GUEST),
    DemoPerson("linnea@tankelage.example", "Linnea", "Fallmark", "sv", "tankelage", Role.OWNER),
    DemoPerson("ylva@vandpunkten.example", "Ylva", "Häggmyr", "sv", "vandpunkten", Role.OWNER),
    DemoPerson("reetta@tyonaari.example", "Reetta", "Lehmusaro", "fi", "tyonaari", Role.OWNER),
    DemoPerson(
        "nadia@samtalslabbet.example", "Nadia", "Tegelhag", "sv", "samtalslabbet", Role.OWNER
    ),
)


def load_person(person: DemoPerson) -> Any:
    """The user of ``person``, made when there is none; an existing one is left alone."""
    users = get_user_model().objects
    user = users.filter(email__iexact=person.email).first()
    if user is None:
        make = users.create_superuser if person.is_administrator else users.create_user
        user = make(
            person.email, PASSWORD, first_name=person.first_name, last_name=person.last_name
        )
        _prefer_language(user, person.language)
    return user


def _prefer_language(user: Any, language: str) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def load_members(practice: Practice) -> Any:
    """Give the practice its people; return its owner."""
    owner = None
    for person in PEOPLE:
        if person.practice == practice.slug:
            user = load_person(person)
            if person.role == GUEST:
                continue
            Membership.objects.get_or_create(user=user, practice=practice, role=person.role)
            if person.role == Role.OWNER:
                owner = owner or user
    return owner
