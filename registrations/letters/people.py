"""Letters about who comes: missing names, a participant's own link, and a substitute."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.deadlines import names_until
from courses.words import course_title
from registrations.letters import words
from registrations.letters.participants import ToParticipant
from registrations.letters.words import Words
from registrations.models import Registration


def names_to_give(registration: Registration) -> str:
    """That names are missing, until when and where they can be given."""
    until = names_until(registration.offering)
    if until is None:
        return _("Some names are still missing. You can give them on your own page.")
    return _(
        "Some names are still missing. You can give them on your own page until %(time)s, %(day)s."
    ) % words.until(registration, until)


def names_missing(registration: Registration, amount: int) -> Words:
    count = registration.participants.coming().filter(name="").count()
    return Words(
        subject=_("Who is coming? %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "You have booked a seat for somebody whose name we do not know yet.",
                "You have booked %(count)s seats for people whose names we do not know yet.",
                count,
            )
            % {"count": count},
            names_to_give(registration),
            ngettext(
                "The seat is yours all the same. You can also let the participant fill it in.",
                "The seats are yours all the same. You can also let each participant fill it in.",
                count,
            ),
        ],
        facts=words.facts(registration),
        action=(_("Give the names"), registration.own_address),
    )


def owner_names_missing(registration: Registration, amount: int) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    count = registration.participants.coming().filter(name="").count()
    return words.owner_words(
        registration,
        _("Names are missing: %(course)s") % {"course": title},
        [
            ngettext(
                "The time for names is over, and %(count)s name has not come.",
                "The time for names is over, and %(count)s names have not come.",
                count,
            )
            % {"count": count},
            ngettext(
                "The seat is held. You can write the name into the registration yourself.",
                "The seats are held. You can write the names into the registration yourself.",
                count,
            ),
        ],
    )


def fill_in(registration: Registration, to: ToParticipant) -> Words:
    """To somebody who has not asked for it: nothing in it was typed by another person."""
    until = names_until(registration.offering)
    paragraphs = [
        _("A seat is booked for you on the course below."),
        _(
            "On a page of your own you can give your name and answer what we need to know. "
            "The link is for you alone, so please do not pass it on."
        ),
    ]
    if until is not None:
        paragraphs.append(
            _("You can do so until %(time)s, %(day)s.") % words.until(registration, until)
        )
    paragraphs.append(
        _("If you know nothing of this, you need not do anything; tell us and we will look at it.")
    )
    return Words(
        subject=_("Your seat: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=paragraphs,
        facts=words.when_and_where(registration),
        action=(_("Open your own page"), to.person.own_address),
    )


def substituted(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Somebody else is coming: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("One of your participants is replaced by another. The seat and its price stay."),
            _(
                "What the one before had answered is deleted, and their own link is no longer "
                "valid. The names as they stand now are below."
            ),
            *words.about_tickets(registration),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
        tickets=words.tickets(registration),
    )
