"""The content security policy of every page: nothing from elsewhere, nothing inline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase

STRICT: Final = (
    "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'"
)
ADMIN: Final = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self' "
    "'unsafe-inline' 'unsafe-eval'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
)
"""Wagtail's admin brings its own inline scripts; only staff reach it."""


PRIVATE: Final = ("/ask/", "/audit/", "/log-in/", "/me/", "/questions/", "/review/", "/start/")
"""Where pages may tell of a person even to who has no account."""
_JSON: Final = ("application/json", "application/problem+json", "application/x-ndjson")


def own(document: str) -> HttpResponse:
    """A one-file document of `publish`. It names, by their hashes, the style and script it brings, so its policy is in
    its head; this frame lets it do no more than it says itself."""
    response = HttpResponse(document)
    response["Content-Security-Policy"] = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return response


class ContentSecurityPolicy:
    """Middleware: the strict policy (Wagtail's admin gets its own), nothing private in caches, replies of the API as
    files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say what the page may load."""
        response = self._get_response(request)
        wanted = ADMIN if request.path.startswith(("/admin/", "/django-admin/")) else STRICT
        response.setdefault("Content-Security-Policy", wanted)
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        user = getattr(request, "user", None)
        if request.path.startswith(PRIVATE) or (user is not None and user.is_authenticated):
            response.setdefault("Cache-Control", "no-store")
        if request.path.startswith("/api/") and response.get("Content-Type", "").partition(";")[0] in _JSON:
            response.setdefault("Content-Disposition", 'attachment; filename="api.json"')
        return response
