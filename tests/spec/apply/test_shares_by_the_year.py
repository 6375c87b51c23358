"""A percentage that a source counts by the year is told so, and is never called people out of 100 or 1,000."""

from __future__ import annotations

import pytest

from probatum.apply import wording
from probatum.apply.evidence.absolute import absolute
from probatum.apply.evidence.clauses import clause
from probatum.model import (
    ArmResult,
    Design,
    Figure,
    Finding,
    Identifier,
    Measure,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
    Study,
)


def finding(text: str, measure: Measure = Measure.RISK_RATIO) -> Finding:
    """A finding on boils from a sentence with the shares 1.3 and 1.6 and the ratio 0.81."""
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title="A trial",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )

    def figure(words: str) -> Figure:
        start = text.index(words)
        return Figure(float(words), words, Span(record, "abstract", start, start + len(words)))

    arms = (ArmResult("zerafine", value=figure("1.3")), ArmResult("placebo", value=figure("1.6"), control=True))
    whole = Span(record, "abstract", 0, len(text))
    return Finding("pmid:1", "boils", measure, whole, arms=arms, estimate=figure("0.81"), unit="%", significant=True)


EACH = "Boils came in 1.3% per year with zerafine and 1.6% per year with placebo (0.81)."
PAIR = "Boils came in 1.3% and 1.6% per year (0.81)."
NAMED = "Boils came in 1.3% with zerafine and 1.6%/year with placebo (0.81)."
SHARE = "Boils came in 1.3% with zerafine and 1.6% with placebo (0.81)."
YEARS = [(EACH, True), (PAIR, True), (NAMED, True), (SHARE, False)]


@pytest.mark.parametrize(("text", "by_year"), YEARS)
def test_shares_by_the_year_are_known(text: str, by_year: bool) -> None:
    made = finding(text)
    assert [wording.yearly(arm.value) for arm in made.arms if arm.value] == [by_year] * 2


@pytest.mark.parametrize(("text", "by_year"), YEARS)
def test_they_are_told_so_and_not_as_people(text: str, by_year: bool) -> None:
    made = clause(finding(text))
    assert made is not None
    assert ("1.3% per year" in made.text) is by_year
    assert ("1.3% (1.3 in every 100)" in made.plain) is not by_year
    assert (absolute(finding(text), Study(record="pmid:1", design=Design.RANDOMISED)) is None) is by_year
