"""Which of a page's addresses is whose."""

from collections.abc import Mapping

from cms.models import Practice


def default_address(practice: Practice, addresses: Mapping[str, str], *, is_home: bool) -> str:
    """Where readers of any other language are sent, given the full address in each language.

    Of home pages it is the bare address, which asks their browser; else the page in the
    practice's source language, or nothing where there is none.
    """
    if is_home:
        return practice.address_of("/")
    return addresses.get(practice.source_language, "")
