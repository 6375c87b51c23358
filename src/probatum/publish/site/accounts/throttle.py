"""Limits on guessing, beyond those of axes (one name at one address): one name from anywhere."""

from __future__ import annotations

import hashlib
import time
from typing import Final

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.core.cache import cache
from django.dispatch import receiver
from django.http import HttpRequest

HOURLY: Final = 50
"""Failures in an hour after which a name waits for the next hour, wherever they came from."""
HOUR: Final = 3600


@receiver(user_login_failed)
def count(sender: object, credentials: dict[str, str], **more: object) -> None:
    """Count one failure."""
    window = _window(str(credentials.get("username", "")))
    cache.add(window, 0, timeout=2 * HOUR)
    cache.incr(window)


def locked(request: HttpRequest, username: str) -> bool:
    """True when this name may not be tried now."""
    if int(cache.get(_window(username), 0)) >= HOURLY:
        return True
    return not AxesProxyHandler.is_allowed(request, {"username": username})


def failed(request: HttpRequest, username: str) -> None:
    """Count a wrong code like a wrong password."""
    user_login_failed.send(__name__, credentials={"username": username}, request=request)


def _window(username: str) -> str:
    told = hashlib.sha256(username.strip().casefold().encode()).hexdigest()[:32]
    return f"failures:{told}:{int(time.time() // HOUR)}"
