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


class OwnPage(HttpResponse):
    """A page that is one file and names, by their hashes, the style and script it brings: its policy is in its head."""


def own(document: str) -> OwnPage:
    """A one-file document of `publish`, with a frame that lets it do no more than it says itself."""
    response = OwnPage(document)
    response["Content-Security-Policy"] = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return response


class ContentSecurityPolicy:
    """Middleware: the strict policy; Wagtail's admin gets its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say what the page may load."""
        response = self._get_response(request)
        wanted = ADMIN if request.path.startswith(("/admin/", "/django-admin/")) else STRICT
        if not isinstance(response, OwnPage):
            response["Content-Security-Policy"] = wanted
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response
