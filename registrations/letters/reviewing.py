"""Letters about registrations that the owner reads before they are paid."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.words import course_title
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Registration


def in_review(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Application received: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Thank you for your application. We read each one before we confirm a seat."),
            ngettext(
                "Your seat is held while we read. Nothing is charged before we have approved "
                "it, and we will write to you either way.",
                "Your seats are held while we read. Nothing is charged before we have approved "
                "it, and we will write to you either way.",
                words.seats_of(registration),
            ),
            _("Until then you can change names, answers and your message on your own page."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def approved(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Approved, please pay: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("We have approved your registration, and would like to see you on the course."),
            words.held_until_paid(registration),
        ],
        facts=words.facts(registration),
        action=(_("Pay or see your registration"), registration.own_address),
    )


def declined(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("About your application: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Thank you for your application. This time we cannot offer you a seat."),
            *(part for part in registration.decision_words.splitlines() if part.strip()),
            _("Nothing was charged. Answer this letter if you would like to talk about it."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def owner_to_review(registration: Registration, amount: int) -> Words:
    title = course_title(registration.offering.course, registration.practice.source_language)
    return words.owner_words(
        registration,
        _("Application to review: %(course)s") % {"course": title},
        [
            ngettext(
                "Somebody has applied. The seat is held until you approve or decline.",
                "Somebody has applied. The seats are held until you approve or decline.",
                words.seats_coming(registration),
            )
        ],
    )
