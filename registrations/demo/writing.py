"""The demo's letters to many: a message that an owner wrote, and reminders that are switched on."""

import uuid
from typing import Final

from cms.demo.words import stable_id
from cms.models import Membership, Practice, Role
from courses.models import Offering
from registrations.messages import services
from registrations.messages.texts import read
from registrations.models import Purpose

# What goes out by itself before each course date that lies ahead.
SWITCHED_ON: Final = (Purpose.BEFORE, Purpose.THANKS)


def make_messages(practice: Practice) -> None:
    """Switch the first reminders on, and write practical information to one course's people."""
    for purpose in SWITCHED_ON:
        practice.reminders.filter(template__purpose=purpose).update(paused=False)
    coming = Offering.objects.coming().filter(course__practice=practice)
    for offering in coming:
        services.begin_with_defaults(offering)
    for offering in coming:
        if _write(practice, offering):
            break


def _write(practice: Practice, offering: Offering) -> bool:
    """True when somebody came to be written to."""
    template = practice.letter_templates.get(purpose=Purpose.BEFORE)
    key: uuid.UUID = stable_id("message", practice.slug)
    owner = Membership.objects.filter(practice=practice, role=Role.OWNER).first()
    try:
        message = services.send(
            key=key,
            practice=practice,
            offering=offering,
            audience="participants",
            texts=read(template.texts),
            template=template,
            user=owner.user if owner else None,
        )
    except services.NobodyToWriteTo:
        return False
    services.write_all(message_id=message.pk)
    return True
