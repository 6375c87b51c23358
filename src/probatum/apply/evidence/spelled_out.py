"""Spelled out: the short forms that a record defines itself (`long-course zorbinol (L-ZBN)`), as the names they are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.model import Record, SectionKind
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression

_WHOLE: Final = expression(r"(?<![\w-])[A-Za-z][A-Za-z0-9/-]{1,9}(?![\w-])")
_PART: Final = expression(r"(?<!\w)[A-Za-z][A-Za-z0-9]{1,9}(?!\w)")
"""A part of a word with a hyphen is written short as well: the `ZBN` of `L-ZBN`."""


@lru_cache(maxsize=1024)
def defined(record: Record) -> dict[str, str]:
    """Short forms with what they stand for, as title and abstract define them, each once."""
    texts = (s.text for s in record.evidence_sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    found: dict[str, str] = {}
    for text in texts:
        for short, long in definitions(text):
            found.setdefault(short, long)
    return found


def spelled_out(text: str, record: Record) -> str:
    """A text with every short form of its record replaced by the name it stands for."""
    known = defined(record)
    for short, long in known.items():
        text = text.replace(f"{long} ({short})", long)
    for pattern in (_WHOLE, _PART) if known else ():
        text = pattern.sub(lambda found: known.get(found.group(), found.group()), text)
    return text
