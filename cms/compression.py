"""Pages on their way out, as small as gzip makes them. Files have been made small before."""

import gzip

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

SMALLER_AS = ("text/", "application/json", "application/xml", "application/ld+json")


def takes_gzip(request: HttpRequest) -> bool:
    return "gzip" in request.headers.get("Accept-Encoding", "")


def compressed(response: HttpResponse) -> bytes:
    """A page that is the same for everybody: made small once, and thoroughly."""
    return gzip.compress(response.content, compresslevel=9, mtime=0)


class CompressionMiddleware(GZipMiddleware):
    """Words alone: a picture gets no smaller. Django hides how long a page with secrets is."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(SMALLER_AS):
            return response
        return super().process_response(request, response)
