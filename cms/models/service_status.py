from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """When a background service last showed that it works."""

    name = models.CharField(max_length=40, primary_key=True)
    beaten_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def beat(cls, name: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"beaten_at": timezone.now()})
