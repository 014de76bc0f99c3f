"""The form in which names, answers and the message are changed."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.models import OfferingQuestion, Question
from courses.words import questions_in_words
from registrations.forms import MOST_PARTICIPANTS, ParticipantForm, QuestionFields
from registrations.models import Participant, Registration
from registrations.services import (
    DECIDED,
    answered_by_participants,
    answers_of,
    details_mark,
    edit_details,
)


class DetailsForm(QuestionFields):
    asked_of = OfferingQuestion.AskedOf.BOOKING

    message = forms.CharField(
        label=gettext_lazy("Message to us"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Please write no details that could identify a client."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PersonForm(ParticipantForm):
    """One participant. Whoever is named once the seats are given keeps the name, and what they
    answered themselves to a sensitive question is not asked again."""

    def __init__(
        self, *args: Any, answered: set[int], theirs: set[int], decided: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.answered_by_participant = [
            asked.words.text for asked in self.questions if asked.question_id in theirs
        ]
        self.questions = [asked for asked in self.questions if asked.question_id not in theirs]
        for question_id in theirs:
            self.fields.pop(f"question_{question_id}", None)
        self._leave_open_what_the_participant_may_answer(answered)
        if decided and self.initial.get("name"):
            name = self.fields["name"]
            name.disabled = name.required = True
            name.help_text = _(
                "Is somebody else coming? Choose “Somebody else is coming” on your page."
            )

    def clean(self) -> dict[str, Any]:
        """A form that was open while it was decided may send another name; then it is told."""
        cleaned = super().clean() or self.cleaned_data
        typed = self.data.get(self.add_prefix("name"), "").strip()
        if self.fields["name"].disabled and typed not in ("", self.initial["name"]):
            self.add_error(
                "name",
                _(
                    "The seats have been given meanwhile, so this name stays. Nothing was changed. "
                    "Is somebody else coming? Choose “Somebody else is coming” on your page."
                ),
            )
        return cleaned

    def _leave_open_what_the_participant_may_answer(self, answered: set[int]) -> None:
        for asked in self.questions:
            field = self.fields[self._name(asked)]
            field.required = field.required and asked.question_id in answered


class BasePeopleFormSet(forms.BaseFormSet):
    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        kwargs = super().get_form_kwargs(index)
        each = kwargs.pop("each")
        return {**kwargs, **each[index or 0]}


PeopleFormSet = forms.formset_factory(
    PersonForm,
    formset=BasePeopleFormSet,
    extra=0,
    min_num=1,
    max_num=MOST_PARTICIPANTS,
    absolute_max=MOST_PARTICIPANTS,
)


class Details:
    """What may be changed of a registration, filled in with what it has now."""

    def __init__(self, registration: Registration, data: QueryDict | None = None) -> None:
        self.registration = registration
        self.mark = details_mark(registration)
        self._shown = data.get("mark") if data is not None else None
        questions = questions_in_words(registration.offering)
        people = list(registration.participants.coming().order_by("number"))
        answers = answers_of(registration)
        self.decided = registration.state_now in DECIDED
        if data is not None:
            data = data.copy()
            # As many people as were booked, whatever the browser says.
            data["participants-TOTAL_FORMS"] = str(len(people))
            data["participants-INITIAL_FORMS"] = "0"

        def initial(participant_id: int | None) -> dict[str, Any]:
            return {
                f"question_{asked.question_id}": _initial(asked, answers, participant_id)
                for asked in questions
            }

        self.form = DetailsForm(
            data,
            questions=questions,
            initial={"message": registration.message, **initial(None)},
        )
        if self.decided:
            del self.form.fields["message"]
        self.people = PeopleFormSet(
            data,
            prefix="participants",
            initial=[
                {"name": person.name, "email": person.email, **initial(person.pk)}
                for person in people
            ],
            form_kwargs={
                "questions": questions,
                "empty_permitted": False,
                "each": [self._of(person, answers) for person in people],
            },
        )

    def _of(
        self, person: Participant, answers: dict[tuple[int | None, int], str]
    ) -> dict[str, Any]:
        theirs = answered_by_participants(self.registration)
        return {
            "answered": {question for who, question in answers if who == person.pk},
            "theirs": {question for who, question in theirs if who == person.pk},
            "decided": self.decided,
        }

    def newer(self) -> list[tuple[str, str, str]]:
        """Where something else stands than what was typed: of whom, what, and what stands there."""
        forms_of = [("", self.form)]
        for number, form in enumerate(self.people.forms, start=1):
            forms_of.append((_("Participant %(number)s") % {"number": number}, form))
        return [
            (whose, str(field.label), _in_words(field.initial))
            for whose, form in forms_of
            for field in form
            if (field.initial or "") != (form.cleaned_data.get(field.name) or "")
        ]

    def is_valid(self) -> bool:
        checked = [self.form.is_valid(), self.people.is_valid()]
        return all(checked)

    def save(self) -> None:
        """Raises ``NotEditable`` when it was decided meanwhile, and ``DetailsChanged`` when
        somebody else wrote something."""
        edit_details(
            registration_id=self.registration.pk,
            people=tuple(form.person() for form in self.people.forms),
            answers=self.form.answers(),
            message=self.form.cleaned_data.get("message"),
            mark=self._shown,
        )


def _in_words(stored: Any) -> str:
    if isinstance(stored, bool):
        return _("Yes") if stored else _("No")
    return str(stored or "–")


def _initial(
    asked: OfferingQuestion, answers: dict[tuple[int | None, int], str], participant_id: int | None
) -> Any:
    text = answers.get((participant_id, asked.question_id), "")
    return bool(text) if asked.question.kind == Question.Kind.YES else text
