"""Inviting people to a practice: the letter, its link, accepting, and taking roles away."""

import re
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

import pytest
from allauth.usersessions.models import UserSession
from pytest_django import DjangoAssertNumQueries

from cms.models import LogLine, Membership, Practice, Role
from cms.users.models import User
from courses.models import OfferingGuest
from registrations.invitations import services
from registrations.models import Invitation, Letter
from registrations.post_office import deliver
from tests.factories import make_offering, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PASSWORD = "en lang og god setning"


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def other() -> Practice:
    return make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )


@pytest.fixture
def owner(practice: Practice) -> User:
    return make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)


@pytest.fixture
def invitation(practice: Practice, owner: User) -> Invitation:
    return invite(practice, owner)


def invite(
    practice: Practice, owner: User, email: str = "new@example.org", role: str = "editor"
) -> Invitation:
    return services.invite(practice=practice, email=email, role=role, language="en", user=owner)


def link_of(invitation: Invitation) -> str:
    """As the letter has it that was sent last."""
    letter = invitation.letters.first()
    deliver(letter_id=letter.pk)
    found = re.search(r"http://testserver(/en/invitation/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def typed(**changes: str) -> dict[str, str]:
    return {"first_name": "Nils", "last_name": "Holm", "password": PASSWORD, **changes}


def test_the_link_stands_in_the_mail_alone_and_not_in_the_stored_letter(
    invitation: Invitation,
) -> None:
    link = link_of(invitation)
    letter = Letter.objects.get(invitation=invitation)
    assert (link in letter.text, link in letter.html) == (False, False)
    assert "steinlia" in mail.outbox[-1].body.lower()


def test_owners_find_the_letter_among_the_others(
    invitation: Invitation, owner: User, client: Client
) -> None:
    client.force_login(owner)
    letter = invitation.letters.get()
    assert invitation.email in client.get("/admin/letters/").content.decode()
    assert client.get(f"/admin/letters/inspect/{letter.pk}/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_people_page_asks_as_much_for_three_as_for_one(
    practice: Practice,
    owner: User,
    client: Client,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(owner)
    client.get("/admin/people/")
    for each in range(number):
        invite(practice, owner, f"new{each}@example.org")
        OfferingGuest.objects.create(offering=make_offering(practice), user=make_user())
        make_user(practice=practice, role=Role.EDITOR)
    with django_assert_num_queries(17):
        client.get("/admin/people/")


def test_a_newcomer_sets_a_password_and_has_the_role(
    invitation: Invitation, practice: Practice, client: Client
) -> None:
    link = link_of(invitation)
    assert client.get(link).status_code == 200
    for wrong in ("123456789012", "nils", ""):
        assert client.post(link, typed(password=wrong)).status_code == 200
    assert User.objects.filter(email=invitation.email).count() == 0
    answer = client.post(link, typed())
    assert answer.headers["Location"] == "/account/login/?next=/admin/"
    user = User.objects.get(email=invitation.email)
    assert (str(user), user.check_password(PASSWORD)) == ("Nils Holm", True)
    assert [(m.practice, m.role) for m in user.memberships.all()] == [(practice, "editor")]
    assert client.get(link).status_code == 410
    actions = LogLine.objects.values_list("action", flat=True)
    assert list(actions[:2]) == ["invitation_accepted", "invited"]


def test_somebody_with_an_account_logs_in_and_accepts_with_one_press(
    practice: Practice, owner: User, client: Client
) -> None:
    known = make_user("Known@example.org")
    link = link_of(invite(practice, owner, "known@EXAMPLE.org", role="owner"))
    client.force_login(known)
    assert client.get(link).status_code == 200
    assert known.memberships.count() == 0
    assert client.post(link).headers["Location"] == "/admin/"
    assert known.memberships.get().role == "owner"


def test_the_page_is_the_same_whether_or_not_there_is_an_account(
    practice: Practice, owner: User, client: Client
) -> None:
    make_user("known@example.org")
    pages = []
    for email in ("known@example.org", "never@example.org"):
        link = link_of(invite(practice, owner, email))
        body = client.get(link).content.decode().replace(email, "").replace(link, "")
        pages.append(re.sub(r"[\w.%-]{40,}", "", body))
    assert pages[0] == pages[1]


def test_nobody_takes_over_an_account_by_a_link(
    practice: Practice, owner: User, client: Client
) -> None:
    known = make_user("known@example.org")
    link = link_of(invite(practice, owner, "known@example.org"))
    assert client.post(link, typed()).status_code == 200
    known.refresh_from_db()
    assert known.check_password("a-long-password")
    client.force_login(make_user("another@example.org"))
    assert client.post(link).status_code == 200
    assert Membership.objects.exclude(user=owner).count() == 0


def test_a_link_opens_nothing_once_it_is_over_replaced_or_withdrawn(
    invitation: Invitation, owner: User, client: Client
) -> None:
    first = link_of(invitation)
    services.invite_again(invitation_id=invitation.pk, user=owner)
    assert client.get(first).status_code == 404
    second = link_of(invitation)
    Invitation.objects.update(expires_at=timezone.now())
    assert client.post(second, typed()).status_code == 410
    Invitation.objects.update(expires_at=timezone.now() + timedelta(days=1))
    services.withdraw_invitation(invitation_id=invitation.pk, user=owner)
    assert client.post(second, typed()).status_code == 410
    assert client.get(f"{second}x").status_code == 404
    assert User.objects.filter(email=invitation.email).count() == 0


def test_one_address_is_written_to_so_often_and_no_more(
    invitation: Invitation, practice: Practice, owner: User
) -> None:
    with pytest.raises(services.InvitedAlready):
        invite(practice, owner, "NEW@example.org")
    for _again in range(services.MOST_LETTERS - 1):
        services.invite_again(invitation_id=invitation.pk, user=owner)
    with pytest.raises(services.TooManyLetters):
        services.invite_again(invitation_id=invitation.pk, user=owner)


def test_accepting_is_tried_so_often_and_no_more(invitation: Invitation, client: Client) -> None:
    link = link_of(invitation)
    answers = [client.post(link, typed(password="x")).status_code for _try in range(21)]
    assert (answers[19], answers[20]) == (200, 429)


def test_an_owner_invites_a_guest_to_chosen_dates(
    practice: Practice, other: Practice, owner: User, client: Client
) -> None:
    offering, foreign = make_offering(practice), make_offering(other)
    client.force_login(owner)
    facts = {"practice": practice.pk, "email": "g@example.org", "role": "guest", "language": "nb"}
    for wrong in ([], [foreign.pk]):
        client.post("/admin/people/invite/", {**facts, "offerings": wrong})
    client.post(
        "/admin/people/invite/",
        {**facts, "practice": other.pk, "role": "owner", "offerings": []},
    )
    assert Invitation.objects.count() == 0
    answer = client.post("/admin/people/invite/", {**facts, "offerings": [offering.pk]})
    assert answer.headers["Location"] == "/admin/people/"
    services.accept(link_id=Invitation.objects.get().link_id, user=make_user("g@example.org"))
    assert OfferingGuest.objects.get().offering == offering
    body = client.get("/admin/people/").content.decode()
    assert ("g@example.org" in body, "owner@steinlia.example" in body) == (True, True)


def test_a_practice_keeps_an_owner_and_one_who_goes_takes_back_what_they_offered(
    practice: Practice, owner: User, client: Client
) -> None:
    client.force_login(owner)
    own = owner.memberships.get()
    client.post(f"/admin/people/role/{own.pk}/")
    assert owner.memberships.count() == 1
    second = make_user(practice=practice, role=Role.OWNER)
    invited = invite(practice, second)
    client.post(f"/admin/people/role/{second.memberships.get().pk}/")
    invited.refresh_from_db()
    assert (second.memberships.count(), invited.is_open) == (0, False)
    assert LogLine.objects.filter(action="role_taken").count() == 1
    root = make_user(is_superuser=True, practice=practice, role=Role.EDITOR)
    client.post(f"/admin/people/role/{root.memberships.get().pk}/")
    assert root.memberships.count() == 1


@pytest.mark.parametrize("role", ["other", "editor", "guest"])
def test_nobody_else_reaches_the_people_of_a_practice(
    practice: Practice, other: Practice, owner: User, client: Client, role: str
) -> None:
    invited, offering = invite(practice, owner), make_offering(practice)
    guest = OfferingGuest.objects.create(offering=offering, user=make_user())
    stranger = {
        "other": lambda: make_user(practice=other, role=Role.OWNER),
        "editor": lambda: make_user(practice=practice, role=Role.EDITOR),
        "guest": lambda: guest.user,
    }[role]()
    client.force_login(stranger)
    for address in (
        f"again/{invited.pk}",
        f"withdraw/{invited.pk}",
        f"role/{owner.memberships.get().pk}",
        f"guest/{guest.pk}",
        f"sessions/{owner.pk}",
    ):
        assert client.post(f"/admin/people/{address}/").status_code in (302, 404)
    invited.refresh_from_db()
    assert (invited.is_open, invited.letters.count()) == (True, 1)
    assert (owner.memberships.count(), OfferingGuest.objects.count()) == (1, 1)
    assert "new@example.org" not in client.get("/admin/people/").content.decode()


def test_an_owner_logs_out_own_people_but_nobody_who_works_elsewhere_too(
    practice: Practice, other: Practice, owner: User, client: Client
) -> None:
    editor = make_user(practice=practice, role=Role.EDITOR)
    theirs = Client()
    theirs.post("/account/login/", {"login": editor.email, "password": "a-long-password"})
    assert UserSession.objects.filter(user=editor).count() == 1
    client.force_login(owner)
    second = Membership.objects.create(user=editor, practice=other, role=Role.EDITOR)
    client.post(f"/admin/people/sessions/{editor.pk}/")
    assert theirs.get("/admin/").status_code == 200
    second.delete()
    client.post(f"/admin/people/sessions/{editor.pk}/")
    assert theirs.get("/admin/").status_code == 302
