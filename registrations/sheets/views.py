"""Downloads of the sheets, each noted in the practice's history."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.utils.text import slugify
from django.utils.translation import get_language, override
from django.views.generic import View

from cms.history import record
from cms.permissions import sees_sensitive_answers
from courses.models import Offering, OfferingGuest
from registrations.permissions import attended_offerings, runs_practice
from registrations.sheets.catalogue import SHEETS, SheetName
from registrations.sheets.contents import contents_of
from registrations.sheets.needs import Told
from registrations.sheets.pdf import pdf_of
from registrations.sheets.xlsx import xlsx_of

KINDS: Final = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# These hang in the room, so they are in the language of the course; a list is in the reader's.
IN_THE_ROOM: Final = (SheetName.SIGN_IN, SheetName.BADGES, SheetName.VENUE)


class SheetView(View):
    for_guests = True
    http_method_names = ("get",)

    def get(self, request: HttpRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
        if kind not in KINDS or sheet not in SHEETS:
            raise Http404
        offerings = attended_offerings(request.user).select_related("course__practice")
        offering = get_object_or_404(offerings, pk=pk)
        name = SheetName(sheet)
        on_paper = kind == "pdf" and name in IN_THE_ROOM
        with override(offering.language if on_paper else get_language()):
            for_owner = runs_practice(request.user, offering.practice)
            needs = needs_told(request.user, offering)
            contents = contents_of(offering, name, for_owner=for_owner, needs=needs)
            body = pdf_of(contents, offering) if kind == "pdf" else xlsx_of(contents)
            filename = f"{slugify(contents.label) or name}-{offering.code}.{kind}"
        _record(request.user, offering, f"{name}.{kind}")
        response = HttpResponse(body, content_type=KINDS[kind])
        response["Content-Disposition"] = f'attachment; filename="{filename}"'
        add_never_cache_headers(response)
        return response


def needs_told(user: Any, offering: Offering) -> Told:
    """An administrator is no owner: he learns that there are answers, and nothing of them."""
    if sees_sensitive_answers(user, offering.practice):
        return Told.WORDS
    is_guest = OfferingGuest.objects.filter(offering=offering, user=user).exists()
    return Told.COUNTS if is_guest else Told.HOW_MANY


def _record(user: Any, offering: Offering, title: str) -> None:
    record(
        practice=offering.practice,
        user=user,
        action="exported",
        subject=offering,
        title=f"{offering.code}: {title}",
    )
