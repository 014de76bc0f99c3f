"""What can still be changed of a registration, and if not, why: for its own page and the admin."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from courses.deadlines import changes_until, names_until
from courses.models import Offering
from registrations import services
from registrations.models import Actor, Registration
from registrations.services import DECIDED, Obstacle
from registrations.states import State
from registrations.unanswered import is_unanswered

OBSTACLES: Final = {
    Obstacle.NOT_CONFIRMED: _("Only a confirmed registration can change to another date."),
    Obstacle.CALLED_OFF: _("The course was called off, so there is nothing to change."),
    Obstacle.NOT_ALLOWED: _(
        "You cannot change to another date here by yourself. Write to us, and we will see."
    ),
    Obstacle.TOO_LATE: _(
        "The time to change to another date is over. Write to us, and we will see what we can do."
    ),
    Obstacle.MONEY_MOVES: _(
        "A payment or a refund is on its way. The date can be changed as soon as it has arrived."
    ),
    Obstacle.SAME_DATE: _("The registration is for this date already."),
    Obstacle.OTHER_COURSE: _("That date belongs to another course."),
    Obstacle.OTHER_CURRENCY: _("That date is paid in another currency."),
    Obstacle.NOT_OPEN: _("That date is not open for registration."),
    Obstacle.READ_FIRST: _(
        "For that date each registration is read first. Write to us if you would like to change."
    ),
    Obstacle.TOO_FEW_SEATS: _("There are too few seats left on that date."),
    Obstacle.OTHER_VAT: _(
        "A date with another VAT than the invoice that was sent cannot be changed to. Cancel this "
        "registration and register anew for that date, so that the invoice is right."
    ),
    Obstacle.LOSS_OPEN: _(
        "The bank took a payment back. The date can be changed as soon as that is settled; write "
        "to us, and we will help."
    ),
    Obstacle.WAY_OF_PAYING: _("That date cannot be paid in the way that you chose."),
}
CHANGE_NOTICES: Final = {
    "link_sent": _("The link is on its way to the participant by e-mail."),
    "wrong_address": _(
        "This is not an e-mail address. Write it like name@example.org. Nothing was sent."
    ),
    "too_many_links": _(
        "The link was sent several times today already, so nothing more was sent. You can copy it "
        "and send it yourself."
    ),
    "no_links": _(
        "The time to give names and answers is over, or nobody comes on this seat. Nothing was "
        "sent; write to us and we will help."
    ),
    "substituted": _("It is noted who comes instead. We have sent you a letter about it."),
    "no_substitute": _(
        "This participant cannot be replaced here any more. Nothing was changed; write to us and "
        "we will help."
    ),
    "date_changed": _("You have changed to another date. We have sent you a letter about it."),
    "no_change": _("The date cannot be changed now. Nothing was changed; the reason stands below."),
}


def possible_changes(registration: Registration) -> dict[str, Any]:
    """What the registration's own page shows and offers of names, links and dates."""
    offering = registration.offering
    decided = registration.state_now in DECIDED
    names = services.takes_names(offering)
    links = services.may_send_links(registration)
    obstacle = services.obstacle_here(registration, actor=Actor.BOOKER)
    confirmed = registration.state_now == State.CONFIRMED
    has_other_dates = confirmed and _other_dates_exist(offering)
    return {
        "may_edit": services.may_edit(registration),
        "decided": decided,
        "takes_names": names,
        "names_until": names_until(offering),
        "unnamed": sum(not p.name and not p.cancelled_at for p in registration.participants.all()),
        "unanswered": decided and names and is_unanswered(registration),
        "may_send_links": links,
        "may_substitute": services.may_substitute(registration, actor=Actor.BOOKER),
        "changes_until": changes_until(offering),
        "may_change_date": has_other_dates and obstacle is None,
        "why_no_change": OBSTACLES[obstacle] if has_other_dates and obstacle else "",
    }


def why_fewer_dates(registration: Registration, *, actor: Actor) -> str:
    """Why some dates of the course are not among those to choose from; "" where that is plain."""
    if not registration.gets_invoices:
        return ""
    there = services.obstacles_there(registration, actor=actor)
    return str(OBSTACLES[Obstacle.OTHER_VAT]) if Obstacle.OTHER_VAT in there else ""


def _other_dates_exist(offering: Offering) -> bool:
    others = Offering.objects.coming().filter(course=offering.course_id, currency=offering.currency)
    return others.exclude(pk=offering.pk).exists()
