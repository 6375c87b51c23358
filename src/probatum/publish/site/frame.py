"""What every page of the site has: the reader's choice, the menu, a frame that content can be streamed into."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from probatum.model import Reader

COOKIE = "reader"
CUT = "<!-- the content stands here -->"


def reader_of(request: HttpRequest) -> Reader:
    """Who reads: what they chose before (kept in a cookie, no account needed), else a doctor."""
    chosen = request.GET.get("reader") or request.COOKIES.get(COOKIE, "")
    return Reader(chosen) if chosen in {reader.value for reader in Reader} else Reader.DOCTOR


def context(request: HttpRequest) -> dict[str, object]:
    """For every template: the readers, the one chosen, and the menu."""
    user = getattr(request, "user", None)
    roles = user.roles if user is not None and user.is_authenticated else frozenset()
    return {"readers": list(Reader), "reader": reader_of(request), "roles": {role.name.lower() for role in roles}}


def halves(request: HttpRequest, template: str, more: dict[str, object]) -> tuple[str, str]:
    """A page before and after its content, so that the first words can be sent while the rest is made."""
    before, _, after = render_to_string(template, {**more, "cut": CUT}, request=request).partition(CUT)
    return before, after
