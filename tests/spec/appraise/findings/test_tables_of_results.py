"""Tables by their cells: arms, times, forms of figures, sizes, estimates; and tables that tell no result of a trial."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from probatum.appraise import findings, study
from probatum.model import Cell, Finding, Identifier, Measure, Record, RecordKind, SectionKind, SourceSection

M = Measure
Row = Sequence[str | tuple[str, int]]


def read(heading: str, heads: int, *rows: Row) -> tuple[Finding, ...]:
    """The findings of a made-up table; a cell is its text, or its text with the columns it spans."""
    text, cells = "", []
    for number, row in enumerate(rows):
        column = 0
        for item in row:
            words, span = (item, 1) if isinstance(item, str) else item
            cells.append(
                Cell(number, column, len(text), len(text) + len(words), header=number < heads, column_span=span)
            )
            text += words + "\t"
            column += span
        text = text[:-1] + "\n"
    record = Record.build(
        id="probatum:table",
        identifiers=(Identifier("probatum", "table"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo",
        sections=(SourceSection("table.1", SectionKind.TABLE, text, heading, cells=tuple(cells)),),
    )
    return findings.read(record, study.read(record))


def told(found: Finding) -> tuple[str, ...]:
    """Outcome, measure, and each arm as `name value(spread)[baseline] events/n`."""
    arms = []
    for arm in found.arms:
        words = f"{arm.arm} {arm.value.text if arm.value else ''}"
        words += f"({arm.spread.text} {arm.spread_kind})" if arm.spread else ""
        words += f"[{arm.baseline.text}]" if arm.baseline else ""
        words += f" {arm.events.text}" if arm.events else ""
        words += f"/{arm.denominator.text}" if arm.denominator else ""
        arms.append(words)
    return (found.outcome, found.measure.value, *arms)


TABLES = {
    "events with the sizes of the head": (
        "Table 2 Outcomes",
        1,
        [("", "Velorine (n = 50), n (%)", "Placebo (n = 40), n (%)", "p"), ("Relapse", "5 (10)", "8 (20)", "0.18")],
        [("relapse", "percentage", "Velorine 10 5/50", "Placebo 20 8/40")],
    ),
    "means under a head of their form": (
        "Table 2 Outcomes",
        2,
        [
            ("Variable", "Velorine", "Placebo", "p value"),
            ("", "Mean (SD)", "Mean (SD)", ""),
            ("Pain score", "3.2 (1.1)", "4.5 (1.3)", "0.01"),
        ],
        [("pain score", "mean", "Velorine 3.2(1.1 SD)", "Placebo 4.5(1.3 SD)")],
    ),
    "mean and SD in two columns": (
        "Table 2 Outcomes",
        2,
        [
            ("", ("Velorine (n = 50)", 2), ("Placebo (n = 40)", 2)),
            ("", "Mean", "SD", "Mean", "SD"),
            ("Pain score", "3.2", "1.1", "4.5", "1.3"),
        ],
        [("pain score", "mean", "Velorine 3.2(1.1 SD)/50", "Placebo 4.5(1.3 SD)/40")],
    ),
    "people and share in two columns": (
        "Table 2 Outcomes",
        2,
        [
            ("", ("Velorine (n = 50)", 2), ("Placebo (n = 40)", 2)),
            ("", "n", "%", "n", "%"),
            ("Relapse", "5", "10.0", "8", "20.0"),
        ],
        [("relapse", "percentage", "Velorine 10.0 5/50", "Placebo 20.0 8/40")],
    ),
    "before and after": (
        "Table 2 Strength",
        2,
        [
            ("", ("Velorine", 2), ("Placebo", 2)),
            ("", "Pre", "Post", "Pre", "Post"),
            ("Grip strength", "20.1 ± 3.0", "24.1 ± 3.2", "20.0 ± 3.1", "21.0 ± 3.3"),
        ],
        [("grip strength", "mean", "Velorine 24.1(3.2 )[20.1]", "Placebo 21.0(3.3 )[20.0]")],
    ),
    "a part of what stands above it": (
        "Table 2 Outcomes",
        1,
        [("", "Velorine (n = 50)", "Placebo (n = 40)"), ("Mood scale", "", ""), (" Anger", "3.2 ± 1.1", "4.5 ± 1.3")],
        [("anger (mood scale)", "mean", "Velorine 3.2(1.1 )/50", "Placebo 4.5(1.3 )/40")],
    ),
    "two columns of names": (
        "Table 3 Adverse events",
        1,
        [
            ("", "", "Velorine (n = 50)", "Placebo (n = 40)"),
            ("At the clinic", "Nausea", "5/50 (10%)", "8/40 (20%)"),
            ("", "Yes", "5/50 (10%)", "8/40 (20%)"),
        ],
        [("nausea", "percentage", "Velorine 10 5/50", "Placebo 20 8/40")],
    ),
    "a row of sizes": (
        "Table 2 Outcomes",
        1,
        [
            ("", "Velorine (n = 50)", "Placebo (n = 40)"),
            ("", "n = 30", "n = 20"),
            ("Pain score", "3.2 ± 1.1", "4.5 ± 1.3"),
        ],
        [("pain score", "mean", "Velorine 3.2(1.1 )/30", "Placebo 4.5(1.3 )/20")],
    ),
    "a share that its size does not give": (
        "Table 2 Outcomes",
        1,
        [("", "Velorine (n = 50), n (%)", "Placebo (n = 40), n (%)"), ("Relapse", "5 (30)", "8 (20)")],
        [],
    ),
    "a count under a head of means": (
        "Table 2 Weight gain, mean (SD)",
        1,
        [("", "Velorine (n = 155)", "Placebo (n = 320)"), ("Below the target", "54 (30.7)", "98 (27.9)")],
        [],
    ),
    "what people were like": (
        "Table 1 Baseline characteristics after enrolment",
        1,
        [("Characteristic", "Velorine (n = 50)", "Placebo (n = 40)"), ("Pain score", "3.2 ± 1.1", "4.5 ± 1.3")],
        [],
    ),
    "what people had had before": (
        "Table 2 Past medical history of the groups",
        1,
        [("", "Velorine (n = 50), n (%)", "Placebo (n = 40), n (%)"), ("Anaemia", "5 (10)", "8 (20)")],
        [],
    ),
    "what people had besides": (
        "Table 2 Comorbidities",
        1,
        [("", "Velorine (n = 50), n (%)", "Placebo (n = 40), n (%)"), ("Asthma", "5 (10)", "8 (20)")],
        [],
    ),
    "results of times, not of arms": (
        "Table 2 Outcomes",
        1,
        [("", "Before run-in", "Week 4", "Week 8"), ("Pain score", "3.2 ± 1.1", "4.5 ± 1.3", "4.5 ± 1.3")],
        [],
    ),
    "categories": (
        "Table 2 Outcomes",
        1,
        [("", "Velorine (n = 50)", "Placebo (n = 40)"), ("Severe", "5 (10%)", "8 (20%)")],
        [],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_by_its_cells(name: str) -> None:
    heading, heads, rows, expected = TABLES[name]
    assert [told(f) for f in read(heading, heads, *rows)] == expected


def test_an_estimate_beside_the_arms_is_kept_with_its_interval() -> None:
    (found,) = read(
        "Table 2 Outcomes",
        1,
        ("", "Velorine (n = 50)", "Placebo (n = 40)", "Odds ratio (95% CI)", "P value"),
        ("Relapse", "5 (10%)", "8 (20%)", "0.44 (0.13-1.49)", "0.18"),
    )
    assert found.measure is M.ODDS_RATIO and found.estimate is not None and found.interval is not None
    assert (found.estimate.text, found.interval.low.text, found.interval.level) == ("0.44", "0.13", 95.0)
    assert [a.events and a.events.text for a in found.arms] == ["5", "8"]


def test_the_size_of_an_arm_points_into_the_head() -> None:
    (found,) = read(
        "Table 2 Outcomes", 1, ("", "Velorine (n = 50)", "Placebo (n = 40)"), ("Pain score", "3.2 ± 1.1", "4.5 ± 1.3")
    )
    assert [a.denominator.span.quote for a in found.arms if a.denominator] == ["50", "40"]


def test_a_time_above_rows_is_their_time() -> None:
    found = read(
        "Table 2 Outcomes",
        1,
        ("", "Velorine (n = 50)", "Placebo (n = 40)"),
        ("14 days", "", ""),
        (" Pain score", "3.2 ± 1.1", "4.5 ± 1.3"),
        ("28 days", "", ""),
        (" Pain score", "3.0 ± 1.1", "4.4 ± 1.3"),
    )
    assert [(f.outcome, f.timepoint) for f in found] == [("pain score", "14 days"), ("pain score", "28 days")]


def test_the_analysis_set_stands_above_the_rows() -> None:
    (found,) = read(
        "Table 2 Outcomes",
        1,
        ("", "Velorine (n = 50)", "Placebo (n = 40)"),
        ("Per-protocol analysis", "", ""),
        ("Pain score", "3.2 ± 1.1", "4.5 ± 1.3"),
    )
    assert found.analysis_set == "per protocol"
