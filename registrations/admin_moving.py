"""Moving a course date: first who is told and what they read, then it is done."""

import hashlib
import json
from datetime import datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.conf import settings
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from registrations import services
from registrations.admin_offerings import OfferingVerbView
from registrations.services.moving_dates import Refusal, Span, concerned_by, spans_of

MOST_SESSIONS: Final = 60
EMPTY_ROWS: Final = 3
SUGGESTED_DAYS: Final = 14
REFUSALS: Final = {
    Refusal.CALLED_OFF: gettext_lazy("This date is called off, so its days cannot be moved."),
    Refusal.NO_SESSIONS: gettext_lazy("A course date needs at least one session."),
    Refusal.ENDS_FIRST: gettext_lazy("A session must end after it begins."),
    Refusal.PAST: gettext_lazy(
        "A session that you add or change must lie ahead. Those that are over stay as they were."
    ),
    Refusal.SAME: gettext_lazy("These are the dates that it has already. Nobody was written to."),
    Refusal.FREE_TOO_LONG: gettext_lazy(
        "Nobody can cancel once the course has begun: choose a day before the new start."
    ),
    Refusal.ATTENDED: gettext_lazy(
        "A session for which attendance was noted stays as it was. Nothing was changed."
    ),
}


class SessionForm(forms.Form):
    """One session; emptied, it is taken away."""

    starts_at = forms.DateTimeField(
        label=gettext_lazy("Begins"), required=False, widget=AdminDateTimeInput
    )
    ends_at = forms.DateTimeField(
        label=gettext_lazy("Ends"), required=False, widget=AdminDateTimeInput
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if not self.errors and bool(starts_at) != bool(ends_at):
            missing = "ends_at" if starts_at else "starts_at"
            self.add_error(missing, _("Give both, or empty both to take the session away."))
        elif starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", REFUSALS[Refusal.ENDS_FIRST])
        return cleaned


SessionFormSet: Final = formset_factory(
    SessionForm, extra=EMPTY_ROWS, max_num=MOST_SESSIONS, absolute_max=MOST_SESSIONS
)


class MoveForm(forms.Form):
    """What goes along with the new dates: the right to leave, and the owner's own words."""

    free_cancel_until = forms.DateField(
        label=gettext_lazy("Those registered may cancel free of charge until"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("To the end of that day. Empty, the usual rules apply."),
    )

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for language in languages:
            self.fields[f"words_{language}"] = forms.CharField(
                label=_("Your own words in the letter, in %(language)s")
                % {"language": dict(settings.LANGUAGES).get(language, language)},
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("For those who registered in this language. May stay empty."),
            )

    def words(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"words_{code}"].strip() for code in self.languages}


class MoveDatesView(OfferingVerbView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        initial = [
            {"starts_at": starts_at, "ends_at": ends_at}
            for starts_at, ends_at in spans_of(self.offering)
        ]
        suggested = timezone.localdate() + timedelta(days=SUGGESTED_DAYS)
        form = MoveForm(languages=self._languages(), initial={"free_cancel_until": suggested})
        return self._page(SessionFormSet(initial=initial), form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        sessions = SessionFormSet(request.POST)
        form = MoveForm(request.POST, languages=self._languages())
        if not (sessions.is_valid() & form.is_valid()):
            return self._page(sessions, form)
        asked = {
            "sessions": self._spans(sessions),
            "free_cancel_until": self._until(form, self._spans(sessions)),
            "words": form.words(),
        }
        try:
            preview = services.preview_move(self.offering, **asked)
            if request.POST.get("action") != "confirm" or _seal(asked) != request.POST.get("seal"):
                return self._page(sessions, form, preview=preview, seal=_seal(asked))
            count = services.move_dates(offering_id=pk, user=request.user, **asked)
        except services.CannotMove as refused:
            field = "free_cancel_until" if refused.refusal == Refusal.FREE_TOO_LONG else None
            form.add_error(field, REFUSALS[refused.refusal])
            return self._page(sessions, form)
        told = ngettext(
            "The dates are moved, and %(count)s registration is written to.",
            "The dates are moved, and %(count)s registrations are written to.",
            count,
        )
        messages.success(request, told % {"count": count})
        return redirect("offerings:edit", pk)

    def _languages(self) -> list[str]:
        """Those in which somebody will read a letter, the practice's own order first."""
        read = set(concerned_by(self.offering).order_by().values_list("language", flat=True))
        own = self.offering.practice.languages
        return [code for code in own if code in read] + sorted(read - set(own))

    def _spans(self, sessions: BaseFormSet) -> list[Span]:
        """What was typed, to the minute; a session that was left alone keeps its seconds."""
        kept = {_to_the_minute(span): span for span in spans_of(self.offering)}
        typed = [
            (form.cleaned_data["starts_at"], form.cleaned_data["ends_at"])
            for form in sessions.forms
            if form.cleaned_data.get("starts_at")
        ]
        return sorted(kept.get(_to_the_minute(span), span) for span in typed)

    def _until(self, form: MoveForm, spans: list[Span]) -> datetime | None:
        """The end of the chosen day; on the day of the start, until the start."""
        day = form.cleaned_data["free_cancel_until"]
        if day is None:
            return None
        until = timezone.make_aware(datetime.combine(day, time(23, 59)))
        start = min((starts_at for starts_at, _ends_at in spans), default=until)
        on_the_day = start < until and timezone.localdate(start) == day
        return start if on_the_day else until

    def _page(self, sessions: BaseFormSet, form: MoveForm, **context: Any) -> HttpResponse:
        context |= {**self.context(), "sessions": sessions, "form": form}
        return render(self.request, "registrations/admin/move_dates.html", context)


def _to_the_minute(span: Span) -> Span:
    starts_at, ends_at = (moment.replace(second=0, microsecond=0) for moment in span)
    return starts_at, ends_at


def _seal(asked: dict[str, Any]) -> str:
    """Stands for exactly what was shown: what was changed since is shown again first."""
    shown = json.dumps(
        [
            [[moment.timestamp() for moment in span] for span in asked["sessions"]],
            asked["free_cancel_until"] and asked["free_cancel_until"].timestamp(),
            asked["words"],
        ],
        sort_keys=True,
    )
    return hashlib.sha256(shown.encode()).hexdigest()
