"""Every address of the admin, as everybody who may knock at it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core import serializers
from django.db import transaction
from django.http import HttpResponse
from django.test import TestCase
from django.urls import URLPattern, get_resolver

import pytest

from cms.models import LogLine, Membership, Practice
from courses.models import DiscountCode, Offering, OfferingSession, Price
from registrations.models import (
    Attendance,
    Enquiry,
    EnquiryLine,
    EnquiryNote,
    HistoryLine,
    InternalNote,
    LedgerLine,
    Letter,
    LetterTemplate,
    Message,
    Participant,
    Proposal,
    Registration,
    Reminder,
    SavedFilter,
)
from registrations.sheets.catalogue import SHEETS
from registrations.tickets import ticket_token
from tests.admin_world import INTERNAL, PERSONAL, World, make_world

ROLES = ("anonymous", "editor", "owner", "other", "administrator", "guest")
# From whom something is kept.
OUTSIDERS = ("anonymous", "editor", "other", "guest")
# What each may do at each address: a line for each, and the six outcomes of a GET before it.
#   login    sent to log in             refused  sent to the front page with a message
#   moved    sent on to another page    a number the status
OUTCOMES = Path(__file__).with_name("admin_outcomes.txt")
GUESTS_MAY_READ = ("Deltaker Diskre", "Utkast til hemmelig kurs")
SNIPPET_ADDRESSES = ("localize/submit/snippet/", "localize/api/snippets/")


def addresses() -> list[tuple[str, str]]:
    """Each address below /admin/ and its name; logging out comes last."""
    found = {
        route: name for route, name in _walk(get_resolver(), "", ()) if route.startswith("admin/")
    }
    return sorted(found.items(), key=lambda item: (item[0] == "admin/logout/", item[0]))


def _walk(resolver: Any, prefix: str, spaces: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, ":".join([*spaces, pattern.name or pattern.lookup_str])
        else:
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _walk(pattern, route, inner)


def fill(route: str, name: str, given: dict[str, Any], own: dict[str, Any]) -> str:
    """The address with the keys of the first practice's rows in it."""
    route = route.replace("^.*/$", "nowhere/")
    route = re.sub(r"\(\?P<(\w+)>.+?\)(?=/|\\|\.\.\.)", r"<\1>", route)
    route = route.replace(r"\.\.\.", "...").replace("^", "").replace("$", "")
    values = {**given, "pk": own.get(name.partition(":")[0], 1)}
    if any(part in route for part in SNIPPET_ADDRESSES):
        values |= {"model_name": "question", "pk": own["wagtailsnippets_courses_question"]}
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match[1]]), route)


def keys(world: World) -> dict[str, Any]:
    page = world.pages["nb"]
    return {
        **dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), page.pk),
        **dict.fromkeys(("parent_page_id", "destination_id"), page.get_parent().pk),
        **dict.fromkeys(("content_type_app_name", "app_label", "app_name"), "courses"),
        **dict.fromkeys(("content_type_model_name", "model_name"), "coursepage"),
        "revision_id": page.latest_revision_id,
        "revision_id_a": page.latest_revision_id,
        "revision_id_b": "live",
        "action_name": "approve",
        **dict.fromkeys(("task_state_id", "task_id", "workflow_state_id", "workflow_pk"), 1),
        "action": "delete",
        "object_id": page.pk,
        "session_id": 1,
        "image_id": world.image.pk,
        **dict.fromkeys(("document_id", "doc_id"), world.document.pk),
        "uploaded_file_id": 1,
        "filter_spec": "width-100",
        "filter_id": world.saved_filter.pk,
        "translation_id": world.translation.pk,
        "translation_source_id": world.source.pk,
        "string_segment_id": world.segment.pk,
        "overridable_segment_id": 1,
        "mode": "",
        "redirect_id": world.redirect.pk,
        "number": world.owner.memberships.get().pk,
        "collection_id": world.image.collection_id,
        "uidb64": "MQ",
        "token": ticket_token(world.registration.participants.get()),
        "sheet": "participants",
        "kind": "xlsx",
        "name": "ledger.csv",
    }


