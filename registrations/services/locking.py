from registrations.models import Registration


def locked_registration(registration_id: int) -> Registration:
    """The registration with its practice and offering, locked until the transaction ends.

    Whoever needs the offering's lock too takes that one first.
    """
    return (
        Registration.objects.select_for_update(of=("self",))
        .select_related("practice__site", "offering__course__practice")
        .get(pk=registration_id)
    )
