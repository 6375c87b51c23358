"""An invented paper as one database gives it, and ways in which others give the same."""

from __future__ import annotations

import msgspec

from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

ABSTRACT = (
    "We gave barley syrup or plain water to 84 adults with tired knees for twelve weeks. Climbing time fell by nine "
    "seconds with barley syrup and by two seconds with water. Nobody stopped early. Sleep did not change in any "
    "group."
)


def paper(**changed: object) -> Record:
    """An invented trial report; `ids` are its identifiers as text, `abstract` its abstract."""
    ids = changed.pop("ids", ("pmid:901", "doi:10.9999/knee.2011.0042"))
    abstract = changed.pop("abstract", ABSTRACT)
    fields: dict[str, object] = {
        "id": "pmid:901",
        "identifiers": tuple(Identifier(*name.split(":", 1)) for name in ids),  # type: ignore[attr-defined]
        "kind": RecordKind.ARTICLE,
        "title": "Barley syrup against tired knees in older mountaineers: a randomised crossover trial",
        "authors": ("Okonjo-Brandt LM", "Íñiguez P", "van der Moor T", "Szczepański W"),
        "journal": "Annals of mountain rheumatology",
        "year": 2011,
        "volume": "14",
        "issue": "3",
        "pages": "203-211",
        "publication_types": ("Journal Article",),
        "format": "pubmed",
    }
    fields |= changed
    title = str(fields["title"])
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if abstract:
        sections.append(SourceSection("abstract", SectionKind.ABSTRACT, str(abstract)))
    return Record.build(**fields, sections=tuple(sections))


def other(**changed: object) -> Record:
    """The same paper as another database gives it: without identifiers, under another id."""
    return paper(**({"ids": ("embase:L700",), "id": "embase:L700", "format": "ris"} | changed))


def renamed(record: Record, record_id: str) -> Record:
    """The record under another id."""
    return msgspec.structs.replace(record, id=record_id)
