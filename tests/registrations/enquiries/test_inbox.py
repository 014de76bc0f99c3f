"""The inbox in the admin: lists, verbs, previews, and whose enquiries nobody else sees."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from cms.models import Practice, Role
from courses.models import Offering
from registrations.models import Enquiry, Letter
from registrations.post_office import deliver
from tests.factories import make_practice, make_user
from tests.registrations.enquiries.conversations import (
    first_day,
    letters_of,
    make_accepted,
    make_enquiry,
    make_group,
    make_proposal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LIST = "/admin/enquiries/"
VERBS = ("reply", "propose", "group", "move", "note", "assign", "no-spam")


def at(enquiry: Enquiry, verb: str = "inspect") -> str:
    return f"{LIST}{verb}/{enquiry.pk}/"


def listed(client: Client, question: str = "") -> list[str]:
    return [row.name for row in client.get(f"{LIST}?{question}").context["object_list"]]


def hidden(text: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', text)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_the_list_is_filtered_and_searched(owner: Client, practice: Practice) -> None:
    kari = make_enquiry(practice, name="Kari Alm", organisation="Almelid")
    make_enquiry(practice, name="Ola Berg", email="ola@berg.example")
    make_enquiry(practice, name="www.pills.example")
    make_proposal(kari)
    assert len(listed(owner)) == 3
    assert listed(owner, "state=proposed") == ["Kari Alm"]
    assert listed(owner, "suspected_spam=true") == ["www.pills.example"]
    for words in ("Almelid", "kari", kari.reference):
        assert listed(owner, f"q={words}") == ["Kari Alm"], words
    assert listed(owner, "q=ola%40berg") == ["Ola Berg"]


def test_the_list_takes_as_many_queries_for_three_as_for_one(
    owner: Client, practice: Practice
) -> None:
    carer = make_user("carer@steinlia.example", practice=practice, role=Role.OWNER)
    make_enquiry(practice)
    Enquiry.objects.update(assigned_to=carer)
    owner.get(LIST)
    with CaptureQueriesContext(connection) as one:
        owner.get(LIST)
    make_enquiry(practice)
    make_enquiry(practice)
    Enquiry.objects.update(assigned_to=carer)
    with CaptureQueriesContext(connection) as three:
        owner.get(LIST)
    assert len(three) == len(one)


def test_an_export_runs_no_formula(owner: Client, practice: Practice) -> None:
    make_enquiry(practice, name="=cmd|calc", message="+47 is our number")
    answer = owner.get(f"{LIST}?export=csv")
    text = b"".join(answer.streaming_content).decode() if answer.streaming else answer.text
    assert "'=cmd|calc" in text
    assert "'+47 is our number" in text


def test_a_reply_is_seen_first_and_sent_once(owner: Client, enquiry: Enquiry) -> None:
    form = owner.get(at(enquiry, "reply"))
    written = {"subject": "A first talk", "text": "Shall we talk on Friday?\n\nBy telephone."}
    key = hidden(form.text)["key"]
    seen = owner.post(at(enquiry, "reply"), {**written, "key": key, "action": "preview"})
    assert "Hello Eirin Fjellvang," in seen.text
    assert not Letter.objects.filter(kind="enquiry_reply").exists()
    sent = {**written, "key": key, "action": "send", "seal": hidden(seen.text)["seal"]}
    for _press in range(2):
        assert owner.post(at(enquiry, "reply"), sent).headers["Location"] == at(enquiry)
    letter = Letter.objects.get(kind="enquiry_reply")
    assert (letter.subject, letter.recipient) == ("A first talk", enquiry.email)
    enquiry.refresh_from_db()
    assert enquiry.state == "answered"
    assert [line.action for line in enquiry.history.all()] == ["new", "replied", "answered"]
    deliver(letter_id=letter.pk)
    headers = mail.outbox[-1].extra_headers
    assert "Auto-Submitted" not in headers


def test_what_strangers_write_is_no_markup(owner: Client, practice: Practice) -> None:
    bad = "<img src=x>"
    enquiry = make_enquiry(
        practice, name=f"Kari {bad}", message=f"Hello {bad}", organisation=bad, asked=bad
    )
    make_accepted(enquiry, what=f"Group {bad}", terms=bad)
    pages = [owner.get(at(enquiry, verb)).text for verb in ("inspect", "reply", "group")]
    pages += [owner.get(LIST).text, owner.get("/admin/").text]
    data = {"subject": f"Hei {bad}", "text": f"Hei {bad}", "key": "0" * 32}
    pages.append(owner.post(at(enquiry, "reply"), data).text)
    other = make_enquiry(practice, name=f"Ola {bad}")
    pages.append(owner.post(at(other, "propose"), proposing(what=bad, terms=bad)).text)
    assert [bad in page for page in pages] == [False] * len(pages)
    assert all("&lt;img" in page for page in pages)
    letters = Letter.objects.filter(enquiry__isnull=False)
    assert letters.count() > 3
    assert not any(bad in letter.html for letter in letters)


def test_a_reply_that_was_changed_since_is_seen_again(owner: Client, enquiry: Enquiry) -> None:
    key = hidden(owner.get(at(enquiry, "reply")).text)["key"]
    written = {"subject": "One", "text": "One", "key": key}
    seal = hidden(owner.post(at(enquiry, "reply"), written).text)["seal"]
    changed = {**written, "text": "Two", "seal": seal, "action": "send"}
    assert owner.post(at(enquiry, "reply"), changed).status_code == 200
    assert not Letter.objects.filter(kind="enquiry_reply").exists()


@pytest.mark.parametrize(
    "wrong", [{"subject": ""}, {"text": ""}, {"key": "x"}, {"subject": "x" * 151}]
)
def test_a_reply_without_words_is_not_sent(
    owner: Client, enquiry: Enquiry, wrong: dict[str, str]
) -> None:
    data = {"subject": "A", "text": "B", "key": "0" * 32, "action": "send", **wrong}
    assert owner.post(at(enquiry, "reply"), data).status_code == 200
    assert not Letter.objects.filter(kind="enquiry_reply").exists()


def test_a_subject_cannot_begin_a_header(owner: Client, enquiry: Enquiry) -> None:
    data = {"subject": "Hello\r\nBcc: all@world.example", "text": "B", "key": "0" * 32}
    seal = hidden(owner.post(at(enquiry, "reply"), data).text)["seal"]
    owner.post(at(enquiry, "reply"), {**data, "seal": seal, "action": "send"})
    letter = Letter.objects.get(kind="enquiry_reply")
    assert letter.subject == "Hello Bcc: all@world.example"


def test_not_spam_after_all_writes_the_letters_once(owner: Client, practice: Practice) -> None:
    enquiry = make_enquiry(practice, message="www.a.example www.b.example www.c.example")
    assert "looks like spam" in owner.get(at(enquiry)).text
    assert letters_of(enquiry) == []
    for _press in range(2):
        owner.post(at(enquiry, "no-spam"))
    assert letters_of(enquiry) == ["enquiry_received", "owner_enquiry"]
    enquiry.refresh_from_db()
    assert not enquiry.suspected_spam


def test_notes_are_kept_and_never_sent(owner: Client, enquiry: Enquiry) -> None:
    owner.post(at(enquiry, "note"), {"text": "Ring <b>after</b> four"})
    assert "Ring &lt;b&gt;after&lt;/b&gt; four" in owner.get(at(enquiry)).text
    for wrong in ("", "   ", "x" * 2001, "\x00"):
        owner.post(at(enquiry, "note"), {"text": wrong})
    assert [note.text for note in enquiry.notes.all()] == ["Ring <b>after</b> four"]
    assert not Letter.objects.filter(text__contains="after").exists()


def test_only_those_who_may_read_it_take_care_of_it(owner: Client, enquiry: Enquiry) -> None:
    carer = make_user("carer@steinlia.example", practice=enquiry.practice, role=Role.OWNER)
    editor = make_user("ed@steinlia.example", practice=enquiry.practice, role=Role.EDITOR)
    owner.post(at(enquiry, "assign"), {"to": str(carer.pk)})
    enquiry.refresh_from_db()
    assert enquiry.assigned_to == carer
    for nobody in (str(editor.pk), "0", "x", "²", "9" * 30):
        owner.post(at(enquiry, "assign"), {"to": nobody})
        enquiry.refresh_from_db()
        assert enquiry.assigned_to == carer
    assert listed(owner, f"assigned_to={carer.pk}") == [enquiry.name]
    owner.post(at(enquiry, "assign"), {"to": ""})
    enquiry.refresh_from_db()
    assert enquiry.assigned_to is None


def test_the_buttons_fit_the_state(owner: Client, enquiry: Enquiry) -> None:
    def buttons() -> list[str]:
        return re.findall(r'name="to" value="(\w+)"', owner.get(at(enquiry)).text)

    assert buttons() == ["answered", "meeting", "ended"]
    owner.post(at(enquiry, "move"), {"to": "meeting"})
    assert buttons() == ["ended"]
    for wrong in ("accepted", "new", "", "nonsense"):
        owner.post(at(enquiry, "move"), {"to": wrong})
    enquiry.refresh_from_db()
    assert enquiry.state == "meeting"
    make_accepted(enquiry)
    assert buttons() == ["running", "ended"]
    page = owner.get(at(enquiry)).text
    assert at(enquiry, "group") in page
    assert at(enquiry, "propose") not in page


PROPOSAL = {
    "what": "Supervision for the night team",
    "format": "group",
    "meetings": "6",
    "minutes": "90",
    "people": "6",
    "place": "Fagerheim",
    "price": "4 000,50",
    "basis": "meeting",
    "currency": "NOK",
    "vat_treatment": "rate",
    "vat_rate": "25",
    "form-TOTAL_FORMS": "2",
    "form-INITIAL_FORMS": "0",
}


def proposing(**facts: str) -> dict[str, str]:
    until = timezone.localdate() + timedelta(days=20)
    return {
        **PROPOSAL,
        "valid_until": until.isoformat(),
        "form-0-starts_at": first_day().strftime("%Y-%m-%d %H:%M"),
        **facts,
    }


def test_a_proposal_is_seen_first_and_sent_once(owner: Client, enquiry: Enquiry) -> None:
    assert owner.get(at(enquiry, "propose")).status_code == 200
    seen = owner.post(at(enquiry, "propose"), proposing(action="preview"))
    assert "NOK\N{NO-BREAK SPACE}30,003.75" in seen.text
    assert not enquiry.proposals.exists()
    seal = hidden(seen.text)["seal"]
    owner.post(at(enquiry, "propose"), proposing(action="send", seal=seal))
    # Pressed again, it is another version by now, and is shown before it is sent.
    again = owner.post(at(enquiry, "propose"), proposing(action="send", seal=seal))
    assert again.status_code == 200
    proposal = enquiry.proposals.get()
    assert (proposal.price, proposal.net, proposal.vat) == (400050, 2400300, 600075)
    assert [one.starts_at for one in proposal.sessions.all()] == [first_day()]
    assert letters_of(enquiry)[-1] == "proposal_sent"


@pytest.mark.parametrize(
    "wrong",
    [
        {"meetings": "0"},
        {"meetings": "61"},
        {"people": "0"},
        {"minutes": "x"},
        {"price": "-1"},
        {"price": "1.005"},
        {"price": "9999999.99"},
        {"vat_rate": ""},
        {"vat_treatment": "exempt"},
        {"currency": "XXX"},
        {"place": ""},
        {"valid_until": "2001-01-01"},
        {"meetings": "1", "form-1-starts_at": "2031-01-01 10:00"},
        {"form-0-starts_at": "x"},
        {"what": ""},
        {"format": "x"},
    ],
)
def test_a_proposal_that_cannot_be_is_not_sent(
    owner: Client, enquiry: Enquiry, wrong: dict[str, str]
) -> None:
    answer = owner.post(at(enquiry, "propose"), proposing(**wrong))
    assert answer.status_code == 200
    assert 'name="seal"' not in answer.text
    assert not enquiry.proposals.exists()


def test_the_next_proposal_begins_with_the_last(owner: Client, enquiry: Enquiry) -> None:
    make_proposal(enquiry, vat_treatment="rate", vat_rate=2550, terms="As agreed.")
    text = owner.get(at(enquiry, "propose")).text
    for value in ('value="4000"', 'value="25.5"', "As agreed.", "night team"):
        assert value in text, value


def test_a_group_is_made_with_a_press(owner: Client, enquiry: Enquiry) -> None:
    make_accepted(enquiry)
    page = owner.get(at(enquiry, "group"))
    assert page.text.count("form-0-starts_at") >= 1
    data = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-starts_at": first_day().strftime("%Y-%m-%d %H:%M"),
    }
    for _press in range(2):
        owner.post(at(enquiry, "group"), data)
    group = Offering.objects.get()
    assert [one.starts_at for one in group.sessions_list] == [first_day()]
    assert group.code in owner.get(at(enquiry)).text
    empty = {**data, "form-0-starts_at": ""}
    assert owner.post(at(enquiry, "group"), empty).status_code in (200, 302)


@pytest.mark.parametrize("field", ["form-TOTAL_FORMS", "form-INITIAL_FORMS", "course"])
@pytest.mark.parametrize("nonsense", ["", "-1", "²", "9" * 30, "x"])
def test_nonsense_makes_no_group(
    owner: Client, enquiry: Enquiry, field: str, nonsense: str
) -> None:
    make_accepted(enquiry)
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", field: nonsense}
    assert owner.post(at(enquiry, "group"), data).status_code == 200
    assert not Offering.objects.exists()


@pytest.mark.parametrize("role", ["editor", "owner of another", "nobody"])
def test_others_find_nothing_behind_any_door(enquiry: Enquiry, role: str) -> None:
    client = Client()
    if role == "editor":
        client.force_login(
            make_user("ed@steinlia.example", practice=enquiry.practice, role=Role.EDITOR)
        )
    if role == "owner of another":
        other = make_practice(
            "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
        )
        client.force_login(make_user("o@tankelage.example", practice=other, role=Role.OWNER))
    before = Enquiry.objects.values().get()
    for verb in ("inspect", *VERBS):
        for ask in (client.get, client.post):
            answer = ask(at(enquiry, verb), {"to": "ended", "text": "x"})
            assert answer.status_code in (302, 404, 405), verb
            assert "Fjellvang" not in answer.text
    for address in (LIST, f"{LIST}?q=Eirin", f"{LIST}?export=csv", "/admin/"):
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Fjellvang" not in body, address
    assert Enquiry.objects.values().get() == before
    assert not enquiry.notes.exists()


def test_the_first_page_says_what_waits(owner: Client, practice: Practice) -> None:
    assert "Nothing just now" in owner.get("/admin/").text
    make_enquiry(practice, name="Kari Alm")
    make_enquiry(practice, name="www.pills.example")
    make_accepted(make_enquiry(practice, name="Ola Berg"))
    make_group(make_enquiry(practice, name="Per Dal"))
    text = owner.get("/admin/").text
    assert "Kari Alm" in text
    assert "Ola Berg" in text
    assert "pills" not in text
    assert "Per Dal" not in text


def test_a_letter_leads_to_its_enquiry(owner: Client, enquiry: Enquiry) -> None:
    letter = enquiry.letters.first()
    assert at(enquiry) in owner.get(f"/admin/letters/inspect/{letter.pk}/").text
    found: Any = owner.get(f"/admin/letters/?q={enquiry.reference}").context["object_list"]
    assert len(found) == 2
