from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationsConfig(AppConfig):
    name = "registrations"
    verbose_name = _("Registrations")

    def ready(self) -> None:
        from . import history_shown, permissions, signals
        from .messages import kept_history

        history_shown.name_fields()
        kept_history.keep()
        permissions.register()
        signals.connect()
