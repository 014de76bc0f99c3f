"""Shows what becomes of a page's own words before it is a translation again, then makes it one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.models import Page

from cms import reattaching
from cms.translation_locks import is_locked_for


def reattach(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=page_id).specific
    edit = redirect("wagtailadmin_pages:edit", page.pk)
    if is_locked_for(request.user, page):
        messages.error(request, _("This page is locked. Nothing was changed."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    try:
        if request.method == "POST":
            reattaching.reattach(page=page, user=request.user)
            messages.success(
                request,
                _(
                    "The page is a translation again, with its own words. Look through it and "
                    "publish it; until then visitors see what they saw before."
                ),
            )
            return edit
        plan = reattaching.plan_reattaching(page)
    except reattaching.NotDetached as error:
        raise Http404 from error
    return TemplateResponse(request, "cms/admin/reattach.html", {"page": page, "plan": plan})
