"""ClinicalTrials.gov, JSON of the interface before v2 (to 2024): `FullStudiesResponse`, or a `Study` by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._json import Piece, parse, pieces
from probatum.acquire.formats._registry_entry import entry
from probatum.acquire.formats._registry_names import converted
from probatum.acquire.formats._xml import plain_head

_SIGN: Final = re.compile(
    rb'"(?:FullStudiesResponse|(?:Protocol|Results|Derived|Annotation|Document)Section)"\s*:\s*\{'
)
_BEGIN: Final = re.compile(rb'\{\s*"ProtocolSection"\s*:')
_WRAPPERS: Final = frozenset({"FullStudiesResponse", "FullStudies", "Study"})


class FullStudies:
    """Studies of the older interface, read like those of v2 once their fields have its names."""

    name = "ctgov_fullstudies"
    purpose = "ClinicalTrials.gov full-studies JSON (before v2), with results"

    def recognises(self, head: bytes) -> bool:
        """By the reply's name, or a section of a study."""
        text = plain_head(head)
        return text.lstrip()[:1] in (b"{", b"[") and _SIGN.search(text) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a study."""
        for number, piece in enumerate(pieces(stream, origin, inside=_WRAPPERS, mark=_BEGIN), start=1):
            yield piece if isinstance(piece, Refusal) else self._study(piece, number, origin)

    def _study(self, piece: Piece, number: int, origin: str) -> Item:
        try:
            tree = converted(parse(piece))
        except ValueError as error:
            return refuse(origin, f"byte {piece.offset}", "P205", reason=str(error))
        assert isinstance(tree, dict)
        return entry(tree, f"record {number}, byte {piece.offset}", origin, self.name)


FORMAT = FullStudies()
