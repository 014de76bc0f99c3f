"""Questions and terms in the admin: words that facts point at."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LocaleColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.snippets.widgets import AdminSnippetChooser

from cms.admin_views import ReadOnlyViewSet
from cms.own_snippets import OwnChooserViewSet, OwnDeleteView, OwnSnippetForm, OwnSnippetViewSet
from courses.models import Question, TermsVersion


class QuestionForm(OwnSnippetForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Question.Kind.CHOICE and not cleaned.get("choices_text"):
            raise ValidationError({"choices_text": _("Write the answers to choose from.")})
        return cleaned


class QuestionDeleteView(OwnDeleteView):
    refusal = _("This question cannot be deleted, because it is asked, or was answered.")


class QuestionChooser(AdminSnippetChooser):
    """Shows several questions on one page, without a query for each that it was told of."""

    known: Mapping[int, Question] = MappingProxyType({})

    def get_instance(self, value: Any) -> Any:
        return self.known.get(value) or super().get_instance(value)


class QuestionChooserViewSet(OwnChooserViewSet):
    base_widget_class = QuestionChooser
    choose_one_text = _("Choose a question")
    choose_another_text = _("Choose another question")
    edit_item_text = _("Edit this question")


class QuestionViewSet(OwnSnippetViewSet):
    """Questions that course dates ask; translatable, one practice's own."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    menu_order = 220
    add_to_admin_menu = True
    delete_view_class = QuestionDeleteView
    chooser_viewset_class = QuestionChooserViewSet
    list_display = ("text", LocaleColumn(), Column("get_kind_display", label=_("Kind")))
    form_class_of_ours = QuestionForm


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
