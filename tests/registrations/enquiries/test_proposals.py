"""A proposal's own page: who sees it, what it says, and that it is answered once."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from registrations.enquiries import services
from registrations.enquiries.services.proposing import Acceptance
from registrations.models import Enquiry, Proposal
from tests.factories import make_practice, make_user
from tests.registrations.enquiries.conversations import (
    make_accepted,
    make_enquiry,
    make_offered,
    make_proposal,
)

pytestmark = pytest.mark.django_db

ACCEPTING = {
    "accepter_name": "Lovise Leder",
    "organisation": "Fjellvang kommune",
    "organisation_country": "NO",
    "organisation_number": "974 760 673",
    "order_number": "PO-77",
    "agreed": "on",
}
SPACE = "\N{NO-BREAK SPACE}"


def carried(text: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_the_page_says_everything(client: Client, enquiry: Enquiry) -> None:
    proposal = make_proposal(
        enquiry,
        vat_treatment="rate",
        vat_rate=2500,
        terms="A meeting can be moved until two days before.",
    )
    text = client.get(proposal.get_absolute_url()).text
    for words in (
        "Supervision for the night team",
        "6 meetings of 90 minutes",
        f"NOK{SPACE}4,000",
        f"NOK{SPACE}24,000",
        f"NOK{SPACE}6,000",
        f"NOK{SPACE}30,000",
        "A meeting can be moved",
        "The other days are agreed later.",
        enquiry.reference,
        "Fagerheim",
    ):
        assert words in text, words


def test_the_total_is_rounded_once(enquiry: Enquiry) -> None:
    proposal = make_proposal(
        enquiry,
        price=33333,
        meetings=3,
        vat_treatment="rate",
        vat_rate=2550,
        prices_include_vat=True,
    )
    assert (proposal.net, proposal.vat) == (79680, 20319)
    assert proposal.total.gross == 99999


def test_accepting_takes_two_steps_and_happens_once(client: Client, enquiry: Enquiry) -> None:
    proposal = make_proposal(enquiry)
    address = f"{proposal.get_absolute_url()}accept/"
    assert 'value="Eirin Fjellvang"' in client.get(address).text
    summary = client.post(address, {**ACCEPTING, "action": "review"})
    assert "974760673" in summary.text
    assert Proposal.objects.get().status == "open"
    for _press in range(2):
        client.post(address, {**carried(summary.text), "action": "confirm"})
    proposal.refresh_from_db()
    assert (proposal.status, proposal.accepter_name) == ("accepted", "Lovise Leder")
    assert (proposal.organisation_number, proposal.order_number) == ("974760673", "PO-77")
    enquiry.refresh_from_db()
    assert enquiry.state == "accepted"
    assert enquiry.letters.filter(kind="proposal_accepted").count() == 1
    page = client.get(proposal.get_absolute_url()).text
    assert "Accepted by Lovise Leder" in page
    assert "proposal_accept" not in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"agreed": ""},
        {"accepter_name": ""},
        {"organisation_number": "123"},
        {"organisation": "", "organisation_number": "974760673"},
        {"invoice_email": "no address"},
        {"organisation_country": "XX"},
        {"accepter_name": "x" * 121},
        {"accepter_name": "Kari\x00"},
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_agreed(
    client: Client, enquiry: Enquiry, wrong: dict[str, str]
) -> None:
    address = f"{make_proposal(enquiry).get_absolute_url()}accept/"
    for action in ("review", "confirm"):
        answer = client.post(address, {**ACCEPTING, **wrong, "action": action})
        assert 'id="error-summary"' in answer.text
    assert Proposal.objects.get().status == "open"


def test_one_step_alone_agrees_to_nothing(client: Client, enquiry: Enquiry) -> None:
    address = f"{make_proposal(enquiry).get_absolute_url()}accept/"
    for action in ("", "edit", "review", "nonsense"):
        client.post(address, {**ACCEPTING, "action": action})
    assert Proposal.objects.get().status == "open"


def test_declining_takes_two_steps_and_carries_the_words(client: Client, enquiry: Enquiry) -> None:
    proposal = make_proposal(enquiry)
    address = f"{proposal.get_absolute_url()}decline/"
    summary = client.post(address, {"words": "Too <b>far</b> away.", "action": "review"})
    assert Proposal.objects.get().status == "open"
    client.post(address, {**carried(summary.text), "action": "confirm"})
    proposal.refresh_from_db()
    assert (proposal.status, proposal.decline_words) == ("declined", "Too <b>far</b> away.")
    told = enquiry.letters.get(kind="owner_proposal_declined")
    assert "Too <b>far</b> away." in told.text
    assert "Too &lt;b&gt;far" in told.html


def test_a_proposal_that_ran_out_says_so_and_is_not_answered(
    client: Client, enquiry: Enquiry
) -> None:
    proposal = make_proposal(enquiry)
    Proposal.objects.update(valid_until=timezone.localdate() - timedelta(days=2))
    assert "was valid until" in client.get(proposal.get_absolute_url()).text
    answer = client.post(
        f"{proposal.get_absolute_url()}accept/", {**ACCEPTING, "action": "confirm"}
    )
    assert answer.headers["Location"].endswith("?notice=late")
    with pytest.raises(services.NotOpen):
        services.accept(proposal_id=proposal.pk, acceptance=Acceptance(accepter_name="Kari"))
    assert Proposal.objects.get().status == "open"


def test_a_newer_proposal_takes_the_place_of_the_older(client: Client, enquiry: Enquiry) -> None:
    first = make_proposal(enquiry)
    second = make_proposal(enquiry, price=350000)
    first.refresh_from_db()
    assert (first.status, second.status, second.version) == ("replaced", "open", 2)
    page = client.get(first.get_absolute_url()).text
    assert second.get_absolute_url() in page
    with pytest.raises(services.NotOpen):
        services.accept(proposal_id=first.pk, acceptance=Acceptance(accepter_name="Kari"))
    enquiry.refresh_from_db()
    assert enquiry.state == "proposed"
    assert enquiry.letters.filter(kind="proposal_sent").count() == 2


def test_sending_a_version_twice_makes_it_once(enquiry: Enquiry) -> None:
    for _press in range(2):
        services.propose(
            enquiry_id=enquiry.pk, offered=make_offered(), times=[], version=1, user=None
        )
    assert Proposal.objects.count() == 1
    assert enquiry.letters.filter(kind="proposal_sent").count() == 1


@pytest.mark.parametrize("door", ["", "accept/", "decline/"])
def test_tampered_and_foreign_links_open_nothing(
    client: Client, enquiry: Enquiry, door: str
) -> None:
    proposal = make_proposal(enquiry)
    make_practice("tankelage", hostname="tankelage.localhost", languages=("en",), default=False)
    link, signature = proposal.token.split(".")
    other = "0" if link[0] != "0" else "1"
    tokens = (
        f"{other}{link[1:]}.{signature}",
        f"{link}.{signature[:-1]}",
        link,
        "x",
        f"{link}.{signature}x",
        enquiry.reference,
        str(proposal.pk),
    )
    for token in tokens:
        for ask in (client.get, client.post):
            assert ask(f"/en/proposal/{token}/{door}").status_code in (404, 405), token
    theirs = client.get(
        f"/en/proposal/{proposal.token}/{door}", headers={"host": "tankelage.localhost"}
    )
    assert theirs.status_code == 404
    assert client.get(f"/en/proposal/{proposal.token}/{door}").status_code == 200


def test_a_page_about_a_person_is_not_stored_or_indexed(client: Client, enquiry: Enquiry) -> None:
    answer = client.get(make_proposal(enquiry).get_absolute_url())
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_page_speaks_the_enquirer_s_language(client: Client, practice: Practice) -> None:
    proposal = make_proposal(make_enquiry(practice, language="nb"))
    assert proposal.get_absolute_url().startswith("/nb/")
    answer = client.get(f"/en/proposal/{proposal.token}/")
    assert answer.headers["Location"] == proposal.get_absolute_url()


def test_the_page_takes_few_queries(
    client: Client, enquiry: Enquiry, django_assert_max_num_queries: Any
) -> None:
    address = make_proposal(enquiry, days=6).get_absolute_url()
    with django_assert_max_num_queries(15):
        client.get(address)


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "accepted"},
        {"status": "declined"},
        {"answered_at": timezone.now()},
        {"accepter_name": "Kari"},
        {"meetings": 0},
        {"people": 0},
        {"minutes": 0},
        {"net": 1},
        {"format": "not_sure"},
        {"vat": 5},
        {"vat_rate": 2500},
    ],
)
def test_the_database_refuses_what_must_not_be(enquiry: Enquiry, facts: dict[str, Any]) -> None:
    make_proposal(enquiry)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.update(**facts)


def test_two_proposals_never_stand_at_once(enquiry: Enquiry) -> None:
    first = make_accepted(enquiry)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(
            **{
                field.attname: getattr(first, field.attname)
                for field in Proposal._meta.concrete_fields
                if field.name not in ("id", "version", "link_id")
            },
            version=2,
        )


def test_nobody_is_assigned_without_a_membership(enquiry: Enquiry) -> None:
    user = make_user("carer@steinlia.example", practice=enquiry.practice, role=Role.OWNER)
    services.assign(enquiry_id=enquiry.pk, to=user, user=None)
    services.assign(enquiry_id=enquiry.pk, to=user, user=None)
    assert [line.action for line in enquiry.history.all()] == ["new", "assigned"]
