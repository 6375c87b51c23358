"""Reading helpers the appraisal rules share: sentences with the part of the paper they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from probatum.model import Record, SectionKind, SectionRole, SourceSection, Span
from probatum.text import sentences as text_sentences
from probatum.text.expressions import expression, lowered

INLINE_HEADING = expression(r"([A-Z][A-Za-z]{3,}(?:[ ,/&()-]+(?:and |of )?[A-Za-z()]{2,}){0,5}):(?: |$)")
"""`METHODS: `, `Patients and methods: `: a heading inside an abstract that is one section."""

ROLE_WORDS: tuple[tuple[str, SectionRole], ...] = (
    ("conclu", SectionRole.CONCLUSIONS),
    ("interpretation", SectionRole.CONCLUSIONS),
    ("implication", SectionRole.CONCLUSIONS),
    ("discussion", SectionRole.CONCLUSIONS),
    ("method", SectionRole.METHODS),
    ("design", SectionRole.METHODS),
    ("setting", SectionRole.METHODS),
    ("participants", SectionRole.METHODS),
    ("patient", SectionRole.METHODS),
    ("subject", SectionRole.METHODS),
    ("intervention", SectionRole.METHODS),
    ("measure", SectionRole.METHODS),
    ("search", SectionRole.METHODS),
    ("selection criteria", SectionRole.METHODS),
    ("data collection", SectionRole.METHODS),
    ("result", SectionRole.RESULTS),
    ("finding", SectionRole.RESULTS),
    ("background", SectionRole.BACKGROUND),
    ("context", SectionRole.BACKGROUND),
    ("introduction", SectionRole.BACKGROUND),
    ("rationale", SectionRole.BACKGROUND),
    ("objective", SectionRole.OBJECTIVE),
    ("aim", SectionRole.OBJECTIVE),
    ("purpose", SectionRole.OBJECTIVE),
    ("hypothesis", SectionRole.OBJECTIVE),
)

BODY_CHARACTERS = 60_000
"""How much of one body section is read sentence by sentence."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a record and the part of the paper it stands in."""

    record: Record
    section: SourceSection
    start: int
    end: int
    role: SectionRole

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return self.section.text[self.start : self.end]

    @cached_property
    def low(self) -> str:
        """Its characters in lower case, sign for sign."""
        return lowered(self.text)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """A span of it; offsets count from the start of the sentence."""
        stop = self.end if end is None else self.start + end
        return Span(self.record, self.section.id, self.start + start, stop)


def role_of(heading: str) -> SectionRole:
    """The rhetorical role a heading names, or NONE. A results heading beats a methods one ("methods and results")."""
    low = heading.lower()
    return next((role for word, role in ROLE_WORDS if word in low), SectionRole.NONE)


def _split(section: SourceSection) -> Iterator[tuple[int, int, SectionRole]]:
    """Sentences of one section. An inline heading sets the role until the next one."""
    role = section.role or role_of(section.heading)
    text = section.text if len(section.text) <= BODY_CHARACTERS else section.text[:BODY_CHARACTERS]
    for start, end in text_sentences.split(text):
        heading = INLINE_HEADING.match(text[start:end]) if section.kind is SectionKind.ABSTRACT else None
        if heading and role_of(heading[1]) is not SectionRole.NONE:
            role = role_of(heading[1])
        if heading and heading.end() == end - start:
            continue
        yield start, end, role


@lru_cache(maxsize=256)
def sentences(record: Record) -> tuple[Sentence, ...]:
    """Title, abstract and body of a record as sentences, in that order. Labels and tables are left out."""
    kinds = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
    return tuple(
        Sentence(record, section, start, end, role)
        for kind in kinds
        for section in record.sections
        if section.kind is kind
        for start, end, role in _split(section)
    )
