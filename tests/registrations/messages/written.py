"""Messages for tests: what a test does not mention is plausible and the same every time."""

import uuid
from typing import Any

from courses.models import Offering
from registrations.messages import services
from registrations.messages.texts import Text
from registrations.models import Message

TEXTS = {
    "nb": Text("Til {first_name}: {course}", "Hei {first_name},\n\nVi ses {first_session}."),
    "en": Text("To {first_name}: {course}", "Hello {first_name},\n\nSee you {first_session}."),
}


def send(offering: Offering, audience: str = "participants", **facts: Any) -> Message:
    return services.send(
        **{
            "key": uuid.uuid4(),
            "practice": offering.practice,
            "offering": offering,
            "audience": audience,
            "texts": TEXTS,
            "user": None,
            **facts,
        }
    )


def write(offering: Offering, audience: str = "participants", **facts: Any) -> Message:
    """Send a message, and let the worker write its letters."""
    message = send(offering, audience, **facts)
    services.write_all(message_id=message.pk)
    return message


def told(message: Message) -> list[str]:
    """Who gets a letter of it, in the order in which they were written."""
    return list(message.letters.order_by("pk").values_list("recipient", flat=True))
