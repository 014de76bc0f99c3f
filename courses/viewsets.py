"""Course dates, questions and terms in the admin."""

from datetime import datetime
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic

import django_filters

from cms.admin_views import (
    CreateView,
    DeleteView,
    EditView,
    ExportColumn,
    IndexView,
    OwnRowsViewSet,
    in_zone,
    own_practices,
)
from cms.models import Practice
from cms.permissions import OWNERS, STAFF, practices_of
from courses.admin_forms import OfferingForm
from courses.day_and_time import short, span
from courses.models import Course, CoursePage, Offering
from courses.money import format_money, format_rate
from courses.offering_panels import OFFERING_PANELS
from courses.words import titles_of


def with_course_title(offerings: QuerySet[Any], course: str = "course") -> QuerySet[Any]:
    """Annotate ``course_title``: in the practice's source language, else its own name or code.

    Nothing is joined, so that what does not ask for the title does not pay for it.
    """
    offering = course.removesuffix("course").removesuffix("__")
    of_course, own = {"course": OuterRef(course)}, {"pk": OuterRef(course)}
    if offering:
        of_course = {"course__offerings": OuterRef(offering)}
        own = {"offerings": OuterRef(offering)}
    pages = CoursePage.objects.filter(**of_course, alias_of=None)
    in_source_language = pages.annotate(
        source_language=KeyTextTransform("0", "course__practice__languages")
    ).filter(locale__language_code=F("source_language"))
    own_name = Coalesce(NullIf(F("name"), Value("")), F("code"), output_field=CharField())
    courses = Course.objects.filter(**own).order_by()
    return offerings.annotate(
        course_title=Coalesce(
            Subquery(in_source_language.order_by("pk").values("title")[:1]),
            Subquery(courses.values(own_name=own_name)),
            output_field=CharField(),
        )
    )


def own_courses(request: HttpRequest) -> QuerySet[Course]:
    return Course.objects.filter(practice__in=practices_of(request.user, *STAFF))


class OfferingFilterSet(WagtailFilterSet):
    when = django_filters.ChoiceFilter(
        label=_("When"),
        choices=(("coming", _("To come")), ("past", _("Over"))),
        method="filter_when",
    )
    course__practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)

    class Meta:
        model = Offering
        fields = ("status", "when", "course__practice")

    def filter_when(self, rows: QuerySet[Offering], name: str, value: str) -> QuerySet[Offering]:
        now = timezone.now()
        return rows.filter(ends_at__gt=now) if value == "coming" else rows.filter(ends_at__lte=now)


class OfferingIndexView(IndexView):
    any_permission_required = ("change", "view")

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().with_times().select_related("course__practice")
        return with_course_title(rows)

    export_columns = {
        "course": ExportColumn(_("Course"), lambda o: o.course_title),
        "code": ExportColumn(_("Code"), lambda o: o.code),
        "first_session": ExportColumn(
            _("First session"), lambda o: in_zone(o.starts_at, o.practice)
        ),
        "time_zone": ExportColumn(_("Time zone"), lambda o: o.practice.time_zone),
        "place": ExportColumn(_("Place"), lambda o: o.place_line),
        "seats": ExportColumn(_("Seats"), lambda o: o.seats),
        "status": ExportColumn(_("Status"), lambda o: o.get_status_display()),
    }


