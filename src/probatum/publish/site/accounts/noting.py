"""The security log: who got in, who did not, what was refused; one line of JSON an event.

People stand there by number and visitors by a keyed hash of their address, so that events of one visitor can be told
to belong together; no name, no e-mail address, no question, no token, no address of a page with an identifier in it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Final

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac

LOG: Final = logging.getLogger("probatum.security")
REFUSED: Final = (400, 401, 403, 405, 413, 415, 429)


def note(event: str, request: HttpRequest | None, **more: object) -> None:
    """Write one event."""
    told: dict[str, object] = {"at": timezone.now().isoformat(timespec="seconds"), "event": event}
    if request is not None:
        user = getattr(request, "user", None)
        told["visitor"] = _visitor(request)
        told["who"] = user.key if user is not None and user.is_authenticated else ""
    # JSON escapes line ends and control characters: nothing that was sent can begin a line of its own.
    LOG.info(json.dumps({**told, **more}))


def _visitor(request: HttpRequest) -> str:
    return salted_hmac(__name__, request.META.get("REMOTE_ADDR", ""), algorithm="sha256").hexdigest()[:12]


class Noting:
    """Middleware: what was refused is noted, with the name of the address and not the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        response = self._get_response(request)
        if response.status_code in REFUSED:
            match = request.resolver_match
            name = match.view_name if match is not None else ""
            note("refused", request, status=response.status_code, method=request.method, address=name)
        return response


@receiver(user_logged_in)
def _in(sender: object, request: HttpRequest, user: object, **more: object) -> None:
    note("logged in", request, who=getattr(user, "key", ""))


@receiver(user_logged_out)
def _out(sender: object, request: HttpRequest, user: object, **more: object) -> None:
    note("logged out", request, who=getattr(user, "key", ""))


@receiver(user_login_failed)
def _failed(sender: object, credentials: object, request: HttpRequest | None = None, **more: object) -> None:
    note("log-in failed", request)
