from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cms.site_context import practice_of
from courses.models import TermsVersion


def terms_version(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """The terms exactly as they stood, for those who accepted them."""
    terms = get_object_or_404(
        TermsVersion, practice=practice_of(request), language=language, number=number
    )
    return render(request, "courses/terms_version.html", {"terms": terms})
