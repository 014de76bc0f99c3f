"""A subject and a body for each language in a form, checked alike wherever somebody writes."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from registrations.messages.placeholders import check
from registrations.messages.texts import Text, Texts

MOST_SUBJECT: Final = 150
MOST_BODY: Final = 8000
NAMES: Final = dict(settings.LANGUAGES)


class TextFieldsMixin:
    """For a form: ``add_texts`` in its ``__init__`` and ``clean_texts`` in its ``clean``."""

    fields: dict[str, forms.Field]
    text_languages: list[str]

    def add_texts(self, languages: Iterable[str], initial: Texts) -> None:
        self.text_languages = list(languages)
        for code in self.text_languages:
            name = {"language": _(NAMES.get(code, code))}
            text = initial.get(code, Text("", ""))
            self.fields[f"subject_{code}"] = forms.CharField(
                label=_("Subject, in %(language)s") % name,
                required=False,
                max_length=MOST_SUBJECT,
                initial=text.subject,
            )
            self.fields[f"body_{code}"] = forms.CharField(
                label=_("Letter, in %(language)s") % name,
                required=False,
                max_length=MOST_BODY,
                initial=text.body,
                widget=forms.Textarea(attrs={"rows": 12}),
            )

    def clean_texts(self, cleaned: Mapping[str, Any]) -> dict[str, Text]:
        """Those languages in which something was written; each needs both, and no unknown
        placeholder."""
        texts = {}
        for code in self.text_languages:
            subject = " ".join((cleaned.get(f"subject_{code}") or "").split())
            body = (cleaned.get(f"body_{code}") or "").replace("\r\n", "\n").strip()
            if not subject and not body:
                continue
            missing = f"subject_{code}" if not subject else f"body_{code}" if not body else ""
            if missing and not self.has_error(missing):
                self.add_error(missing, _("Write both a subject and a letter, or neither."))
            for name, text in ((f"subject_{code}", subject), (f"body_{code}", body)):
                self._check(name, text)
            texts[code] = Text(subject, body)
        return texts

    def _check(self, name: str, text: str) -> None:
        try:
            check(text)
        except ValidationError as error:
            self.add_error(name, error)

    def text_rows(self) -> list[tuple[str, BoundField, BoundField]]:
        return [
            (code, self[f"subject_{code}"], self[f"body_{code}"]) for code in self.text_languages
        ]

    has_error: Any
    add_error: Any
    __getitem__: Any