def own_keys(world: World) -> dict[str, Any]:
    """What "pk" stands for, by the first part of an address's name."""
    rows = {
        "offerings": world.offering,
        "own_date": world.offering,
        **dict.fromkeys(("attendance_offering", "attendance_sheet"), world.offering),
        **dict.fromkeys(("attendance_session", "attendance_mark"), world.offering.sessions_list[0]),
        **{f"people_{verb}": world.invitation for verb in ("again", "withdraw")},
        "history": world.practice.log.first(),
        "registration-history": world.registration.history.first(),
        "discount-codes": world.code,
        "registrations": world.registration,
        "enquiries": world.enquiry,
        "letters": world.registration.letters.first(),
        "messages": world.message,
        "letter-templates": world.practice.letter_templates.first(),
        "reminders": world.practice.reminders.first(),
        "practices": world.practice,
        "menus": world.practice.menu,
        "old-addresses": world.redirect,
        **world.shared_words,
        **world.money,
        "memberships": world.owner.memberships.get(),
        "terms-versions": world.registration.terms,
        "wagtailsnippets_courses_question": world.asked.question,
        "wagtailsnippetchoosers_courses_question": world.asked.question,
        "wagtailimages_chooser": world.image,
        "wagtaildocs_chooser": world.document,
        "wagtailadmin_pages": world.pages["nb"],
        "wagtailadmin_api": world.pages["nb"],
        "wagtailadmin_collections": world.image.collection,
        "wagtailusers_users": world.owner,
        "wagtailusers_groups": world.owner.groups.first(),
        "wagtailsites": world.practice.site,
        "wagtaillocales": world.pages["nb"].locale,
        "wagtail_localize": world.asked.question,
    }
    return {name: row.pk for name, row in rows.items() if row}


def outcome(response: HttpResponse) -> str:
    if response.status_code in (301, 302):
        location = response.headers["Location"]
        if location.startswith("/admin/login/"):
            return "login"
        return "refused" if location == "/admin/" else "moved"
    return str(response.status_code)


def leaks(response: HttpResponse, role: str) -> list[str]:
    """What the role may not read, and found in this answer all the same."""
    body = b"".join(response) if response.streaming else response.content
    text = body.decode(errors="ignore")
    hidden = {
        "anonymous": PERSONAL + INTERNAL,
        "editor": PERSONAL,
        "owner": (),
        "other": PERSONAL + INTERNAL,
        "administrator": PERSONAL[-2:-1],
        # A guest reads what the own course date is called, and who comes.
        "guest": tuple(word for word in PERSONAL + INTERNAL if word not in GUESTS_MAY_READ),
    }[role]
    return [word for word in hidden if word in text]


def walk(world: World, role: str, method: str = "get") -> dict[str, HttpResponse]:
    client = world.client(role)
    # Some of Wagtail's own forms stumble over an empty one.
    client.raise_request_exception = method == "get"
    ask, given, own = getattr(client, method), keys(world), own_keys(world)
    return {route: ask(fill(route, name, given, own)) for route, name in addresses()}


FACTS = (
    *(Practice, Membership, Offering, OfferingSession, Price, DiscountCode),
    *(Registration, Participant, Attendance, LedgerLine, HistoryLine, Letter),
    *(Registration, Participant, LedgerLine, HistoryLine, LogLine, Letter),
    *(Message, LetterTemplate, Reminder),
    *(Enquiry, EnquiryLine, EnquiryNote, Proposal),
    *(InternalNote, SavedFilter),
)


def facts() -> str:
    return "".join(serializers.serialize("json", model.objects.order_by("pk")) for model in FACTS)


def hidden_from(role: str) -> set[str]:
    """Addresses of things that do not exist for the role, as the table has it."""
    column = ROLES.index(role)
    rows = [line.split(maxsplit=len(ROLES)) for line in OUTCOMES.read_text().splitlines()]
    return {row[-1] for row in rows if row[column] == "404" and "<" in row[-1]}


