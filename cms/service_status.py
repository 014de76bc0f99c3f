"""Whether the installation is alive and ready, for those who watch over it."""

from datetime import timedelta

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from cms.models import Heartbeat

WORKER_SILENCE = timedelta(minutes=5)


def alive(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


def ready(request: HttpRequest) -> JsonResponse:
    checks = {"cache": _cache_answers(), "database": False, "migrations": False, "worker": False}
    try:
        connection.ensure_connection()
        checks["database"] = True
        executor = MigrationExecutor(connection)
        checks["migrations"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        since = timezone.now() - WORKER_SILENCE
        checks["worker"] = Heartbeat.objects.filter(name="worker", beaten_at__gte=since).exists()
    except DatabaseError:
        pass
    status = 200 if all(checks.values()) else 503
    return JsonResponse({"status": "ok" if status == 200 else "not ready", **checks}, status=status)


def _cache_answers() -> bool:
    try:
        cache.set("ready", "yes", 10)
        return bool(cache.get("ready") == "yes")
    except Exception:  # a cache can fail in as many ways as there are caches
        return False
