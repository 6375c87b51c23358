"""Answer: sections of statements with everything they rest on. Article: an answer with its reviews."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.certainty import Certainty
from probatum.model.pooled import Pooled
from probatum.model.question import Depth, Question, Reader
from probatum.model.statement import Statement

SCHEMA = "probatum.answer/1"


class Section(msgspec.Struct, frozen=True):
    """A section: statements, or in `empty` the words that say what was searched and that nothing was found."""

    id: str
    title: str
    statements: tuple[Statement, ...] = ()
    empty: str = ""
    pooled: tuple[Pooled, ...] = ()
    """Results of several studies taken together, which its statements tell and plots draw."""


class EvidenceRow(msgspec.Struct, frozen=True):
    """One row of the evidence table: a finding of a study, in words and figures of its source."""

    record: str
    reference: int
    study: str
    design: str
    n: int | None
    outcome: str
    measure: str
    arms: tuple[str, ...]
    result: str
    interval: str
    p: str
    judged: str
    """significant at 0.05, not significant at 0.05, or no test reported."""
    certainty: str = ""


class Reference(msgspec.Struct, frozen=True):
    """A numbered reference in Vancouver form."""

    number: int
    record: str
    citation: str
    design: str
    n: int | None
    status: str
    url: str = ""
    summary: bool = False


class SearchAccount(msgspec.Struct, frozen=True):
    """How this was searched."""

    library: str
    queries: tuple[str, ...]
    considered: int
    included: tuple[str, ...]
    excluded: tuple[tuple[str, str], ...]
    """Pairs of record and reason."""
    as_of: str
    services: tuple[str, ...] = ()
    """Online services asked, each with its state; empty when none was."""
    records: int = 0
    """Size of the library searched."""

    @property
    def asked_in_short(self) -> str:
        """What each search was for, in one line: their words fill a page that only few readers want. Empty where
        nothing was searched for."""
        names = tuple(dict.fromkeys(query.partition(": ")[0] for query in self.queries))
        many = f"{len(self.queries)} searches" if len(self.queries) > 1 else "1 search"
        return f"{many}, by {', '.join(names)} (their words at full depth)" if names else ""


class Warning(msgspec.Struct, frozen=True):
    """Something the reader must know about this answer."""

    code: str
    text: str


class ReviewState(StrEnum):
    """Editorial state of an article."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under review"
    CHANGES_REQUESTED = "changes requested"
    APPROVED = "approved"
    PUBLISHED = "published"
    DUE = "due for update"
    WITHDRAWN = "withdrawn"


class ReviewStatus(msgspec.Struct, frozen=True):
    """Where the answer stands with the medical board."""

    state: ReviewState = ReviewState.DRAFT
    text: str = "Draft: not yet reviewed by a medical board."
    caution: str = "Use with caution until a medical board has approved it."
    last_updated: str = ""
    policy: str = ""
    """One sentence on the editorial policy."""


class Engine(msgspec.Struct, frozen=True):
    """What made the answer."""

    version: str
    library_version: str
    vocabulary: str = ""
    name: str = "probatum"
    depth: Depth = Depth.FULL
    shortened: tuple[tuple[str, int], ...] = ()
    """Pairs of section id and the number of its sentences that only full depth shows."""


class Answer(msgspec.Struct, frozen=True):
    """A structured, graded answer in which every sentence carries its proof."""

    question: Question
    reader: Reader
    title: str
    sections: tuple[Section, ...]
    certainty: tuple[Certainty, ...]
    evidence: tuple[EvidenceRow, ...]
    references: tuple[Reference, ...]
    search: SearchAccount
    warnings: tuple[Warning, ...]
    status: ReviewStatus
    disclaimer: str
    engine: Engine
    schema: str = SCHEMA

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError naming the sections there are."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(f"no section {section_id!r}; there are: {', '.join(s.id for s in self.sections)}")

    @property
    def pooled(self) -> tuple[Pooled, ...]:
        """All pooled results in order."""
        return tuple(p for section in self.sections for p in section.pooled)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in order."""
        return tuple(s for section in self.sections for s in section.statements)


class Review(msgspec.Struct, frozen=True):
    """One review, bound to the content hash of what was read."""

    reviewer: str
    date: str
    decision: str
    reason: str
    content_hash: str


class Article(msgspec.Struct, frozen=True):
    """An answer with a history of reviews."""

    answer: Answer
    reviews: tuple[Review, ...] = ()
