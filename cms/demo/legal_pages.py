"""The pages that the law asks for, which every practice of the demo has."""

from collections.abc import Callable

from cms.demo.page_tree import DemoPage
from cms.models import LegalPage, TermsPage


def legal_pages(page: Callable[..., DemoPage]) -> tuple[DemoPage, ...]:
    """The terms, and a legal page of each kind: each has its kind as its key."""
    kinds = [page(kind, LegalPage, fixed={"kind": kind}) for kind in LegalPage.Kind.values]
    return (page("terms", TermsPage), *kinds)
