"""Keeping each published text of the terms for those who accept it."""

from typing import Any

from django.db import transaction

from wagtail.rich_text import expand_db_html

from cms.history import record
from cms.models import Practice, TermsPage
from cms.models.practices import practice_of_page
from courses.models import TermsVersion


@transaction.atomic
def freeze_terms(*, page: TermsPage, user: Any = None) -> TermsVersion | None:
    """Keep the page's text as the next version of its language, if it differs from the last."""
    practice = practice_of_page(page)
    if practice is None:
        return None
    Practice.objects.select_for_update().get(pk=practice.pk)
    language = page.locale.language_code
    html = expand_db_html(page.text)
    last = (
        TermsVersion.objects.filter(practice=practice, language=language)
        .order_by("-number")
        .first()
    )
    if last and (last.title, last.html) == (page.title, html):
        return last
    version = TermsVersion.objects.create(
        practice=practice,
        language=language,
        number=last.number + 1 if last else 1,
        title=page.title,
        html=html,
    )
    record(
        practice=practice,
        user=user,
        action="terms_published",
        subject=version,
        changes={"number": [last.number if last else None, version.number]},
    )
    return version


def current_terms(*, practice: Practice, language: str) -> TermsVersion | None:
    """The newest terms in ``language``; in the practice's source language where there are none."""
    versions = TermsVersion.objects.filter(practice=practice).order_by("-number")
    return (
        versions.filter(language=language).first()
        or versions.filter(language=practice.source_language).first()
    )
