"""Which pages name another one."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, QuerySet
from django.db.models.functions import Cast

from wagtail.models import Page, ReferenceIndex


def pages_naming(page: Page, *, model: type[Page], field: str) -> QuerySet[Any]:
    """The live pages of ``model`` whose ``field`` names ``page``, each in whatever language."""
    family = Page.objects.filter(translation_key=page.translation_key).order_by()
    keys = family.annotate(key=Cast("pk", CharField())).values("key")
    naming = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=keys,
        model_path__startswith=f"{field}.",
    ).annotate(page=Cast("object_id", IntegerField()))
    return model._default_manager.live().filter(pk__in=naming.values("page"))
