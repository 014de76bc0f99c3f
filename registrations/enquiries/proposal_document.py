"""What the document of a proposal shows, on its own page and in the administration's preview."""

from typing import Any

from django.utils.translation import get_language

from courses.day_and_time import span
from courses.money import format_money
from courses.vat import vat_sentence
from registrations.models import Proposal


def document_context(proposal: Proposal, times: Any = None) -> dict[str, Any]:
    """In the active language. ``times`` are those of a proposal that is not stored yet."""
    language = get_language() or proposal.language
    practice = proposal.practice
    return {
        "proposal": proposal,
        "times": [
            span(starts_at, ends_at, zone=practice.zone, language=language)
            for starts_at, ends_at in (proposal.times if times is None else times)
        ],
        "price": format_money(proposal.price, proposal.currency, language),
        "vat_sentence": vat_sentence(
            treatment=proposal.vat_treatment, rate=proposal.vat_rate, country=practice.country
        ),
        "zone": practice.zone,
    }
