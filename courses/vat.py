"""How an offering stands to VAT, in words."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cms.models.practices import Country
from courses.models import VatTreatment
from courses.money import format_rate

# Where each country's law exempts teaching.
EXEMPTIONS = {
    Country.NORWAY: gettext_lazy(
        "Exempt from VAT as teaching (the Norwegian VAT Act, section 3-5)."
    ),
    Country.SWEDEN: gettext_lazy("Exempt from VAT as education (the Swedish VAT Act, chapter 10)."),
    Country.FINLAND: gettext_lazy(
        "Exempt from VAT as education (the Finnish VAT Act, sections 39 and 40)."
    ),
    Country.DENMARK: gettext_lazy("Exempt from VAT as teaching (the Danish VAT Act, section 13)."),
}


def vat_sentence(*, treatment: str, rate: int, country: str) -> str:
    """One sentence for the reader, in the active language."""
    if treatment == VatTreatment.RATE:
        return _("VAT at %(rate)s is included in the total.") % {
            "rate": format_rate(rate, get_language() or "en")
        }
    if treatment == VatTreatment.EXEMPT:
        return str(EXEMPTIONS[Country(country)])
    return _("The practice is not registered for VAT.")
