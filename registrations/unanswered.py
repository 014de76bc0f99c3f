"""What has to be answered and is not yet."""

from registrations.models import Registration


def is_unanswered(registration: Registration) -> bool:
    """Whether the offering asks something of those who come, or of the booking, that must be
    answered and that nobody has answered."""
    required = list(registration.offering.questions.filter(required=True))
    if not required:
        return False
    answered = {
        *registration.answers.values_list("participant", "question"),
        *registration.sensitiveanswers.values_list("participant", "question"),
    }
    coming = list(registration.participants.coming().values_list("pk", flat=True))
    return any(
        (person, row.question_id) not in answered
        for row in required
        for person in (coming if row.asked_of == row.AskedOf.PARTICIPANT else [None])
    )
