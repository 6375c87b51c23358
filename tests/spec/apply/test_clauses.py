"""Clauses: what each measure reads like. One finding in, one clause out."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.clauses import clause, together
from probatum.model import (
    ArmResult,
    Direction,
    Figure,
    Finding,
    Identifier,
    Interval,
    Measure,
    PValue,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
)

TEXT = "31 0.047 16 0.002 5.3 3.5 45 0.08 0.75 0.60 0.90 12 39 6 40 31.0 15.0 0.03"
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.TRIAL_REPORT,
    title="A trial",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
)
WHOLE = Span(RECORD, "abstract", 0, len(TEXT))


def figure(text: str) -> Figure:
    start = TEXT.index(text)
    return Figure(float(text), text, Span(RECORD, "abstract", start, start + len(text)))


def p(text: str, relation: str = "=") -> PValue:
    return PValue(relation, figure(text), f"p {relation} {text}")


def finding(outcome: str, measure: Measure, **fields: object) -> Finding:
    return Finding(record="pmid:1", outcome=outcome, measure=measure, sentence=WHOLE, **fields)  # type: ignore[arg-type]


TABLE = [
    pytest.param(
        finding(
            "the joint score",
            Measure.MEAN_DIFFERENCE,
            arms=(ArmResult("drug"), ArmResult("placebo", control=True)),
            estimate=figure("5.3"),
            unit="points",
            p=p("0.002"),
            significant=True,
            favours="benefit",
        ),
        "the joint score was 5.3 points better with drug than with placebo (p = 0.002)",
        id="a difference of a scale that may go either way, called better by its source",
    ),
    pytest.param(
        finding(
            "relapse rate",
            Measure.RELATIVE,
            arms=(ArmResult("drug 300 mg/day", figure("31")),),
            comparator="placebo",
            unit="%",
            p=p("0.047"),
            significant=True,
        ),
        "relapse rate was 31% of the placebo value with drug 300 mg/day (p = 0.047)",
        id="share of the comparator",
    ),
    pytest.param(
        finding(
            "Relapse severity",
            Measure.RELATIVE,
            arms=(ArmResult("drug", figure("45")),),
            comparator="placebo",
            unit="%",
            p=p("0.08"),
            significant=False,
            claimed="significant",
        ),
        "relapse severity was 45% of the placebo value with drug "
        "(p = 0.08; not significant at 0.05, although the source lists it as significant)",
        id="p is judged, not copied",
    ),
    pytest.param(
        finding(
            "mortality",
            Measure.HAZARD_RATIO,
            estimate=figure("0.75"),
            interval=Interval(figure("0.60"), figure("0.90")),
            arms=(ArmResult("drug"), ArmResult("placebo", control=True)),
            significant=True,
        ),
        "the hazard ratio for mortality was 0.75 with drug compared with placebo (95% CI 0.60 to 0.90)",
        id="ratio with interval",
    ),
    pytest.param(
        finding(
            "nausea",
            Measure.PERCENTAGE,
            unit="%",
            arms=(
                ArmResult("drug", figure("31.0"), events=figure("12"), denominator=figure("39")),
                ArmResult("placebo", figure("15.0"), events=figure("6"), denominator=figure("40"), control=True),
            ),
            p=p("0.03"),
            significant=True,
        ),
        "nausea was seen in 31.0% (12 of 39) with drug and 15.0% (6 of 40) with placebo (p = 0.03)",
        id="percentages with numerator and denominator",
    ),
    pytest.param(
        finding(
            "attacks",
            Measure.CHANGE,
            unit="per day",
            direction=Direction.LOWER,
            arms=(ArmResult("drug", figure("3.5"), baseline=figure("5.3")),),
        ),
        "attacks fell from 5.3 to 3.5 per day with drug",
        id="change from baseline",
    ),
    pytest.param(
        finding(
            "survival",
            Measure.P_ONLY,
            direction=Direction.NONE_DETECTED,
            arms=(ArmResult("drug"), ArmResult("placebo", control=True)),
        ),
        "no difference in survival was detected between drug and placebo",
        id="no difference is 'none detected', never 'no effect'",
    ),
]


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_clause(given: Finding, expected: str) -> None:
    made = clause(given)
    assert made is not None
    assert made.text == expected


def test_findings_of_one_sentence_are_drawn_together() -> None:
    first = finding(
        "relapse rate", Measure.RELATIVE, arms=(ArmResult("low dose", figure("31")),), comparator="placebo", unit="%"
    )
    second = finding(
        "relapse rate", Measure.RELATIVE, arms=(ArmResult("high dose", figure("16")),), comparator="placebo", unit="%"
    )
    made = together([first, second])
    assert [c.text for c in made] == ["relapse rate was 31% of the placebo value with low dose and 16% with high dose"]
