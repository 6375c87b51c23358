"""The body of evidence that is graded: which studies count, how many people and events they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from probatum.model import About, Design, Direction, Directness, Finding, Fit, Span, Study

Row: TypeAlias = tuple[Study, Finding, Directness]
"""A finding with its study and how directly it bears on the question."""

TRIALS = (Design.RANDOMISED, Design.CROSSOVER, Design.CLUSTER)
OBSERVED = (Design.NON_RANDOMISED, Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL, Design.ACCURACY)
UNCONTROLLED = (Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT)


class Body(msgspec.Struct, frozen=True):
    """Rows of one rank of design, with their studies each once."""

    rows: tuple[Row, ...]
    rank: str
    """synthesis, trials, observed, uncontrolled or other."""

    @property
    def studies(self) -> tuple[Study, ...]:
        """Each study once, in order."""
        return tuple({study.record: study for study, _, _ in self.rows}.values())

    @property
    def records(self) -> tuple[str, ...]:
        """Identifiers of the records."""
        return tuple(study.record for study in self.studies)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""
        return tuple(finding for _, finding, _ in self.rows)

    @property
    def people(self) -> int | None:
        """People in all studies together; None when no study says how many."""
        known = [s.n for s in self.studies if s.n is not None]
        return sum(known) if known else None

    @property
    def at_least(self) -> int:
        """People in all studies as far as they can be told: where a report says no number as a whole, those of its arms
        or of its largest finding."""
        return sum(s.n or max(_of_arms(s), _counted(self.of(s.record))) for s in self.studies)

    @property
    def weight(self) -> int | None:
        """People, those of a crossover trial counted twice since each is their own control."""
        known = [s.n * (2 if s.design is Design.CROSSOVER else 1) for s in self.studies if s.n is not None]
        return sum(known) if known else None

    @property
    def events(self) -> int | None:
        """Events of both arms together, where every study counts them in two arms; else None."""
        totals: dict[str, int] = {}
        for finding in self.findings:
            counts = [round(a.events.value) for a in finding.arms if a.events is not None]
            if len(counts) > 1:
                totals[finding.record] = max(totals.get(finding.record, 0), sum(counts))
        return sum(totals.values()) if totals and len(totals) == len(self.studies) else None

    @property
    def control_risk(self) -> float | None:
        """Share of people under the comparator who had the event, all studies together (0 to 1); None when unknown."""
        counted: dict[str, tuple[float, float]] = {}
        for finding in self.findings:
            for arm in finding.arms:
                if arm.control and arm.events is not None and arm.denominator is not None and arm.denominator.value > 0:
                    counted.setdefault(finding.record, (arm.events.value, arm.denominator.value))
        people = sum(of for _, of in counted.values())
        return sum(had for had, _ in counted.values()) / people if len(counted) == len(self.studies) else None

    @property
    def spread(self) -> float | None:
        """The largest standard deviation printed with an arm's result, in the outcome's unit; None without one."""
        known = [
            arm.spread.value
            for finding in self.findings
            for arm in finding.arms
            if arm.spread is not None and arm.spread_kind == "SD" and arm.spread.value > 0
        ]
        return max(known, default=None)

    def of(self, record: str) -> tuple[Finding, ...]:
        """The findings of one record."""
        return tuple(f for f in self.findings if f.record == record)

    def spans(self, *records: str) -> tuple[Span, ...]:
        """The sentences of the findings of those records, or of all, at most four."""
        wanted = [f.sentence for f in self.findings if not records or f.record in records]
        return tuple(dict.fromkeys(wanted))[:4]


def body_of(evidence: Sequence[Row]) -> Body:
    """The rows that are graded.

    Rows that answer the question itself come before others, and of them those of trials that answer it directly before
    indirect ones. A synthesis with figures that covers at least as many people as the single trials stands for them;
    else the trials do, or where there are none a synthesis that tells its result in words; below them controlled
    observation, then uncontrolled series, then anything else. Lower ranks are left out, not averaged in.
    """
    usable = [row for row in evidence if _reports(row[1])]
    own = [row for row in usable if row[2].about is About.QUESTION] or usable
    direct = [row for row in own if not differs(row)]
    tried = any(row[0].design in TRIALS or row[0].design.synthesis for row in direct)
    rows = direct if tried else own
    syntheses = [r for r in rows if r[0].design.synthesis and figures(r[1])]
    trials = [r for r in rows if r[0].design in TRIALS]
    if syntheses and _people(syntheses, largest=True) >= _people(trials):
        largest = max(syntheses, key=lambda r: r[0].n or 0)[0].record
        return Body(tuple(r for r in syntheses if r[0].record == largest), "synthesis")
    told = [r for r in rows if r[0].design.synthesis]
    if told and not trials:
        largest = max(told, key=lambda r: r[0].n or 0)[0].record
        return Body(tuple(r for r in told if r[0].record == largest), "synthesis")
    for rank, designs in (("trials", TRIALS), ("observed", OBSERVED), ("uncontrolled", UNCONTROLLED)):
        chosen = tuple(r for r in rows if r[0].design in designs)
        if chosen:
            return Body(chosen, rank)
    return Body(tuple(rows), "other")


def differs(row: Row) -> bool:
    """True when a row bears on the question only indirectly: other people, intervention or outcome, or no people."""
    study, _, directness = row
    if study.design in (Design.ANIMAL, Design.IN_VITRO):
        return True
    related = directness.intervention.fit is Fit.RELATED and directness.about is About.QUESTION
    other = any(p.fit in (Fit.OTHER, Fit.RELATED) for p in (directness.population, directness.outcome))
    return other or related or bool(directness.note)


def _of_arms(study: Study) -> int:
    sizes = [arm.n for arm in study.arms]
    return sum(n for n in sizes if n) if len(sizes) > 1 and all(sizes) else 0


def _counted(findings: Sequence[Finding]) -> int:
    totals = (sum(round(a.denominator.value) for a in f.arms if a.denominator is not None) for f in findings)
    return max(totals, default=0)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """Small numbers in words, so that a sentence may begin with one."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def majority(body: Body, which: Sequence[Study]) -> bool:
    """True when those studies hold at least half the people (or, where sizes are unknown, half the studies)."""
    if all(s.n for s in body.studies):
        return 2 * sum(s.n or 0 for s in which) >= sum(s.n or 0 for s in body.studies)
    return 2 * len(which) >= len(body.studies)


Reason: TypeAlias = tuple[str, tuple[Span, ...]]
"""A clause and what it rests on."""


def joined(reasons: Sequence[str]) -> str:
    """Clauses as one sentence: `A, and b.`"""
    text = reasons[0] if len(reasons) == 1 else ", ".join(reasons[:-1]) + ", and " + reasons[-1]
    return text[0].upper() + text[1:] + "."


def figures(finding: Finding) -> bool:
    """True when a finding has a figure of effect: a review that only says so in words stands for no trial."""
    return bool(finding.estimate or finding.interval) or any(
        a.value is not None or a.events is not None for a in finding.arms
    )


def _reports(finding: Finding) -> bool:
    """True for a finding that reports a result: a figure, a test, or a comparison in words."""
    figures = finding.estimate or finding.interval or finding.p or finding.arms
    return bool(figures) or finding.direction is not Direction.UNCLEAR or finding.significant is not None


def _people(rows: Sequence[Row], *, largest: bool = False) -> int:
    counts = {study.record: study.n or 0 for study, _, _ in rows}
    return (max if largest else sum)(counts.values()) if counts else 0
