"""What was answered, stored with the question's words as they are now."""

from collections.abc import Iterable, Mapping

from courses.models import Offering
from registrations.models import Answer, Participant, Registration, SensitiveAnswer


def store_answers(
    offering: Offering,
    registration: Registration,
    given: Iterable[tuple[Participant | None, Mapping[int, str]]],
) -> None:
    """Store the answers of each participant, and of the booking itself (None).

    Sensitive ones are kept apart; what the offering does not ask is left out.
    """
    asked = {row.question_id: row for row in offering.questions.select_related("question").all()}
    plain: list[Answer] = []
    sensitive: list[SensitiveAnswer] = []
    for participant, answers in given:
        for question_id, text in answers.items():
            if text and question_id in asked:
                facts = {
                    "registration": registration,
                    "participant": participant,
                    "question": asked[question_id].question,
                    "question_text": asked[question_id].question.text,
                    "text": text,
                }
                if asked[question_id].sensitive:
                    sensitive.append(SensitiveAnswer(**facts))
                else:
                    plain.append(Answer(**facts))
    Answer.objects.bulk_create(plain)
    SensitiveAnswer.objects.bulk_create(sensitive)
