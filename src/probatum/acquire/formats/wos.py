"""Web of Science tagged text: `FN`, `VR`, then records from `PT` to `ER`, and `EF` at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._lines import LINE_BYTES, Line, lines
from probatum.acquire.formats._reference_record import Fields, record
from probatum.acquire.formats._web_of_science import BOOKS, LISTED, TAGS
from probatum.acquire.formats._xml import plain_head
from probatum.text.expressions import expression

_HEAD: Final = re.compile(rb"\s*FN [^\r\n]{1,200}[\r\n]+VR \d")
_FIELD: Final = expression(r"([A-Z][A-Z0-9])(?: (.*)|)\Z")
_RECORD_BYTES: Final = 4 * LINE_BYTES
_ITEMS: Final = frozenset({"AU", "AF", "BA", "CA", "GP"})
"""Tags whose further lines are further values; elsewhere they go on with the text."""


class WebOfScience:
    """Web of Science tagged text. A record without its `ER` ends where the next begins."""

    name = "wos"
    purpose = "Web of Science tagged plain text"

    def recognises(self, head: bytes) -> bool:
        """By its first two fields, `FN` and `VR`."""
        return _HEAD.match(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order; a damaged one is refused by its line."""
        tags: Fields | None = None
        first = size = 0
        last = ""
        ended = False
        broken: Item | None = None
        number = 0
        for line in lines(stream):
            number = line.number
            match = None if line.code else _FIELD.match(line.text)
            tag = match[1] if match else ""
            if tag in ("PT", "ER", "EF") and tags is not None:
                yield broken or _item(tags, first, origin)
                tags = None
            if tag == "PT":
                tags, first, size, broken = {}, line.number, 0, None
            ended = ended or tag == "EF"
            if tags is None or broken is not None:
                continue
            size += len(line.text)
            broken = _problem(line, size, origin)
            if match:
                last = tag
                tags.setdefault(tag, []).append((match[2] or "").strip())
            elif broken is None and line.text.strip():
                broken = _continue(tags, last, line, origin)
        if tags is not None:
            yield broken or _item(tags, first, origin)
        if not ended:
            yield refuse(origin, f"line {number}", "P250", mark="EF")


def _problem(line: Line, size: int, origin: str) -> Item | None:
    if line.code:
        return refuse(origin, f"line {line.number}", line.code, reason=line.reason, limit=LINE_BYTES)
    if size > _RECORD_BYTES:
        return refuse(origin, f"line {line.number}", "P210", limit=f"{_RECORD_BYTES} bytes")
    return None


def _continue(tags: Fields, tag: str, line: Line, origin: str) -> Item | None:
    text = line.text.strip()
    if not line.text.startswith((" ", "\t")):
        reason = f"{line.text[:40]!r} is neither a field nor the rest of one"
        return refuse(origin, f"line {line.number}", "P205", reason=reason)
    if tag in _ITEMS:
        tags[tag].append(text)
    else:
        tags[tag][-1] = f"{tags[tag][-1]} {text}".strip()
    return None


def _item(tags: Fields, first: int, origin: str) -> Item:
    fields: Fields = {}
    for tag, field in TAGS.items():
        values = tags.get(tag, ())
        parted = (part for value in values for part in value.split(";")) if tag in LISTED else values
        fields.setdefault(field, []).extend(parted)
    made = record(fields, "wos", origin, book=next(iter(tags["PT"]), "") in BOOKS)
    missing = "no title, no abstract and no identifier"
    return made or refuse(origin, f"line {first}", "P218", missing=missing)


FORMAT = WebOfScience()
