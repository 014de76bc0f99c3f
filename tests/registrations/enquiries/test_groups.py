"""A closed group: made once of what was accepted, shown nowhere, registered by its link."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Course, Offering
from courses.models.listing import offerings_of
from registrations.enquiries import services
from registrations.enquiries.group_link import group_address, group_token
from registrations.models import Enquiry, Registration
from registrations.services import NotForSale
from tests.factories import make_course_pages, make_practice, make_registration
from tests.registrations.enquiries.conversations import (
    first_day,
    make_accepted,
    make_enquiry,
    make_group,
    make_proposal,
)

pytestmark = pytest.mark.django_db

SPACE = "\N{NO-BREAK SPACE}"


def group_of(enquiry: Enquiry, **facts: Any) -> Offering:
    return Offering.objects.get(pk=make_group(enquiry, **facts).pk)


def path_of(group: Offering) -> str:
    return f"/en/group/{group_token(group)}/"


def carried(text: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"[^>]*>', text)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_the_group_is_what_was_proposed(enquiry: Enquiry) -> None:
    group = group_of(enquiry, vat_treatment="rate", vat_rate=2500)
    assert (group.closed_group, group.status, group.seats) == (True, "published", 6)
    assert (group.venue, group.language, group.date_change_allowed) == ("Fagerheim", "en", False)
    assert [(one.starts_at, one.ends_at - one.starts_at) for one in group.sessions_list] == [
        (first_day(), timedelta(minutes=90)),
        (first_day() + timedelta(weeks=4), timedelta(minutes=90)),
    ]
    assert (group.vat_treatment, group.vat_rate) == ("rate", 2500)
    assert group.course.name == "Supervision for the night team"
    assert Enquiry.objects.get().offering == group


@pytest.mark.parametrize("people", [1, 2, 5, 6])
def test_the_group_pays_what_was_agreed_however_many_come(enquiry: Enquiry, people: int) -> None:
    group = group_of(enquiry)
    Offering.objects.update(review_first=True)
    registration = make_registration(Offering.objects.get(), people=people, **agreed_total(2400000))
    assert registration.total.gross == 2400000
    assert group.seats == 6


def agreed_total(amount: int) -> dict[str, Any]:
    return {"quoted_total": amount, "method": "card"}


def test_nobody_pays_for_the_group_a_second_time(enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    first = make_registration(group, people=4, **agreed_total(2400000))
    with pytest.raises(NotForSale):
        make_registration(group, people=2, **agreed_total(2400000))
    assert Registration.objects.get() == first


def test_asked_twice_one_group_is_made_and_one_letter_sent(enquiry: Enquiry) -> None:
    first = make_group(enquiry)
    again = services.make_group(
        enquiry_id=enquiry.pk, times=[first_day()], course_id=None, user=None
    )
    assert again.pk == first.pk
    assert (Offering.objects.count(), Course.objects.count()) == (1, 1)
    assert enquiry.letters.filter(kind="group_link").count() == 1


@pytest.mark.parametrize(
    ("facts", "times", "reason"),
    [
        ({"people": 11}, 1, "too_many"),
        ({}, 0, "no_times"),
    ],
)
def test_what_cannot_be_a_group_is_refused(
    enquiry: Enquiry, facts: dict[str, Any], times: int, reason: str
) -> None:
    make_accepted(enquiry, **facts)
    with pytest.raises(services.GroupRefused) as refused:
        services.make_group(
            enquiry_id=enquiry.pk, times=[first_day()] * times, course_id=None, user=None
        )
    assert refused.value.reason == reason
    assert not Offering.objects.exists()


def test_an_open_proposal_makes_no_group(enquiry: Enquiry) -> None:
    make_proposal(enquiry)
    with pytest.raises(services.GroupRefused):
        services.make_group(enquiry_id=enquiry.pk, times=[first_day()], course_id=None, user=None)


def test_a_group_of_a_known_course_is_listed_nowhere(
    client: Client, practice: Practice, enquiry: Enquiry
) -> None:
    pages = make_course_pages(practice)
    course = pages["en"].course
    make_accepted(enquiry)
    group = services.make_group(
        enquiry_id=enquiry.pk, times=[first_day()], course_id=course.pk, user=None
    )
    assert group.course == course
    assert offerings_of(course.pk) == ([], [])
    assert client.get("/api/v1/offerings/").json()["offerings"] == []
    assert client.get(f"/en/register/{group.code}/").status_code == 404
    for address in (pages["en"].url, "/en/courses/", "/en/", "/sitemap.xml"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert group.code not in answer.text
        assert "Fagerheim" not in answer.text


def test_the_link_opens_the_form_with_what_is_known(client: Client, enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    text = client.get(path_of(group)).text
    assert "Supervision for the night team" in text
    assert f"NOK{SPACE}24,000" in text
    assert "Price for the whole group" in text
    for value in ("Eirin Fjellvang", "Fjellvang kommune", "974760673", "PO-77"):
        assert f'value="{value}"' in text, value
    assert text.count('name="participants-') >= 12
    assert group_address(group, language="en").endswith(path_of(group))


def test_the_buyer_registers_the_whole_group(client: Client, enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    address = path_of(group)
    form = client.get(address)
    data = {
        **carried(form.text),
        "payer": "employer",
        "method": "invoice",
        "booker_name": "Eirin Fjellvang",
        "booker_email": "eirin@fjellvang.example",
        "organisation": "Fjellvang kommune",
        "organisation_country": "NO",
        "organisation_number": "974760673",
        "accept_terms": "on",
        "action": "review",
    }
    summary = client.post(address, data)
    assert "Is everything right?" in summary.text
    answer = client.post(address, {**carried(summary.text), "action": "confirm"})
    registration = Registration.objects.get()
    assert answer.headers["Location"] == registration.get_absolute_url()
    assert (registration.state, registration.total.gross) == ("confirmed", 2400000)
    assert registration.participants.count() == 6
    told = registration.letters.get(kind="confirmed")
    assert "Supervision for the night team" in told.subject


def test_tampered_and_foreign_links_open_nothing(client: Client, enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    make_practice("tankelage", hostname="tankelage.localhost", languages=("en",), default=False)
    code, signature = group_token(group).split(".")
    for token in (f"{code}.{signature[:-1]}", code, f"{code}x.{signature}", "x", f"x.{signature}"):
        assert client.get(f"/en/group/{token}/").status_code == 404
    theirs = client.get(path_of(group), headers={"host": "tankelage.localhost"})
    assert theirs.status_code == 404


def test_a_link_opens_no_date_that_is_for_everybody(client: Client, enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    Offering.objects.update(closed_group=False)
    assert client.get(path_of(group)).status_code == 404
    Offering.objects.update(closed_group=True, status="draft")
    assert client.get(path_of(group)).status_code == 404


def test_individual_supervision_becomes_one_seat(practice: Practice) -> None:
    enquiry = make_enquiry(practice, format="individual", people=1)
    group = group_of(enquiry, people=1, format="individual", basis="whole", price=900000)
    registration = make_registration(group, **agreed_total(900000))
    assert registration.total.gross == 900000
    assert timezone.now() < group.first_start


def test_the_owner_finds_the_link_on_the_date(owner: Client, enquiry: Enquiry) -> None:
    group = group_of(enquiry)
    address = f"/admin/offerings/edit/{group.pk}/"
    assert path_of(group) in owner.get(address).text
    assert "closed group" in owner.get("/admin/offerings/").text
    Offering.objects.update(closed_group=False)
    assert "/group/" not in owner.get(address).text
