"""Chores on several machines that see to the same latecomer of a reminder."""

from django.db import IntegrityError

import pytest

from courses.models import Offering
from registrations.messages import services
from registrations.messages.services import latecomers, reminding
from registrations.models import Message, Reminder
from tests.concurrency.together import at_once, both_look, locks_off
from tests.factories import make_invoiced, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def gone_out(offering: Offering) -> Message:
    """A reminder of the week before that nobody was there for."""
    practice = offering.practice
    template = practice.letter_templates.get(purpose="before")
    facts = {"practice": practice, "offering": offering, "template": template, "amount": 7}
    reminder = Reminder.objects.create(**facts)
    [occasion] = services.occasions_ahead(reminder, {})
    return reminding.message_of(reminder, occasion.name)


def see_to(message: Message) -> str:
    try:
        return "reminded" if services.remind_latecomers(message_id=message.pk) else "nobody left"
    except IntegrityError:
        return "stopped by the database"


def test_chores_that_meet_remind_a_latecomer_once() -> None:
    offering = make_offering(make_practice())
    message = gone_out(offering)
    registration = make_invoiced(offering)
    with locks_off(), both_look(latecomers, "load"):
        said = at_once(2, lambda _index: see_to(message))
    assert said == {"reminded": 1, "stopped by the database": 1}

    other = make_invoiced(offering)
    assert at_once(10, lambda _index: see_to(message)) == {"reminded": 1, "nobody left": 9}
    for follows in Message.objects.exclude(follows=None):
        services.write_all(message_id=follows.pk)
    assert [row.letters.filter(kind="reminder").count() for row in (registration, other)] == [1, 1]
