"""How a result was analysed, whom it favours, and figures that cannot stand together."""

from __future__ import annotations

import pytest

from probatum.appraise import findings, study
from probatum.appraise.findings import benefit, qualifiers
from probatum.model import (
    Cell,
    Direction,
    Finding,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
)


def read(text: str) -> tuple[Finding, ...]:
    """The findings of a made-up results section."""
    record = Record.build(
        id="probatum:qualified",
        identifiers=(Identifier("probatum", "qualified"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text, role=SectionRole.RESULTS),),
    )
    return findings.read(record, study.read(record))


@pytest.mark.parametrize(
    ("sentence", "adjusted"),
    [
        ("Velorine lowered the risk of falls (adjusted odds ratio 0.60, 95% CI 0.40 to 0.90).", True),
        ("Velorine lowered the risk of falls (unadjusted odds ratio 0.60, 95% CI 0.40 to 0.90).", False),
        ("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90) after adjusting for age.", True),
        ("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90).", None),
    ],
)
def test_an_estimate_is_adjusted_only_where_its_sentence_says_so(sentence: str, adjusted: bool | None) -> None:
    found = [f for f in read(sentence) if f.estimate is not None]
    assert found and found[0].adjusted is adjusted


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In the intention-to-treat population, 12 recovered.", "intention to treat"),
        ("In the modified intent-to-treat population, 12 recovered.", "modified intention to treat"),
        ("The per-protocol analysis gave the same result.", "per protocol"),
        ("Results were alike in the ITT and per-protocol populations.", ""),
        ("Twelve recovered.", ""),
    ],
)
def test_the_analysis_set_is_the_only_one_named(text: str, named: str) -> None:
    assert qualifiers.analysis_set(text) == named


@pytest.mark.parametrize(
    ("text", "margin"),
    [
        ("The upper limit lay below the non-inferiority margin of 10%.", "10%"),
        ("Velorine was non-inferior, the margin was 5 percentage points.", "5 percentage points"),
        ("The profit margin of 10% was stable.", ""),
    ],
)
def test_a_margin_is_kept_as_printed(text: str, margin: str) -> None:
    assert qualifiers.margin(text) == margin


@pytest.mark.parametrize(
    ("outcome", "direction", "favours"),
    [
        ("mortality at one year", Direction.LOWER, "benefit"),
        ("mortality at one year", Direction.HIGHER, "harm"),
        ("overall survival", Direction.HIGHER, "benefit"),
        ("time to relapse", Direction.HIGHER, "benefit"),
        ("reduction in pain", Direction.HIGHER, "benefit"),
        ("relapse-free survival", Direction.LOWER, "harm"),
        ("days alive without ventilation", Direction.HIGHER, "benefit"),
        ("survival without a stroke", Direction.LOWER, "harm"),
        ("death on oxygen without invasive ventilation", Direction.LOWER, "benefit"),
        ("stroke without bleeding", Direction.HIGHER, "harm"),
        ("improvement in pain", Direction.LOWER, "harm"),
        ("serum sodium", Direction.HIGHER, ""),
        ("mortality at one year", Direction.NONE_DETECTED, ""),
    ],
)
def test_a_difference_favours_by_what_the_outcome_means(outcome: str, direction: Direction, favours: str) -> None:
    assert benefit.favours(outcome, direction) == favours


@pytest.mark.parametrize(
    ("outcome", "ratio", "significant", "favours"),
    [
        ("overall survival", 0.7, True, "benefit"),
        ("overall survival", 1.5, True, "harm"),
        ("death", 1.5, True, "harm"),
        ("overall survival", 1.5, False, ""),
        ("serum sodium", 1.5, True, ""),
    ],
)
def test_a_hazard_ratio_of_survival_is_one_of_its_end(
    outcome: str, ratio: float, significant: bool, favours: str
) -> None:
    assert benefit.hazard(outcome, ratio, significant=significant) == favours


def test_a_change_without_its_outcome_is_no_finding() -> None:
    assert all(f.outcome not in ("increases", "increase") for f in read("Velorine was associated with increases."))


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90; p = 0.013).", ""),
        ("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90; p < 0.00001).", "gives p of about"),
        ("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90; p = 0.40).", "does not fit"),
        ("Velorine lowered the risk of falls (odds ratio 0.95, 95% CI 0.60 to 0.90; p = 0.02).", "does not hold"),
    ],
)
def test_a_p_value_far_from_its_interval_is_marked_with_the_arithmetic(sentence: str, problem: str) -> None:
    found = [f for f in read(sentence) if f.estimate is not None]
    assert found
    said = " ".join(found[0].problems)
    assert (problem in said) if problem else not said


def test_a_table_row_named_by_its_time_point_takes_its_outcome_from_the_line_above() -> None:
    rows = (
        ("", "Velorine (n = 40)", "Placebo (n = 38)"),
        ("Grip strength", "", ""),
        ("Baseline (mean ± SD)", "20.1 ± 3.0", "20.0 ± 3.1"),
        ("Post treatment (mean ± SD)", "24.1 ± 3.2", "21.0 ± 3.3"),
    )
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            cells.append(Cell(number, column, len(text), len(text) + len(cell), header=number == 0))
            text += cell + "\t"
        text = text[:-1] + "\n"
    section = SourceSection("table.1", SectionKind.TABLE, text, "Table 1 Strength before and after", cells=tuple(cells))
    record = Record.build(
        id="probatum:qualified",
        identifiers=(Identifier("probatum", "qualified"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo",
        sections=(section,),
    )
    found = findings.read(record, study.read(record))
    assert [(f.outcome, f.timepoint) for f in found] == [("grip strength", "Post treatment")]  # the start is no result


def test_one_sided_tests_are_marked() -> None:
    found = read("Velorine lowered the risk of falls (odds ratio 0.60, 95% CI 0.40 to 0.90; one-sided p = 0.006).")
    assert any(f.one_sided for f in found)
