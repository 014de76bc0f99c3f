"""Yes and no in words, where the administration leaves them as Python writes them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from wagtail.admin.active_filters import (
    ActiveFilter,
    BaseFilterAdapter,
    register_filter_adapter_class,
)

import django_filters


class YesOrNo(BaseFilterAdapter):
    """What is said above a list that a question with yes and no has narrowed."""

    def get_active_filters(self) -> Iterator[ActiveFilter]:
        for shown in super().get_active_filters():
            yield shown._replace(value=_("Yes") if self.value else _("No"))


def register() -> None:
    register_filter_adapter_class(django_filters.BooleanFilter, adapter_class=YesOrNo)
