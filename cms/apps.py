from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Website")

    def ready(self) -> None:
        from . import kept_histories, permissions, signals

        kept_histories.keep()
        permissions.register()
        signals.connect()
