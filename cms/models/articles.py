"""Articles: what a practice writes about its trade."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail_localize.fields import SynchronizedField

from cms.reading import below_to_read, reading_of

from .pages import BasePage, BodyPage
from .shared_words import Topic

ON_ONE_PAGE = 12


class ArticleIndexPage(BasePage):
    """All articles, the newest first, of one topic if wanted."""

    page_description = _(
        "What you write about your trade. It lists the articles below it by itself, newest first."
    )
    content_panels = [*BasePage.content_panels, *BasePage.picture_panels]
    subpage_types = ("cms.ArticlePage",)

    class Meta:
        verbose_name = _("article list")

    def articles(self, request: HttpRequest) -> QuerySet["ArticlePage"]:
        return (
            below_to_read(ArticlePage, self, request)
            .filter(alias_of=None)
            .select_related("picture", "locale")
            .defer_streamfields()
            .order_by("-published_on", "-pk")
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = self.articles(request)
        topics = list(topics_of(articles, locale=reading_of(request, self).locale))
        chosen = next((t for t in topics if t.slug == request.GET.get("topic")), None)
        if chosen:
            named = Topic.objects.filter(translation_key=chosen.translation_key).values("pk")
            articles = articles.filter(
                pk__in=ArticleTopic.objects.filter(topic__in=named).values("page")
            )
        page = Paginator(articles, ON_ONE_PAGE).get_page(request.GET.get("page"))
        # What follows has addresses of its own.
        context["page_number"] = page.number
        context |= {"articles": page, "topics": topics, "topic": chosen}
        return context


def topics_of(articles: QuerySet["ArticlePage"], *, locale: int) -> list[Topic]:
    """The topics of ``articles`` in the language ``locale``, else as they are; by name."""
    used = ArticleTopic.objects.filter(page__in=articles.order_by()).values("topic")
    keys = Topic.objects.filter(pk__in=used).order_by().values("translation_key")
    family = Topic.objects.filter(translation_key__in=keys).select_related("locale")
    found: dict[Any, Topic] = {}
    for topic in family.filter(Q(locale=locale) | Q(pk__in=used)):
        if topic.locale_id == locale or topic.translation_key not in found:
            found[topic.translation_key] = topic
    return sorted(found.values(), key=lambda topic: topic.name.casefold())


class ArticlePage(BodyPage):
    """One article."""

    page_description = _("An opinion, advice or news, with its author and topics.")
    published_on = models.DateField(_("date"), default=timezone.localdate)
    author = models.ForeignKey(
        Page,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    related_course = models.ForeignKey(
        Page,
        verbose_name=_("related course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("published_on"),
                PageChooserPanel("author", "cms.SupervisorPage"),
                InlinePanel("topics", label=_("Topic"), heading=_("Topics")),
            ],
            heading=_("About the article"),
        ),
        *BasePage.picture_panels,
        FieldPanel("show_contents"),
        FieldPanel("body"),
        PageChooserPanel("related_course", settings.COURSE_PAGE_MODEL),
    ]
    parent_page_types = ("cms.ArticleIndexPage",)
    subpage_types = ()
    override_translatable_fields = (
        SynchronizedField("published_on", overridable=False),
        SynchronizedField("author", overridable=False),
        SynchronizedField("related_course", overridable=False),
    )

    class Meta:
        verbose_name = _("article")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        named = context["named_pages"]
        author = named.get(self.author_id)
        context["author"] = getattr(author, "supervisorpage", None)
        context["related_course"] = named.get(self.related_course_id)
        own = ArticlePage.objects.filter(pk=self.pk)
        context["topics"] = topics_of(own, locale=self.locale_id)
        return context


class ArticleTopic(Orderable):
    """A topic of an article, by its row in the source language."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="+", verbose_name=_("topic")
    )

    panels = (FieldPanel("topic"),)

    class Meta(Orderable.Meta):
        constraints = (
            models.UniqueConstraint(fields=("page", "topic"), name="article_has_a_topic_once"),
        )

    def __str__(self) -> str:
        return str(self.topic)
