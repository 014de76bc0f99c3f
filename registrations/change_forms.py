"""Forms about who comes: a substitute, and what a participant fills in by the own link."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import OfferingQuestion, Question
from registrations.forms import EMAIL_MISTAKE, ParticipantForm, QuestionFields
from registrations.models import Participant, SensitiveAnswer

WHO_COMES = _("Write the name of whoever is coming.")


class SubstituteForm(ParticipantForm):
    """Who comes instead. What is left open, they can answer by their own link."""

    shown = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.question_fields:
            field.field.required = False
        name = self.fields["name"]
        name.label, name.help_text = _("Who comes instead?"), ""
        name.required, name.error_messages["required"] = True, WHO_COMES
        self.fields["email"].help_text = _(
            "We write there with a link, by which the rest can be filled in."
        )

    @property
    def link_id(self) -> uuid.UUID:
        return self.cleaned_data["shown"]


class OwnForm(QuestionFields):
    """What one participant gives of themselves. A sensitive answer that they gave is not shown
    again, because somebody else may have the link; it can only be deleted."""

    asked_of = OfferingQuestion.AskedOf.PARTICIPANT

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        required=False,
        error_messages={"invalid": EMAIL_MISTAKE},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(
        self, *args: Any, participant: Participant, questions: list[OfferingQuestion], **kwargs: Any
    ) -> None:
        theirs = set(
            SensitiveAnswer.objects.filter(
                participant=participant, from_participant=True
            ).values_list("question_id", flat=True)
        )
        super().__init__(
            *args,
            questions=[asked for asked in questions if asked.question_id not in theirs],
            initial=_initial(participant, questions),
            **kwargs,
        )
        if participant.name:
            del self.fields["name"]
        self.answered = [asked for asked in questions if asked.question_id in theirs]
        for asked in self.answered:
            self.fields[f"forget_{asked.question_id}"] = forms.BooleanField(
                label=_("Delete my answer"), required=False
            )

    @property
    def answered_fields(self) -> list[tuple[str, forms.BoundField]]:
        """The words of each question that was answered, and the box that deletes the answer."""
        return [(asked.words.text, self[f"forget_{asked.question_id}"]) for asked in self.answered]

    def forgotten(self) -> set[int]:
        return {
            asked.question_id
            for asked in self.answered
            if self.cleaned_data.get(f"forget_{asked.question_id}")
        }


def _initial(participant: Participant, questions: list[OfferingQuestion]) -> dict[str, Any]:
    texts = {
        question_id: text
        for rows in (
            participant.answers.all(),
            participant.sensitiveanswers.filter(from_participant=False),
        )
        for question_id, text in rows.values_list("question_id", "text")
    }
    initial: dict[str, Any] = {"name": participant.name, "email": participant.email}
    for asked in questions:
        text = texts.get(asked.question_id, "")
        is_box = asked.question.kind == Question.Kind.YES
        initial[f"question_{asked.question_id}"] = bool(text) if is_box else text
    return initial
