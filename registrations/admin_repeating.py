"""Repeating a course date: when, how often, a look at what comes of it, then new drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from courses.copying import DEADLINES, Copy, moved, one_series, whole_copies
from courses.day_and_time import plain_day, span
from courses.models import Offering
from courses.public_holidays import holiday_on
from courses.rhythm import Rhythm, occurrences, read_weeks
from registrations import services
from registrations.admin_offerings import OfferingVerbView

MOST_TIMES: Final = 40
MOST_STEPS: Final = 12
SUGGESTED_WEEKS: Final = 4


class Making(TextChoices):
    DATES = "dates", gettext_lazy("New course dates, each with all the sessions of this one")
    SERIES = (
        "series",
        gettext_lazy("One new course date, a series with one session on each of the days"),
    )


class RepeatForm(forms.Form):
    making = forms.ChoiceField(
        label=gettext_lazy("What to make"),
        choices=Making.choices,
        initial=Making.DATES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "People register for each new course date by itself. For a series they register once "
            "and come to every session."
        ),
    )
    first_day = forms.DateField(label=gettext_lazy("First day"), widget=AdminDateInput)
    number = forms.IntegerField(
        label=gettext_lazy("How many times"), min_value=1, max_value=MOST_TIMES, initial=1
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=Rhythm.choices,
        initial=Rhythm.MONTHS,
        widget=forms.RadioSelect,
    )
    every = forms.IntegerField(
        label=gettext_lazy("Weeks or months from one to the next"),
        min_value=1,
        max_value=MOST_STEPS,
        initial=1,
    )
    skip_weeks = forms.CharField(
        label=gettext_lazy("Weeks to skip"),
        required=False,
        max_length=100,
        help_text=gettext_lazy(
            "Numbers of weeks, such as “8, 27–32”. For each time that is skipped, one more follows "
            "at the end."
        ),
    )
    skip_holidays = forms.BooleanField(
        label=gettext_lazy("Skip public holidays"), required=False, initial=True
    )

    def clean_first_day(self) -> date:
        day: date = self.cleaned_data["first_day"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that lies ahead."))
        return day

    def clean_skip_weeks(self) -> frozenset[int]:
        try:
            return read_weeks(self.cleaned_data["skip_weeks"])
        except ValueError:
            raise forms.ValidationError(
                _("Write numbers of weeks from 1 to 53, such as “8, 27–32”.")
            ) from None

    def days(self, country: str) -> list[date]:
        asked = self.cleaned_data

        def is_skipped(day: date) -> bool:
            is_holiday = asked["skip_holidays"] and holiday_on(day, country=country)
            return day.isocalendar().week in asked["skip_weeks"] or bool(is_holiday)

        return occurrences(
            asked["first_day"],
            number=asked["number"],
            rhythm=asked["rhythm"],
            every=asked["every"],
            is_skipped=is_skipped,
        )


@dataclass(frozen=True)
class Shown:
    """One day of the preview: what takes place from it on, and what to know of it."""

    day: date
    sessions: list[str]
    remarks: list[str]
    is_kept: bool


class RepeatView(OfferingVerbView):
    """A look first; then exactly what was looked at and not unticked is made."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.offering.first_start is None:
            messages.error(request, _("Add a session first: what is repeated needs a time."))
            return redirect("offerings:edit", pk)
        latest = timezone.localdate(max(self.offering.first_start, timezone.now()))
        form = RepeatForm(initial={"first_day": latest + timedelta(weeks=SUGGESTED_WEEKS)})
        return self._page(form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = RepeatForm(request.POST)
        if self.offering.first_start is None or not form.is_valid():
            return self._page(form)
        days = form.days(self.offering.practice.country)
        shown_before = request.POST.getlist("shown")
        confirmed = request.POST.get("action") == "confirm"
        if not confirmed or shown_before != [day.isoformat() for day in days]:
            return self._page(form, days=days)
        kept = [day for day in days if day.isoformat() in request.POST.getlist("kept")]
        if not kept:
            form.add_error(None, _("No day is ticked, so nothing was made. Tick at least one."))
            return self._page(form, days=days, kept=kept)
        return self._made(form, kept)

    def _made(self, form: RepeatForm, days: Sequence[date]) -> HttpResponse:
        copies = self._copies(form, days)
        made = services.repeat(offering_id=self.offering.pk, copies=copies, user=self.request.user)
        told = ngettext(
            "%(count)s new course date is made, as a draft. Look it over and publish it.",
            "%(count)s new course dates are made, as drafts. Look them over and publish them.",
            len(made),
        )
        messages.success(self.request, told % {"count": len(made)})
        if len(made) == 1:
            return redirect("offerings:edit", made[0].pk)
        listed = redirect("offerings:index")
        listed["Location"] += f"?status={Offering.Status.DRAFT}"
        return listed

    def _copies(self, form: RepeatForm, days: Sequence[date]) -> list[Copy]:
        if form.cleaned_data["making"] == Making.SERIES:
            return one_series(self.offering, days)
        return whole_copies(self.offering, days)

    def _page(
        self, form: RepeatForm, *, days: Sequence[date] = (), kept: Sequence[date] | None = None
    ) -> HttpResponse:
        copies = whole_copies(self.offering, days) if days else []
        if days and form.cleaned_data["making"] == Making.SERIES:
            copies = [one for day in days for one in one_series(self.offering, [day])]
        taken = self._days_taken(days)
        context = {
            **self.context(),
            "form": form,
            "shown": [
                Shown(
                    day,
                    sessions=[self._span(one) for one in copy.sessions],
                    remarks=self._remarks(copy, taken),
                    is_kept=kept is None or day in kept,
                )
                for day, copy in zip(days, copies, strict=True)
            ],
            "moved": self._moved_deadlines(copies[0].days) if copies else [],
        }
        return render(self.request, "registrations/admin/repeat.html", context)

    def _span(self, session: Any) -> str:
        return span(*session, zone=self.offering.practice.zone, language=get_language() or "en")

    def _remarks(self, copy: Copy, taken: set[date]) -> list[str]:
        zone, country = self.offering.practice.zone, self.offering.practice.country
        language, remarks = get_language() or "en", []
        for day in sorted({starts_at.astimezone(zone).date() for starts_at, _e in copy.sessions}):
            name = holiday_on(day, country=country, language=language)
            written = plain_day(day, language=language)
            if name:
                said = _("Public holiday on %(day)s: %(name)s")
                remarks.append(said % {"day": written, "name": name})
            if day in taken:
                said = _("This course has a session on %(day)s already")
                remarks.append(said % {"day": written})
        return remarks

    def _days_taken(self, days: Sequence[date]) -> set[date]:
        """Days on which the course takes place already, in the practice's time."""
        if not days:
            return set()
        others = Offering.objects.filter(course=self.offering.course_id).exclude(
            status=Offering.Status.CALLED_OFF
        )
        starts = others.filter(sessions__starts_at__gte=timezone.now()).values_list(
            "sessions__starts_at", flat=True
        )
        return {moment.astimezone(self.offering.practice.zone).date() for moment in starts}

    def _moved_deadlines(self, days: int) -> list[tuple[str, Any]]:
        """What moves along, and to when for the first of the new course dates."""
        zone = self.offering.practice.zone
        named = [
            (str(Offering._meta.get_field(name).verbose_name), getattr(self.offering, name))
            for name in DEADLINES
        ]
        named += [
            (price.get_kind_display(), price.available_until)
            for price in self.offering.prices.all()
        ]
        return [(name, moved(at, days=days, zone=zone)) for name, at in named if at is not None]
