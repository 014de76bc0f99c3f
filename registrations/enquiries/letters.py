"""Letters about enquiries and proposals, to whoever asked and to the practice."""

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.day_and_time import plain_day, span
from courses.models import Offering
from courses.money import format_money
from courses.words import course_title
from registrations.enquiries.group_link import group_address
from registrations.letters import Words, post_letter
from registrations.models import Enquiry, Letter, Proposal

Kind = Letter.Kind
Facts = list[tuple[str, str]]


def write_enquiry_letter(
    enquiry: Enquiry, *, kind: Letter.Kind, occasion: str = "", about: Any = None
) -> Letter:
    """Write a letter in the same transaction and have it sent after commit; each one only once.

    ``about`` is the proposal or the group that it tells of, or what the practice has written.
    """
    practice = enquiry.practice
    to_owner = kind in TO_OWNER
    return post_letter(
        {"enquiry": enquiry, "kind": kind, "occasion": occasion},
        practice=practice,
        language=practice.source_language if to_owner else enquiry.language,
        recipient=practice.email if to_owner else enquiry.email,
        words=lambda: WRITERS[kind](enquiry, about),
    )


def received(enquiry: Enquiry, about: None = None) -> Words:
    """A receipt. What was written is not sent along: the address may be somebody else's."""
    return Words(
        subject=_("We have received your enquiry"),
        greeting=_greeting(enquiry),
        paragraphs=[
            _("Thank you for writing to us. We read every enquiry and will get back to you."),
            _("Would you like to add something? Answer this letter."),
        ],
        facts=[*_wanted(enquiry), (_("Reference"), enquiry.reference)],
    )


def reply(enquiry: Enquiry, about: tuple[str, str]) -> Words:
    subject, text = about
    return Words(
        subject=subject,
        greeting=_greeting(enquiry),
        paragraphs=[part.strip() for part in text.split("\n\n") if part.strip()],
        facts=[(_("Reference"), enquiry.reference)],
    )


def proposal_sent(enquiry: Enquiry, proposal: Proposal) -> Words:
    paragraphs = [
        _("Here is our proposal. You can read it, print it and answer it on a page of its own."),
        _("It is valid until %(day)s. Nothing is agreed before you have accepted it.")
        % {"day": plain_day(proposal.valid_until, language=proposal.language)},
    ]
    if proposal.version > 1:
        paragraphs.insert(1, _("It takes the place of the one that we sent you before."))
    return Words(
        subject=_("Proposal: %(what)s") % {"what": proposal.what},
        greeting=_greeting(enquiry),
        paragraphs=paragraphs,
        facts=[*proposal_facts(proposal), (_("Reference"), enquiry.reference)],
        action=(_("Read and answer the proposal"), proposal.own_address),
    )


def proposal_accepted(enquiry: Enquiry, proposal: Proposal) -> Words:
    return Words(
        subject=_("You have accepted our proposal: %(what)s") % {"what": proposal.what},
        greeting=_greeting(enquiry),
        paragraphs=[
            _("Thank you. We have an agreement, and look forward to working with you."),
            _("We will write to you about how to go on. You need do nothing until then."),
        ],
        facts=[
            *proposal_facts(proposal),
            (_("Accepted by"), proposal.accepter_name),
            *_invoice_facts(proposal),
            (_("Reference"), enquiry.reference),
        ],
        action=(_("See what was agreed"), proposal.own_address),
    )


def proposal_declined(enquiry: Enquiry, proposal: Proposal) -> Words:
    return Words(
        subject=_("You have declined our proposal: %(what)s") % {"what": proposal.what},
        greeting=_greeting(enquiry),
        paragraphs=[
            _("Thank you for letting us know. Nothing is agreed and nothing will be charged."),
            _("If another time, number or price would suit you better, answer this letter."),
        ],
        facts=[(_("Reference"), enquiry.reference)],
    )


def group_link(enquiry: Enquiry, offering: Offering) -> Words:
    language, zone = enquiry.language, enquiry.practice.zone
    facts = [(_("What"), course_title(offering.course, language))]
    facts += [
        (
            _("When") if number == 0 else "",
            span(session.starts_at, session.ends_at, zone=zone, language=language),
        )
        for number, session in enumerate(offering.sessions_list)
    ]
    facts.append((_("Where"), offering.place_line))
    return Words(
        subject=_("Register your group: %(what)s") % {"what": facts[0][1]},
        greeting=_greeting(enquiry),
        paragraphs=[
            _("Everything is ready for your group. Please register it on the page below."),
            ngettext(
                "There is %(seats)s seat. Whoever is not known by name yet can be named later.",
                "There are %(seats)s seats. Those who are not known by name yet can be named "
                "later.",
                offering.seats,
            )
            % {"seats": offering.seats},
            _("The page is for you alone: the group is not shown on our website."),
        ],
        facts=[*facts, (_("Reference"), enquiry.reference)],
        action=(_("Register the group"), group_address(offering, language=language)),
    )


