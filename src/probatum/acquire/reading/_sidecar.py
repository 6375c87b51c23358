"""Sidecars: `guideline.pdf.yaml` describes the document `guideline.pdf` that lies beside it, in a folder or a zip."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Final

from probatum.acquire.formats import _about
from probatum.acquire.formats._base import Item, refuse
from probatum.model import Record

ENDING: Final = ".yaml"
"""What stands behind the whole name of the document."""
BYTES: Final = 256 * 1024
"""Longest sidecar that is looked at."""


def is_description(name: str) -> bool:
    """Whether a file's name is a sidecar's, or nearly."""
    return name.lower().endswith((ENDING, ".yml"))


def beside(path: str) -> bytes | None:
    """The sidecar of the document at this path; None when there is none. A link is not followed."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path + ENDING, flags)
    except (OSError, ValueError):
        return None
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read(BYTES + 1) if stat.S_ISREG(os.fstat(stream.fileno()).st_mode) else None


def described(items: Iterator[tuple[str, Item]], data: bytes, document: str) -> Iterator[tuple[str, Item]]:
    """The items of a document with what its sidecar says laid over its record.

    Of several records none is described, and that is said. A sidecar that cannot be used keeps its document out: its
    standing is not known.
    """
    origin = document + ENDING
    about, refused = _about.read(_text(data), origin)
    for refusal in refused:
        yield origin, refusal
    if about is None:
        yield document, refuse(document, "whole file", "P275")
        return
    held: tuple[str, Record] | None = None
    count = 0
    for where, item in items:
        count += isinstance(item, Record)
        if isinstance(item, Record) and count == 1:
            held = where, item
            continue
        if held is not None and count == 2:
            yield held
            held = None
        yield where, item
    if held is not None:
        yield held[0], about.over(held[1])
    elif count:
        yield origin, refuse(origin, "whole file", "P270", document=document, count=count)


def _text(data: bytes) -> str:
    """UTF-8, or what can be read of it: what cannot is then no known value."""
    if len(data) > BYTES:
        return "x" * BYTES  # too long whatever it says
    return data.decode("utf-8-sig", "replace")
