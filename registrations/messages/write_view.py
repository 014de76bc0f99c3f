"""Writing to people: choose them, write, see each letter as its reader will, and send."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from cms.models import Practice
from courses.models import Offering
from courses.words import titles_of
from registrations.messages import services
from registrations.messages.forms import ComposeForm, begin_with
from registrations.messages.placeholders import KNOWN
from registrations.messages.services import LEFT, Composed, Reader
from registrations.messages.text_fields import NAMES
from registrations.messages.texts import Texts
from registrations.models import Audience, Message, Registration

MOST_CHOSEN: Final = 1000
# So many can be chosen from to see their letter.
MOST_SHOWN: Final = 300
CHOOSING_ONE_BY_ONE: Final = (Audience.PARTICIPANTS, Audience.BOOKERS)


class SeveralPractices(Exception):
    """A letter comes from one practice; these registrations belong to more."""


@dataclass(frozen=True)
class Preview:
    """All letters as they would be written now, and what is worth knowing before that."""

    letters: list[Composed]
    shown: Composed

    @property
    def to_send(self) -> int:
        return len(self.letters) - self.without_words

    @property
    def without_words(self) -> int:
        return sum(letter.says_nothing for letter in self.letters)

    @property
    def in_another_language(self) -> list[tuple[str, str, int]]:
        """Whose language has no text: it, the one they read instead, and how many they are."""
        found = Counter(
            (letter.reader.registration.language, letter.language)
            for letter in self.letters
            if letter.reader.registration.language != letter.language
        )
        return [
            (_(NAMES.get(own, own)), _(NAMES[read]), count)
            for (own, read), count in sorted(found.items())
        ]

    @property
    def without_value(self) -> list[tuple[str, int]]:
        found = Counter(name for letter in self.letters for name in letter.lacking)
        return [(f"{{{name}}}", found[name]) for name in KNOWN if found[name]]

    @property
    def gone(self) -> int:
        registrations = {letter.reader.registration for letter in self.letters}
        return sum(registration.state_now in LEFT for registration in registrations)

    @property
    def choices(self) -> list[Reader]:
        return [letter.reader for letter in self.letters[:MOST_SHOWN]]


class WriteView(View):
    """To those of a course date, or to registrations that were chosen one by one; each is found
    beside the list of them.

    ``?offering=`` names the one, ``?registrations=1,2`` the others; both only of one's own.
    """

    model: Any = None
    index_url_name = ""
    permission_required = "change"
    http_method_names = ("get", "post")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Message)
        if not policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        try:
            zone = self.practice.zone
        except SeveralPractices:
            told = _("Choose registrations of one practice alone. Nothing was sent.")
            messages.warning(request, told)
            return redirect("registrations:index")
        with timezone.override(zone):
            return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        first = request.GET.get("audience", "")
        audience = first if first in self.counts else next(iter(self.counts))
        return self._page(self._form(initial={"audience": audience}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        action = request.POST.get("action")
        if action == "fill":
            return self._page(self._form(initial=self._begun()))
        if not form.is_valid():
            return self._page(form)
        texts: Texts = form.cleaned_data["texts"]
        preview = self._preview(form.cleaned_data["audience"], texts)
        if preview is None:
            form.add_error("audience", _("There is nobody to write to. Nothing was sent."))
            return self._page(form)
        if action == "test":
            services.send_test(texts=texts, reader=preview.shown.reader, user=request.user)
            told = _("A test letter is on its way to %(email)s.") % {"email": request.user.email}
            messages.success(request, told)
        seal = self._seal(form, preview)
        if action != "send":
            return self._page(form, preview=preview, seal=seal)
        if request.POST.get("seal") != seal or not preview.to_send:
            messages.warning(request, _("Something has changed since. Look at it again, please."))
            return self._page(form, preview=preview, seal=seal)
        return self._send(form, preview)

    def _send(self, form: ComposeForm, preview: Preview) -> HttpResponse:
        try:
            message = services.send(
                key=form.cleaned_data["key"],
                practice=self.practice,
                offering=self.offering,
                chosen=self.chosen,
                audience=form.cleaned_data["audience"],
                texts=form.cleaned_data["texts"],
                template=form.cleaned_data["template"],
                user=self.request.user,
            )
        except services.NobodyToWriteTo:
            form.add_error("audience", _("There is nobody to write to. Nothing was sent."))
            return self._page(form)
        told = ngettext(
            "%(count)s letter is on its way.",
            "%(count)s letters are on their way.",
            preview.to_send,
        )
        messages.success(self.request, told % {"count": preview.to_send})
        return redirect("messages:inspect", message.pk)

    # Who is written to

    @cached_property
    def chosen(self) -> list[int]:
        typed = self._asked("registrations")
        if not typed:
            return []
        keys = typed.split(",")
        if len(keys) > MOST_CHOSEN or not all(key.isdecimal() for key in keys):
            raise Http404
        wanted = {int(key) for key in keys}
        own = policy_registry.get_by_type(Registration).instances_user_has_permission_for(
            self.request.user, "change"
        )
        rows = list(own.filter(pk__in=wanted).values_list("pk", "practice"))
        if len(rows) != len(wanted):
            raise Http404
        if len({practice for _pk, practice in rows}) > 1:
            raise SeveralPractices
        return sorted(wanted)

    @cached_property
    def offering(self) -> Offering | None:
        typed = self._asked("offering")
        if not typed and self.chosen:
            offerings = Registration.objects.filter(pk__in=self.chosen).values("offering")
            rows = Offering.objects.filter(pk__in=offerings).select_related("course__practice")
            return rows[0] if len(rows) == 1 else None
        if not typed.isdecimal():
            raise Http404
        policy = policy_registry.get_by_type(Offering)
        own = policy.instances_user_has_permission_for(self.request.user, "change")
        return get_object_or_404(own.select_related("course__practice"), pk=typed)

    @cached_property
    def practice(self) -> Practice:
        if self.offering:
            return Practice.objects.select_related("site").get(pk=self.offering.practice.pk)
        return Practice.objects.select_related("site").get(
            pk=Registration.objects.values_list("practice", flat=True).get(pk=self.chosen[0])
        )

    def _asked(self, name: str) -> str:
        return self.request.POST.get(name) or self.request.GET.get(name) or ""

    @cached_property
    def _registrations(self) -> list[Registration]:
        rows = Registration.objects.filter(practice=self.practice)
        named = (
            rows.filter(pk__in=self.chosen) if self.chosen else rows.filter(offering=self.offering)
        )
        return services.load(named)

    def _readers(self, audience: str) -> list[Reader]:
        return services.readers_among(
            self._registrations, audience, now=timezone.now(), chosen=bool(self.chosen)
        )

    @cached_property
    def counts(self) -> dict[Audience, int]:
        offered = CHOOSING_ONE_BY_ONE if self.chosen else tuple(Audience)
        return {audience: len(self._readers(audience)) for audience in offered}

    # What is shown

    def _form(self, *args: Any, **kwargs: Any) -> ComposeForm:
        return ComposeForm(*args, practice=self.practice, counts=self.counts, **kwargs)

    def _preview(self, audience: str, texts: Texts) -> Preview | None:
        letters = services.compose(texts, self._readers(audience), now=timezone.now())
        if not letters:
            return None
        wanted = self.request.POST.get("as")
        shown = next((one for one in letters if one.reader.key == wanted), letters[0])
        return Preview(letters, shown)

    def _seal(self, form: ComposeForm, preview: Preview) -> str:
        """Stands for exactly what was shown: what has changed since is shown again first."""
        shown = [
            form.cleaned_data["audience"],
            sorted(form.cleaned_data["texts"].items()),
            [(letter.reader.key, letter.reader.address) for letter in preview.letters],
        ]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()

    def _begun(self) -> dict[str, Any]:
        """The same choices, with the template's text in place of what was written."""
        typed, templates = self.request.POST, self.practice.letter_templates
        key = typed.get("template", "")
        template = templates.filter(pk=key).first() if key.isdecimal() else None
        kept = {name: typed.get(name) for name in ("key", "audience")}
        return {**kept, "template": template, **begin_with(template)}

    def _page(self, form: ComposeForm, **context: Any) -> HttpResponse:
        languages = Counter(row.language for row in self._registrations)
        context |= {
            "form": form,
            "texts": [
                (code, _(NAMES[code]), languages[code], subject, body)
                for code, subject, body in form.text_rows()
            ],
            "placeholders": [(f"{{{name}}}", gives) for name, gives in KNOWN.items()],
            "offering": self.offering,
            "title": titles_of([self.offering.course])[self.offering.course_id]
            if self.offering
            else "",
            "chosen": self.chosen,
            "chosen_keys": ",".join(str(key) for key in self.chosen),
            "zone": self.practice.zone,
        }
        return render(self.request, "messages/admin/write.html", context)
