"""Templates, messages and reminders in the admin."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic

import django_filters

from cms.admin_views import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    OwnRowsViewSet,
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    own_practices,
    own_rows,
)
from cms.history import recorded
from courses.models import Offering
from courses.viewsets import InPracticeZone, short_moment, with_course_title
from courses.words import titles_of
from registrations.admin_views import VerbView
from registrations.messages import services
from registrations.messages.forms import ReminderForm, TemplateForm
from registrations.messages.placeholders import KNOWN
from registrations.messages.text_fields import NAMES
from registrations.messages.texts import read
from registrations.models import Letter, LetterTemplate, Message, Reminder


class TemplateIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("practice")


class WithPlaceholders:
    """The form, and beside it what each placeholder gives."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "placeholders": [(f"{{{name}}}", KNOWN[name]) for name in KNOWN]}


class TemplateCreateView(WithPlaceholders, CreateView):
    pass


class TemplateEditView(WithPlaceholders, EditView):
    pass


class TemplateDeleteView(DeleteView):
    refusal = _("This template cannot be deleted, because a reminder uses it.")


def languages_of(template: LetterTemplate) -> str:
    return ", ".join(str(_(NAMES[code])) for code in template.texts)


class LetterTemplateViewSet(OwnRowsViewSet):
    """What a practice writes again and again."""

    model = LetterTemplate
    name = "letter-templates"
    icon = "doc-full-inverse"
    menu_label = _("Letter templates")
    menu_hook = "register_settings_menu_item"
    menu_order = 30
    add_to_reference_index = False
    index_view_class = TemplateIndexView
    add_view_class = TemplateCreateView
    edit_view_class = TemplateEditView
    delete_view_class = TemplateDeleteView
    create_template_name = "messages/admin/template.html"
    edit_template_name = "messages/admin/template.html"
    search_fields = ("name",)
    ordering = "name"
    list_display = (
        TitleColumn("name", label=_("Name"), sort_key="name"),
        Column("get_purpose_display", label=_("What it is for"), sort_key="purpose"),
        Column("languages", label=_("Languages"), accessor=languages_of),
        Column("practice", label=_("Practice")),
    )

    def get_form_class(self, for_update: bool = False) -> type:
        return TemplateForm


class MessageFilterSet(WagtailFilterSet):
    by = django_filters.ChoiceFilter(
        label=_("Sent by"),
        choices=(("people", _("Somebody")), ("reminder", _("A reminder"))),
        method="filter_by",
    )
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)

    class Meta:
        model = Message
        fields = ("by", "audience", "practice")

    def filter_by(self, rows: QuerySet[Message], name: str, value: str) -> QuerySet[Message]:
        return rows.filter(occasion="") if value == "people" else rows.exclude(occasion="")


