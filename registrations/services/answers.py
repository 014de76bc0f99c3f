"""What was answered, stored with the question's words as they are now."""

from collections.abc import Iterable, Mapping

from courses.models import Offering
from registrations.models import Answer, Participant, Registration, SensitiveAnswer


def store_answers(
    offering: Offering,
    registration: Registration,
    given: Iterable[tuple[Participant | None, Mapping[int, str]]],
    *,
    from_participant: bool = False,
) -> None:
    """Store the answers of each participant, and of the booking itself (None).

    Sensitive ones are kept apart, with a note whether they came ``from_participant``; what the
    offering does not ask is left out.
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
                    sensitive.append(SensitiveAnswer(**facts, from_participant=from_participant))
                else:
                    plain.append(Answer(**facts))
    Answer.objects.bulk_create(plain)
    SensitiveAnswer.objects.bulk_create(sensitive)


def carry_answers(registration: Registration) -> None:
    """After a change of date: keep the answers to what is asked there of the same people.

    The others are dropped. What is sensitive there is kept apart from now on; what was sensitive
    here stays so.
    """
    asked = {row.question_id: row for row in registration.offering.questions.all()}
    moved = []
    for model in (Answer, SensitiveAnswer):
        for answer in model.objects.filter(registration=registration):
            row = asked.get(answer.question_id)
            of_participant = answer.participant_id is not None
            if row is None or of_participant != (row.asked_of == row.AskedOf.PARTICIPANT):
                answer.delete()
            elif row.sensitive and model is Answer:
                answer.delete()
                moved.append(
                    SensitiveAnswer(
                        registration=registration,
                        participant_id=answer.participant_id,
                        question_id=answer.question_id,
                        question_text=answer.question_text,
                        text=answer.text,
                    )
                )
    SensitiveAnswer.objects.bulk_create(moved)
