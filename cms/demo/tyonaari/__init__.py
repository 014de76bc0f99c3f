"""The tree of the own pages of Työn ääri."""

from typing import Final

from cms.demo.one_language import OneLanguage
from cms.demo.tyonaari import fi
from cms.demo.tyonaari.catalogue import SERVICES
from cms.demo.words import pages
from cms.models import (
    ContactPage,
    HomePage,
    LegalPage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.models.pages import Scene

IN_FINNISH: Final = OneLanguage("fi", fi.PAGES)
page = IN_FINNISH.page

PAGES: Final = (
    page("home", HomePage, scene=Scene.RYE),
    page("services", ServiceIndexPage, in_menu=True, scene=Scene.RIVER_TOWN),
    *(
        page(
            key,
            ServicePage,
            parent="services",
            scene=scene,
            fixed={**facts, "supervisors": pages("reetta")},
        )
        for key, (scene, facts) in SERVICES.items()
    ),
    page("supervisors", SupervisorIndexPage, in_menu=True, scene=Scene.CHAIRS),
    page("reetta", SupervisorPage, parent="supervisors", picture="tyonaari"),
    page("contact", ContactPage, in_menu=True, scene=Scene.RIVER_TOWN),
    *IN_FINNISH.legal(
        LegalPage.Kind.WITHDRAWAL, LegalPage.Kind.PRIVACY, LegalPage.Kind.ACCESSIBILITY
    ),
)
