"""Minutes in words, and what a participant's ticket looks like."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def in_hours(minutes: int) -> str:
    """“5 h 20 min”"""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return _("%(hours)s h %(minutes)s min") % {"hours": whole, "minutes": rest}
    if whole:
        return _("%(hours)s h") % {"hours": whole}
    return _("%(minutes)s min") % {"minutes": rest}
