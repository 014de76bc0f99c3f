"""wagtail-localize's views, without what would change pages that nobody looked at.

They stand at the same addresses, before the originals (see ``cms.wagtail_hooks``).
"""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _

from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation
from wagtail_localize.views import report, submit_translations, update_translations

from cms.models import Practice
from cms.models.practices import practice_of_page


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


class SubmitMixin:
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

    def clean_publish_translations(self) -> bool:
        return False


class UpdateTranslationsView(update_translations.UpdateTranslationsView):
    def get_form(self) -> UpdateTranslationsForm:
        return UpdateTranslationsForm(self.request.POST if self.request.method == "POST" else None)


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
