"""What an owner writes to people in the proofs."""

import uuid

from registrations.messages import services
from registrations.messages.texts import Text
from registrations.models import Audience, Registration
from tests.proofs.world import World


def write_to_people(_world: World, registration: Registration, number: int) -> object:
    """To those of the course date, or to this one alone, whatever has become of it."""
    audience = Audience.values[number % len(Audience)]
    chosen = [registration.pk] if number > 6 and number % len(Audience) < 2 else []
    return services.send(
        key=uuid.uuid4(),
        practice=registration.practice,
        offering=registration.offering,
        audience=audience,
        chosen=chosen,
        texts={"nb": Text("Til {first_name}", "Hei {first_name}.\n\nDet gjenstår {amount}.")},
        user=None,
    )
