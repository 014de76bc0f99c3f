"""What the documents say can be followed: commands, links, pictures, paths, dependencies."""

import re
import tomllib
from pathlib import Path

from django.core.management import get_commands

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURES = ROOT / "docs" / "pictures"
LARGEST_PICTURE = 200_000

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
FOLDERS = (
    "bin/",
    "cms/",
    "courses/",
    "docs/",
    "locale/",
    "registrations/",
    "static/",
    "templates/",
)

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def code_of(document: Path) -> str:
    """Everything that the document sets as code, and nothing that is a sentence."""
    text = document.read_text()
    return "\n".join([*FENCE.findall(text), *SPAN.findall(FENCE.sub("", text))])


def prose_of(document: Path) -> str:
    return FENCE.sub("", document.read_text())


def anchors_of(document: Path) -> set[str]:
    """The names that its headings can be linked by."""
    headings = re.findall(r"^#+ (.+)$", prose_of(document), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links_of(document: Path) -> list[tuple[bool, str, str]]:
    """Whether it is a picture, its words, and where it leads."""
    return [(bool(mark), words, to) for mark, words, to in LINK.findall(prose_of(document))]


@each_document
def test_make_commands_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", code_of(document)))
    assert named - targets == set()


@each_document
def test_manage_commands_exist(document: Path) -> None:
    named = set(re.findall(r"manage\.py (\w+)", code_of(document)))
    assert named - set(get_commands()) == set()


@each_document
def test_links_lead_somewhere(document: Path) -> None:
    broken = []
    for _picture, _words, to in links_of(document):
        if to.startswith(("http://", "https://")):
            continue
        path, _, anchor = to.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.is_file() or (anchor and anchor not in anchors_of(target)):
            broken.append(to)
    assert broken == []


@each_document
def test_pictures_say_what_they_show(document: Path) -> None:
    silent = [to for picture, words, to in links_of(document) if picture and not words.strip()]
    assert silent == []


def test_every_picture_is_shown_and_light() -> None:
    shown = {
        (document.parent / to).resolve()
        for document in DOCUMENTS
        for picture, _words, to in links_of(document)
        if picture
    }
    kept = {path for path in PICTURES.iterdir() if path.is_file()}
    assert kept == shown
    assert {path.name for path in kept if path.stat().st_size > LARGEST_PICTURE} == set()


@each_document
def test_paths_exist(document: Path) -> None:
    named = {span for span in SPAN.findall(prose_of(document)) if span.startswith(FOLDERS)}
    # A place to fill in is no path.
    missing = {path for path in named if "<" not in path and not list(ROOT.glob(path))}
    assert missing == set()


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in wanted}
    text = (ROOT / "docs" / "architecture.md").read_text()
    begins, _, ends = text.partition("Looked at and left out")
    assert ends
    told = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", begins, re.MULTILINE)
    assert {name for name, why in told if len(why.split()) >= 3} == names
