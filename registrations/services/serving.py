"""Having freed seats offered in the background, as soon as they are free."""

from django_tasks import task

from registrations.models import Registration
from registrations.states import State


@task(backend="background")
def serve_waiting_list(offering_id: int) -> None:
    from registrations.services.waiting import offer_seats

    offer_seats(offering_id=offering_id)


def have_seats_offered(offering_id: int) -> None:
    """After commit; nothing where nobody waits. The chore comes by in any case."""
    if Registration.objects.filter(offering=offering_id, state=State.WAITLISTED).exists():
        serve_waiting_list.enqueue(offering_id=offering_id)
