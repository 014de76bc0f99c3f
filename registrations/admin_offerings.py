"""The owner's verbs on a course date: calling it off, and saying that it goes ahead."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from courses.models import Offering
from courses.words import titles_of
from registrations import services
from registrations.models import Registration
from registrations.stripe_gateway import StripeError


class OfferingVerbView(View):
    """A verb on a course date of one's own that writes to people, in the practice's time zone."""

    model: Any = None
    index_url_name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Offering)
        rows = policy.instances_user_has_permission_for(request.user, "change")
        self.offering = get_object_or_404(rows.select_related("course__practice"), pk=kwargs["pk"])
        registrations = policy_registry.get_by_type(Registration)
        if not registrations.user_has_permission(request.user, "change"):
            raise PermissionDenied
        with timezone.override(self.offering.practice.zone):
            return super().dispatch(request, *args, **kwargs)

    def context(self) -> dict[str, Any]:
        return {
            "offering": self.offering,
            "title": titles_of([self.offering.course])[self.offering.course_id],
            "zone": self.offering.practice.zone,
        }


class CallOffView(OfferingVerbView):
    """Call a course date off: first who is told and what goes back, then it is done."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        consequences = services.consequences(self.offering)
        totals = {
            name: sum(getattr(consequence, name) for consequence in consequences)
            for name in ("refund", "credited", "waits")
        }
        context = {
            **self.context(),
            "consequences": consequences,
            "totals": totals,
            "decision": services.may_go_ahead(self.offering),
        }
        return render(request, "registrations/admin/call_off.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            count = services.call_off(offering_id=pk, user=request.user)
        except (services.PaymentOnItsWay, StripeError):
            messages.warning(
                request,
                _("The date is called off. Some payments are still open; the rest follows soon."),
            )
        else:
            messages.success(
                request,
                ngettext(
                    "The date is called off, and %(count)s registration is cancelled.",
                    "The date is called off, and %(count)s registrations are cancelled.",
                    count,
                )
                % {"count": count},
            )
        return redirect("offerings:edit", pk)


class GoAheadView(OfferingVerbView):
    """It takes place, however few have registered."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            services.go_ahead(offering_id=pk, user=request.user)
        except services.NothingToDecide:
            messages.warning(
                request,
                _(
                    "There is nothing to decide: it was decided, called off, or has begun. "
                    "Nothing was changed."
                ),
            )
        else:
            messages.success(
                request, _("It goes ahead. Nobody was written to, and you are not asked again.")
            )
        return redirect("offerings:edit", pk)
