from django.urls import include, path

from registrations import (
    change_views,
    leaving_views,
    own_page,
    participant_views,
    signup_views,
    views,
)
from registrations.attendance import ticket_views
from registrations.invitations.views import invitation

urlpatterns = [
    path("", include("registrations.enquiries.urls")),
    path("register/<slug:offering_code>/", signup_views.register, name="register"),
    path("r/<str:token>/", views.registration, name="registration"),
    path("r/<str:token>/pay/", views.pay, name="registration_pay"),
    path("r/<str:token>/paid/", views.paid, name="registration_paid"),
    path("r/<str:token>/give-up/", views.give_up, name="registration_give_up"),
    path("r/<str:token>/cancel/", leaving_views.cancel, name="registration_cancel"),
    path("r/<str:token>/withdraw/", leaving_views.withdraw, name="registration_withdraw"),
    path("withdraw/", leaving_views.find_and_withdraw, name="withdraw"),
    path("r/<str:token>/accept/", own_page.accept, name="registration_accept"),
    path("r/<str:token>/fewer/", own_page.take_fewer, name="registration_fewer"),
    path("r/<str:token>/edit/", own_page.edit, name="registration_edit"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("t/<str:token>/", ticket_views.ticket, name="ticket"),
    path("p/<str:token>/", participant_views.participant, name="participant"),
    path(
        "r/<str:token>/substitute/<int:number>/",
        change_views.substitute,
        name="registration_substitute",
    ),
    path(
        "r/<str:token>/send-link/<int:number>/",
        change_views.send_link,
        name="registration_send_link",
    ),
    path("r/<str:token>/change-date/", change_views.change_date, name="registration_change_date"),
    path("r/<str:token>/calendar.ics", views.calendar, name="registration_calendar"),
]
