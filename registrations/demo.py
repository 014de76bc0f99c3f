"""The demo's registrations."""

from cms.models import Practice


def load_registrations(practice: Practice) -> None:
    """Make the practice's registrations that are not there yet."""
