"""What a visitor is told of a file before opening it."""

from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat

register = template.Library()


@register.filter
def kind_and_size(document: Any) -> str:
    """For example “PDF, 120 KB”."""
    return f"{document.file_extension.upper()}, {filesizeformat(document.get_file_size())}"
