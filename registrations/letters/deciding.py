"""Letters to the owner about a course date for which a fewest number of participants is asked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from courses.day_and_time import day_and_time
from courses.models import Offering
from courses.words import course_title
from registrations.letters.words import Words


@dataclass(frozen=True)
class SeatCount:
    """How many seats are taken: ``held`` are all, ``confirmed`` are those that are sure."""

    confirmed: int
    held: int


def owner_decision_near(offering: Offering, count: SeatCount) -> Words:
    what_then = (
        _("If it stays so, the date calls itself off then, writes to everybody and pays back.")
        if offering.calls_itself_off
        else _("If it stays so, we will ask you then. Nothing happens by itself.")
    )
    return _words(
        offering,
        count,
        subject=_("Few have registered yet: %(course)s"),
        paragraphs=[
            _("The decision date comes near, and fewer have registered than you need."),
            what_then,
            _("You can also decide now: call the date off, or say that it goes ahead."),
        ],
    )


def owner_decide(offering: Offering, count: SeatCount) -> Words:
    return _words(
        offering,
        count,
        subject=_("Please decide: %(course)s"),
        paragraphs=[
            _("The decision date has come, and fewer have registered than you need."),
            _(
                "Call the date off, or say that it goes ahead. The page below first shows who "
                "would be written to and what would be paid back; nothing has happened yet."
            ),
        ],
    )


def owner_called_off(offering: Offering, count: SeatCount) -> Words:
    return _words(
        offering,
        count,
        subject=_("It has called itself off: %(course)s"),
        paragraphs=[
            _(
                "The decision date has come, and fewer have registered than you need. As you "
                "chose for this date, it is called off."
            ),
            _("Everybody is written to, and what was paid by card goes back by itself."),
        ],
    )


def _words(offering: Offering, count: SeatCount, *, subject: str, paragraphs: list[str]) -> Words:
    practice, language = offering.practice, offering.practice.source_language
    title = course_title(offering.course, language)
    moments = ((_("When"), offering.first_start), (_("Decision date"), offering.decide_at))
    return Words(
        subject=subject % {"course": title},
        greeting=_("Hello,"),
        paragraphs=paragraphs,
        facts=[
            (_("Course"), title),
            *(
                (label, day_and_time(moment, zone=practice.zone, language=language))
                for label, moment in moments
                if moment
            ),
            (_("Fewest participants"), str(offering.minimum_seats or 0)),
            (_("Seats taken"), str(count.held)),
            (_("Of these confirmed"), str(count.confirmed)),
        ],
        action=(
            _("See what calling off would mean")
            if offering.status != Offering.Status.CALLED_OFF
            else _("Open the course date"),
            practice.address_of(
                f"/admin/offerings/call-off/{offering.pk}/"
                if offering.status != Offering.Status.CALLED_OFF
                else f"/admin/offerings/edit/{offering.pk}/"
            ),
        ),
    )
