"""The addresses of attendance in the admin, and the way to them in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail.admin.menu import MenuItem

from registrations.attendance import ticket_views, views
from registrations.permissions import attends_offerings
from registrations.sheets.views import SheetView

MENU_ORDER = 207


class AttendanceMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return attends_offerings(request.user)


def menu_item() -> MenuItem:
    return AttendanceMenuItem(
        _("Attendance"),
        reverse("attendance"),
        name="attendance",
        icon_name="tasks",
        order=MENU_ORDER,
    )


def urls() -> list[Any]:
    return [
        path("attendance/", views.SessionsView.as_view(), name="attendance"),
        path(
            "attendance/offering/<int:pk>/",
            views.OfferingAttendanceView.as_view(),
            name="attendance_offering",
        ),
        path(
            "attendance/offering/<int:pk>/<slug:sheet>.<slug:kind>",
            SheetView.as_view(),
            name="attendance_sheet",
        ),
        path(
            "attendance/session/<int:pk>/", views.SessionView.as_view(), name="attendance_session"
        ),
        path("attendance/session/<int:pk>/mark/", views.MarkView.as_view(), name="attendance_mark"),
        path(
            "attendance/ticket/<str:token>/",
            ticket_views.OwnerTicketView.as_view(),
            name="attendance_ticket",
        ),
    ]
