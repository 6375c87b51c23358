"""Pictures that editors put on pages: the renditions that Wagtail made, and no other uploaded file."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

KINDS: Final = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
ALONE: Final = "default-src 'none'; sandbox"
"""A picture opened by itself may do nothing."""


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """One rendition; its kind comes from our own list, whatever it holds."""
    folder = (settings.MEDIA_ROOT / "images").resolve()
    place = (folder / name).resolve()
    kind = KINDS.get(place.suffix.lower())
    if kind is None or place.parent != folder or not place.is_file():
        raise Http404("there is no such picture")
    response = FileResponse(place.open("rb"), content_type=kind)
    response["Content-Security-Policy"] = ALONE
    response["Cache-Control"] = "public, max-age=86400"
    return response
