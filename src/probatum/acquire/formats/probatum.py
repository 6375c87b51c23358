"""Probatum's own records, one JSON object a line: how a library is exported and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from probatum.acquire.formats._base import RECORD_BYTES, Item, refuse
from probatum.acquire.formats._lines import Line, lines
from probatum.acquire.formats._xml import plain_head
from probatum.model import Record
from probatum.model.record import record_decoder

_FIRST: Final = re.compile(rb'\s*\{"id":\s*"[^"]{1,300}",\s*"version":\s*"[0-9a-f]{0,64}",\s*"identifiers":')


class ProbatumLines:
    """Records as msgspec writes them. Each line's version is computed anew and must agree with what it states."""

    name = "probatum"
    purpose = "Probatum's own records, one JSON object a line"

    def recognises(self, head: bytes) -> bool:
        """By the first fields of the first line."""
        return _FIRST.match(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order; origin and date of retrieval stay as they were exported."""
        for line in lines(stream, RECORD_BYTES):
            if line.code or line.text.strip():
                yield _item(line, origin)


def _item(line: Line, origin: str) -> Item:
    place = f"line {line.number}"
    if line.code:
        return refuse(origin, place, line.code, reason=line.reason, limit=RECORD_BYTES)
    try:
        stated = record_decoder().decode(line.text)
        fields = {name: getattr(stated, name) for name in stated.__struct_fields__ if name != "version"}
        computed = Record.build(**fields)
    except (msgspec.DecodeError, ValueError) as error:
        return refuse(origin, place, "P221", reason=str(error))
    if computed.version != stated.version:
        return refuse(
            origin, f"{place} ({stated.id})", "P220", found=stated.version or "none", computed=computed.version
        )
    return computed


FORMAT = ProbatumLines()
