"""How much of the results in abstracts is read: which sentences count, and what a finding may not contradict."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from benchmarks import findings
from probatum.model import (
    ArmResult,
    Figure,
    Finding,
    Interval,
    Measure,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
)

RESULTS = (
    "We gave quinine. "
    "Cramps fell more with quinine than with placebo (RR 0.80, 95% CI 0.70 to 0.90). Itch was seen in 4%."
)

METHODS = " In this randomised controlled trial, patients were randomly assigned to quinine or placebo."


def record(number: int = 1, text: str = RESULTS) -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title="Quinine for cramps: a randomised trial",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, f"{text}{METHODS}"),),
    )


def figure(source: Record, text: str) -> Figure:
    at = source.sections[0].text.index(text)
    return Figure(float(text), text, Span(source, "abstract", at, at + len(text)))


def finding(source: Record) -> Finding:
    return Finding(
        source.id,
        "cramps",
        Measure.RISK_RATIO,
        Span(source, "abstract", 0, RESULTS.index(" Itch")),
        arms=(ArmResult("quinine"), ArmResult("placebo")),
        estimate=figure(source, "0.80"),
        interval=Interval(figure(source, "0.70"), figure(source, "0.90")),
    )


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Pain fell by 3 points.", True),
        ("Pain did not differ (p = 0.4).", True),
        ("Pain fell with 300 mg/day.", False),
        ("Pain was measured in 2019.", False),
        ("Three people had pain.", False),
    ],
)
def test_a_sentence_counts_where_it_prints_a_figure_that_may_be_a_result(text: str, counted: bool) -> None:
    assert findings.prints_result(text) is counted


def test_a_finding_of_its_own_sentence_contradicts_nothing() -> None:
    source = record()
    assert list(findings.contradictions(source, finding(source))) == []


def test_what_cannot_be_true_is_named() -> None:
    source = record()
    whole = finding(source)
    four = figure(source, "4")
    cases = {
        "figure_elsewhere": msgspec.structs.replace(whole, interval=None, estimate=four),
        "interval_excludes_estimate": msgspec.structs.replace(
            whole, estimate=figure(source, "0.90"), interval=Interval(figure(source, "0.70"), figure(source, "0.80"))
        ),
        "arm_unknown": msgspec.structs.replace(whole, arms=(ArmResult("magnesium"),)),
        "outcome_no_noun": msgspec.structs.replace(whole, outcome="was seen"),
    }
    assert tuple(cases) == findings.CONTRADICTIONS
    for name, contrary in cases.items():
        assert list(findings.contradictions(source, contrary)) == [name]


def test_an_interval_that_is_marked_is_no_contradiction() -> None:
    source = record()
    odd = msgspec.structs.replace(
        finding(source),
        estimate=figure(source, "4"),
        sentence=Span(source, "abstract", 0, len(RESULTS)),
        problems=("odd",),
    )
    assert list(findings.contradictions(source, odd)) == []


def test_the_sample_does_not_depend_on_the_order_of_the_records() -> None:
    records = [record(n) for n in range(30)]
    chosen = findings.sample(records, 5)
    assert len(chosen) == 5
    assert findings.sample(records[::-1], 5) == chosen
    assert findings.sample(records, 5, "another seed") != chosen


def test_the_share_read_is_of_the_sentences_that_count() -> None:
    told = findings.figures([findings.read(record(text=f"{RESULTS} Xylem 4.2% and phloem 5.1% or 6.3%."))])
    assert (told["sentences"], told["abstracts"], told["contradictory"]) == (3, 1, 0)
    assert told["read"] == pytest.approx(2 / 3)


def test_a_folder_without_abstracts_is_no_error(tmp_path: Path) -> None:
    assert findings.run(tmp_path).missing == ["pubmed", "medline"]
