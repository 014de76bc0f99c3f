"""How the demo's words are written down: fields, rich text in plain marks, and blocks.

Text may be broken over lines as it suits the file; white space is put right here. In rich text an
empty line ends a paragraph, ``- `` begins an item of a list, ``## `` and ``### `` a heading,
``**…**`` is bold, and ``[…](page:KEY)`` links to another page of the demo.
"""

import re
import uuid
from collections.abc import Mapping
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


def audience_list(title: str, *rows: tuple[str, str]) -> Block:
    return _rows("audience_list", title, "who", "text", rows)


def benefit_list(title: str, *rows: tuple[str, str]) -> Block:
    return _rows("benefit_list", title, "title", "text", rows)


def principles(title: str, *rows: tuple[str, str]) -> Block:
    return _rows("principles", title, "title", "text", rows)


def facts(title: str, *rows: tuple[str, str]) -> Block:
    return _rows("facts", title, "label", "value", rows)


def _rows(
    kind: str, title: str, first: str, second: str, rows: tuple[tuple[str, str], ...]
) -> Block:
    items = [{first: line(one), second: line(two)} for one, two in rows]
    return {"type": kind, "value": {"heading": title, "items": items}}


def picture(name: str, *, alt_text: str, caption: str = "") -> Block:
    value = {"image": PictureReference(name, line(alt_text)), "caption": line(caption)}
    return {"type": "picture", "value": value}


def supervisors(title: str, *keys: str) -> Block:
    people = [PageReference(key) for key in keys]
    return {"type": "supervisors", "value": {"heading": title, "people": people}}


def call_to_action(invitation: str, *, label: str, page: str) -> Block:
    value = {"text": line(invitation), "label": label, "page": PageReference(page)}
    return {"type": "call_to_action", "value": value}


def credential(title: str, *, issuer: str = "", extent: str = "", year: str = "") -> Block:
    value = {"title": title, "issuer": issuer, "extent": extent, "year": year}
    return {"type": "credential", "value": value}
