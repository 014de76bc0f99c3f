"""What the letters say to those whom the owner has registered: they have seen no form."""

from django.utils.translation import gettext as _

from registrations.models import Registration


def to_read(registration: Registration) -> list[str]:
    """What somebody has not read who was registered by the owner: the terms, and the law's right.

    Nothing for those who have filled in the form on the site themselves.
    """
    if registration.came_by == Registration.CameBy.SITE:
        return []
    paragraphs = [_("You did not register on our site yourself, so please look at what is below.")]
    if registration.terms is not None:
        address = registration.practice.address_of(registration.terms.get_absolute_url())
        paragraphs.append(
            _("Our terms are here: %(address)s. Answer this letter if something is wrong.")
            % {"address": address}
        )
    if registration.payer == Registration.Payer.PRIVATE and registration.total.gross:
        paragraphs.append(
            _(
                "As a private person you may withdraw within 14 days without giving a reason, as "
                "long as the course has not begun. You do it on your own page, and what you have "
                "paid goes back to you."
            )
        )
    return paragraphs
