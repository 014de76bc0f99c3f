"""What an owner fills in: a template, a reminder, and a message."""

import uuid
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.models import Practice
from cms.permissions import OWNERS, practices_of
from registrations.messages.services import first_texts
from registrations.messages.text_fields import TextFieldsMixin
from registrations.messages.texts import read, stored
from registrations.models import Audience, LetterTemplate, Purpose, Reminder

# A change of these makes other moments, none of which lies in the past.
TIMING: Final = ("amount", "unit", "side", "anchor", "paused")


class OwnPracticeMixin:
    """The practice is one of the user's own, chosen once; with one alone, it is not asked for."""

    def offer_practices(self) -> Practice | None:
        field = self.fields["practice"]
        field.label = _("Practice")
        own = practices_of(self.for_user, *OWNERS)
        field.queryset = own
        if self.instance.pk:
            field.disabled = True
            return self.instance.practice
        first = own.first()
        self.initial.setdefault("practice", first)
        if own.count() == 1:
            field.widget = forms.HiddenInput()
        return first

    fields: Any
    for_user: Any
    instance: Any
    initial: Any


class TemplateForm(OwnPracticeMixin, TextFieldsMixin, WagtailAdminModelForm):
    class Meta:
        model = LetterTemplate
        fields = ("practice", "name", "purpose")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_practices()
        own = practices_of(self.for_user, *OWNERS)
        practices = [self.instance.practice] if self.instance.pk else list(own)
        languages = dict.fromkeys(code for one in practices for code in one.languages)
        before = read(self.instance.texts)
        if self.instance.pk and self.instance.purpose != Purpose.OTHER:
            # For a language that the practice has begun to write in since.
            before = {**first_texts(self.instance.purpose, list(languages)), **before}
        self.add_texts(languages, before)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        texts = self.clean_texts(cleaned)
        practice = cleaned.get("practice")
        for code in texts:
            if practice and code not in practice.languages:
                self.add_error(f"body_{code}", _("This practice does not write in that language."))
        if not texts:
            raise ValidationError(_("Write the letter in at least one language."))
        self.instance.texts = stored(texts)
        return cleaned


class ReminderForm(OwnPracticeMixin, WagtailAdminModelForm):
    class Meta:
        model = Reminder
        fields = (
            *("practice", "offering", "template", "audience"),
            *("amount", "unit", "side", "anchor", "paused"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        practice = self.offer_practices()
        self.fields["offering"].widget = forms.HiddenInput()
        self.fields["offering"].queryset = self.fields["offering"].queryset.filter(
            course__practice__in=practices_of(self.for_user, *OWNERS)
        )
        self.fields["offering"].disabled = bool(self.instance.pk)
        if self.initial.get("offering") and not self.instance.pk:
            practice = self.initial["offering"].practice
            self.initial["practice"] = practice
            self.fields["practice"].widget = forms.HiddenInput()
        templates = LetterTemplate.objects.filter(practice__in=practices_of(self.for_user, *OWNERS))
        if self.fields["practice"].widget.is_hidden or self.instance.pk:
            templates = templates.filter(practice=practice)
        self.fields["template"].queryset = templates

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        practice, offering = cleaned.get("practice"), cleaned.get("offering")
        template = cleaned.get("template")
        if offering and offering.practice != practice:
            raise ValidationError(_("This course date belongs to another practice."))
        if template and template.practice != practice:
            self.add_error("template", _("This template belongs to another practice."))
        if self.instance.pk and set(self.changed_data) & set(TIMING):
            self.instance.counts_from = timezone.now()
        return cleaned


class ComposeForm(TextFieldsMixin, forms.Form):
    """Who is written to and what, free or out of a template."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    audience = forms.ChoiceField(label=gettext_lazy("To whom"), widget=forms.RadioSelect)
    template = forms.ModelChoiceField(
        label=gettext_lazy("Begin with a template"),
        queryset=LetterTemplate.objects.none(),
        required=False,
        empty_label=gettext_lazy("A text of your own"),
    )

    def __init__(
        self, *args: Any, practice: Practice, counts: dict[Audience, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        self.fields["template"].queryset = practice.letter_templates.order_by("name")
        self.fields["audience"].choices = [
            (audience, f"{Audience(audience).label} ({count})")
            for audience, count in counts.items()
        ]
        self.add_texts(practice.languages, {})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["texts"] = self.clean_texts(cleaned)
        if not cleaned["texts"] and not self.errors:
            raise ValidationError(_("Write the letter in at least one language."))
        return cleaned


def begin_with(template: LetterTemplate | None) -> dict[str, str]:
    """What the fields of a message hold when it begins with a template."""
    texts = read(template.texts) if template else {}
    subjects = {f"subject_{code}": text.subject for code, text in texts.items()}
    return {**subjects, **{f"body_{code}": text.body for code, text in texts.items()}}
