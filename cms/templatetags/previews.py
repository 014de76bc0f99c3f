"""Whose looks a block's preview has."""

from typing import Any

from django import template

from cms.models import Practice
from cms.permissions import STAFF, practices_of
from cms.site_context import practice_of

register = template.Library()


@register.simple_tag(takes_context=True)
def practice_of_editor(context: Any) -> Practice | None:
    """The practice that the editor works for; for administrators, the one whose host is asked."""
    request = context["request"]
    asked = practice_of(request)
    own = practices_of(request.user, *STAFF)
    return own.filter(pk=asked.pk if asked else None).first() or own.first() or asked
