"""Addresses for programs, without a language."""

from django.urls import path

from registrations import views, webhooks

urlpatterns = [
    path("stripe/webhook/", webhooks.stripe_webhook, name="stripe_webhook"),
    path("api/v1/offerings/", views.api_offerings, name="api_offerings"),
]
