"""Questions and terms in the admin: words that facts point at."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BaseColumn, Column, LocaleColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.models import Locale
from wagtail.snippets.views import chooser, snippets

from cms.admin_views import KindDeleteMixin, OwnRowsMixin, ReadOnlyViewSet, own_rows
from cms.permissions import STAFF, practices_of
from courses.models import Question, TermsVersion


class QuestionForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = practices_of(self.for_user, *STAFF)
        field = self.fields["practice"]
        field.queryset = own
        field.disabled = bool(self.instance.pk)
        if not self.instance.pk:
            self.initial["practice"] = self.initial.get("practice") or own.first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Question.Kind.CHOICE and not cleaned.get("choices_text"):
            raise ValidationError({"choices_text": _("Write the answers to choose from.")})
        return cleaned


class QuestionIndexView(OwnRowsMixin, snippets.IndexView):
    list_display = ("text", LocaleColumn(), Column("get_kind_display", label=_("Kind")))

    @cached_property
    def columns(self) -> list[BaseColumn]:
        # Without the boxes for actions on many rows: a question in use cannot be deleted.
        return super().columns[1:]


class QuestionCreateView(snippets.CreateView):
    def get_locale(self) -> Locale | None:
        """The source language of the user's practice, unless another was asked for."""
        practice = practices_of(self.request.user, *STAFF).first()
        if "locale" in self.request.GET or practice is None:
            return super().get_locale()
        return Locale.objects.filter(language_code=practice.source_language).first()


class QuestionDeleteView(KindDeleteMixin, snippets.DeleteView):
    refusal = _("This question cannot be deleted, because it is asked, or was answered.")


class OwnQuestionsMixin:
    """In the source language: a date asks a question once, whatever it was translated into."""

    def get_object_list(self) -> QuerySet[Question]:
        practices = practices_of(self.request.user, *STAFF)
        languages = {practice.source_language for practice in practices}
        locales = Locale.objects.filter(language_code__in=languages)
        return own_rows(Question, self.request.user).filter(locale__in=locales)


class ChooseView(OwnQuestionsMixin, chooser.ChooseView):
    pass


class ChooseResultsView(OwnQuestionsMixin, chooser.ChooseResultsView):
    pass


class QuestionChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    choose_one_text = _("Choose a question")
    choose_another_text = _("Choose another question")
    edit_item_text = _("Edit this question")


class QuestionViewSet(snippets.SnippetViewSet):
    """Questions that course dates ask; translatable, one practice's own."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    menu_order = 220
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = QuestionIndexView
    add_view_class = QuestionCreateView
    delete_view_class = QuestionDeleteView
    chooser_viewset_class = QuestionChooserViewSet
    list_display = QuestionIndexView.list_display
    edit_handler = ObjectList(Question.panels, base_form_class=QuestionForm)


class TermsFilterSet(WagtailFilterSet):
    class Meta:
        model = TermsVersion
        fields = ("language",)


class TermsInspectView(generic.InspectView):
    page_title = _("Terms")
    fields = ("title", "language", "number", "frozen_at", "html")


class TermsVersionViewSet(ReadOnlyViewSet):
    """The terms as they stood; made by publishing the terms page, never changed."""

    model = TermsVersion
    name = "terms-versions"
    icon = "doc-full"
    menu_label = _("Versions of the terms")
    menu_hook = "register_reports_menu_item"
    menu_name = "terms-versions"
    inspect_view_class = TermsInspectView
    inspect_view_fields = TermsInspectView.fields
    filterset_class = TermsFilterSet
    list_display = (
        TitleColumn("title", label=_("Title")),
        Column("practice", label=_("Practice")),
        Column("language", label=_("Language")),
        Column("number", label=_("Version"), sort_key="number"),
        Column("frozen_at", label=_("Valid from"), sort_key="frozen_at"),
    )
