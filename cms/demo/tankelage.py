"""The tree of Tankeläge's own pages."""

from typing import Final

from cms.demo import tankelage_sv as sv
from cms.demo.page_tree import DemoPage
from cms.models import ContentPage, HomePage, SupervisorIndexPage, SupervisorPage, TermsPage
from cms.models.pages import Scene

PAGES: Final = (
    DemoPage("home", HomePage, {"sv": sv.HOME}, scene=Scene.LAKE),
    DemoPage(
        "supervisors", SupervisorIndexPage, {"sv": sv.SUPERVISORS}, in_menu=True, scene=Scene.ROOM
    ),
    DemoPage(
        "linnea",
        SupervisorPage,
        {"sv": sv.LINNEA},
        parent="supervisors",
        picture="tankelage",
    ),
    DemoPage("about", ContentPage, {"sv": sv.ABOUT}, in_menu=True, scene=Scene.CIRCLE),
    DemoPage("contact", ContentPage, {"sv": sv.CONTACT}, in_menu=True, scene=Scene.LAKE),
    DemoPage("terms", TermsPage, {"sv": sv.TERMS}),
)
