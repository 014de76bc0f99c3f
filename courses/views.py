from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from cms.site_context import practice_of
from courses.calendar import coming_calendar
from courses.models import Offering, TermsVersion
from courses.words import public_pages_of


def terms_version(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """The terms exactly as they stood, for those who accepted them."""
    terms = get_object_or_404(
        TermsVersion, practice=practice_of(request), language=language, number=number
    )
    return render(request, "courses/terms_version.html", {"terms": terms})


@require_GET
def course_calendar(request: HttpRequest) -> HttpResponse:
    """The practice's coming course dates as a calendar that programs subscribe to.

    Courses without a page in the active language are told in the source language.
    """
    practice, language = practice_of(request), get_language() or ""
    if practice is None or language not in practice.languages:
        raise Http404
    offerings = list(
        Offering.objects.filter(course__practice=practice, course__archived=False)
        .coming()
        .with_facts()
    )
    pages = public_pages_of({offering.course_id for offering in offerings})
    coming = []
    for offering in offerings:
        of_course = pages.get(offering.course_id, {})
        page = of_course.get(language) or of_course.get(practice.source_language)
        if page:
            coming.append((offering, page))
    calendar = coming_calendar(coming, practice=practice, made_at=timezone.now())
    return HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
