"""The pages that the law asks for: whether they are there, and read by somebody."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from cms.first_texts import is_first_text
from cms.models import BasePage, HomePage, LegalPage, TermsPage

from .findings import Finding, Kind
from .registry import Found, each_page, register
from .surroundings import Surroundings


@register
def missing_legal_pages(pages: Sequence[BasePage], around: Surroundings) -> Found:
    """Said of each language's home page, below which they belong."""
    homes = [page for page in pages if isinstance(page, HomePage)]
    if not homes:
        return
    there = set(LegalPage.objects.live().values_list("locale", "kind", "path"))
    for home in homes:
        kinds = {kind for locale, kind, path in there if home.path == path[: len(home.path)]}
        missing = [str(kind.label) for kind in LegalPage.Kind if kind not in kinds]
        if missing:
            says = _("These legal pages are missing: %(pages)s.")
            yield (
                home,
                Finding(
                    Kind.LEGAL,
                    says % {"pages": ", ".join(missing)},
                    _("Make a legal page of each kind; it begins with a text to adapt."),
                ),
            )


@register
@each_page
def first_texts(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    if isinstance(page, LegalPage | TermsPage) and is_first_text(page.text):
        yield Finding(
            Kind.LEGAL,
            _("The page still says that its text is a first one."),
            _("Adapt it, have it read by somebody who knows, and take that sentence away."),
            "text",
        )
