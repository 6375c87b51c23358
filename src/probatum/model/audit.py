"""Report: what an audit of somebody's cited text found, sentence by sentence and reference by reference."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.answer import Engine
from probatum.model.span import Span
from probatum.model.statement import CheckResult, Verdict

AUDIT_SCHEMA = "probatum.audit/1"


class Fault(StrEnum):
    """What is wrong with a sentence."""

    NUMBER = "number_altered"
    DOSE = "unit_or_dose_changed"
    DIRECTION = "direction_flipped"
    NEGATION = "negation_dropped"
    SIGNIFICANCE = "significance_misstated"
    ARM = "arm_swapped"
    POPULATION = "population_mismatch"
    OUTCOME = "outcome_mismatch"
    DENOMINATOR = "denominator_wrong"
    DOSE_STEP = "dose_step_empty_or_contradictory"
    OVERCLAIM = "causal_or_certainty_overclaim"
    ABSENCE = "absence_as_no_effect"
    FABRICATED = "citation_fabricated"
    MISATTRIBUTED = "citation_misattributed"
    CONTRADICTION = "internal_contradiction"
    APPLICABILITY = "applicability_gap"


class Severity(StrEnum):
    """Would the fault change care? SEVERE: it could harm; MODERATE: it could mislead; MINOR: it is untidy."""

    SEVERE = "severe"
    MODERATE = "moderate"
    MINOR = "minor"
    NONE = ""


class ReferenceState(StrEnum):
    """What became of an entry of a reference list."""

    FOUND = "found"
    NOT_HELD = "not in the library"
    """Nobody here can say whether it exists."""
    MISMATCHED = "identifier of another paper"
    UNTRACEABLE = "cannot be traced"
    """It names nothing by which anybody could find it, or what it names cannot be."""
    RETRACTED = "retracted"
    CONCERN = "expression of concern"
    SUPERSEDED = "superseded"


class AuditedReference(msgspec.Struct, frozen=True):
    """One entry of a reference list, or a source that is cited in the text alone."""

    number: int
    text: str
    record: str = ""
    """Id of the record it was found to be; of a mismatched identifier the record that really bears it."""
    state: ReferenceState = ReferenceState.NOT_HELD
    reason: str = ""


class AuditedSentence(msgspec.Struct, frozen=True):
    """One sentence or list item with its verdict. `text` stands exactly so in the text under audit."""

    n: int
    """1, 2, 3 in reading order."""
    text: str
    citations: tuple[int, ...] = ()
    """Numbers of `references` cited in it."""
    verdict: Verdict = Verdict.NOT_CHECKED
    category: Fault | None = None
    reasons: tuple[str, ...] = ()
    """Plain sentences, the gravest first."""
    spans: tuple[Span, ...] = ()
    """Where the sources decide it, most telling first."""
    figure: str = ""
    """What would be right, where the source gives it."""
    severity: Severity = Severity.NONE
    checks: tuple[CheckResult, ...] = ()
    """What each check said, and who answered it."""
    section: str = ""
    """The heading it stands under."""
    start: int = 0
    end: int = 0
    """Its place in the text under audit."""

    @property
    def faulty(self) -> bool:
        """True for any verdict but supported and not checked."""
        return self.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)


class Score(msgspec.Struct, frozen=True):
    """Counts of an audit. Shares are of the sentences that assert something; advice and headings are not counted."""

    sentences: int
    asserting: int
    supported: int
    contradicted: int
    """Contradicted, or another number or population than the source's."""
    not_in_source: int
    other_faults: int
    """Partly supported, or resting on a source that was retracted or superseded."""
    not_checked: int
    severe: int
    unresolved: int
    """References that were not found, or are not what they are said to be."""
    share_supported: float | None = None
    """None where nothing asserts anything."""


class Omission(msgspec.Struct, frozen=True):
    """What a careful reader would miss in the text, with where the library says it."""

    text: str
    spans: tuple[Span, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """The audit of one text."""

    title: str
    sentences: tuple[AuditedSentence, ...]
    references: tuple[AuditedReference, ...]
    score: Score
    omissions: tuple[Omission, ...]
    engine: Engine
    notes: tuple[str, ...] = ()
    """What the reader of the report must know: no reference list, hidden characters, instructions in the text."""
    text: str = ""
    """The text under audit as it was read, without its reference list; `start` and `end` count in it."""
    source: str = ""
    """File or address it came from."""
    schema: str = AUDIT_SCHEMA

    @property
    def faults(self) -> tuple[AuditedSentence, ...]:
        """The faulty sentences, the most severe first, then in reading order."""
        order = list(Severity)
        return tuple(sorted((s for s in self.sentences if s.faulty), key=lambda s: (order.index(s.severity), s.n)))
