"""Who visits: their address as one's own proxies tell it, and requests that no page could mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase, HttpResponseNotAllowed

from probatum.publish.site.api.problems import problem

NUL = "The request holds a NUL character."
TOO_LARGE = "The request is larger than this site takes."
METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
"""What pages are asked by; the API knows DELETE, too."""
MOST: Final = 3_000_000
MOST_STAFF: Final = 12_000_000
"""Bytes of one request; editors upload pictures and documents."""


class Visitors:
    """Middleware: REMOTE_ADDR is the visitor, for limits and locks; a NUL in a field is refused, since PostgreSQL keeps
    none and no person types one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or refuse."""
        request.META["REMOTE_ADDR"] = _address(request)
        api = request.path.startswith("/api/")
        if request.method not in METHODS and not (api and request.method == "DELETE"):
            return problem(405, "This address does not know that method.") if api else HttpResponseNotAllowed(METHODS)
        if _size(request) > (MOST_STAFF if request.path.startswith("/admin/") else MOST):
            # Before anything of it is read: a file would be written to disk first.
            return problem(413, TOO_LARGE) if api else HttpResponse(TOO_LARGE, content_type="text/plain", status=413)
        if api and request.method == "POST" and _size(request) and request.content_type != "application/json":
            return problem(415, "Send JSON: Content-Type: application/json.")
        if "\0" in request.path or _holds_nul(request):
            if api:
                return problem(400, NUL)
            return HttpResponseBadRequest(NUL, content_type="text/plain")
        return self._get_response(request)


def _size(request: HttpRequest) -> int:
    """What the request says of its size; a body of which none is said is not read."""
    said = request.META.get("CONTENT_LENGTH", "")
    return int(said) if said.isdigit() else 0


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
