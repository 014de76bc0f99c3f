"""The people of one's own practices in the admin: roles, guests, invitations."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView, View

from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.history import record
from cms.models import Membership, Practice
from cms.permissions import OWNERS, has_role, practices_of
from cms.sessions import end_sessions
from courses.models import OfferingGuest
from courses.words import titles_of
from registrations.invitations import services
from registrations.invitations.forms import InviteForm
from registrations.models import Invitation


def own(request: HttpRequest) -> Any:
    return practices_of(request.user, *OWNERS)


def works_elsewhere(user: Any, practices: Any) -> bool:
    """Whether ``user`` is somebody in another practice too, or an administrator."""
    roles = Membership.objects.filter(user=user).exclude(practice__in=practices)
    helping = OfferingGuest.objects.filter(user=user).exclude(
        offering__course__practice__in=practices
    )
    return user.is_superuser or roles.exists() or helping.exists()


class PeopleView(WagtailAdminTemplateMixin, TemplateView):
    model: Any = None
    template_name = "registrations/admin/people.html"
    page_title = gettext_lazy("People")
    header_icon = "group"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        practices = own(self.request)
        members = Membership.objects.filter(practice__in=practices, user__is_active=True)
        guests = list(
            OfferingGuest.objects.filter(offering__course__practice__in=practices)
            .select_related("user", "offering__course__practice")
            .order_by("user__last_name", "user__email", "offering")
        )
        titles = titles_of(guest.offering.course for guest in guests)
        invitations = Invitation.objects.open().filter(practice__in=practices)
        return super().get_context_data(
            **kwargs,
            practices=list(practices),
            members=members.select_related("user", "practice").order_by(
                "practice__name", "user__last_name", "user__email", "role"
            ),
            guests=[(guest, titles[guest.offering.course_id]) for guest in guests],
            invitations=invitations.select_related("practice", "invited_by"),
        )


class InviteView(WagtailAdminTemplateMixin, FormView):
    model: Any = None
    template_name = "registrations/admin/invite.html"
    page_title = gettext_lazy("Invite somebody")
    header_icon = "mail"
    form_class = InviteForm
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        people = {"url": reverse("people"), "label": PeopleView.page_title}
        return [*super().get_breadcrumbs_items(), people, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: InviteForm) -> HttpResponse:
        typed = form.cleaned_data
        try:
            services.invite(user=self.request.user, **typed)
        except services.InvitedAlready:
            form.add_error(
                "email",
                _("There is an open invitation for this address. Send it again, or withdraw it."),
            )
        except services.TooManyLetters:
            form.add_error("email", _("This address was written to often enough for today."))
        else:
            messages.success(self.request, _("The invitation to %(email)s is on its way.") % typed)
            return redirect("people")
        return self.form_invalid(form)


class InvitationVerbView(View):
    """A verb on an invitation of one's own practice: POST only, then back to the people."""

    model: Any = None
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        found = get_object_or_404(Invitation, pk=pk, practice__in=own(request))
        self.act(found)
        return redirect("people")

    def act(self, found: Invitation) -> None:
        raise NotImplementedError


class AgainView(InvitationVerbView):
    def act(self, found: Invitation) -> None:
        try:
            services.invite_again(invitation_id=found.pk, user=self.request.user)
        except services.InvitationOver:
            messages.warning(
                self.request, _("It was accepted or withdrawn meanwhile. Nothing was sent.")
            )
        except services.TooManyLetters:
            messages.error(self.request, _("This address was written to often enough for today."))
        else:
            messages.success(self.request, _("A new link is on its way; the old one is void."))


class WithdrawView(InvitationVerbView):
    def act(self, found: Invitation) -> None:
        services.withdraw_invitation(invitation_id=found.pk, user=self.request.user)
        messages.success(self.request, _("The invitation is withdrawn, and its link is void."))


class PersonVerbView(View):
    """A verb on somebody who works for, or helps, a practice of one's own: POST only."""

    model: Any = None
    http_method_names = ("post",)

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.act(number)
        return redirect("people")

    def act(self, number: int) -> None:
        raise NotImplementedError


class TakeRoleView(PersonVerbView):
    def act(self, number: int) -> None:
        row = get_object_or_404(Membership, pk=number, practice__in=own(self.request))
        if row.user.is_superuser:
            messages.error(
                self.request, _("An administrator's roles are the administrators' matter.")
            )
            return
        try:
            services.take_role(membership_id=row.pk, user=self.request.user)
        except services.LastOwner:
            messages.error(
                self.request,
                _("A practice keeps at least one owner. Invite another one first."),
            )
        else:
            messages.success(self.request, _("The role is taken away."))


class DismissGuestView(PersonVerbView):
    def act(self, number: int) -> None:
        rows = OfferingGuest.objects.filter(offering__course__practice__in=own(self.request))
        row = get_object_or_404(rows, pk=number)
        services.dismiss_guest(guest_id=row.pk, user=self.request.user)
        messages.success(self.request, _("The guest sees this course date no more."))


class EndSessionsView(PersonVerbView):
    """Log somebody out everywhere who is in no other practice than one's own."""

    def act(self, number: int) -> None:
        practices = own(self.request)
        theirs = Q(memberships__practice__in=practices) | Q(
            guest_of__offering__course__practice__in=practices
        )
        person = get_object_or_404(get_user_model().objects.filter(theirs).distinct(), pk=number)
        if works_elsewhere(person, practices):
            messages.error(
                self.request,
                _("They work for somebody else as well, so only they can log themselves out."),
            )
            return
        but = self.request.session.session_key if person == self.request.user else None
        count = end_sessions(person, but=but)
        for practice in practices.filter(
            Q(memberships__user=person) | Q(courses__offerings__guests__user=person)
        ).distinct():
            self._note(practice, person)
        ended = ngettext("%(count)s session is ended.", "%(count)s sessions are ended.", count)
        messages.success(self.request, ended % {"count": count})

    def _note(self, practice: Practice, person: Any) -> None:
        user = self.request.user
        record(practice=practice, user=user, action="sessions_ended", title=str(person))


class PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_role(request.user, *OWNERS)


def menu_item() -> MenuItem:
    return PeopleMenuItem(
        _("People"), reverse("people"), name="people", icon_name="group", order=15
    )


def urls() -> list[Any]:
    facts = {"model": Invitation}
    return [
        path("people/", PeopleView.as_view(**facts), name="people"),
        path("people/invite/", InviteView.as_view(**facts), name="people_invite"),
        path("people/again/<int:pk>/", AgainView.as_view(**facts), name="people_again"),
        path("people/withdraw/<int:pk>/", WithdrawView.as_view(**facts), name="people_withdraw"),
        path("people/role/<int:number>/", TakeRoleView.as_view(**facts), name="people_role"),
        path("people/guest/<int:number>/", DismissGuestView.as_view(**facts), name="people_guest"),
        path(
            "people/sessions/<int:number>/",
            EndSessionsView.as_view(**facts),
            name="people_sessions",
        ),
    ]
