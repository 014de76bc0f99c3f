"""Snippets in the admin: translatable words of one practice, seen by its people alone."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BaseColumn, LocaleColumn
from wagtail.models import Locale
from wagtail.snippets.views import chooser, snippets

from cms.admin_views import KindDeleteMixin, OwnRowsMixin, own_rows
from cms.permissions import STAFF, practices_of


class OwnSnippetForm(WagtailAdminModelForm):
    """The practice is one of the user's own, and stays what it was."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = practices_of(self.for_user, *STAFF)
        field = self.fields["practice"]
        field.queryset = own
        field.disabled = bool(self.instance.pk)
        if not self.instance.pk:
            self.initial["practice"] = self.initial.get("practice") or own.first()


class OwnIndexView(OwnRowsMixin, snippets.IndexView):
    @cached_property
    def columns(self) -> list[BaseColumn]:
        # Without the boxes for actions on many rows: what is in use cannot be deleted.
        return super().columns[1:]


class OwnCreateView(snippets.CreateView):
    def get_locale(self) -> Locale | None:
        """The source language of the user's practice, unless another was asked for."""
        practice = practices_of(self.request.user, *STAFF).first()
        if "locale" in self.request.GET or practice is None:
            return super().get_locale()
        return Locale.objects.filter(language_code=practice.source_language).first()


class OwnDeleteView(KindDeleteMixin, snippets.DeleteView):
    refusal = _("These words cannot be deleted, because they are in use.")


class InSourceLanguageMixin:
    """One's own, in the source language: whoever names them means all their translations."""

    def get_object_list(self) -> QuerySet[Any]:
        practices = practices_of(self.request.user, *STAFF)
        languages = {practice.source_language for practice in practices}
        locales = Locale.objects.filter(language_code__in=languages)
        return own_rows(self.model_class, self.request.user).filter(locale__in=locales)


class OwnChooseView(InSourceLanguageMixin, chooser.ChooseView):
    pass


class OwnChooseResultsView(InSourceLanguageMixin, chooser.ChooseResultsView):
    pass


class OwnChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView


class OwnSnippetViewSet(snippets.SnippetViewSet):
    copy_view_enabled = False
    index_view_class = OwnIndexView
    add_view_class = OwnCreateView
    delete_view_class = OwnDeleteView
    chooser_viewset_class = OwnChooserViewSet
    list_display: Any = ("__str__", LocaleColumn())
    form_class_of_ours: type = OwnSnippetForm

    def get_edit_handler(self) -> Any:
        handler = ObjectList(self.model.panels, base_form_class=self.form_class_of_ours)
        return handler.bind_to_model(self.model)
