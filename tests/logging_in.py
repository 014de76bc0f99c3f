"""Somebody logged in to the administration, in a browser of their own."""

from django.test import Client

from wagtail.users.models import UserProfile

from cms.users.models import User


def logged_in(user: User) -> Client:
    """As ``user``, who reads the administration in English."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    client = Client()
    client.force_login(user)
    return client
