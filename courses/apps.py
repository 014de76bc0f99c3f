from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        from . import (
            kept_histories,
            permissions,
            publishing_checks,  # noqa: F401 - checks add themselves
            signals,
        )

        kept_histories.keep()
        permissions.register()
        signals.connect()
