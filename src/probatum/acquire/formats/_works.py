"""What Crossref's and OpenAlex's works have in common: a careful look into trees that may hold anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from probatum.acquire.formats import _json
from probatum.acquire.formats._base import Item, Refusal
from probatum.acquire.formats._text import squeeze

Fields = Mapping[str, object]


def records(
    stream: BinaryIO, origin: str, inside: frozenset[str], mark: re.Pattern[bytes], make: Callable[[Fields, str], Item]
) -> Iterator[Item]:
    """One item a work; `make(fields, place)` turns one into a record or a refusal."""
    for one in _json.records(stream, origin, inside=inside, mark=mark):
        yield one if isinstance(one, Refusal) else make(*one)


def text(value: object) -> str:
    """A string or number as text; of a list the first; empty for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return squeeze(value) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def part(found: Fields, *names: str) -> Fields:
    """An object in an object; an empty one where there is none."""
    for name in names:
        inner = found.get(name)
        found = inner if isinstance(inner, Mapping) else {}
    return found


def objects(value: object) -> list[Fields]:
    """The objects of a list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """The strings of a list."""
    return [squeeze(one) for one in value if isinstance(one, str)] if isinstance(value, list) else []
