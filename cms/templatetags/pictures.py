"""Pictures on pages, in the sizes that ``cms.pictures`` names."""

from typing import Any

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail.images.models import Picture

from cms.models import PracticeImage
from cms.pictures import attributes, renditions_for

register = template.Library()


@register.simple_tag
def shown(image: PracticeImage, use: str, **attrs: Any) -> str:
    """``image`` as ``use`` needs it; as it was uploaded while its sizes are still being made.

    Attributes that are empty are left out, except the alternative text.
    """
    given = {name: text for name, text in attrs.items() if text or name == "alt"}
    renditions = renditions_for(image, use)
    if renditions is None:
        return _as_uploaded(image, given)
    return Picture(renditions, attributes(use, given)).__html__()


def _as_uploaded(image: PracticeImage, given: dict[str, Any]) -> SafeString:
    own = {
        "src": image.file.url,
        "width": image.width,
        "height": image.height,
        "alt": "" if image.decorative else image.contextual_alt_text or image.default_alt_text,
    }
    return format_html("<picture><img{}></picture>", flatatt({**own, **given}))
