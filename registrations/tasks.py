"""Work for the background worker. Each task may run twice without harm."""

from django_tasks import task

from cms.models import Heartbeat


@task(backend="background")
def send_letter(letter_id: int) -> None:
    from registrations.post_office import deliver

    deliver(letter_id=letter_id)


@task(backend="background")
def send_letters(letter_ids: list[int]) -> None:
    from registrations.post_office import deliver

    for letter_id in letter_ids:
        deliver(letter_id=letter_id)


@task(backend="background")
def show_life() -> None:
    Heartbeat.beat("worker")
