"""What the history keeps of templates and reminders, and what its lines about letters say."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.history import Kept, call_fields, keep_history_of, name_actions
from registrations.messages.texts import read
from registrations.models import LetterTemplate, Reminder


def keep() -> None:
    keep_history_of(
        LetterTemplate,
        Kept(practice=lambda template: template.practice, typed={"texts": _on_one_line}),
    )
    call_fields(LetterTemplate, {"texts": _("Letter")})
    keep_history_of(
        Reminder,
        Kept(practice=lambda reminder: reminder.practice, title=lambda reminder: reminder.rule),
    )
    name_actions({"letters_sent": pgettext_lazy("history", "Letters sent to several people")})


def _on_one_line(template: LetterTemplate) -> str:
    texts = read(template.texts).items()
    return " · ".join(f"{code}: {text.subject} – {text.body}" for code, text in texts)
