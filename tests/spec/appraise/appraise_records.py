"""Small synthetic records for the appraisal tables."""

from __future__ import annotations

from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


def make(
    abstract: str = "",
    *,
    title: str = "A study.",
    kind: RecordKind = RecordKind.ARTICLE,
    types: tuple[str, ...] = (),
    mesh: tuple[str, ...] = (),
    sections: tuple[SourceSection, ...] = (),
    identifier: str = "pmid:1",
    **fields: object,
) -> Record:
    """A record with a title, one abstract section and further sections."""
    own = [SourceSection(id="title", kind=SectionKind.TITLE, text=title)] if title else []
    if abstract:
        own.append(SourceSection(id="abstract", kind=SectionKind.ABSTRACT, text=abstract))
    namespace, value = identifier.split(":")
    return Record.build(
        id=identifier,
        identifiers=(Identifier(namespace, value),),
        kind=kind,
        title=title,
        sections=(*own, *sections),
        publication_types=types,
        mesh=mesh,
        **fields,
    )


def labelled(*pairs: tuple[str, str, str]) -> tuple[SourceSection, ...]:
    """Label sections from (code, heading, text)."""
    return tuple(
        SourceSection(id=f"label.{i}", kind=SectionKind.LABEL, text=text, heading=heading, code=code)
        for i, (code, heading, text) in enumerate(pairs, 1)
    )


def methods(text: str) -> SourceSection:
    """A methods section of a full text."""
    return SourceSection(id="body.1", kind=SectionKind.BODY, text=text, heading="Methods", role=SectionRole.METHODS)
