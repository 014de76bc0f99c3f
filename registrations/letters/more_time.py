"""Letters that the owner has sent by hand: more time, and the way to pay once more."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Registration
from registrations.states import State


def extended(registration: Registration, until: datetime) -> Words:
    moment = words.until(registration, until)
    if registration.state_now == State.OFFERED:
        told = ngettext(
            "We hold the seat that we have offered you until %(time)s, %(day)s. Accept or decline "
            "on your own page.",
            "We hold the seats that we have offered you until %(time)s, %(day)s. Accept or decline "
            "on your own page.",
            words.seats_coming(registration),
        )
        action = (_("Accept or decline"), registration.own_address)
    else:
        told = _("You now have until %(time)s, %(day)s, to pay. You can do it on your own page.")
        action = (_("Pay or see your registration"), registration.own_address)
    return Words(
        subject=_("You have more time: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[told % moment],
        facts=words.facts(registration),
        action=action,
    )


def pay_link(registration: Registration, amount: int) -> Words:
    money = words.money(amount, registration, registration.language)
    paragraphs = [
        _("%(amount)s is to be paid. You can pay it by card on your own page, with the link below.")
        % {"amount": money}
    ]
    if registration.hold_until is not None:
        paragraphs.append(words.held_until_paid(registration))
    elif (due_at := registration.pay_by or registration.rest_due_at) is not None:
        paragraphs.append(_("Please pay by %(time)s, %(day)s.") % words.until(registration, due_at))
    paragraphs.append(_("If you have paid already, you need not do anything."))
    return Words(
        subject=_("How to pay: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=paragraphs,
        facts=words.facts(registration),
        action=(_("Pay or see your registration"), registration.own_address),
    )
