"""The pages that the law asks for, which every practice of the demo has."""

from collections.abc import Callable
from typing import Final

from cms.demo.page_tree import DemoPage
from cms.models import LegalPage, TermsPage

Kind = LegalPage.Kind
OFTEN: Final = (Kind.WITHDRAWAL, Kind.PRIVACY, Kind.ACCESSIBILITY)


def legal_pages(page: Callable[..., DemoPage], *kinds: str) -> tuple[DemoPage, ...]:
    """The terms, and a legal page of each kind: each has its kind as its key."""
    return (
        page("terms", TermsPage),
        *(page(kind, LegalPage, fixed={"kind": kind}) for kind in kinds or OFTEN),
    )
