"""Records of one section, and findings as short tuples that a table can show."""

from __future__ import annotations

from probatum.appraise import findings
from probatum.model import (
    Arm,
    Design,
    Finding,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Span,
    Study,
)


def record(text: str, title: str = "Combing or lotion for lice", role: SectionRole = SectionRole.RESULTS) -> Record:
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, text, role=role),
    )
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title=title, sections=sections)


def study(made: Record, **fields: object) -> Study:
    return Study(record=made.id, design=Design.OTHER, **fields)  # type: ignore[arg-type]


def read(text: str, **fields: object) -> tuple[Finding, ...]:
    made = record(text)
    return findings.read(made, study(made, **fields))


def two_arms(made: Record, one: str, two: str) -> tuple[Arm, Arm]:
    """Arms whose names stand in the title."""
    places = [made.title.index(name) for name in (one, two)]
    spans = [Span(made, "title", at, at + len(name)) for at, name in zip(places, (one, two), strict=True)]
    return Arm(one, spans[0]), Arm(two, spans[1], control=True)


def arms(found: Finding) -> tuple[tuple[str, str], ...]:
    """Name and printed value of each arm."""
    return tuple((arm.arm, arm.value.text if arm.value else "") for arm in found.arms)


def interval(found: Finding) -> tuple[str, str] | None:
    return (found.interval.low.text, found.interval.high.text) if found.interval else None


def p(found: Finding) -> str:
    return found.p.text if found.p else ""
