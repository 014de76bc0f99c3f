"""Letters to those on a waiting list."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registrations import queue
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Registration


def waitlisted(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("On the waiting list: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("You are on the waiting list, as number %(place)s. Nothing is to be paid now.")
            % {"place": queue.position(registration)},
            ngettext(
                "When a seat becomes free for you, we write to you at once. You then have some "
                "time to accept; the price stays as it is below.",
                "When seats become free for you, we write to you at once. You then have some time "
                "to accept; the price stays as it is below.",
                words.seats_of(registration),
            ),
            _("On your own page you see your place in the line, and can leave it at any time."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def offered(registration: Registration, amount: int) -> Words:
    count = registration.participants.count()
    return Words(
        subject=_("A seat for you: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            ngettext(
                "A seat has become free, and you are next in line.",
                "%(count)s seats have become free, and you are next in line.",
                count,
            )
            % {"count": count},
            _(
                "We hold this offer until %(time)s, %(day)s. Accept or decline on your own page; "
                "without an answer it goes to the next in line."
            )
            % words.until(registration),
        ],
        facts=words.facts(registration),
        action=(_("Accept or decline"), registration.own_address),
    )


def offer_expired(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("The offer has passed on: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("We did not hear from you in time, so the offer goes to the next in line."),
            _("Nothing was charged. If you still want to come, you are welcome to register anew."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def left_list(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("Off the waiting list: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("You are no longer on the waiting list. Nothing was charged."),
            _("You are welcome to register anew whenever you like."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def list_closed(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("No seat became free: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Registration has closed, and no seat became free for you. We are sorry."),
            _("Nothing was charged, and the waiting list is closed."),
        ],
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )
