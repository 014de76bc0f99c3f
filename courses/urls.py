from django.urls import path

from courses import views

urlpatterns = [
    path("courses.ics", views.course_calendar, name="course_calendar"),
    path("terms/<str:language>/<int:number>/", views.terms_version, name="terms_version"),
]
