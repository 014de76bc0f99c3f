"""What stands in the way of buying a course by the words of its page, or of the terms."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from cms.models import BasePage, TermsPage
from cms.publishing_checks import Finding, Kind, Surroundings, register
from cms.publishing_checks.registry import Found
from courses.models import CoursePage, Offering, VatTreatment
from courses.vat import EXEMPTIONS


@register
def terms_in_the_language(pages: Sequence[BasePage], around: Surroundings) -> Found:
    """Whoever registers accepts terms; they should be able to read them."""
    courses = [page for page in pages if isinstance(page, CoursePage)]
    if not courses:
        return
    places = TermsPage.objects.live().values_list("path", flat=True)
    for page in courses:
        if not any(page.path[: 2 * page.steplen] == path[: 2 * page.steplen] for path in places):
            yield (
                page,
                Finding(
                    Kind.SALE,
                    _("There are no terms in the language of this course page."),
                    _("Publish a terms page below the home page of this language."),
                ),
            )


@register
def vat_of_coming_dates(pages: Sequence[BasePage], around: Surroundings) -> Found:
    """A practice is registered for VAT or it is not, and an exemption names the law."""
    courses = [page for page in pages if isinstance(page, CoursePage) and page.course_id]
    if not courses:
        return
    treatments: dict[int, set[str]] = defaultdict(set)
    offerings = Offering.objects.coming().filter(course__practice=around.practice)
    for course, treatment in offerings.values_list("course", "vat_treatment"):
        treatments[course].add(treatment)
    everywhere = set().union(*treatments.values())
    registered = VatTreatment.RATE in everywhere
    for page in courses:
        own = treatments.get(page.course_id, set())
        if VatTreatment.EXEMPT in own and around.practice.country not in EXEMPTIONS:
            yield page, _vat(_("The course is exempt from VAT, but no text says by which law."))
        if registered and VatTreatment.NOT_REGISTERED in own:
            yield (
                page,
                _vat(_("A date says that you are not registered for VAT; others charge it.")),
            )


def _vat(says: str) -> Finding:
    return Finding(Kind.SALE, says, _("An owner corrects it under the course date."))
