"""wagtail-localize's views, without what would change pages that nobody looked at.

They stand at the same addresses, before the originals (see ``cms.wagtail_hooks``).
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.views import report, submit_translations, update_translations

from cms.machine_translation import machine_translate
from cms.models import Practice
from cms.models.practices import practice_of_page
from cms.reattach_view import reattach
from cms.source_changes import place_of, take_over
from cms.translation_dashboard import TranslationsView

CANNOT_BE_STORED = _(
    "Nothing was sent for translation, because the page cannot be stored in these languages: "
    "%(languages)s. Open it in its own language, publish it once more and mend what is said there."
)
TAKEN_OVER_BUT = _(
    "The translations are up to date with their source, but cannot be published as they are. "
    "%(problems)s Nothing was lost; mend it in the translation."
)


class SubmitTranslationForm(submit_translations.SubmitTranslationForm):
    """Into the practice's own languages, and this one page: a subtree breaks the tree's counts."""

    def __init__(self, instance: Any, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(instance, *args, **kwargs)
        self.fields["include_subtree"].widget = forms.HiddenInput()
        practice = _practice_of(instance)
        locales = self.fields["locales"].queryset
        if practice:
            locales = locales.filter(language_code__in=practice.languages)
        if isinstance(instance, Page) and instance.depth > 2:
            # Parents that are missing would be made and published untranslated.
            parents = instance.get_parent().get_translations().filter(alias_of=None)
            may_add = [
                p.locale_id for p in parents if p.permissions_for_user(user).can_add_subpage()
            ]
            locales = locales.filter(pk__in=may_add)
            self.fields["locales"].help_text = _(
                "Only languages in which the page above this one exists are offered."
            )
        self.fields["locales"].queryset = locales

    def clean_include_subtree(self) -> bool:
        return False


class NotStored(Exception):
    """Some translations could not be stored; the languages are its argument."""


def _names(locales: list[Locale]) -> str:
    return ", ".join(str(each.get_display_name()) for each in locales)


class SubmitMixin:
    def form_valid(self, form: SubmitTranslationForm) -> HttpResponse:
        """As the original, but a translation that cannot be stored is no success."""
        locales = list(form.cleaned_data["locales"])
        try:
            made = self._translate(locales)
        except NotStored as error:
            messages.error(self.request, CANNOT_BE_STORED % {"languages": _names(error.args[0])})
            return self.render_to_response(self.get_context_data())
        messages.success(self.request, self.get_success_message(_names(locales)))
        only = made[0] if len(made) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(only))

    @transaction.atomic
    def _translate(self, locales: list[Locale]) -> list[Any]:
        """All the translations; or none, and NotStored with the languages that failed."""
        translate_object(self.object, locales, self.components, self.request.user)
        made = list(self.object.get_translations().filter(locale__in=locales))
        stored = {each.locale_id for each in made}
        missing = [each for each in locales if each.pk not in stored]
        if missing:
            raise NotStored(missing)
        return made

    def get_form(self) -> SubmitTranslationForm:
        user = self.request.user
        if self.request.method == "POST":
            return SubmitTranslationForm(self.object, self.request.POST, user=user)
        locale = Locale.objects.filter(
            language_code=self.request.GET.get("select_locale", "")
        ).first()
        initial = {"locales": [locale]} if locale else None
        return SubmitTranslationForm(self.object, initial=initial, user=user)


class SubmitPageTranslationView(SubmitMixin, submit_translations.SubmitPageTranslationView):
    pass


class SubmitSnippetTranslationView(SubmitMixin, submit_translations.SubmitSnippetTranslationView):
    pass


class UpdateTranslationsForm(update_translations.UpdateTranslationsForm):
    """Publishing here would put paragraphs back into the source language, live."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].widget = forms.HiddenInput()
        # A service elsewhere is never asked while the database is held; the editor has a button.
        self.fields.pop("use_machine_translation", None)

    def clean_publish_translations(self) -> bool:
        return False


class UpdateTranslationsView(update_translations.UpdateTranslationsView):
    def get_form(self) -> UpdateTranslationsForm:
        return UpdateTranslationsForm(self.request.POST if self.request.method == "POST" else None)

    @transaction.atomic
    def form_valid(self, form: UpdateTranslationsForm) -> HttpResponse:
        """Take the source over. What could then not be published is said, not swallowed."""
        take_over(self.object)
        enabled = self.object.translations.filter(enabled=True).select_related("target_locale")
        problems = []
        for translation in enabled:
            self.object.update_target_view_restrictions(translation.target_locale)
            problems += problems_of(translation)
        self.components.save(self.object, sources_and_translations={self.object: list(enabled)})
        if problems:
            messages.warning(self.request, TAKEN_OVER_BUT % {"problems": " ".join(problems)})
        else:
            messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())


def problems_of(translation: Translation) -> list[str]:
    """Why a translation, as it stands, could not be published; one sentence each."""
    target = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    try:
        target.full_clean()
    except ValidationError as error:
        language = translation.target_locale.get_display_name()
        found = error.message_dict
        places = {name: f", {place_of(target, name)}" for name in found if name != "__all__"}
        return [f"{language}{places.get(name, '')}: {' '.join(found[name])}" for name in found]
    return []


class TranslationsReportView(report.TranslationsReportView):
    """The translations of what the user may edit."""

    def get_queryset(self) -> QuerySet[Translation]:
        user = self.request.user
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        own = Q(source__object_id__in=pages.values("translation_key"))
        for model in get_snippet_models():
            if issubclass(model, TranslatableMixin):
                rows = policy_registry.get_by_type(model).instances_user_has_permission_for(
                    user, "change"
                )
                own |= Q(source__object_id__in=rows.values("translation_key"))
        return super().get_queryset().filter(own).order_by("-pk")


def _practice_of(instance: Any) -> Practice | None:
    if isinstance(instance, Page):
        return practice_of_page(instance)
    return getattr(instance, "practice", None)


def urls() -> list[Any]:
    return [
        path(
            "localize/submit/page/<int:page_id>/",
            SubmitPageTranslationView.as_view(),
            name="submit_page_translation",
        ),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippetTranslationView.as_view(),
            name="submit_snippet_translation",
        ),
        path(
            "localize/update/<int:translation_source_id>/",
            UpdateTranslationsView.as_view(),
            name="update_translations",
        ),
        path(
            "localize/translate/<int:translation_id>/machine_translate/",
            machine_translate,
            name="machine_translate",
        ),
        path("reports/translations/", TranslationsView.as_view(), name="translations"),
        path(
            "reports/translations/results/",
            TranslationsView.as_view(results_only=True),
            name="translations_results",
        ),
        path("translations/<int:page_id>/reattach/", reattach, name="reattach_translation"),
        path(
            "localize/reports/translations/",
            TranslationsReportView.as_view(),
            name="translations_report",
        ),
        path(
            "localize/reports/translations/results/",
            TranslationsReportView.as_view(results_only=True),
            name="translations_report_results",
        ),
    ]
