"""Suggestions by a machine: only with a key, never in front of people, never while others wait."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from django.test import Client

from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

import pytest

from cms.machine_translation import DeepL
from cms.models import Practice, Role
from tests.cms.translating import change, fill_in, make_about, send, source_of
from tests.factories import locale, make_practice, make_user
from tests.logging_in import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def editor(practice: Practice) -> Client:
    return logged_in(make_user(practice=practice, role=Role.EDITOR))


@pytest.fixture
def translation(practice: Practice) -> Translation:
    translation = send(make_about(practice))
    fill_in(translation, {"Om oss": "About us"})
    return translation


class NearbyDeepL(DeepL):
    """Speaks to the service of this test."""

    def get_api_endpoint(self) -> str:
        return self.options["ADDRESS"]


class Service(BaseHTTPRequestHandler):
    """Answers as DeepL does: every text in capitals; or as it does when the key is wrong."""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        asked = parse_qs(self.rfile.read(length).decode())
        self.server.asked.append(asked)
        allowed = self.headers["Authorization"] == "DeepL-Auth-Key right"
        answer = {"translations": [{"text": text.upper()} for text in asked["text"]]}
        self.send_response(200 if allowed else 403)
        self.end_headers()
        self.wfile.write(json.dumps(answer if allowed else {"message": "Forbidden"}).encode())

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def service(settings: Any) -> Iterator[Any]:
    server = HTTPServer(("127.0.0.1", 0), Service)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "tests.cms.test_machine_translation.NearbyDeepL",
        "OPTIONS": {"AUTH_KEY": "right", "ADDRESS": address},
    }
    yield server
    server.shutdown()
    server.server_close()


def press(editor: Client, translation: Translation) -> Any:
    return editor.post(f"/admin/localize/translate/{translation.pk}/machine_translate/")


def words(translation: Translation) -> dict[str, str]:
    rows = StringTranslation.objects.filter(locale=translation.target_locale)
    return dict(rows.values_list("translation_of__data", "data"))


def test_without_a_key_there_is_no_machine(editor: Client, translation: Translation) -> None:
    assert get_machine_translator() is None
    assert press(editor, translation).status_code == 404
    page = editor.get(f"/admin/pages/{translation.get_target_instance().pk}/edit/").text
    assert "DeepL" not in page
    assert words(translation) == {"Om oss": "About us"}


def test_the_machine_fills_in_what_nobody_has_translated_and_publishes_nothing(
    editor: Client, translation: Translation, service: Any
) -> None:
    assert press(editor, translation).status_code == 302
    found = words(translation)
    assert (found["Om oss"], found["Vi er to."]) == ("About us", "VI ER TO.")
    assert translation.get_target_instance().live is False
    (asked,) = service.asked
    assert (asked["source_lang"], asked["target_lang"]) == (["NB"], ["EN-GB"])
    assert "Om oss" not in asked["text"]


def test_a_service_that_refuses_is_said_and_loses_nothing(
    editor: Client, translation: Translation, service: Any, settings: Any
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["AUTH_KEY"] = "wrong"
    assert press(editor, translation).status_code == 302
    assert "did not answer as it should" in editor.get("/admin/account/").text
    assert words(translation) == {"Om oss": "About us"}


def test_a_service_that_is_not_there_is_said(
    editor: Client, translation: Translation, service: Any
) -> None:
    service.shutdown()
    service.server_close()
    assert press(editor, translation).status_code == 302
    assert "did not answer as it should" in editor.get("/admin/account/").text


def test_bringing_up_to_date_asks_no_service_while_the_database_waits(
    editor: Client, translation: Translation, service: Any, practice: Practice
) -> None:
    source = translation.source
    change(source.get_source_instance(), lead="Vi er tre.")
    address = f"/admin/localize/update/{source_of(source.get_source_instance()).pk}/"
    assert "use_machine_translation" not in editor.get(address).text
    editor.post(address, {"use_machine_translation": "on"})
    assert service.asked == []


def test_many_texts_are_sent_in_pieces(service: Any, settings: Any) -> None:
    machine = get_machine_translator()
    wanted = [StringValue(f"tekst {n}") for n in range(120)]
    found = machine.translate(locale("nb"), locale("fi"), wanted)
    assert [len(asked["text"]) for asked in service.asked] == [50, 50, 20]
    assert found[wanted[119]].data == "TEKST 119"
