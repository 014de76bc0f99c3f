"""The catalogues in locale/: complete, current, and faithful to the source."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import django
from django.utils.translation import gettext, ngettext, override
from django.utils.translation.template import templatize

import wagtail
import wagtail_localize

import allauth
import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
SOURCES = ("cms", "courses", "registrations", "templates")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
BORROWED = tuple((ROOT / "cms").glob("borrowed_*.py"))

# A sentence's context and words; words with a plural are told by their singular.
Key = tuple[str | None, str]


def template_as_python(file: Path) -> bytes:
    """Django's own reading of a template, on lines that begin at the margin."""
    lines = templatize(file.read_text(), origin=str(file)).splitlines()
    return "\n".join(line.strip() for line in lines).encode()


def marked_in(code: bytes) -> Iterator[Key]:
    for _line, words, _comments, context in extract("python", BytesIO(code), KEYWORDS):
        yield context, words if isinstance(words, str) else words[0]


@cache
def in_source() -> frozenset[Key]:
    """Every sentence that the source marks for translation."""
    found: set[Key] = set()
    for folder in SOURCES:
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".html", ".txt"):
                found.update(marked_in(template_as_python(file)))
            elif file.suffix == ".py":
                found.update(marked_in(file.read_bytes()))
    return frozenset(found)


def translations(catalogue: polib.POFile) -> Iterator[tuple[polib.POEntry, str, str]]:
    """Each entry with its source words and their translation, form by form."""
    for entry in catalogue:
        for form, text in (entry.msgstr_plural or {0: entry.msgstr}).items():
            plural = entry.msgid_plural and form > 0
            yield entry, entry.msgid_plural if plural else entry.msgid, text


@pytest.fixture(params=CATALOGUES, ids=lambda file: file.relative_to(ROOT / "locale").parts[0])
def catalogue(request: pytest.FixtureRequest) -> polib.POFile:
    return polib.pofile(str(request.param))


def test_there_is_a_catalogue_for_each_language_but_the_source(settings):
    languages = {code for code, _name in settings.LANGUAGES} - {"en"}
    assert {file.parts[-3] for file in CATALOGUES} == languages


def test_every_sentence_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue if entry.fuzzy or not entry.translated()] == []


def test_every_plural_has_all_its_forms(catalogue):
    count = int(re.match(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])[1])
    plurals = [entry for entry in catalogue if entry.msgid_plural]
    assert plurals
    assert [e.msgid for e in plurals if sorted(e.msgstr_plural) != list(range(count))] == []


def test_the_catalogue_holds_what_the_source_says_and_nothing_else(catalogue):
    """`make messages` brings it up to date."""
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}
    assert sorted(in_source() - known, key=str) == []
    assert sorted(known - in_source(), key=str) == []
    assert catalogue.obsolete_entries() == []


def test_no_sentence_hides_in_an_f_string():
    """There neither gettext nor the test above would find it."""
    hidden = []
    for folder in SOURCES:
        for file in (ROOT / folder).rglob("*.py"):
            tree = ast.parse(file.read_text())
            strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
            calls = [call for node in strings for call in ast.walk(node)]
            hidden += [
                (file.name, call.lineno)
                for call in calls
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS
            ]
    assert hidden == []


def test_a_translation_has_the_placeholders_of_its_source(catalogue):
    assert [
        (source, text)
        for _entry, source, text in translations(catalogue)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text))
    ] == []


def test_a_translation_has_the_markup_of_its_source(catalogue):
    assert [
        (source, text)
        for _entry, source, text in translations(catalogue)
        if TAG.findall(source) != TAG.findall(text)
    ] == []


def test_a_translation_begins_and_ends_as_its_source(catalogue):
    """No space at an end is lost or won, and what ends in a full stop stays a sentence."""
    assert [
        (source, text)
        for _entry, source, text in translations(catalogue)
        if (text == text.strip()) != (source == source.strip())
        or (source.endswith(".") and not text.endswith((".", "!")))
    ] == []


def test_what_we_borrow_is_still_said_there():
    """A sentence that its package has changed would be theirs again, untranslated by us."""
    theirs: set[str] = set()
    for package in (allauth, django, wagtail, wagtail_localize):
        for file in Path(package.__file__).parent.rglob("locale/en/LC_MESSAGES/django*.po"):
            theirs.update(entry.msgid for entry in polib.pofile(str(file)))
    borrowed = [words for file in BORROWED for _context, words in marked_in(file.read_bytes())]
    assert len(borrowed) == len(set(borrowed)) > 0
    assert [words for words in borrowed if words not in theirs] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Fyll ut dette feltet."),
        ("sv", "Fyll i det här fältet."),
        ("fi", "Täytä tämä kenttä."),
        ("da", "Udfyld dette felt."),
    ],
)
def test_our_words_win_over_those_of_others(language, words):
    with override(language):
        assert gettext("This field is required.") == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 seat left"), (3, "3 seats left")])
def test_the_source_language_counts_too(count, words):
    with override("en"):
        text = ngettext("%(count)s seat left", "%(count)s seats left", count)
        assert text % {"count": count} == words
