"""Steinlia's words in Danish, for the pages that matter; the others are shown in Norwegian."""

from cms.demo.steinlia.da import home, legal
from cms.demo.steinlia.da import services_a as first_services
from cms.demo.steinlia.da import services_b as further_services
from cms.demo.steinlia.da.snippets import AUDIENCES, BENEFITS, PRINCIPLES, TOPICS

__all__ = ["AUDIENCES", "BENEFITS", "PAGES", "PRINCIPLES", "TOPICS"]

PAGES = {
    "home": home.HOME,
    "services": first_services.SERVICES,
    "individual": first_services.INDIVIDUAL,
    "pair": first_services.PAIR,
    "group": first_services.GROUP,
    "team": first_services.TEAM,
    "work-community": first_services.WORK_COMMUNITY,
    "leader": first_services.LEADER,
    "meta": further_services.META,
    "meta-group": further_services.META_GROUP,
    "case": further_services.CASE,
    "process": further_services.PROCESS,
    "new-graduates": further_services.NEW_GRADUATES,
    "consultation": further_services.CONSULTATION,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
}
