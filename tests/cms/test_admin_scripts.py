"""The words that scripts put on the screen of the administration."""

import json
import re
from pathlib import Path
from typing import Any

from django.test import Client

import wagtail
from wagtail.users.models import UserProfile

import polib
import pytest

from cms.models import Role
from tests.factories import make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SOURCE = Path(wagtail.__file__).parent / "admin/locale/en/LC_MESSAGES/djangojs.po"
# A name between two values, and nothing else.
NOTHING_TO_SAY = {"%(time_zone_option)s: %(localized_time_zone_label)s"}


def catalogue(language: str) -> dict[str, Any]:
    """What is answered to an owner who reads ``language`` in a Norwegian browser."""
    owner = make_user(practice=make_practice(), role=Role.OWNER)
    UserProfile.objects.create(user=owner, preferred_language=language)
    client = Client(headers={"Accept-Language": "nb"})
    client.force_login(owner)
    answer = client.get("/admin/jsi18n/").content.decode()
    return json.loads(re.search(r"newcatalog = (\{.*?\n  \});", answer, re.DOTALL)[1])


def test_scripts_speak_the_users_language_not_the_browsers() -> None:
    said = catalogue("fi")
    assert (said["Cancel"], said["Toggle sidebar"]) == ("Peruuta", "Näytä tai piilota sivupalkki")
    assert said["%(num)s error"] == ["%(num)s virhe", "%(num)s virhettä"]


@pytest.mark.parametrize("language", ["nb", "sv", "fi", "da"])
def test_every_sentence_of_the_scripts_is_translated(language: str) -> None:
    wanted = {entry.msgid for entry in polib.pofile(str(SOURCE))} - NOTHING_TO_SAY
    said = catalogue(language)
    assert wanted - set(said) == set()
