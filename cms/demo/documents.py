"""The demo's documents to download, as rows that an editor can choose and replace."""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files.base import ContentFile

from wagtail.documents.models import Document

from cms.demo import agreement
from cms.models import Practice
from cms.practice_groups import collection_of

# What a document is called in the admin, and its words: a title, then paragraphs.
DOCUMENTS: Final = {"agreement": (agreement.TITLE, agreement.PARAGRAPHS)}
KIND: Final = "application/vnd.oasis.opendocument.text"
NAMES: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"'
)


def demo_document(name: str, *, practice: Practice) -> Document:
    """The practice's document called ``name``, made when it is not there."""
    title, paragraphs = DOCUMENTS[name]
    content = open_document(title, paragraphs)
    identity = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    collection = collection_of(practice)
    document = Document.objects.filter(file_hash=identity, collection=collection).first()
    if document is None:
        document = Document.objects.create(
            title=title,
            collection=collection,
            file=ContentFile(content, name=f"{name}.odt"),
            file_hash=identity,
            file_size=len(content),
        )
    return document


def open_document(title: str, paragraphs: Sequence[str]) -> bytes:
    """An OpenDocument text of one heading and plain paragraphs, the same bytes every time."""
    body = "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}><office:body>'
        f'<office:text><text:h text:outline-level="1">{escape(title)}</text:h>{body}'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, words in (
            ("mimetype", KIND),
            ("content.xml", content),
            ("META-INF/manifest.xml", manifest),
        ):
            archive.writestr(ZipInfo(name), words)
    return made.getvalue()
