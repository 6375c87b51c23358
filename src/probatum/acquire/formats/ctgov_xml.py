"""ClinicalTrials.gov, the XML of before 2024: one `clinical_study`, or several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._registry_entry import recorded
from probatum.acquire.formats._registry_xml import trial
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, plain_head, root_of

_TAG: Final = "clinical_study"


class ClinicalTrialsXml:
    """The public XML schema of ClinicalTrials.gov."""

    name = "ctgov_xml"
    purpose = "ClinicalTrials.gov XML (before 2024), with results"

    def recognises(self, head: bytes) -> bool:
        """By the root element, or a wrapper around one."""
        return root_of(head) == _TAG or (bool(root_of(head)) and b"<clinical_study>" in plain_head(head))

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a study."""
        parser = new_parser()
        for number, piece in enumerate(pieces(stream, origin, (_TAG,)), start=1):
            yield piece if isinstance(piece, Refusal) else self._study(piece, number, origin, parser)

    def _study(self, piece: Piece, number: int, origin: str, parser: etree.XMLParser) -> Item:
        try:
            found = trial(parse(piece, parser))
        except etree.XMLSyntaxError as error:
            return refuse(origin, f"byte {piece.offset}", "P205", reason=error.msg or "it is not XML")
        return recorded(found, f"record {number}, byte {piece.offset}", origin, self.name)


FORMAT = ClinicalTrialsXml()
