"""A service's facts in the reader's words."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.facets import Format, Level, Orientation, Purpose, Setting
from cms.models.services import FrequencyUnit

register = template.Library()


@register.filter
def facts_in_words(service: Any) -> list[tuple[str, str]]:
    """Pairs of what and how much, for those facts that the service has."""
    facts = [
        (_("How often"), _how_often(service)),
        (_("Meetings"), _how_many_meetings(service)),
        (_("How long"), _how_long(service)),
        (_("How many"), _how_many(service)),
        (_("Where"), str(Setting(service.setting).label)),
    ]
    return [(what, value) for what, value in facts if value]


@register.filter
def facets_in_words(service: Any) -> list[tuple[str, str]]:
    """What kind of service it is: pairs of a facet and its values."""
    facets = [
        (_("Format"), _labels(Format, service.formats)),
        (_("Orientation"), _labels(Orientation, service.orientations)),
        (_("For whom"), _labels(Level, service.levels)),
        (_("About"), _labels(Purpose, service.purposes)),
    ]
    return [(what, value) for what, value in facets if value]


@register.filter
def in_short(service: Any) -> list[str]:
    """The facts of a card: how often, how long, how many, those of them that there are."""
    parts = [
        _how_many_meetings(service) or _how_often(service),
        _how_long(service),
        _how_many(service),
    ]
    return [part for part in parts if part]


def _labels(facet: Any, values: list[str]) -> str:
    first, *others = [str(facet(value).label) for value in facet.values if value in values] or [""]
    return ", ".join([first, *(label[:1].lower() + label[1:] for label in others)])


def _how_often(service: Any) -> str:
    least, most = service.frequency_min, service.frequency_max
    if not least:
        return ""
    weeks = service.frequency_unit == FrequencyUnit.WEEK
    if most and most != least:
        numbers = {"least": least, "most": most}
        if weeks:
            return _("Every %(least)d–%(most)d weeks") % numbers
        return _("Every %(least)d–%(most)d months") % numbers
    if weeks:
        words = ngettext("Every week", "Every %(number)d weeks", least)
    else:
        words = ngettext("Once a month", "Every %(number)d months", least)
    return words % {"number": least}


def _how_many_meetings(service: Any) -> str:
    number = service.meetings
    if not number:
        return ""
    return ngettext("A single meeting", "%(number)d meetings", number) % {"number": number}


def _how_long(service: Any) -> str:
    least, most = service.minutes_min, service.minutes_max
    if not least:
        return ""
    if most and most != least:
        return _("%(least)d–%(most)d minutes") % {"least": least, "most": most}
    return ngettext("%(number)d minute", "%(number)d minutes", least) % {"number": least}


def _how_many(service: Any) -> str:
    least, most = service.people_min, service.people_max
    if not least:
        return ""
    if most and most != least:
        return _("%(least)d–%(most)d people") % {"least": least, "most": most}
    return ngettext("One person", "%(number)d people", least) % {"number": least}
