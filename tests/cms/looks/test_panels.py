"""An owner chooses how the site looks; what cannot be read is refused with the reason."""

from django.core.cache import cache
from django.test import Client

from wagtail.images.tests.utils import get_test_image_file
from wagtail.users.models import UserProfile

import pytest

from cms.models import Practice, PracticeImage, Role
from cms.practice_groups import collection_of
from tests.cms.test_viewsets import typed
from tests.factories import home_of, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def practice(client: Client) -> Practice:
    cache.clear()
    practice = make_practice()
    owner = make_user(practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=owner, preferred_language="en")
    client.force_login(owner)
    return practice


def save(client: Client, practice: Practice, **changes: object) -> dict[str, list[str]]:
    """Save the form and return what was wrong with it."""
    response = client.post(f"/admin/practices/edit/{practice.pk}/", typed(**changes))
    return {} if response.status_code == 302 else dict(response.context["form"].errors)


def make_logo(practice: Practice) -> PracticeImage:
    return PracticeImage.objects.create(
        title="Logo", file=get_test_image_file(), collection=collection_of(practice)
    )


def test_own_colours_are_laid_over_the_palette(client: Client, practice: Practice) -> None:
    assert save(client, practice, palette="tankelage", light_accent="#204080") == {}
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.colours.light["accent"] == "#204080"
    assert practice.colours.light["ground"] == "#f5f5f2"


def test_a_colour_that_cannot_be_read_is_refused_with_the_reason(
    client: Client, practice: Practice
) -> None:
    mistakes = save(client, practice, light_accent="#f0936a")
    assert mistakes == {
        "light_accent": [
            "Buttons and marks on the page's ground: the contrast is 2.05 to 1, and 4.5 to 1 is "
            "needed. The nearest shade that reaches it is #9a5e44."
        ]
    }
    practice.refresh_from_db()
    assert practice.light_accent == ""


def test_the_suggested_shade_is_accepted(client: Client, practice: Practice) -> None:
    assert save(client, practice, light_accent="#9a5e44") == {}


def test_the_dark_scheme_is_checked_as_well(client: Client, practice: Practice) -> None:
    mistakes = save(client, practice, dark_text="#444444", dark_brand="#333333")
    assert sorted(mistakes) == ["dark_brand", "dark_text"]


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#123456; }", "url(x)"])
def test_what_is_no_colour_is_refused(client: Client, practice: Practice, colour: str) -> None:
    assert list(save(client, practice, light_ground=colour)) == ["light_ground"]


def test_the_logo_stands_in_the_header_with_its_words(client: Client, practice: Practice) -> None:
    assert save(client, practice, logo=make_logo(practice).pk, logo_text="Stein & Li") == {}
    page = Client().get(home_of(practice, "nb").url).content.decode()
    assert 'class="site-logo"' in page
    assert 'alt="Stein &amp; Li"' in page
    assert "site-mark" not in page


def test_a_logo_without_words_says_the_name(client: Client, practice: Practice) -> None:
    save(client, practice, logo=make_logo(practice).pk)
    assert 'alt="Steinlia"' in Client().get(home_of(practice, "nb").url).content.decode()


def test_without_a_logo_the_name_is_written_out(practice: Practice) -> None:
    page = Client().get(home_of(practice, "nb").url).content.decode()
    assert "<span>Steinlia</span>" in page


def test_a_picture_of_another_practice_is_no_logo(client: Client, practice: Practice) -> None:
    other = make_practice("other", hostname="other.test", default=False)
    mistakes = save(client, practice, logo=make_logo(other).pk)
    assert mistakes == {"logo": ["Velg et bilde fra din egen virksomhet."]}
