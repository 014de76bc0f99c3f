"""Steinlia's words in English, by page."""

from cms.demo.steinlia.en import articles_a as first_articles
from cms.demo.steinlia.en import articles_b as further_articles
from cms.demo.steinlia.en import employers, home, legal, method, people, questions
from cms.demo.steinlia.en import services_a as first_services
from cms.demo.steinlia.en import services_b as further_services
from cms.demo.steinlia.en.snippets import AUDIENCES, BENEFITS, PRINCIPLES, TOPICS

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
    "method": method.METHOD,
    "supervisors": people.SUPERVISORS,
    "ingrid": people.INGRID,
    "mikael": people.MIKAEL,
    "aino": people.AINO,
    "jonas": people.JONAS,
    "articles": first_articles.ARTICLES,
    "article-agreements": first_articles.AGREEMENTS,
    "article-attestation": first_articles.ATTESTATION,
    "article-change": first_articles.CHANGE,
    "article-screen": further_articles.SCREEN,
    "article-employer": further_articles.EMPLOYER,
    "employers": employers.EMPLOYERS,
    "hours": employers.HOURS,
    "questions": questions.QUESTIONS,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
    "withdrawal": legal.WITHDRAWAL,
    "privacy": legal.PRIVACY,
    "cookies": legal.COOKIES,
    "accessibility": legal.ACCESSIBILITY,
}
