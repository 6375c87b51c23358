"""Tables by their cells whose rows are arms: a block for each outcome, or outcomes over the columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from probatum.appraise import findings, study
from probatum.model import Cell, Finding, Identifier, Record, RecordKind, SectionKind, SourceSection

Item = str | tuple[str, int]


def read(heading: str, heads: int, *rows: Sequence[Item]) -> tuple[Finding, ...]:
    """The findings of a made-up table; a cell is its text, or its text with the rows it spans."""
    text, cells, taken = "", [], set[tuple[int, int]]()
    for number, row in enumerate(rows):
        column = 0
        for item in row:
            words, span = (item, 1) if isinstance(item, str) else item
            while (number, column) in taken:
                column += 1
            start = len(text)
            cells.append(Cell(number, column, start, start + len(words), header=number < heads, row_span=span))
            taken |= {(number + further, column) for further in range(span)}
            text += words + "\t"
        text = text[:-1] + "\n"
    record = Record.build(
        id="probatum:rows",
        identifiers=(Identifier("probatum", "rows"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo",
        sections=(SourceSection("table.1", SectionKind.TABLE, text, heading, cells=tuple(cells)),),
    )
    return findings.read(record, study.read(record))


def told(found: Finding) -> tuple[str, ...]:
    """Outcome, measure, each arm as `name value(spread) events/n`, p, time."""
    made = [found.outcome, found.measure.value]
    for arm in found.arms:
        words = f"{arm.arm} {arm.value.text if arm.value else ''}"
        words += f"({arm.spread.text} {arm.spread_kind})" if arm.spread else ""
        words += f" {arm.events.text}" if arm.events else ""
        made.append(words + (f"/{arm.denominator.text}" if arm.denominator else ""))
    return (*made, *([found.p.text] if found.p else []), *([found.timepoint] if found.timepoint else []))


TABLES = {
    "a block for each outcome, with the p beside all its arms": (
        *("Table 1 Scores", 1),
        [
            ("Outcome", "Group (n)", "Mean (SD)", "P value"),
            (("Grip", 2), "Velorine (22)", "6.5 (1.1)", ("0.02", 2)),
            ("Placebo (21)", "5.2 (1.2)"),
            (("Reach", 2), "Velorine (22)", "9.5 (2.1)", ("0.61", 2)),
            ("Placebo (21)", "9.2 (2.2)"),
        ],
        [
            ("grip", "mean", "Velorine 6.5(1.1 SD)/22", "Placebo 5.2(1.2 SD)/21", "p = 0.02"),
            ("reach", "mean", "Velorine 9.5(2.1 SD)/22", "Placebo 9.2(2.2 SD)/21", "p = 0.61"),
        ],
    ),
    "a p beside one arm is not one between them": (
        *("Table 1 Scores", 1),
        [
            ("Outcome", "Group", "Mean (SD)", "P value"),
            (("Grip", 2), "Velorine", "6.5 (1.1)", "0.02"),
            ("Placebo", "5.2 (1.2)", "0.40"),
        ],
        [("grip", "mean", "Velorine 6.5(1.1 SD)", "Placebo 5.2(1.2 SD)")],
    ),
    "results before treatment are left, and a change is one": (
        *("Table 1 Scores, mean (SD)", 1),
        [
            ("Outcome", "Group", "Pretest", "Posttest", "Change"),
            (("Grip", 2), "Velorine", "5.0 (1.0)", "6.5 (1.1)", "1.5 (0.9)"),
            ("Placebo", "5.1 (1.0)", "5.2 (1.2)", "0.1 (0.8)"),
        ],
        [
            ("grip", "mean", "Velorine 6.5(1.1 SD)", "Placebo 5.2(1.2 SD)", "Posttest"),
            ("grip", "change", "Velorine 1.5(0.9 SD)", "Placebo 0.1(0.8 SD)"),
        ],
    ),
    "outcomes over the columns": (
        *("Table 1 Results", 1),
        [
            ("Group", "Relapse, n (%)", "Death, n (%)"),
            ("Velorine (n = 50)", "5 (10)", "1 (2)"),
            ("Placebo (n = 40)", "8 (20)", "2 (5)"),
        ],
        [
            ("relapse", "percentage", "Velorine 10 5/50", "Placebo 20 8/40"),
            ("death", "percentage", "Velorine 2 1/50", "Placebo 5 2/40"),
        ],
    ),
    "times over the columns without a word of what was measured": (
        *("Table 1 Results", 1),
        [
            ("Group", "1 month", "3 months"),
            ("Velorine", "2.5 ± 0.5", "0.2 ± 0.4"),
            ("Placebo", "2.6 ± 0.5", "0.3 ± 0.4"),
        ],
        [],
    ),
    "drugs down the rows, whose columns look like arms": (
        *("Table 1 Velorine and baclosine, effect on alpha-1 and beta-2", 1),
        [
            ("Treatment", "Alpha-1 therapy index", "Beta-2 therapy index"),
            ("Velorine", "11.2 ± 2.5", "2.5 ± 0.5"),
            ("Placebo", "12.2 ± 2.4", "2.6 ± 0.6"),
        ],
        [
            ("Alpha-1 therapy index", "mean", "Velorine 11.2(2.5 )", "Placebo 12.2(2.4 )"),
            ("Beta-2 therapy index", "mean", "Velorine 2.5(0.5 )", "Placebo 2.6(0.6 )"),
        ],
    ),
    "symptoms down the rows are no arms": (
        *("Table 1 Symptoms before and after velorine (mean ± SD)", 1),
        [
            ("Subscale", "Before velorine programme", "After velorine programme"),
            ("Hand symptoms", "11.3 ± 5.9", "10.5 ± 5.6"),
            ("Foot symptoms", "22.6 ± 9.5", "17.8 ± 7.5"),
        ],
        [],
    ),
    "blocks that do not hold the same arms": (
        *("Table 1 Scores, mean (SD)", 1),
        [
            ("Outcome", "Group", "Week 4"),
            (("Grip", 2), "Velorine", "6.5 (1.1)"),
            ("Placebo", "5.2 (1.2)"),
            (("Reach", 2), "Velorine", "9.5 (2.1)"),
            ("Usual care", "9.2 (2.2)"),
        ],
        [],
    ),
    "a percentage and a number in brackets whose people nobody tells": (
        *("Table 1 Light", 1),
        [("Group", "Daylight"), ("Velorine group", "13% (10)"), ("Control group", "11% (10)")],
        [],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_arms_in_its_rows_is_read_by_its_cells(name: str) -> None:
    heading, heads, rows, expected = TABLES[name]
    assert [told(found) for found in read(heading, heads, *rows)] == expected
