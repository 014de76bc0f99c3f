from registrations.models import Registration


def locked_registration(registration_id: int) -> Registration:
    """The registration with its practice and offering, locked until the transaction ends.

    Whoever needs the offering's lock too takes that one first.
    """
    # Locked by itself and read afterwards: PostgreSQL, having waited for somebody who changed the
    # date, would join the new row with the old offering and find nothing.
    Registration.objects.select_for_update().only("pk").get(pk=registration_id)
    return Registration.objects.select_related("practice__site", "offering__course__practice").get(
        pk=registration_id
    )
