"""The page explorer and the page chooser, without the people and pages of other practices."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages import listing
from wagtail.admin.viewsets.pages import PageViewSet as WagtailPageViewSet
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from cms.models import Membership
from cms.permissions import STAFF, practices_of


def colleagues(request: HttpRequest) -> QuerySet[Any]:
    """Those who work for the practices that the user works for."""
    users = get_user_model().objects.all()
    if request.user.is_superuser:
        return users
    practices = practices_of(request.user, *STAFF)
    return users.filter(pk__in=Membership.objects.filter(practice__in=practices).values("user"))


def own_sites(request: HttpRequest) -> QuerySet[Site]:
    return Site.objects.filter(practice__in=practices_of(request.user, *STAFF))


class PageFilterSet(listing.GenericPageFilterSet):
    owner = MultipleUserFilter(label=_("Owner"), queryset=colleagues, widget=CheckboxSelectMultiple)
    edited_by = listing.EditedByFilter(
        label=_("Edited by"), queryset=colleagues, widget=CheckboxSelectMultiple
    )
    site = listing.SiteFilter(label=_("Site"), queryset=own_sites, widget=CheckboxSelectMultiple)


class PageViewSet(WagtailPageViewSet):
    model = Page
    name = "pages"
    filterset_class = PageFilterSet


def own_pages_in_chooser(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    reachable = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return pages.filter(pk__in=reachable.values("pk"))
