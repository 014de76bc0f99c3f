from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        from . import permissions, publishing_checks, signals  # noqa: F401 - checks add themselves

        permissions.register()
        signals.connect()
