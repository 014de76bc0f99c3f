"""Where somebody is logged in, in words, and ending it."""

from django.test import Client

import pytest
from allauth.usersessions.models import UserSession

from cms.models import Practice, Role
from cms.sessions import device_in_words
from cms.users.models import User
from tests.factories import make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"
)


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def owner(practice: Practice) -> User:
    return make_user(practice=practice, role=Role.OWNER)


def log_in(user: User, agent: str) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/account/login/", {"login": user.email, "password": "a-long-password"})
    return client


@pytest.mark.parametrize(
    ("agent", "words"),
    [(PHONE, "Safari, iPhone"), (EDGE, "Edge, Windows"), ("curl/8", "En ukjent nettleser")],
)
def test_a_browser_is_told_in_plain_words(agent: str, words: str) -> None:
    assert device_in_words(agent) in (words, "An unknown browser")


def test_one_session_is_ended_and_the_others_stay(owner: User) -> None:
    here, phone = log_in(owner, EDGE), log_in(owner, PHONE)
    body = here.get("/admin/sessions/").content.decode()
    assert ("Safari, iPhone" in body, "Edge, Windows" in body) == (True, True)
    of_phone = UserSession.objects.get(user_agent=PHONE)
    here.post("/admin/sessions/", {"session": of_phone.pk})
    assert [client.get("/admin/").status_code for client in (here, phone)] == [200, 302]


def test_all_others_are_ended_at_once(owner: User) -> None:
    clients = [log_in(owner, EDGE), log_in(owner, PHONE), log_in(owner, PHONE)]
    clients[0].post("/admin/sessions/")
    assert [client.get("/admin/").status_code for client in clients] == [200, 302, 302]


def test_somebody_elses_session_is_not_ended(owner: User, practice: Practice) -> None:
    editor = log_in(make_user(practice=practice, role=Role.EDITOR), EDGE)
    theirs = UserSession.objects.get()
    log_in(owner, PHONE).post("/admin/sessions/", {"session": theirs.pk})
    assert editor.get("/admin/").status_code == 200


def test_it_is_noted_when_a_session_was_last_seen(owner: User) -> None:
    client = log_in(owner, EDGE)
    before = UserSession.objects.get().last_seen_at
    client.get("/admin/")
    assert UserSession.objects.get().last_seen_at > before


def test_who_saves_their_account_is_listed_and_ended_as_before(owner: User) -> None:
    here, phone = log_in(owner, EDGE), log_in(owner, PHONE)
    key = phone.session.session_key
    panels = phone.get("/admin/account/").context["panels_by_tab"].values()
    forms = [panel.get_form() for group in panels for panel in group]
    typed = {f.add_prefix(name): f[name].value() or "" for f in forms for name in f.fields}
    names = dict.fromkeys(("name_email-first_name", "name_email-last_name"), "Åse")
    phone.post("/admin/account/", typed | names)
    assert phone.session.session_key != key
    assert "Safari, iPhone" in here.get("/admin/sessions/").content.decode()
    here.post("/admin/sessions/")
    assert phone.get("/admin/").status_code == 302
