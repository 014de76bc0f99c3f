from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import View


class SheetView(View):
    def get(self, request: HttpRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
        raise Http404
