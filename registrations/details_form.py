"""The form in which names, answers and the message are changed before a decision."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from courses.models import OfferingQuestion, Question
from registrations.forms import ParticipantFormSet, QuestionFields
from registrations.models import Registration
from registrations.services import answers_of, edit_details


class DetailsForm(QuestionFields):
    asked_of = OfferingQuestion.AskedOf.BOOKING

    message = forms.CharField(
        label=_("Message to us"),
        max_length=2000,
        required=False,
        help_text=_("Please write no details that could identify a client."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Details:
    """What may be changed of a registration, filled in with what it has now."""

    def __init__(self, registration: Registration, data: QueryDict | None = None) -> None:
        self.registration = registration
        questions = list(
            registration.offering.questions.select_related("question__locale").order_by(
                "sort_order"
            )
        )
        people = list(registration.participants.order_by("number"))
        answers = answers_of(registration)
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
        self.people = ParticipantFormSet(
            data,
            prefix="participants",
            initial=[
                {"name": person.name, "email": person.email, **initial(person.pk)}
                for person in people
            ],
            form_kwargs={"questions": questions, "empty_permitted": False},
        )

    def is_valid(self) -> bool:
        checked = [self.form.is_valid(), self.people.is_valid()]
        return all(checked)

    def save(self) -> None:
        """Raises ``NotEditable`` when it was decided meanwhile."""
        edit_details(
            registration_id=self.registration.pk,
            people=tuple(form.person() for form in self.people.forms),
            answers=self.form.answers(),
            message=self.form.cleaned_data["message"],
        )


def _initial(
    asked: OfferingQuestion, answers: dict[tuple[int | None, int], str], participant_id: int | None
) -> Any:
    text = answers.get((participant_id, asked.question_id), "")
    return bool(text) if asked.question.kind == Question.Kind.YES else text
