"""The public form: what gets through, what is asked for again, and what is kept as spam."""

import re
import uuid
from datetime import timedelta
from html import unescape
from typing import Any

from django.core import mail
from django.test import Client

import pytest
import time_machine

from cms.models import ContactPage, ContentPage, LegalPage, Practice, ServicePage
from registrations.enquiries.opened_form import LATEST, SOONEST
from registrations.enquiries.views import MOST_SENT
from registrations.models import Enquiry, Letter
from registrations.post_office import deliver
from tests.factories import home_of, locale, make_practice, publish
from tests.registrations.enquiries.conversations import letters_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FORM = "/en/enquiry/"
THANKS = "/en/enquiry/thanks/"
NONSENSE = ("", "-1", "0", "²", "1.0", "x", "9" * 5000, "1 OR 1=1", "\x00", "../..")


def typed(**facts: Any) -> dict[str, Any]:
    return {
        "name": "Eirin Fjellvang",
        "email": "eirin@fjellvang.example",
        "message": "We are six nurses.",
        "format": "group",
        "people": "6",
        "setting": "either",
        "contact_by": "email",
        **facts,
    }


def opened_at(client: Client, address: str = FORM) -> dict[str, str]:
    """The hidden fields of the form as it is shown now."""
    text = client.get(address).text
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def send(
    client: Client, *, after: timedelta = SOONEST * 2, address: str = FORM, **facts: Any
) -> Any:
    """Open the form, wait, and send it filled in."""
    with time_machine.travel("2027-02-01T10:00:00Z", tick=False) as clock:
        hidden = opened_at(client, address)
        clock.shift(after)
        return client.post(FORM, {**typed(**facts), **hidden})


def test_sending_the_form_makes_an_enquiry_and_two_letters(
    client: Client, practice: Practice
) -> None:
    assert send(client, phone="+47 55 00 00 00").headers["Location"] == THANKS
    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.people, enquiry.format) == ("new", 6, "group")
    assert (enquiry.language, enquiry.suspected_spam) == ("en", False)
    letters = {letter.kind: letter for letter in enquiry.letters.all()}
    assert set(letters) == {"enquiry_received", "owner_enquiry"}
    receipt, told = letters["enquiry_received"], letters["owner_enquiry"]
    assert (receipt.recipient, receipt.language) == ("eirin@fjellvang.example", "en")
    assert (told.recipient, told.language) == (practice.email, "nb")
    assert enquiry.reference in receipt.text
    # A receipt carries nothing to an address that may be somebody else's.
    assert "six nurses" not in receipt.text
    assert "six nurses" in told.text
    assert "eirin@fjellvang.example" not in client.get(THANKS).text


def test_the_same_form_sent_twice_makes_one_enquiry(client: Client, practice: Practice) -> None:
    with time_machine.travel("2027-02-01T10:00:00Z", tick=False) as clock:
        data = {**typed(), **opened_at(client)}
        clock.shift(SOONEST * 2)
        assert [client.post(FORM, data).status_code for _ in range(3)] == [302, 302, 302]
    assert letters_of(Enquiry.objects.get()) == ["enquiry_received", "owner_enquiry"]


@pytest.mark.parametrize("after", [timedelta(0), LATEST * 2], ids=["too quick", "too old"])
def test_quick_and_old_forms_are_asked_to_be_sent_once_more(
    client: Client, practice: Practice, after: timedelta
) -> None:
    with time_machine.travel("2027-02-01T10:00:00Z", tick=False) as clock:
        hidden = opened_at(client)
        clock.shift(after)
        answer = client.post(FORM, {**typed(), **hidden})
        assert answer.status_code == 200
        assert "once more" in answer.text
        assert "We are six nurses." in answer.text
        again = unescape(re.search(r'name="opened" value="([^"]*)"', answer.text)[1])
        clock.shift(SOONEST * 2)
        assert client.post(FORM, {**typed(), "opened": again}).status_code == 302
    assert Enquiry.objects.count() == 1


@pytest.mark.parametrize("opened", NONSENSE)
def test_a_tampered_moment_makes_nothing(client: Client, practice: Practice, opened: str) -> None:
    answer = client.post(FORM, typed(opened=opened))
    assert answer.status_code == 200
    assert "once more" in answer.text
    assert not Enquiry.objects.exists()


