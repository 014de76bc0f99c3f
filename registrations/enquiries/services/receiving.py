"""An enquiry comes in: kept whatever it is, answered unless it looks like spam."""

import re
import uuid
from dataclasses import asdict, dataclass
from typing import Final

from django.db import transaction

from cms.models import Practice
from registrations.enquiries.letters import write_enquiry_letter
from registrations.enquiries.services.moving import note
from registrations.enquiries.states import EnquiryState, check_enquiry_move
from registrations.models import Enquiry, EnquiryLine, Letter

# More links than somebody needs who wants to be supervised.
MOST_LINKS: Final = 2
LINK: Final = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """What somebody filled in, cleaned. ``trapped`` says that a field was filled that people do
    not see; the question and the page are read by the server, never taken from the form."""

    submission_key: uuid.UUID
    language: str
    name: str
    email: str
    message: str
    phone: str = ""
    organisation: str = ""
    people: int | None = None
    format: str = Enquiry.Format.NOT_SURE
    setting: str = Enquiry.Setting.EITHER
    contact_by: str = Enquiry.Contact.EMAIL
    asked: str = ""
    from_title: str = ""
    from_address: str = ""
    trapped: bool = False


@transaction.atomic
def receive(*, practice: Practice, entry: Entry) -> Enquiry:
    """Keep the enquiry, and write to whoever sent it and to the practice.

    The same submission finds the enquiry that it made. What looks like spam is kept all the same,
    but nobody is written to before the practice has said that it is none.
    """
    facts = asdict(entry)
    trapped = facts.pop("trapped")
    key = facts.pop("submission_key")
    check_enquiry_move(None, EnquiryState.NEW)
    enquiry, is_new = Enquiry.objects.get_or_create(
        submission_key=key,
        practice=practice,
        defaults={**facts, "suspected_spam": trapped or looks_like_spam(entry)},
    )
    if is_new:
        note(
            enquiry,
            action=EnquiryState.NEW,
            actor=EnquiryLine.Actor.ENQUIRER,
            after=EnquiryState.NEW,
        )
        if not enquiry.suspected_spam:
            write_first_letters(enquiry)
    return enquiry


def write_first_letters(enquiry: Enquiry) -> None:
    for kind in (Letter.Kind.ENQUIRY_RECEIVED, Letter.Kind.OWNER_ENQUIRY):
        write_enquiry_letter(enquiry, kind=kind)


def looks_like_spam(entry: Entry) -> bool:
    """Links where nobody writes any, or more of them than anybody needs."""
    if any(LINK.search(text) for text in (entry.name, entry.organisation, entry.phone)):
        return True
    return len(LINK.findall(entry.message)) > MOST_LINKS
