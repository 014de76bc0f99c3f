"""What the seats of a registration cost, stored with each. The caller holds the lock."""

from courses.pricing import share_out
from registrations.models import Registration


def share_anew(registration: Registration) -> None:
    """Compute the total and each one's part from what the remaining participants are charged."""
    people = list(registration.participants.order_by("number"))
    total, shares = share_out(
        [person.charged_price for person in people],
        currency=registration.currency,
        rate=registration.vat_rate,
        includes_vat=registration.prices_include_vat,
    )
    for person, share in zip(people, shares, strict=True):
        person.gross, person.vat = share.gross, share.vat
        person.save(update_fields=["gross", "vat"])
    registration.net, registration.vat = total.net, total.vat
    registration.save(update_fields=["net", "vat"])
