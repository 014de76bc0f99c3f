"""Documents are as public as the pages that link to them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Model
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse

from wagtail.models import Page, ReferenceIndex, get_page_models
from wagtail.permissions import policy_registry

from cms.practice_groups import collection_of
from cms.site_context import practice_of


def only_where_it_is_linked(document: Model, request: HttpRequest) -> None:
    """Visitors get a practice's document from its own host, once a live page links to it.

    Whoever may choose the document in the admin gets it always.
    """
    if _may_choose(document, request) or (
        _is_of_this_host(document, request) and _is_linked(document)
    ):
        return
    raise Http404


def _may_choose(document: Model, request: HttpRequest) -> bool:
    policy = policy_registry.get(document)
    user = request.user
    return user.is_authenticated and policy.user_has_any_permission_for_instance(
        user, ["choose", "change"], document
    )


def _is_of_this_host(document: Model, request: HttpRequest) -> bool:
    practice = practice_of(request)
    return practice is not None and document.collection_id == collection_of(practice).pk


def _is_linked(document: Model) -> bool:
    naming = ReferenceIndex.get_references_to(document)
    of_pages = ContentType.objects.get_for_models(Page, *get_page_models()).values()
    pages = naming.filter(content_type__in=of_pages).annotate(
        page=Cast("object_id", IntegerField())
    )
    return (
        Page.objects.live().filter(pk__in=pages.values("page")).exists()
        or naming.exclude(content_type__in=of_pages).exists()
    )


def not_by_file_name(request: HttpRequest, path: str) -> HttpResponse:
    """The files themselves have no address, or the question above would be asked in vain."""
    raise Http404
