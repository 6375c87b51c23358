"""`ris`: the references for Zotero, EndNote, Mendeley (RIS, Research Information Systems 2011)."""

from __future__ import annotations

from typing import Final

from probatum.model import Answer, RecordKind
from probatum.publish.formats import Format, Resolve
from probatum.publish.formats._cited import Cited, cited

TYPES: Final = {RecordKind.GUIDELINE: "RPRT", RecordKind.LABEL: "RPRT", RecordKind.BOOK: "BOOK"}


def render(answer: Answer, *, records: Resolve) -> str:
    """One entry a reference, in the order of the article."""
    return "".join(_entry(one) for one in cited(answer, records))


def _entry(one: Cited) -> str:
    first, _, last = one.pages.partition("-")
    fields = [
        ("TY", TYPES.get(one.kind, "JOUR")),
        *(("AU", f"{name.family}, {name.given}" if name.given else name.family) for name in one.names),
        ("TI", one.title),
        ("JO", one.journal),
        ("PY", one.year),
        ("VL", one.volume),
        ("IS", one.issue),
        ("SP", first),
        ("EP", last),
        ("PB", one.publisher),
        ("DO", one.doi),
        ("AN", one.pmid),
        ("C2", one.pmcid),
        ("UR", one.url),
        ("N1", f"Cited as [{one.reference.number}]; {one.reference.design}; status {one.reference.status}"),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


FORMAT = Format("ris", "The references for a reference manager (RIS).", ".ris", render, part="references")