def test_a_form_of_another_practice_makes_nothing_here(client: Client, practice: Practice) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", languages=("en",), default=False)
    with time_machine.travel("2027-02-01T10:00:00Z", tick=False) as clock:
        other = client.get(FORM, headers={"host": "tankelage.localhost"}).text
        opened = unescape(re.search(r'name="opened" value="([^"]*)"', other)[1])
        clock.shift(SOONEST * 2)
        assert client.post(FORM, typed(opened=opened)).status_code == 200
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"website": "https://pills.example"},
        {"message": "See https://a.example https://b.example www.c.example"},
        {"name": "Cheap www.pills.example"},
        {"organisation": "[url=pills]"},
    ],
)
def test_what_looks_like_spam_is_kept_and_nobody_is_written_to(
    client: Client, practice: Practice, facts: dict[str, str]
) -> None:
    assert send(client, **facts).headers["Location"] == THANKS
    enquiry = Enquiry.objects.get()
    assert (enquiry.suspected_spam, letters_of(enquiry)) == (True, [])


def test_two_links_are_no_spam(client: Client, practice: Practice) -> None:
    send(client, message="We are https://a.example and https://b.example")
    assert not Enquiry.objects.get().suspected_spam


def test_the_unseen_field_is_hidden_from_everybody(client: Client, practice: Practice) -> None:
    text = client.get(FORM).text
    unseen = re.search(r'<div class="field field--unseen">.*?</div>', text, re.DOTALL)[0]
    assert 'tabindex="-1"' in unseen
    assert 'autocomplete="off"' in unseen


@pytest.mark.parametrize("nonsense", NONSENSE)
@pytest.mark.parametrize(
    "field", ["people", "format", "setting", "contact_by", "from", "block", "email"]
)
def test_nonsense_is_answered_and_makes_nothing_odd(
    client: Client, practice: Practice, field: str, nonsense: str
) -> None:
    answer = send(client, **{field: nonsense})
    assert answer.status_code in (200, 302)
    assert all(row.people in (None, 1, 6) for row in Enquiry.objects.all())
    assert not Enquiry.objects.exclude(from_title="", asked="").exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"message": "x" * 4001},
        {"name": "x" * 121},
        {"email": "a@b.example\nBcc: all@world.example"},
        {"email": "a" * 300 + "@b.example"},
        {"name": "Kari\x00"},
        {"contact_by": "phone"},
        {"message": ""},
    ],
)
def test_what_cannot_be_is_told_in_words_and_nothing_is_lost(
    client: Client, practice: Practice, facts: dict[str, str]
) -> None:
    answer = send(client, **{"organisation": "Fjellvang", **facts})
    assert answer.status_code == 200
    assert 'id="error-summary"' in answer.text
    assert 'value="Fjellvang"' in answer.text
    assert not Enquiry.objects.exists()


def test_a_name_cannot_begin_a_header(client: Client, practice: Practice) -> None:
    send(client, name="Kari\r\nBcc: all@world.example")
    enquiry = Enquiry.objects.get()
    assert enquiry.name == "Kari Bcc: all@world.example"
    for letter in Letter.objects.all():
        deliver(letter_id=letter.pk)
    assert {tuple(message.recipients()) for message in mail.outbox} == {
        ("eirin@fjellvang.example",),
        (practice.email,),
    }


def test_too_many_from_one_address_lose_nothing(client: Client, practice: Practice) -> None:
    for _number in range(MOST_SENT):
        assert client.post(FORM, typed()).status_code == 200
    answer = client.post(FORM, typed())
    assert answer.status_code == 429
    assert "We are six nurses." in answer.text


def test_a_form_from_elsewhere_is_refused(practice: Practice) -> None:
    assert Client(enforce_csrf_checks=True).post(FORM, typed()).status_code == 403


def test_the_form_says_how_long_it_is_kept(client: Client) -> None:
    make_practice(enquiry_months=7)
    assert "7 months" in client.get(FORM).text


def test_the_form_leads_on_to_a_language_that_the_practice_has(
    client: Client, practice: Practice
) -> None:
    answer = client.get("/fi/enquiry/?from=3&block=x")
    assert answer.headers["Location"] == "/nb/enquiry/?from=3&block=x"


# The question that it answers.


