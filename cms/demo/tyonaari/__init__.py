"""The tree of the own pages of Työn ääri."""

from typing import Final

from cms.demo.legal_pages import legal_pages
from cms.demo.page_tree import pages_in
from cms.demo.tyonaari import fi
from cms.demo.tyonaari.catalogue import SERVICES
from cms.demo.words import pages
from cms.models import (
    ContactPage,
    HomePage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.models.pages import Scene

page = pages_in({"fi": fi.PAGES})

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
    *legal_pages(page),
)
