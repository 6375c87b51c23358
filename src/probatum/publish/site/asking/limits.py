"""How many questions one person or address may ask in a minute."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.http import HttpRequest

from probatum.publish.site.articles.models import EditorialSettings

MINUTE = 60


def too_many(request: HttpRequest) -> bool:
    """Count one question; True when that is more than the organisation allows."""
    allowed = EditorialSettings.for_request(request).asks_a_minute
    who = request.user.key if request.user.is_authenticated else request.META.get("REMOTE_ADDR", "")
    window = f"asks:{who}:{int(time.time() // MINUTE)}"
    cache.add(window, 0, timeout=2 * MINUTE)
    return bool(cache.incr(window) > allowed)