def page_that_asks(
    practice: Practice, question: str = "What keeps your team awake?", leads_to: Any = None
) -> Any:
    page = ContentPage(
        title="For teams",
        slug=f"teams-{uuid.uuid4().hex[:6]}",
        locale=locale("en"),
        body=[
            {
                "type": "call_to_action",
                "id": str(uuid.uuid4()),
                "value": {
                    "text": question,
                    "label": "Tell us",
                    "page": leads_to.pk if leads_to else None,
                },
            }
        ],
    )
    return publish(home_of(practice, "en").add_child(instance=page))


def contact_page(practice: Practice) -> Any:
    page = ContactPage(
        title="Contact",
        slug="contact",
        locale=locale("en"),
        routes=[{"type": "route", "value": {"kind": "form", "label": "Form", "value": "Here"}}],
    )
    return publish(home_of(practice, "en").add_child(instance=page))


def where(page: Any) -> str:
    return f"{FORM}?from={page.pk}&block={page.body[0].id}"


def test_the_page_s_question_is_shown_and_stored(client: Client, practice: Practice) -> None:
    page = page_that_asks(practice)
    shown = client.get(where(page)).text
    assert "What keeps your team awake?" in shown
    send(client, address=where(page))
    enquiry = Enquiry.objects.get()
    assert (enquiry.asked, enquiry.from_title) == ("What keeps your team awake?", "For teams")
    assert enquiry.from_address == page.full_url


def test_a_call_to_action_that_leads_to_a_contact_page_carries_its_question(
    client: Client, practice: Practice
) -> None:
    page = page_that_asks(practice, leads_to=contact_page(practice))
    way = re.search(r'<aside class="invitation".*?href="([^"]+)"', client.get(page.url).text, re.S)
    assert unescape(way[1]) == where(page)


def test_a_call_to_action_to_another_page_leads_there(client: Client, practice: Practice) -> None:
    page = page_that_asks(practice, leads_to=home_of(practice, "en"))
    text = client.get(page.url).text
    assert '<a class="button" href="/en/">Tell us</a>' in text


def test_contact_and_service_pages_lead_to_the_form(client: Client, practice: Practice) -> None:
    text = client.get(contact_page(practice).url).text
    assert text.count('href="/en/enquiry/"') == 2
    service = publish(
        home_of(practice, "en").add_child(
            instance=ServicePage(title="For night teams", slug="night", locale=locale("en"))
        )
    )
    assert f'href="/en/enquiry/?from={service.pk}"' in client.get(service.url).text
    assert "For night teams" in client.get(f"{FORM}?from={service.pk}").text


def test_the_form_leads_to_the_page_about_privacy(client: Client, practice: Practice) -> None:
    assert "How we handle" not in client.get(FORM).text
    page = LegalPage(title="Privacy", slug="privacy", locale=locale("en"), kind="privacy")
    publish(home_of(practice, "en").add_child(instance=page))
    assert f'href="{page.url}"' in client.get(FORM).text


def test_words_in_the_address_are_not_shown(client: Client, practice: Practice) -> None:
    page = page_that_asks(practice)
    answer = client.get(f"{where(page)}&asked=Buy+gold&question=Buy+gold&text=Buy+gold")
    assert "Buy gold" not in answer.text


def test_a_page_without_a_block_gives_its_title(client: Client, practice: Practice) -> None:
    page = page_that_asks(practice)
    send(client, address=f"{FORM}?from={page.pk}")
    enquiry = Enquiry.objects.get()
    assert (enquiry.asked, enquiry.from_title) == ("", "For teams")


def test_drafts_and_other_practices_ask_nothing(client: Client, practice: Practice) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("en",), default=False
    )
    theirs, draft = page_that_asks(other), page_that_asks(practice, "A secret question?")
    draft.unpublish()
    for page in (theirs, draft):
        text = client.get(where(page)).text
        assert "keeps your team awake" not in text
        assert "A secret question" not in text
        assert "For teams" not in text


def test_the_form_takes_few_queries(
    client: Client, practice: Practice, django_assert_max_num_queries: Any
) -> None:
    page = page_that_asks(practice)
    with django_assert_max_num_queries(15):
        client.get(where(page))


def test_the_empty_form_may_be_found_under_one_address(client: Client, practice: Practice) -> None:
    answer = client.get(f"{FORM}?from=3&block=x")
    assert "X-Robots-Tag" not in answer.headers
    assert f'<link rel="canonical" href="{practice.address_of(FORM)}">' in answer.text
    assert '<meta name="description" content="Tell us what you have in mind.' in answer.text
    mistaken = client.post(FORM, {})
    assert mistaken.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in mistaken.text
