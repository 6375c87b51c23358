"""What an audit may fetch: the page it is pointed at, and the documents that a text names by identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx

from probatum.acquire import online
from probatum.acquire.services import _guard
from probatum.errors import ProbatumError
from probatum.model import Identifier
from probatum.text import identifiers

if TYPE_CHECKING:
    from probatum.acquire.library import Library

LARGEST: Final = 30_000_000
MOST: Final = 300
"""Identifiers of one text that are asked for."""


def page(address: str) -> bytes:
    """The bytes behind a URL that somebody typed, from public addresses alone. Raises ProbatumError P834."""
    transport = _guard.GuardedTransport(_guard.resolve, frozenset(), _guard.proxy())
    try:
        with (
            httpx.Client(transport=transport, timeout=30.0, follow_redirects=True, max_redirects=5) as client,
            client.stream(
                "GET", address, headers={"Accept": "text/html,application/pdf,text/plain,*/*;q=0.5"}
            ) as reply,
        ):
            reply.raise_for_status()
            held = bytearray()
            for piece in reply.iter_bytes():
                held += piece
                if len(held) > LARGEST:
                    raise ProbatumError("P832", origin=address, limit=f"{LARGEST:,}")
            return bytes(held)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise ProbatumError("P834", origin=address, reason=str(error) or type(error).__name__) from error


def lacking(text: str, library: Library) -> tuple[Identifier, ...]:
    """Identifiers that a text names, that a service could resolve, and that the library does not hold."""
    named = dict.fromkeys(i for _, _, i in identifiers.find(text) if i.namespace in online.SERVES)
    return tuple(i for i in named if library.get(str(i)) is None)[:MOST]
