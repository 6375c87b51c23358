"""Invented studies with findings, as rows that are graded, and pooled figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.appraise import certainty, study
from probatum.model import (
    About,
    ArmResult,
    Direction,
    Directness,
    Domain,
    Figure,
    Finding,
    Identifier,
    Interval,
    Level,
    Measure,
    OutcomeRole,
    PValue,
    Question,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
)

QUESTION = Question(typed="drugamine for cramps?", read="drugamine for cramps?")
OWN = Directness(relevant=True, about=About.QUESTION)
BESIDE = certainty.Beside()
Row = certainty.Row


def make(text: str, identifier: str = "pmid:1", *more: SourceSection, kind: RecordKind = RecordKind.ARTICLE) -> Record:
    """A record with a title and an abstract."""
    namespace, value = identifier.split(":")
    return Record.build(
        id=identifier,
        identifiers=(Identifier(namespace, value),),
        kind=kind,
        title="A study.",
        sections=(
            SourceSection("title", SectionKind.TITLE, "A study."),
            SourceSection("abstract", SectionKind.ABSTRACT, text),
            *more,
        ),
    )


def row(
    number: int = 1,
    *,
    text: str = "A double-blind randomised trial of drugamine in 500 adults. The primary outcome was cramps.",
    result: str = "Cramps were fewer with drugamine.",
    low: float | None = None,
    high: float | None = None,
    measure: Measure = Measure.MEAN_DIFFERENCE,
    estimate: float | None = None,
    direction: Direction = Direction.LOWER,
    significant: bool | None = True,
    role: OutcomeRole = OutcomeRole.UNSTATED,
    events: tuple[int, int] | None = None,
    of: tuple[int, int] | None = None,
    sd: float | None = None,
    p: str = "",
    outcome: str = "cramps",
    directness: Directness = OWN,
) -> Row:
    """A study read from `text` with one finding told by `result`."""
    record = make(f"{text} RESULTS: {result}", f"pmid:{number}")
    start = record.section("abstract").text.index(result)
    sentence = Span(record, "abstract", start, start + len(result))

    def figure(value: float) -> Figure:
        return Figure(value, f"{value:g}", sentence)

    arms = tuple(
        ArmResult(
            name,
            events=figure(events[i]) if events else None,
            denominator=figure(of[i]) if of else None,
            spread=figure(sd) if sd else None,
            spread_kind="SD" if sd else "",
            control=name == "placebo",
        )
        for i, name in enumerate(("drugamine", "placebo") if events or sd else ())
    )
    finding = Finding(
        record=record.id,
        outcome=outcome,
        measure=measure,
        sentence=sentence,
        arms=arms,
        estimate=figure(estimate) if estimate is not None else None,
        interval=Interval(figure(low), figure(high)) if low is not None and high is not None else None,
        p=PValue("=", figure(0.5), p) if p else None,
        outcome_role=role,
        direction=direction,
        significant=significant,
    )
    return study.read(record), finding, directness


def steps(
    rows: Sequence[Row], outcome: str = "cramps", beside: certainty.Beside = BESIDE, question: Question = QUESTION
) -> dict[Domain, tuple[int, str]]:
    """The steps that change the level: domain -> change and reason."""
    got = certainty.grade(question, outcome, rows, beside)
    return {s.domain: (s.change, s.reason) for s in got.steps if s.change}


def level(rows: Sequence[Row], outcome: str = "cramps", beside: certainty.Beside = BESIDE) -> Level:
    """The level alone."""
    return certainty.grade(QUESTION, outcome, rows, beside).level


def of(design: str, n: int, blinding: str = "double-blind") -> str:
    """How a trial tells of itself."""
    return f"A {blinding} {design} of drugamine in {n} adults. The primary outcome was cramps."


@dataclass(frozen=True)
class Effect:
    """One pooled study."""

    estimate: float
    low: float
    high: float
    record: str = ""


@dataclass(frozen=True)
class Pooled:
    """Pooled figures, as the rules take them."""

    studies: tuple[Effect, ...]
    estimate: float | None = 0.7
    low: float | None = 0.6
    high: float | None = 0.8
    i2: float | None = 0.0
    tau2: float | None = 0.0
    prediction: tuple[float, float] | None = None
    egger_p: float | None = None
    measure: Measure = Measure.RISK_RATIO