def with_counts(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate ``people``, ``sent`` and ``failed``; counted for the rows of one page alone."""
    letters = Letter.objects.filter(part_of=OuterRef("pk")).order_by().values("part_of")

    def number(**of: str) -> Coalesce:
        counted = letters.filter(**of).annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted), 0)

    return rows.annotate(
        people=number(),
        sent=number(status=Letter.Status.SENT),
        failed=number(status=Letter.Status.FAILED),
    )


class MessageIndexView(InPracticeZone, ReadOnlyIndexView):
    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().select_related("practice", "user")
        return with_course_title(with_counts(rows), course="offering__course")


class MessageInspectView(InPracticeZone, generic.InspectView):
    page_title = _("Message")
    any_permission_required = ("view",)
    fields = ("audience",)

    def practice(self) -> Any:
        return self.object.practice

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.object = self.get_object()

    def get_page_subtitle(self) -> str:
        return self.object.subject

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        message, letters = self.object, self.object.letters.order_by("pk")
        numbers = {row["status"]: row["number"] for row in _by_status(message)}
        addressed = message.addressees.count()
        offering = message.offering
        return {
            **super().get_context_data(**kwargs),
            "message": message,
            "title": titles_of([offering.course])[offering.course_id] if offering else "",
            "zone": message.practice.zone,
            "texts": [(_(NAMES[code]), code, text) for code, text in read(message.texts).items()],
            "statuses": [
                (label, numbers[value])
                for value, label in Letter.Status.choices
                if value in numbers
            ],
            "addressed": addressed,
            "without_letter": addressed - sum(numbers.values()) if message.written_at else 0,
            "letters": letters[:500],
            "may_send_again": bool(numbers.get(Letter.Status.FAILED)),
        }


def _by_status(message: Message) -> Any:
    return message.letters.order_by().values("status").annotate(number=Count("pk"))


class SendFailedAgainView(VerbView):
    def act(self, row: Message) -> None:
        count = services.send_failed_again(message_id=row.pk)
        told = ngettext(
            "%(count)s letter is in the queue again.",
            "%(count)s letters are in the queue again.",
            count,
        )
        messages.success(self.request, told % {"count": count})


class MessageViewSet(ReadOnlyViewSet):
    """What was written to several people, and what became of it."""

    model = Message
    name = "messages"
    icon = "mail"
    menu_label = _("Messages to people")
    menu_hook = "register_reports_menu_item"
    menu_name = "messages-to-people"
    index_view_class = MessageIndexView
    inspect_view_class = MessageInspectView
    inspect_view_fields = MessageInspectView.fields
    inspect_template_name = "messages/admin/message.html"
    filterset_class = MessageFilterSet
    ordering = "-made_at"
    list_display = (
        TitleColumn("subject", label=_("Subject")),
        Column("course_title", label=_("Course")),
        Column("get_audience_display", label=_("To whom")),
        Column("people", label=_("Letters")),
        StatusTagColumn(
            "failed",
            label=_("Status"),
            accessor=lambda message: (
                _("%(count)s failed") % {"count": message.failed}
                if message.failed
                else _("%(count)s sent") % {"count": message.sent}
            ),
            primary=lambda message: not message.failed,
        ),
        Column(
            "made_at",
            label=_("Written"),
            accessor=lambda message: short_moment(message.made_at, message.practice),
            sort_key="made_at",
        ),
    )

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path(
                "send-again/<int:pk>/",
                self.construct_view(SendFailedAgainView),
                name="send_again",
            ),
        ]


class ReminderIndexView(IndexView):
    """Those for new course dates; one of a certain date is seen with it."""

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().filter(offering=None)
        return rows.select_related("practice", "template")


class BackToOfferingMixin:
    def get_success_url(self) -> str:
        if self.object.offering_id:
            return reverse("offerings:edit", args=[self.object.offering_id])
        return super().get_success_url()


class ReminderCreateView(BackToOfferingMixin, CreateView):
    def get_initial(self) -> dict[str, Any]:
        key = self.request.GET.get("offering", "")
        own = own_rows(Offering, self.request.user).select_related("course__practice")
        offering = own.filter(pk=key).first() if key.isdecimal() else None
        return {"offering": offering} if offering else {}

    def get_success_message(self, instance: Reminder) -> str:
        return super().get_success_message(instance.rule)


class ReminderEditView(BackToOfferingMixin, EditView):
    def get_page_subtitle(self) -> str:
        return self.object.rule

    def get_success_message(self) -> str:
        return str(_("The reminder is saved."))


class ReminderDeleteView(BackToOfferingMixin, DeleteView):
    def get_page_subtitle(self) -> str:
        return self.object.rule


class PauseView(VerbView):
    """Nothing goes out until it is let go on; what was due meanwhile stays where it is."""

    def act(self, row: Reminder) -> None:
        paused = self.request.POST.get("paused") == "yes"
        with recorded(row, user=self.request.user):
            services.pause(reminder_id=row.pk, paused=paused)
        messages.success(
            self.request,
            _("The reminder is paused. Nothing goes out until you let it go on.")
            if paused
            else _("The reminder goes out again from now on."),
        )
        self.back_to = row.offering_id

    def post(self, request: HttpRequest, pk: int) -> Any:
        response = super().post(request, pk)
        if self.back_to:
            response["Location"] = reverse("offerings:edit", args=[self.back_to])
        return response


class ReminderViewSet(OwnRowsViewSet):
    """Letters that go out by themselves."""

    model = Reminder
    name = "reminders"
    icon = "history"
    menu_label = _("Reminders")
    menu_hook = "register_settings_menu_item"
    menu_order = 35
    add_to_reference_index = False
    index_view_class = ReminderIndexView
    add_view_class = ReminderCreateView
    edit_view_class = ReminderEditView
    delete_view_class = ReminderDeleteView
    ordering = "pk"
    list_display = (
        TitleColumn("rule", label=_("When")),
        Column("template", label=_("Letter template")),
        Column("get_audience_display", label=_("To whom")),
        StatusTagColumn(
            "paused",
            label=_("Status"),
            accessor=lambda reminder: _("Paused") if reminder.paused else _("Goes out"),
            primary=lambda reminder: not reminder.paused,
        ),
        Column("practice", label=_("Practice")),
    )

    def get_form_class(self, for_update: bool = False) -> type:
        return ReminderForm

    def get_urlpatterns(self) -> list[Any]:
        pause = self.construct_view(PauseView, inspect_url_name=self.get_url_name("edit"))
        return [*super().get_urlpatterns(), path("pause/<int:pk>/", pause, name="pause")]
