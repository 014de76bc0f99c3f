"""Whoever waited for a registration's lock decides by what is true then. On PostgreSQL."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

import pytest

from courses.models import Offering
from registrations.models import Registration
from registrations.services.locking import locked_registration
from tests.concurrency.together import SECONDS
from tests.factories import make_invoiced, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

Read = Callable[[int], Registration]
BOTH = ("practice__site", "offering__course__practice")


def read_and_then_locked(registration_id: int) -> Registration:
    registration = Registration.objects.select_related(*BOTH).get(pk=registration_id)
    Registration.objects.select_for_update().only("pk").get(pk=registration_id)
    return registration


def read_with_the_lock(registration_id: int) -> Registration:
    rows = Registration.objects.select_related(*BOTH).select_for_update(of=("self",))
    return rows.get(pk=registration_id)


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def seen_after_waiting(read: Read) -> tuple[Registration, Offering]:
    """What ``read`` finds when the date changed while it waited; and the date that is true."""
    here = make_offering(make_practice())
    there = make_offering(here.practice, course=here.course)
    booked = make_invoiced(here)

    def look() -> Registration:
        try:
            with transaction.atomic():
                return read(booked.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        with transaction.atomic():
            locked_registration(booked.pk)
            Registration.objects.filter(pk=booked.pk).update(offering=there, needs_attention=True)
            seen = pool.submit(look)
            deadline = time.monotonic() + SECONDS
            while not somebody_waits_for_a_lock():
                assert time.monotonic() < deadline, "Nobody waits."
                time.sleep(0.01)
        return seen.result(timeout=SECONDS), there


def test_without_the_lock_first_what_was_read_is_true_no_more() -> None:
    seen, there = seen_after_waiting(read_and_then_locked)
    assert (seen.offering_id == there.pk, seen.needs_attention) == (False, False)


def test_a_lock_over_joined_rows_does_not_find_the_new_date_at_all() -> None:
    with pytest.raises(Registration.DoesNotExist):
        seen_after_waiting(read_with_the_lock)


def test_who_waited_sees_the_change_and_the_date_that_goes_with_it() -> None:
    seen, there = seen_after_waiting(locked_registration)
    assert (seen.offering_id, seen.offering.code, seen.needs_attention) == (
        there.pk,
        there.code,
        True,
    )