class InPracticeZone:
    """Times are shown and read in the practice's zone, whoever looks and from where."""

    def practice(self) -> Practice | None:
        offering = getattr(self, "object", None)
        if offering is not None and offering.pk:
            return offering.practice
        course = _course_asked_for(self.request)
        return course.practice if course else practices_of(self.request.user, *OWNERS).first()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        practice = self.practice()
        with timezone.override(practice.zone if practice else None):
            response = super().dispatch(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
            return response


def _course_asked_for(request: HttpRequest) -> Course | None:
    key = request.POST.get("course") or request.GET.get("course") or ""
    if not key.isdecimal():
        return None
    own = Course.objects.filter(practice__in=practices_of(request.user, *OWNERS))
    return own.filter(pk=key).select_related("practice").first()


def named_by_course(offering: Offering) -> str:
    """The course's title and the first day: the code says little to people."""
    title = titles_of([offering.course])[offering.course_id]
    begins = short_moment(offering.first_start, offering.practice)
    return f"{title}, {begins}" if begins else title


class OfferingCreateView(InPracticeZone, CreateView):
    def get_success_message(self, instance: Offering) -> str:
        return super().get_success_message(named_by_course(instance))

    def get_initial(self) -> dict[str, Any]:
        """What is most likely, from the practice's settings."""
        practice, course = self.practice(), _course_asked_for(self.request)
        if practice is None:
            return {"course": course}
        return {
            "course": course,
            "language": practice.source_language,
            "currency": practice.currency,
            "prices_include_vat": practice.prices_include_vat,
            "town": practice.town,
        }


class NamedByCourseMixin:
    def get_page_subtitle(self) -> str:
        return named_by_course(self.object)


class OfferingEditView(NamedByCourseMixin, InPracticeZone, EditView):
    def get_success_message(self) -> str:
        names = {"object": self.get_page_subtitle(), "model_name": self.model._meta.verbose_name}
        return capfirst(self.success_message % names)

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The offering is known before the form is read: its practice gives the zone."""
        super().setup(request, *args, **kwargs)
        self.object = self.get_object()


class OfferingDeleteView(NamedByCourseMixin, DeleteView):
    refusal = _(
        "This date cannot be deleted, because people have registered for it. "
        "Close it for registration instead."
    )


class OfferingInspectView(NamedByCourseMixin, InPracticeZone, generic.InspectView):
    """The facts in words, for those who may read but not change them."""

    page_title = _("Course date")

    fields = (
        *("course", "status", "language", "sessions", "place_line", "seats"),
        *("registration_opens_at", "deadline_at", "review_first", "days_to_pay"),
        *("waiting_list", "waiting_list_paused", "hours_to_accept"),
        *("prices", "vat_treatment", "questions"),
    )
    labels = {
        "sessions": _("Sessions"),
        "place_line": _("Place"),
        "deadline_at": _("Registration deadline"),
        "prices": _("Prices"),
        "questions": _("Questions"),
    }

    def get_field_label(self, field_name: str, field: Any) -> Any:
        return self.labels.get(field_name) or super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        return value

    def get_course_display_value(self) -> str:
        return titles_of([self.object.course])[self.object.course_id]

    def get_sessions_display_value(self) -> str:
        zone, language = self.object.practice.zone, get_language() or "en"
        return "; ".join(
            span(session.starts_at, session.ends_at, zone=zone, language=language)
            for session in self.object.sessions_list
        )

    def _moment(self, moment: datetime | None) -> Any:
        return timezone.localtime(moment) if moment else ""

    def get_registration_opens_at_display_value(self) -> Any:
        return self._moment(self.object.registration_opens_at)

    def get_deadline_at_display_value(self) -> Any:
        return self._moment(self.object.deadline_at)

    def get_prices_display_value(self) -> str:
        language = get_language() or "en"
        return "; ".join(
            f"{price.get_kind_display()}: "
            f"{format_money(price.amount, self.object.currency, language)}"
            for price in self.object.prices.all()
        )

    def get_vat_treatment_display_value(self) -> str:
        rate = format_rate(self.object.vat_rate, get_language() or "en")
        return f"{self.object.get_vat_treatment_display()}" + (
            f" ({rate})" if self.object.vat_rate else ""
        )


def short_moment(moment: datetime | None, practice: Practice) -> str:
    """A moment in a list's narrow column, in the practice's zone."""
    if moment is None:
        return ""
    return short(moment, zone=practice.zone, language=get_language() or "en")


def with_first_day(offering: Any) -> str:
    """What a course date is called where several of a course stand, in its practice's zone.

    It comes from ``with_course_title`` and ``with_times``.
    """
    begins = short_moment(offering.starts_at, offering.practice)
    return ", ".join(filter(None, [offering.course_title, begins]))


class OfferingViewSet(OwnRowsViewSet):
    """Course dates. Whoever knows about registrations adds to it (see ``registrations``)."""

    model = Offering
    name = "offerings"
    icon = "date"
    menu_label = _("Course dates")
    menu_order = 210
    index_view_class = OfferingIndexView
    add_view_class = OfferingCreateView
    edit_view_class = OfferingEditView
    delete_view_class = OfferingDeleteView
    inspect_view_class = OfferingInspectView
    inspect_view_enabled = True
    inspect_view_fields = OfferingInspectView.fields
    filterset_class = OfferingFilterSet
    search_fields = ("course_title", "code", "venue", "town")
    ordering = "-starts_at"
    export_filename = "course-dates"
    list_export = tuple(OfferingIndexView.export_columns)
    form_class = OfferingForm
    list_display = (
        TitleColumn("course_title", label=_("Course"), sort_key="course_title"),
        Column(
            "starts_at",
            label=_("First session"),
            accessor=lambda offering: short_moment(offering.starts_at, offering.practice),
            sort_key="starts_at",
        ),
        Column("place_line", label=_("Place")),
        Column("seats", label=_("Seats"), sort_key="seats"),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            primary=lambda offering: offering.status == Offering.Status.PUBLISHED,
        ),
    )

    def get_edit_handler(self) -> Any:
        handler = ObjectList(OFFERING_PANELS, base_form_class=self.form_class)
        return handler.bind_to_model(self.model)
