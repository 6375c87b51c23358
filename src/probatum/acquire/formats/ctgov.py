"""ClinicalTrials.gov, JSON of the v2 interface: a study, a search reply, an array, or one study a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._json import Piece, parse, pieces
from probatum.acquire.formats._registry_entry import entry
from probatum.acquire.formats._xml import plain_head

_SECTION: Final = re.compile(rb'"(?:protocol|results|derived|annotation|document)Section"\s*:\s*\{')
_REPLY: Final = re.compile(rb'\s*\{(?:\s*"(?:totalCount|nextPageToken)"\s*:[^{}\[\]]*,)?\s*"studies"\s*:\s*\[\s*\]')
_BEGIN: Final = re.compile(rb'\{\s*"protocolSection"\s*:')


class ClinicalTrials:
    """Studies of the v2 interface. A part of a study without its number is refused; foreign members are passed over."""

    name = "ctgov"
    purpose = "ClinicalTrials.gov v2 JSON: studies and search replies, with results"

    def recognises(self, head: bytes) -> bool:
        """By a section of a study, or an empty reply."""
        text = plain_head(head)
        if text.lstrip()[:1] not in (b"{", b"["):
            return False
        return _SECTION.search(text) is not None or _REPLY.match(text) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a study."""
        for number, piece in enumerate(pieces(stream, origin, inside=frozenset({"studies"}), mark=_BEGIN), start=1):
            yield piece if isinstance(piece, Refusal) else self._study(piece, number, origin)

    def _study(self, piece: Piece, number: int, origin: str) -> Item:
        try:
            tree = parse(piece)
        except ValueError as error:
            return refuse(origin, f"byte {piece.offset}", "P205", reason=str(error))
        return entry(tree, f"record {number}, byte {piece.offset}", origin, self.name)


FORMAT = ClinicalTrials()
