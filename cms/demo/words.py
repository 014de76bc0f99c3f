"""How the demo's words are written down: fields, rich text in plain marks, and blocks.

Text may be broken over lines as it suits the file; white space is put right here. In rich text an
empty line ends a paragraph, ``- `` begins an item of a list, ``## `` and ``### `` a heading,
``**…**`` is bold, and ``[…](page:KEY)`` links to another page of the demo.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import dedent
from typing import Any, Final

Words = Mapping[str, Any]
Block = dict[str, Any]

# Every identity in the demo is made from this and a readable key.
NAMESPACE: Final = uuid.UUID("5c6b2f0e-6a54-4f0b-9d3c-0a4d7a1b7e52")


def stable_id(*parts: object) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts))


@dataclass(frozen=True)
class PageReference:
    """A page of the same practice, by its key."""

    key: str


@dataclass(frozen=True)
class PictureReference:
    """One of the demo's pictures, by its name."""

    name: str
    alt_text: str


@dataclass(frozen=True)
class DocumentReference:
    """One of the demo's documents, by its name."""

    name: str


@dataclass(frozen=True)
class PageList:
    """Pages of the same practice, in this order, by their keys."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class SnippetReference:
    """An audience, benefit, principle or topic that several pages share, by its key."""

    kind: str
    key: str


@dataclass(frozen=True)
class Shared:
    """A row of a list whose words come from a snippet; ``text`` says it otherwise here."""

    key: str
    text: str = ""


@dataclass(frozen=True)
class RichText:
    """HTML in which links to pages still carry keys."""

    html: str


def line(text: str) -> str:
    return " ".join(text.split())


def rich(text: str) -> RichText:
    parts = re.split(r"\n\s*\n", dedent(text).strip())
    return RichText("".join(_part(part) for part in parts))


def _part(part: str) -> str:
    if part.startswith("- "):
        items = re.split(r"\n- ", part[2:])
        return "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in items) + "</ul>"
    if heading := re.match(r"(##|###) ", part):
        level = len(heading[1])
        return f"<h{level}>{_inline(part[level + 1 :])}</h{level}>"
    return f"<p>{_inline(part)}</p>"


def _inline(text: str) -> str:
    html = line(text).replace("&", "&amp;")
    html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html)
    return re.sub(r"\[(.+?)\]\(page:([\w-]+)\)", r'<a data-page="\2">\1</a>', html)


def heading(text: str) -> Block:
    return {"type": "heading", "value": line(text)}


def text(marked: str) -> Block:
    return {"type": "paragraph", "value": rich(marked)}


def quote(words: str, *, source: str, link: str = "", language: str = "") -> Block:
    value = {"text": line(words), "source": source, "link": link, "language": language}
    return {"type": "quote", "value": value}


Row = tuple[str, str] | Shared


def shared(key: str, own_text: str = "") -> Shared:
    return Shared(key, line(own_text))


def audience_list(title: str, *rows: Row) -> Block:
    return _rows("audience_list", title, ("audience", "who", "text"), rows)


def benefit_list(title: str, *rows: Row) -> Block:
    return _rows("benefit_list", title, ("benefit", "title", "text"), rows)


def principles(title: str, *rows: Row) -> Block:
    return _rows("principles", title, ("principle", "title", "text"), rows)


def facts(title: str, *rows: tuple[str, str]) -> Block:
    return _rows("facts", title, ("", "label", "value"), rows)


def _rows(kind: str, title: str, names: tuple[str, str, str], rows: Iterable[Row]) -> Block:
    items = [_row(names, row) for row in rows]
    return {"type": kind, "value": {"heading": title, "items": items}}


def _row(names: tuple[str, str, str], row: Row) -> dict[str, Any]:
    snippet, first, second = names
    if isinstance(row, Shared):
        return {"shared": SnippetReference(snippet, row.key), first: "", second: row.text}
    return {first: line(row[0]), second: line(row[1])}


def for_and_against(
    title: str, for_title: str, in_favour: list[str], against_title: str, against: list[str]
) -> Block:
    value = {
        "heading": title,
        "for_heading": for_title,
        "for_items": [line(item) for item in in_favour],
        "against_heading": against_title,
        "against_items": [line(item) for item in against],
    }
    return {"type": "for_and_against", "value": value}


def requirement(title: str, marked: str) -> Block:
    return {"type": "requirement", "value": {"heading": title, "text": rich(marked)}}


def questions(title: str, *rows: tuple[str, str]) -> Block:
    items = [{"question": line(asked), "answer": rich(marked)} for asked, marked in rows]
    return {"type": "questions", "value": {"heading": title, "items": items}}


def question(asked: str, marked_answer: str) -> Block:
    return {"type": "question", "value": {"question": line(asked), "answer": rich(marked_answer)}}


def group(title: str) -> Block:
    return {"type": "group", "value": line(title)}


def price(what: str, amount: str, note: str = "") -> Block:
    return {"type": "row", "value": {"what": line(what), "price": amount, "note": line(note)}}


def route(kind: str, label: str, value: str) -> Block:
    return {"type": "route", "value": {"kind": kind, "label": label, "value": value}}


def service_cards(title: str, *keys: str) -> Block:
    return {"type": "service_cards", "value": {"heading": title, "services": references(*keys)}}


def course_cards(title: str, *keys: str) -> Block:
    return {"type": "course_cards", "value": {"heading": title, "pages": references(*keys)}}


def contact_card(title: str, marked: str, person: str = "") -> Block:
    whom = PageReference(person) if person else None
    return {
        "type": "contact_card",
        "value": {"heading": title, "text": rich(marked), "person": whom},
    }


def references(*keys: str) -> list[PageReference]:
    return [PageReference(key) for key in keys]


def pages(*keys: str) -> PageList:
    return PageList(keys)


def topics(*keys: str) -> list[SnippetReference]:
    return [SnippetReference("topic", key) for key in keys]


def picture(name: str, *, alt_text: str, caption: str = "") -> Block:
    value = {"image": PictureReference(name, line(alt_text)), "caption": line(caption)}
    return {"type": "picture", "value": value}


def download(title: str, document: str, told: str) -> Block:
    value = {"heading": title, "document": DocumentReference(document), "text": line(told)}
    return {"type": "download", "value": value}


def video(url: str, title: str, told: str = "") -> Block:
    return {"type": "video", "value": {"title": title, "url": url, "text": line(told)}}


def credentials(title: str, *rows: Block) -> Block:
    items = [row["value"] for row in rows]
    return {"type": "credentials", "value": {"heading": title, "items": items}}


def supervisors(title: str, *keys: str) -> Block:
    return {"type": "supervisors", "value": {"heading": title, "people": references(*keys)}}


def call_to_action(invitation: str, *, label: str, page: str) -> Block:
    value = {"text": line(invitation), "label": label, "page": PageReference(page)}
    return {"type": "call_to_action", "value": value}


def credential(
    title: str, *, issuer: str = "", extent: str = "", year: str = "", valid_until: str = ""
) -> Block:
    value = {
        "title": title,
        "issuer": issuer,
        "extent": extent,
        "year": year,
        "valid_until": valid_until,
    }
    return {"type": "credential", "value": value}
