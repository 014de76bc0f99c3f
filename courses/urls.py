from django.urls import path

from courses import views

urlpatterns = [
    path("terms/<str:language>/<int:number>/", views.terms_version, name="terms_version"),
]
