"""What services can be told apart by, and how a visitor narrows the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Orientation(models.TextChoices):
    CASE = "case", _("Case supervision")
    METHOD = "method", _("Method supervision")
    PROCESS = "process", _("Process supervision")


class Format(models.TextChoices):
    INDIVIDUAL = "individual", _("Individual")
    PAIR = "pair", _("Pair")
    TEAM = "team", _("Team")
    GROUP = "group", _("Group")
    WORK_COMMUNITY = "work_community", _("Work community")


class Level(models.TextChoices):
    STAFF = "staff", _("Staff")
    TEAM_LEADS = "team_leads", _("Team leads")
    MANAGERS = "managers", _("Managers")
    MANAGEMENT_GROUP = "management_group", _("Management groups")
    STUDENTS = "students", _("Students")


class Purpose(models.TextChoices):
    PATIENT = "patient", _("Work with patients and clients")
    LEADERSHIP = "leadership", _("Leadership")
    CONSULTATION = "consultation", _("Consultation")
    METASUPERVISION = "metasupervision", _("Metasupervision")
    NEW_GRADUATES = "new_graduates", _("New in the profession")


class Setting(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", pgettext_lazy("where a service takes place", "Online")
    BOTH = "both", _("In person or online")


class FacetField(models.JSONField):
    """A list of values of ``facet``, ticked in boxes."""

    def __init__(self, facet: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.facet = facet
        super().__init__(**{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            required=False,
            choices=self.facet.choices if self.facet else (),
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        known = set(self.facet.values if self.facet else ())
        if not isinstance(value, list) or not set(value) <= known:
            raise ValidationError(_("Choose among the boxes."))


@dataclass(frozen=True)
class FacetFilter:
    """One row of choices above the catalogue; ``chosen`` is the value asked for, or ""."""

    name: str
    label: Any
    options: list[tuple[str, Any]]
    chosen: str


FACETS: Mapping[str, tuple[str, Any, type[models.TextChoices]]] = {
    "format": ("formats", _("Format"), Format),
    "orientation": ("orientations", _("Orientation"), Orientation),
    "level": ("levels", _("For whom"), Level),
    "purpose": ("purposes", _("About"), Purpose),
    "where": ("setting", _("Where"), Setting),
}


def filters_of(services: list[Any], asked: Mapping[str, str]) -> dict[str, Any]:
    """``services`` narrowed by what was asked, and ``filters`` that tell something apart."""
    filters, shown = [], services
    for name, (field, label, facet) in FACETS.items():
        present = {value for service in services for value in _values(service, field)}
        options = [(v, text) for v, text in facet.choices if v in present and v != Setting.BOTH]
        chosen = asked.get(name, "")
        chosen = chosen if chosen in dict(options) else ""
        told_apart = any(v not in _values(s, field) for v, _text in options for s in services)
        if len(options) > 1 and told_apart:
            filters.append(FacetFilter(name, label, options, chosen))
            if chosen:
                shown = [s for s in shown if chosen in _values(s, field)]
    return {
        "services": shown,
        "filters": filters,
        "filtered": any(f.chosen for f in filters),
        "number_of_services": len(services),
    }


def _values(service: Any, field: str) -> list[str]:
    value = getattr(service, field)
    if field != "setting":
        return value
    return list(Setting.values) if value == Setting.BOTH else [value]