def questions(world: World) -> list[str]:
    """Addresses that are asked something: by words, keys, kinds, and for downloads."""
    page = world.pages["nb"]
    keys = {
        "wagtailcore/page": page.pk,
        "cms/practiceimage": world.image.pk,
        "wagtaildocs/document": world.document.pk,
        "courses/question": world.asked.question.pk,
        "users/user": world.owner.pk,
    }
    bulk = [f"/admin/bulk/{model}/delete/?id={key}" for model, key in keys.items()]
    bulk += [f"/admin/bulk/{model}/delete/?id=all" for model in keys]
    bulk += [f"/admin/bulk/wagtailcore/page/publish/?id=all&childOf={page.get_parent().pk}"]
    lists = ("offerings/", "registrations/registration/", "enquiries/", "letters/", "practices/")
    lists += ("messages/", "letter-templates/", "reminders/")
    words = ("Solveig", "Runar", "hemmelig", "Diskre", "PO-4815", "Utkast", "Hvor")
    return [
        *bulk,
        *(f"/admin/{name}?export={kind}" for name in lists for kind in ("csv", "xlsx")),
        *(f"/admin/{name}?q={word}" for name in lists for word in words),
        f"/admin/registrations/registration/?offering={world.offering.pk}",
        f"/admin/offerings/write/?offering={world.offering.pk}",
        f"/admin/registrations/registration/write/?registrations={world.registration.pk}",
        f"/admin/reminders/new/?offering={world.offering.pk}",
        f"/admin/offerings/new/?course={world.offering.course_id}",
        *(
            f"/admin/attendance/offering/{world.offering.pk}/{sheet}.{kind}"
            for sheet in SHEETS
            for kind in ("pdf", "xlsx")
        ),
        f"/admin/attendance/session/{world.offering.sessions_list[0].pk}/?q=Solveig",
        f"/admin/choose-page/chosen-multiple/?id={page.pk}",
        "/admin/choose-page/?page_type=courses.CoursePage",
        "/admin/choose-page/search/?q=Utkast",
        "/admin/pages/search/?q=Utkast",
        "/admin/pages/?q=Utkast",
        f"/admin/images/chooser/chosen-multiple/?id={world.image.pk}",
        "/admin/images/chooser/results/?q=Bildet",
        "/admin/images/results/?q=Bildet",
        f"/admin/documents/chooser/chosen-multiple/?id={world.document.pk}",
        "/admin/documents/chooser/results/?q=Dokumentet",
        f"/admin/snippets/choose/courses/question/chosen-multiple/?id={world.asked.question.pk}",
        "/admin/snippets/choose/courses/question/results/?q=Hvor",
        "/admin/snippets/courses/question/?q=Hvor",
        "/admin/snippets/courses/question/?export=csv",
        "/admin/reports/aging-pages/?export=csv",
        "/admin/localize/reports/translations/?source_title=Utkast",
        "/admin/api/main/pages/?child_of=1",
        "/admin/api/main/pages/?search=Utkast",
        "/admin/old-addresses/?q=gammelt",
        "/admin/old-addresses/?export=csv",
        "/admin/reports/checks/?practice=steinlia&kind=language",
        *(
            f"/admin/reports/money/{name}"
            for name in (
                *("?practice=steinlia", "close/?practice=steinlia", "lines/?export=csv"),
                *("invoices/?q=Bestillende", "invoices/?export=csv", "payouts/?export=xlsx"),
                *("file/ledger.csv?practice=steinlia", "file/workbook.xlsx?practice=steinlia"),
            )
        ),
    ]


@pytest.mark.one_database("postgresql")
class TestEveryAddress(TestCase):
    """The world is made once; what is done in it is taken back before anybody else comes."""

    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_world()

    def test_each_address_answers_each_role_as_the_table_says(self) -> None:
        found: dict[str, list[str]] = {route: [] for route, _name in addresses()}
        leaked = []
        for role in ROLES:
            for route, response in walk(self.world, role).items():
                found[route].append(outcome(response))
                leaked += [(role, route, word) for word in leaks(response, role)]
        lines = sorted(
            f"{' '.join(f'{word:7}' for word in row)} {route}" for route, row in found.items()
        )
        assert leaked == []
        assert lines == OUTCOMES.read_text().splitlines()

    def test_posting_anywhere_changes_no_fact_of_the_practice(self) -> None:
        before = facts()
        for role in OUTSIDERS:
            with transaction.atomic():
                answers = walk(self.world, role, "post")
                leaked = [(route, leaks(answer, role)) for route, answer in answers.items()]
                after = facts()
                transaction.set_rollback(True)
            assert [(route, words) for route, words in leaked if words] == [], role
            assert after == before, role
            found = {r for r in hidden_from(role) if answers[r].status_code not in (404, 405)}
            assert found == set(), role

    def test_no_question_brings_out_what_a_role_may_not_read(self) -> None:
        asked_for = {"Utkast", "Hvor"}
        for role in OUTSIDERS:
            client = self.world.client(role)
            found = [
                (address, word)
                for address in questions(self.world)
                for word in leaks(client.get(address), role)
                if word not in asked_for
            ]
            assert found == [], role
