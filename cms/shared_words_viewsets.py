"""Shared words in the admin."""

from django.utils.translation import gettext_lazy as _

from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.models import Audience, Benefit, Principle, Topic
from cms.own_snippets import OwnSnippetViewSet


class AudienceViewSet(OwnSnippetViewSet):
    model = Audience
    icon = "group"
    menu_label = _("Audiences")


class BenefitViewSet(OwnSnippetViewSet):
    model = Benefit
    icon = "circle-check"
    menu_label = _("Benefits")


class PrincipleViewSet(OwnSnippetViewSet):
    model = Principle
    icon = "list-ol"
    menu_label = _("Principles")


class TopicViewSet(OwnSnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")


class SharedWordsGroup(SnippetViewSetGroup):
    """Words that many pages use; changed here, they change everywhere."""

    menu_label = _("Shared words")
    menu_icon = "snippet"
    menu_order = 230
    items = (AudienceViewSet, BenefitViewSet, PrincipleViewSet, TopicViewSet)