def owner_enquiry(enquiry: Enquiry, about: None = None) -> Words:
    facts = [
        (_("From"), f"{enquiry.name}, {enquiry.organisation}".rstrip(", ")),
        (_("E-mail address"), enquiry.email),
        (_("Telephone"), enquiry.phone),
        (_("Preferred way of contact"), enquiry.get_contact_by_display()),
        (_("Language"), enquiry.get_language_display()),
        *_wanted(enquiry),
        (_("From the page"), enquiry.from_title),
    ]
    return _to_owner(
        enquiry,
        subject=_("New enquiry from %(name)s") % {"name": enquiry.name},
        paragraphs=[_("Somebody has written to you:"), *_quoted(enquiry.message)],
        facts=[(label, value) for label, value in facts if value],
    )


def owner_proposal_accepted(enquiry: Enquiry, proposal: Proposal) -> Words:
    return _to_owner(
        enquiry,
        subject=_("Accepted: %(what)s") % {"what": proposal.what},
        paragraphs=[
            _("%(name)s has accepted your proposal.") % {"name": proposal.accepter_name},
            _("Next you can make a closed group of it, with its dates and its price."),
        ],
        facts=[*proposal_facts(proposal), *_invoice_facts(proposal)],
    )


def owner_proposal_declined(enquiry: Enquiry, proposal: Proposal) -> Words:
    return _to_owner(
        enquiry,
        subject=_("Declined: %(what)s") % {"what": proposal.what},
        paragraphs=[
            _("%(name)s has declined your proposal.") % {"name": enquiry.name},
            *_quoted(proposal.decline_words),
        ],
        facts=proposal_facts(proposal),
    )


def proposal_facts(proposal: Proposal) -> Facts:
    """What is proposed, in the active language."""
    language, zone = proposal.language, proposal.practice.zone
    meetings = ngettext(
        "%(count)s meeting of %(minutes)s minutes",
        "%(count)s meetings of %(minutes)s minutes",
        proposal.meetings,
    ) % {"count": proposal.meetings, "minutes": proposal.minutes}
    facts = [
        (_("What"), proposal.what),
        (_("How much"), meetings),
        (_("People"), str(proposal.people)),
        (_("Where"), proposal.place_line),
    ]
    facts += [
        (
            _("Proposed times") if number == 0 else "",
            span(starts_at, ends_at, zone=zone, language=language),
        )
        for number, (starts_at, ends_at) in enumerate(proposal.times)
    ]
    facts.append((_("Total"), format_money(proposal.total.gross, proposal.currency, language)))
    if proposal.vat:
        facts.append((_("Of which VAT"), format_money(proposal.vat, proposal.currency, language)))
    return [(label, value) for label, value in facts if value]


def _invoice_facts(proposal: Proposal) -> Facts:
    facts = [
        (_("Organisation"), proposal.organisation),
        (_("Organisation number"), proposal.organisation_number),
        (_("Your reference"), proposal.buyer_reference),
        (_("Purchase order number"), proposal.order_number),
        (_("E-mail address for the invoice"), proposal.invoice_email),
    ]
    return [(label, value) for label, value in facts if value]


def _wanted(enquiry: Enquiry) -> Facts:
    facts = [
        (_("Our question"), enquiry.asked),
        (_("What you are looking for"), enquiry.get_format_display()),
        (_("How many people"), str(enquiry.people or "")),
        (_("Online or in person"), enquiry.get_setting_display()),
    ]
    return [(label, value) for label, value in facts if value]


def _quoted(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _greeting(enquiry: Enquiry) -> str:
    return _("Hello %(name)s,") % {"name": enquiry.name}


def _to_owner(enquiry: Enquiry, *, subject: str, paragraphs: list[str], facts: Facts) -> Words:
    return Words(
        subject=subject,
        greeting=_("Hello,"),
        paragraphs=paragraphs,
        facts=[*facts, (_("Reference"), enquiry.reference)],
        action=(
            _("Open the enquiry"),
            enquiry.practice.address_of(f"/admin/enquiries/inspect/{enquiry.pk}/"),
        ),
    )


WRITERS: Final[dict[str, Callable[[Enquiry, Any], Words]]] = {
    Kind.ENQUIRY_RECEIVED: received,
    Kind.ENQUIRY_REPLY: reply,
    Kind.PROPOSAL_SENT: proposal_sent,
    Kind.PROPOSAL_ACCEPTED: proposal_accepted,
    Kind.PROPOSAL_DECLINED: proposal_declined,
    Kind.GROUP_LINK: group_link,
    Kind.OWNER_ENQUIRY: owner_enquiry,
    Kind.OWNER_PROPOSAL_ACCEPTED: owner_proposal_accepted,
    Kind.OWNER_PROPOSAL_DECLINED: owner_proposal_declined,
}
TO_OWNER: Final = {
    Kind.OWNER_ENQUIRY,
    Kind.OWNER_PROPOSAL_ACCEPTED,
    Kind.OWNER_PROPOSAL_DECLINED,
}
