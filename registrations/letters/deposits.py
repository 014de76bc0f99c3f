"""Letters about the rest that is paid after a deposit."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.day_and_time import day
from courses.words import course_title
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import Registration


def rest_reminder(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("The rest is due soon: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("You have paid the deposit. The rest, %(amount)s, is to be paid by %(day)s.")
            % {
                "amount": words.money(amount, registration, registration.language),
                **_due(registration),
            },
            _("You can pay it by card on your own page. If you have just paid, all is well."),
        ],
        facts=words.facts(registration),
        action=_pay(registration),
    )


def rest_overdue(registration: Registration, amount: int) -> Words:
    return Words(
        subject=_("The rest has not been paid: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _(
                "The rest of the price, %(amount)s, was to be paid by %(day)s, and has not "
                "reached us."
            )
            % {
                "amount": words.money(amount, registration, registration.language),
                **_due(registration),
            },
            ngettext(
                "Your seat is still yours. Please pay on your own page now, or answer this letter "
                "if something is wrong.",
                "Your seats are still yours. Please pay on your own page now, or answer this "
                "letter if something is wrong.",
                words.seats_coming(registration),
            ),
        ],
        facts=words.facts(registration),
        action=_pay(registration),
    )


def rest_paid(registration: Registration, amount: int) -> Words:
    paragraphs = [
        _("We have received %(amount)s. Thank you.")
        % {"amount": words.money(amount, registration, registration.language)}
    ]
    balance = registration.balance_due()
    if balance > 0:
        paragraphs.append(
            _("%(amount)s is still to be paid.")
            % {"amount": words.money(balance, registration, registration.language)}
        )
    else:
        paragraphs.append(_("Everything is paid now; there is nothing more to do."))
    return Words(
        subject=_("Payment received: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=paragraphs,
        facts=words.facts(registration),
        action=words.to_own_page(registration),
    )


def rest_failed(registration: Registration, amount: int) -> Words:
    """A payment that was on its way, such as from a bank account, did not come."""
    language = registration.language
    return Words(
        subject=_("The payment failed: %(course)s") % {"course": words.title(registration)},
        greeting=words.greeting(registration),
        paragraphs=[
            _("Your payment did not go through at the bank, so nothing was charged for it."),
            *_seats_stay(registration),
            _what_is_still_owed(registration, words.money(amount, registration, language)),
        ],
        facts=words.facts(registration),
        action=_pay(registration),
    )


def _seats_stay(registration: Registration) -> list[str]:
    if not registration.state_now.holds_seats:
        return []
    return [
        ngettext(
            "Your seat is yours as before.",
            "Your seats are yours as before.",
            words.seats_coming(registration),
        )
    ]


def _what_is_still_owed(registration: Registration, amount: str) -> str:
    """With the day by which it is due, as long as that lies ahead."""
    due_at = registration.rest_due_at or registration.pay_by
    owed = {"amount": amount}
    if due_at is None or due_at <= timezone.now() or not registration.state_now.holds_seats:
        return (
            _(
                "%(amount)s is still to be paid. Please try again on your own page, or answer this "
                "letter if something is wrong."
            )
            % owed
        )
    return _(
        "%(amount)s is still to be paid by %(day)s. Please try again on your own page before then."
    ) % {
        **owed,
        "day": day(due_at, zone=registration.practice.zone, language=registration.language),
    }


def owner_rest_failed(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    return words.owner_words(
        registration,
        _("A later payment failed: %(course)s") % {"course": title},
        [
            _(
                "A payment that was on its way failed at the bank. %(amount)s is still owed; the "
                "person booking was told, and asked to try again."
            )
            % {"amount": words.money(amount, registration, language)},
            _("Nothing is cancelled by itself, and you need do nothing now."),
        ],
    )


def owner_rest_overdue(registration: Registration, amount: int) -> Words:
    language = registration.practice.source_language
    title = course_title(registration.offering.course, language)
    return words.owner_words(
        registration,
        _("The rest has not been paid: %(course)s") % {"course": title},
        [
            _("%(amount)s was to be paid by %(day)s, after a deposit. The person booking was told.")
            % {
                "amount": words.money(amount, registration, language),
                **_due(registration, language=language),
            },
            _("Nothing is cancelled by itself. Write to them, or cancel the registration."),
        ],
    )


def _due(registration: Registration, *, language: str = "") -> dict[str, str]:
    moment, zone = registration.rest_due_at, registration.practice.zone
    if moment is None:
        return {"day": ""}
    return {"day": day(moment, zone=zone, language=language or registration.language)}


def _pay(registration: Registration) -> tuple[str, str]:
    return (_("Pay or see your registration"), registration.own_address)
