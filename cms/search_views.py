from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from cms.errors import too_many_requests
from cms.rate_limits import is_allowed
from cms.searching import MOST_LETTERS, search
from cms.site_context import children_of_home, home_of, practice_of


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=MOST_LETTERS,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)


@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    """A visitor's search in the practice's pages of the active language."""
    practice, home = practice_of(request), home_of(request)
    if practice and get_language() not in practice.languages:
        return redirect(translate_url(request.get_full_path(), practice.source_language))
    asked = bool(request.GET.get("q", "").strip())
    if asked and not is_allowed(request, action="search", times=120, seconds=600):
        return too_many_requests(request)
    form = SearchForm(request.GET if asked else None)
    context = {"form": form, "asked": asked, "ways_on": children_of_home(request)}
    if asked and home and form.is_valid():
        words, number = form.cleaned_data["q"], form.cleaned_data["page"] or 1
        context |= {"words": words, "found": search(words, home=home, number=number)}
    return render(request, "cms/search.html", context)
