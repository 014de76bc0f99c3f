"""What a course date asks, when the owner asks it for those who call or sent a paper."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from courses.models import Offering, OfferingQuestion
from courses.words import questions_in_words
from registrations.forms import QuestionFields
from registrations.services import takes_names

Answers = dict[int, str]


class _Asked(QuestionFields):
    """Whoever calls may not know the answer, or keep it to themselves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for asked in self.question_fields:
            asked.field.required = False
            asked.field.error_messages["invalid_choice"] = _(
                "Choose again: the answers are in the language of the letters."
            )


class _OfBooking(_Asked):
    asked_of = OfferingQuestion.AskedOf.BOOKING


class _OfParticipant(_Asked):
    asked_of = OfferingQuestion.AskedOf.PARTICIPANT


class AskedByHand:
    """The questions for the booking and for each seat, in the language of the registration.

    Answers are kept in that language, as those of the form on the site are. Who ``sees_sensitive``
    answers is asked for them; for anybody else they are not here.
    """

    def __init__(
        self, offering: Offering, data: Any, *, language: str, seats: int, sees_sensitive: bool
    ) -> None:
        self.language = language
        self.may_answer_later = takes_names(offering)
        with override(language):
            every = questions_in_words(offering)
            asked = [row for row in every if sees_sensitive or not row.sensitive]
            self._booking = _OfBooking(data, questions=asked)
            self._people = [
                _OfParticipant(data, questions=asked, prefix=f"participants-{index}")
                for index in range(seats)
            ]
        self.sensitive = [row.words.text for row in asked if row.sensitive]
        self.leaves_out = len(asked) < len(every)
        self._names: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self._booking.questions or self._asks_people or self.leaves_out)

    @property
    def _asks_people(self) -> bool:
        return any(form.questions for form in self._people)

    def name(self, names: Sequence[str]) -> None:
        """Say who takes the first seats."""
        self._names = names

    @property
    def of_booking(self) -> list[Any]:
        return self._booking.question_fields

    @property
    def people(self) -> list[dict[str, Any]]:
        """Each seat with its fields; none where nothing is asked of participants."""
        names = [*self._names, *[""] * len(self._people)]
        return [
            {"number": number, "name": name, "fields": form.question_fields}
            for number, (form, name) in enumerate(zip(self._people, names, strict=False), start=1)
            if form.questions
        ]

    @property
    def has_mistakes(self) -> bool:
        return any(form.errors for form in (self._booking, *self._people))

    def is_valid(self) -> bool:
        return not self.has_mistakes

    def answers(self) -> tuple[Answers, list[Answers]]:
        """The booking's, and those of each seat."""
        with override(self.language):
            return self._booking.answers(), [form.answers() for form in self._people]
