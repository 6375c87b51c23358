"""Is a reply what was wanted, and whole? A web page with HTTP 200 in place of data is the commonest failure of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from probatum.acquire.formats._xml import root_of
from probatum.acquire.services._base import ServiceError

JSON: Final = ("json",)
_HEAD: Final = 64 * 1024
_TAIL: Final = 512


def verify(body: bytes, wanted: Sequence[str], title: str) -> None:
    """Raise ServiceError P513 for a reply of another sort, P515 for one that is cut short or damaged.

    `wanted` is JSON, or the names that the root element may have.
    """
    if not body.strip():
        raise ServiceError("P515", service=title)
    if tuple(wanted) == JSON:
        _verify_json(body, title)
    else:
        _verify_xml(body, wanted, title)


def _verify_json(body: bytes, title: str) -> None:
    try:
        msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError) as error:
        root = root_of(body[:_HEAD])
        if root:
            raise ServiceError("P513", service=title, found=_named(root), wanted="JSON") from error
        if body.lstrip()[:1] in (b"{", b"["):
            raise ServiceError("P515", service=title) from error
        raise ServiceError("P513", service=title, found="text", wanted="JSON") from error


def _verify_xml(body: bytes, wanted: Sequence[str], title: str) -> None:
    root = root_of(body[:_HEAD])
    if root not in wanted:
        json = body.lstrip()[:1] in (b"{", b"[")
        found = _named(root) if root else "JSON" if json else "text"
        raise ServiceError("P513", service=title, found=found, wanted="XML")
    tail = body[-_TAIL:].rstrip()
    closed = re.search(rb"<(?:[\w.-]+:)?" + re.escape(root.encode()) + rb"(?:\s[^<>]*)?/>\Z", tail)
    if not closed and not re.search(rb"</(?:[\w.-]+:)?" + re.escape(root.encode()) + rb"\s*>", tail):
        raise ServiceError("P515", service=title)


def _named(root: str) -> str:
    return "a web page" if root.lower() == "html" else f"<{root[:40]}>"


def decode(body: bytes) -> dict[str, Any]:
    """A JSON object; empty for JSON of another sort. The body has passed `verify`."""
    found = msgspec.json.decode(body)
    return found if isinstance(found, dict) else {}


def part(value: Any, *names: str) -> Any:
    """What stands in a tree of objects under these names, or None: replies are hostile until looked at."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def listed(value: Any) -> list[Any]:
    """A list as it is; anything else as an empty one."""
    return value if isinstance(value, list) else []


def count(value: Any) -> int | None:
    """A count given as a number or in digits, or None."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 12 else None
