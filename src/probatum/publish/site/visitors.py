"""Who visits: their address as one's own proxies tell it, and requests that no page could mean."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseBase

from probatum.publish.site.api.problems import problem

NUL = "The request holds a NUL character."


class Visitors:
    """Middleware: REMOTE_ADDR is the visitor, for limits and locks; a NUL in a field is refused, since PostgreSQL keeps
    none and no person types one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or refuse."""
        request.META["REMOTE_ADDR"] = _address(request)
        if "\0" in request.path or _holds_nul(request):
            if request.path.startswith("/api/"):
                return problem(400, NUL)
            return HttpResponseBadRequest(NUL, content_type="text/plain")
        return self._get_response(request)


def _address(request: HttpRequest) -> str:
    """The address that the outermost of one's own proxies saw; what stands left of it anybody could have written."""
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    hops = settings.PROBATUM_PROXIES
    return told[-hops][:64] if hops and len(told) >= hops else str(request.META.get("REMOTE_ADDR", ""))


def _holds_nul(request: HttpRequest) -> bool:
    fields = [request.GET]
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        fields.append(request.POST)
    return any("\0" in text for one in fields for values in (*one.lists(),) for text in (values[0], *values[1]))
