"""Enquiries are kept for so long as the practice says, and then forgotten."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from cms.models import Practice
from registrations.enquiries.services.moving import locked_enquiry
from registrations.models import Enquiry

# What looked like spam, and nobody said otherwise.
SPAM_IS_KEPT_FOR: Final = timedelta(days=90)
DAYS_OF_A_MONTH: Final = 30.44


def enquiries_to_forget(*, now: datetime) -> list[int]:
    """Those whose time is up, by the months that each practice keeps them after their end."""
    due = Q(suspected_spam=True, made_at__lte=now - SPAM_IS_KEPT_FOR)
    for pk, months in Practice.objects.values_list("pk", "enquiry_months"):
        due |= Q(practice=pk, ended_at__lte=now - timedelta(days=months * DAYS_OF_A_MONTH))
    return list(Enquiry.objects.filter(due).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def forget(*, enquiry_id: int, now: datetime) -> None:
    """Delete the enquiry with its letters, notes, history and proposals, if its time is up.

    A closed group that came of it stays, with its registrations and their books.
    """
    enquiry = locked_enquiry(enquiry_id)
    if enquiry.pk in enquiries_to_forget(now=now):
        enquiry.delete()
