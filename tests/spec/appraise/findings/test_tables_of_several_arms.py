"""Tables by their cells: contrasts of three arms, sizes wherever they stand, heads, notes, grades of harm."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from probatum.acquire.formats.jats import FORMAT
from probatum.appraise import findings, study
from probatum.model import Cell, Finding, Identifier, OutcomeRole, Record, RecordKind, SectionKind, SourceSection

Row = Sequence[str | tuple[str, int]]


def read(heading: str, heads: int, *rows: Row, note: str = "") -> tuple[Finding, ...]:
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
    sections = [SourceSection("table.1", SectionKind.TABLE, text, heading, cells=tuple(cells))]
    if note:
        sections.append(SourceSection("caption.1", SectionKind.CAPTION, note, heading[:7]))
    record = Record.build(
        id="probatum:arms",
        identifiers=(Identifier("probatum", "arms"),),
        kind=RecordKind.ARTICLE,
        title="Velorine and baclosine against placebo",
        sections=tuple(sections),
    )
    return findings.read(record, study.read(record))


def told(found: Finding) -> tuple[str, ...]:
    """Outcome, measure, each arm as `name value(spread) events/n`, the estimate with its limits, p, time."""
    made = [found.outcome, found.measure.value]
    for arm in found.arms:
        words = f"{arm.arm} {arm.value.text if arm.value else ''}"
        words += f"({arm.spread.text} {arm.spread_kind})" if arm.spread else ""
        words += f" {arm.events.text}" if arm.events else ""
        made.append(words + (f"/{arm.denominator.text}" if arm.denominator else ""))
    if found.estimate is not None and found.interval is not None:
        made.append(f"{found.estimate.text} [{found.interval.low.text}, {found.interval.high.text}]")
    return (*made, *([found.p.text] if found.p else []), *([found.timepoint] if found.timepoint else []))


THREE = (
    ("", "Placebo (n = 60)", ("Velorine (n = 62)", 3), ("Baclosine (n = 61)", 3)),
    (
        "",
        "Mean (SD)",
        "Mean (SD)",
        "Difference from placebo (95% CI)",
        "P",
        "Mean (SD)",
        "Difference from placebo (95% CI)",
        "P",
    ),
)

TABLES = {
    "each contrast of three arms has its own two arms": (
        *("Table 1 Scores", 2, ""),
        [
            *THREE,
            ("Grip", "5.0 (1.0)", "6.5 (1.1)", "1.5 (0.9 to 2.1)", "0.001", "5.2 (1.0)", "0.2 (-0.3 to 0.7)", "0.41"),
        ],
        [
            (
                "grip",
                "mean difference",
                "Velorine 6.5(1.1 SD)/62",
                "Placebo 5.0(1.0 SD)/60",
                "1.5 [0.9, 2.1]",
                "p = 0.001",
            ),
            (
                "grip",
                "mean difference",
                "Baclosine 5.2(1.0 SD)/61",
                "Placebo 5.0(1.0 SD)/60",
                "0.2 [-0.3, 0.7]",
                "p = 0.41",
            ),
        ],
    ),
    "the interval in the column behind the estimate": (
        *("Table 1 Events", 1, ""),
        [
            ("", "Velorine (n = 50), n (%)", "Placebo (n = 40), n (%)", "Odds ratio", "95% CI", "p"),
            ("Relapse", "5 (10)", "8 (20)", "0.44", "0.13 to 1.48", "0.18"),
        ],
        [("relapse", "odds ratio", "Velorine 10 5/50", "Placebo 20 8/40", "0.44 [0.13, 1.48]", "p = 0.18")],
    ),
    "sizes in bare brackets, which all arms have": (
        *("Table 1 Events", 1, ""),
        [("", "Velorine-allocated (1,050)", "Placebo-allocated (1,040)"), ("Relapse", "105 (10.0%)", "208 (20.0%)")],
        [("relapse", "percentage", "Velorine-allocated 10.0 105/1,050", "Placebo-allocated 20.0 208/1,040")],
    ),
    "a range of sizes is no size": (
        *("Table 1 Scores", 1, ""),
        [("", "Velorine (n = 48–50)", "Placebo (n = 38–40)"), ("Grip, mean (SD)", "6.5 (1.1)", "5.0 (1.0)")],
        [("grip", "mean", "Velorine 6.5(1.1 SD)", "Placebo 5.0(1.0 SD)")],
    ),
    "a column of sizes before each arm": (
        *("Table 1 Events", 1, ""),
        [("", "n", "Velorine", "n", "Placebo"), ("Relapse, n (%)", "48", "12 (25)", "50", "20 (40)")],
        [("relapse", "percentage", "Velorine 25 12/48", "Placebo 40 20/50")],
    ),
    "a size in the cell": (
        *("Table 1 Flow (mean ± SD)", 1, ""),
        [("", "Velorine group", "Placebo group"), ("Flow", "57.5 ± 8.9, n = 26", "52.9 ± 7.9, n = 9")],
        [("flow", "mean", "Velorine group 57.5(8.9 SD)/26", "Placebo 52.9(7.9 SD)/9")],
    ),
    "a head that its source does not mark": (
        *("Table 1 Scores", 0, ""),
        [
            ("", ("Velorine (n = 20)", 2), ("Placebo (n = 21)", 2)),
            ("", "baseline", "6 months", "baseline", "6 months"),
            ("Grip, mean (SD)", "5.0 (1.0)", "6.5 (1.1)", "5.1 (1.0)", "5.2 (1.2)"),
        ],
        [("grip", "mean", "Velorine 6.5(1.1 SD)/20", "Placebo 5.2(1.2 SD)/21", "6 months")],
    ),
    "a head in the middle that names other arms": (
        *("Table 1 Flow (mean ± SD)", 1, ""),
        [
            ("", "Ill people", "Control group"),
            ("Flow", "42.0 ± 4.9", "39.2 ± 4.8"),
            ("Change of flow", "Velorine group", "Placebo group"),
            ("Flow at rest", "-3.5 ± 4.6", "1.3 ± 5.1"),
        ],
        [
            ("flow", "mean", "Ill people 42.0(4.9 SD)", "Control group 39.2(4.8 SD)"),
            ("flow at rest", "change", "Velorine group -3.5(4.6 SD)", "Placebo 1.3(5.1 SD)"),
        ],
    ),
    "the notes say how figures are printed": (
        *("Table 1 Scores", 1, "Values are mean (SD) unless otherwise stated. SD, standard deviation."),
        [("", "Velorine (n = 20)", "Placebo (n = 21)"), ("Grip", "6.5 (1.1)", "5.2 (1.2)")],
        [("grip", "mean", "Velorine 6.5(1.1 SD)/20", "Placebo 5.2(1.2 SD)/21")],
    ),
    "a list of abbreviations says nothing of the figures": (
        *("Table 1 Scores", 1, "CI, confidence interval; SD, standard deviation; SEM, standard error of the mean."),
        [("", "Velorine (n = 20)", "Placebo (n = 21)"), ("Grip", "6.5 (1.1)", "5.2 (1.2)")],
        [],
    ),
    "harms by grade with their denominators": (
        *("Table 1 Adverse events", 3, ""),
        [
            ("", ("Velorine", 4), ("Placebo", 4)),
            ("", ("N = 50", 4), ("N = 40", 4)),
            ("", ("Grade III", 2), ("Grade IV", 2), ("Grade III", 2), ("Grade IV", 2)),
            ("", "N", "%", "N", "%", "N", "%", "N", "%"),
            ("Rash", "5", "10", "1", "2", "2", "5", "0", "0"),
        ],
        [
            ("rash, grade III", "percentage", "Velorine 10 5/50", "Placebo 5 2/40"),
            ("rash, grade IV", "percentage", "Velorine 2 1/50", "Placebo 0 0/40"),
        ],
    ),
    "the times of a column of visits": (
        *("Table 1 Scores", 1, ""),
        [
            ("Score", "Visit", "Velorine, mean (SD)", "Placebo, mean (SD)"),
            ("Grip", "V2", "6.5 (1.1)", "5.2 (1.2)"),
            ("", "V3", "6.9 (1.0)", "5.0 (1.3)"),
        ],
        [
            ("grip", "mean", "Velorine 6.5(1.1 SD)", "Placebo 5.2(1.2 SD)", "V2"),
            ("grip", "mean", "Velorine 6.9(1.0 SD)", "Placebo 5.0(1.3 SD)", "V3"),
        ],
    ),
    "two counts with a slash are no part of a whole": (
        *("Table 1 Devices", 1, ""),
        [
            ("", "Velorine (n = 30)", "Placebo (n = 30)"),
            ("Size (1.0/1.5)", "14/16", "12/18"),
            ("Cough", "3/29", "5/30"),
        ],
        [("cough", "count", "Velorine 3 3/29", "Placebo 5 5/30")],
    ),
    "nobody of nobody is no result": (
        *("Table 1 Response", 1, ""),
        [("", "Velorine", "Placebo"), ("Response", "0/0 (0%)", "2/15 (13%)")],
        [],
    ),
    "a row that stands under several lines is told with its line": (
        *("Table 1 Response", 1, ""),
        [
            ("", "Velorine (n = 20)", "Placebo (n = 20)"),
            ("Strain A", "", ""),
            ("Response, n (%)", "4 (20)", "2 (10)"),
            ("Strain B", "", ""),
            ("Response, n (%)", "6 (30)", "3 (15)"),
        ],
        [
            ("response (strain A)", "percentage", "Velorine 20 4/20", "Placebo 10 2/20"),
            ("response (strain B)", "percentage", "Velorine 30 6/20", "Placebo 15 3/20"),
        ],
    ),
    "a head over the blank cells beside it": (
        *("Table 1 Scores (mean ± SD)", 2, ""),
        [
            ("", "Velorine (n = 20)", "", "Placebo (n = 21)", "", "p level"),
            ("", "Pre", "Post", "Pre", "Post", ""),
            ("Grip", "5.0 ± 1.0", "6.5 ± 1.1∗a", "5.1 ± 1.0", "5.2 ± 1.2", "0.04"),
        ],
        [("grip", "mean", "Velorine 6.5(1.1 SD)/20", "Placebo 5.2(1.2 SD)/21", "p = 0.04", "Post")],
    ),
    "the spread that its brackets name": (
        *("Table 1 Costs", 1, ""),
        [("", "Velorine group", "Control group"), ("Visits", "6.0 (SD 5.9)", "6.8 (SD 6.4)")],
        [("visits", "mean", "Velorine group 6.0(5.9 SD)", "Control group 6.8(6.4 SD)")],
    ),
    "final values under a heading of changes": (
        *("Table 1 Changes in pressure", 1, ""),
        [("", "Velorine, mean (SD)", "Placebo, mean (SD)"), ("Blood pressure", "133.2 (11.2)", "134.6 (9.4)")],
        [("blood pressure", "mean", "Velorine 133.2(11.2 SD)", "Placebo 134.6(9.4 SD)")],
    ),
    "a difference whose head names both arms": (
        *("Table 1 Costs", 1, ""),
        [
            ("", "Velorine, mean (SD)", "Usual care, mean (SD)", "Velorine - Usual care difference in costs (95% CI)"),
            ("Visits", "7.7 (3.1)", "9.1 (2.9)", "-1.4 (-6.0; 3.2)"),
        ],
        [("visits", "mean difference", "Velorine 7.7(3.1 SD)", "Usual care 9.1(2.9 SD)", "-1.4 [-6.0, 3.2]")],
    ),
    "three columns of labels leave it unsure what a row is of": (
        *("Table 1 Scores, mean (SD)", 1, ""),
        [
            (("Scores", 3), "Velorine (n = 20)", "Placebo (n = 21)"),
            ("Grip", "Left", "1 week", "6.5 (1.1)", "5.2 (1.2)"),
            ("", "Right", "1 week", "6.6 (1.1)", "5.3 (1.2)"),
        ],
        [],
    ),
    "parts of the people tell no result of all": (
        *("Table 1 Scores according to sex, mean (SD)", 1, ""),
        [("", "Velorine (n = 20)", "Placebo (n = 21)"), ("Current users", "6.5 (1.1)", "5.2 (1.2)")],
        [],
    ),
    "an arm whose name is not understood": (
        *("Table 1 Events", 1, ""),
        [
            ("", "Velorine (n = 40)", "Value (n = 40)", "Placebo (n = 40)", "P"),
            ("Relapse, n (%)", "4 (10)", "8 (20)", "12 (30)", "0.03"),
        ],
        [],
    ),
    "several measures over the same arms": (
        *("Table 1 Care", 2, ""),
        [
            ("", ("Number of visits", 2), ("Money spent", 2)),
            ("", "Velorine, mean (SD)", "Placebo, mean (SD)", "Velorine, mean (SD)", "Placebo, mean (SD)"),
            ("Ward", "1.2 (0.2)", "1.3 (0.2)", "24.3 (8.6)", "25.9 (9.2)"),
        ],
        [],
    ),
    "heads that look like no arms": (
        *("Table 1 Temperature (mean ± SD)", 1, ""),
        [("", "Maximum", "Minimum", "Room temperature"), ("Velorine", "35.5 ± 0.8", "32.6 ± 0.8", "23.6 ± 0.9")],
        [],
    ),
    "a row that stands twice without a line above it": (
        *("Table 1 Harms", 1, ""),
        [
            ("", "Velorine (n = 40)", "Placebo (n = 40)"),
            ("Nausea, n (%)", "4 (10)", "8 (20)"),
            ("Nausea, n (%)", "2 (5)", "4 (10)"),
        ],
        [],
    ),
    "an ordinal belongs to the outcome": (
        *("Table 1 Tubes", 1, ""),
        [("", "Velorine (n = 40)", "Placebo (n = 40)"), ("First attempt, n (%)", "4 (10)", "8 (20)")],
        [("first attempt", "percentage", "Velorine 10 4/40", "Placebo 20 8/40")],
    ),
    "a row of what was before treatment": (
        *("Table 1 Scores (mean ± SD)", 1, ""),
        [
            ("", "Velorine", "Placebo"),
            ("Preoperative grip", "5.0 ± 1.0", "5.1 ± 1.0"),
            ("Postoperative grip", "6.5 ± 1.1", "5.2 ± 1.2"),
        ],
        [("postoperative grip", "mean", "Velorine 6.5(1.1 SD)", "Placebo 5.2(1.2 SD)")],
    ),
    "an arm that is called like a measure": (
        *("Table 1 Recovery", 1, ""),
        [
            ("", "CHO (n = 46)", "ORS (n = 43)", "Control (n = 45)", "p"),
            ("Pain, mean (SD)", "3.3 (1.1)", "3.2 (1.0)", "3.1 (1.2)", "0.4"),
        ],
        [("pain", "mean", "CHO 3.3(1.1 SD)/46", "ORS 3.2(1.0 SD)/43", "Control 3.1(1.2 SD)/45", "p = 0.4")],
    ),
    "a table of changes holds changes": (
        *("Table 1 Change in scores after 4 weeks", 1, ""),
        [("", "Velorine, mean (SD)", "Placebo, mean (SD)"), ("Grip", "-3.5 (0.5)", "-2.7 (0.5)")],
        [("grip", "change", "Velorine -3.5(0.5 SD)", "Placebo -2.7(0.5 SD)")],
    ),
    "people before treatment tell no result": (
        *("Table 1 Patients' characterization", 1, ""),
        [("", "Velorine (n = 20)", "Placebo (n = 20)"), ("Diuretics", "10 (50%)", "8 (40%)")],
        [],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_arms_is_read_by_its_cells(name: str) -> None:
    heading, heads, note, rows, expected = TABLES[name]
    assert [told(found) for found in read(heading, heads, *rows, note=note)] == expected


def test_everybody_together_is_no_arm_and_a_combined_treatment_is_one() -> None:
    arms = ("", "Velorine (n = 20)", "Placebo (n = 21)", "Combined (n = {})")
    rows = ("Relapse, n (%)", "5 (25)", "7 (33.3)", "12 (29.3)"), ("Relapse, n (%)", "5 (25)", "7 (33.3)", "3 (12)")
    found = [
        [arm.arm for made in read("Table 1 Events", 1, (*arms[:3], arms[3].format(n)), row) for arm in made.arms]
        for n, row in zip((41, 25), rows, strict=True)
    ]
    assert found == [["Velorine", "Placebo"], ["Velorine", "Placebo", "Combined"]]


def test_the_line_above_says_which_outcome_was_the_primary_one() -> None:
    found = read(
        "Table 1 Efficacy",
        1,
        ("", "Velorine (n = 20)", "Placebo (n = 21)"),
        (("Primary end point", 3),),
        ("Relapse, n (%)", "5 (25)", "7 (33.3)"),
        (("Secondary end points", 3),),
        ("Death, n (%)", "1 (5)", "2 (9.5)"),
    )
    assert [(f.outcome, f.outcome_role) for f in found] == [
        ("relapse", OutcomeRole.PRIMARY),
        ("death", OutcomeRole.SECONDARY),
    ]


JATS = b"""<article article-type="research-article"><front><article-meta>
<article-id pub-id-type="pmcid">PMC1</article-id>
<title-group><article-title>Velorine against placebo</article-title></title-group></article-meta></front><body><sec>
<title>Results</title><table-wrap id="t1"><label>Table 2</label><caption><p>Outcomes at week 12</p></caption><table>
<thead><tr><th>Outcome</th><th>Velorine (n=50)</th><th>Placebo (n=40)</th><th>RR (95% CI)</th><th>P</th></tr></thead>
<tbody><tr><td>Relapse, n (%)</td><td>5 (10)</td><td>8 (20)</td><td>0.50 (0.18 to 1.41)</td><td>0.18</td></tr></tbody>
</table></table-wrap></sec></body></article>"""


def test_every_figure_of_a_jats_table_points_to_its_characters() -> None:
    (record,) = (r for r in FORMAT.read(io.BytesIO(JATS), "made-up") if isinstance(r, Record))
    (found,) = findings.read(record, study.read(record))
    text = {s.id: s.text for s in record.sections}
    arms = [f for arm in found.arms for f in (arm.value, arm.events, arm.denominator)]
    limits = [found.interval.low, found.interval.high] if found.interval else []
    figures = [f for f in (*arms, found.estimate, *limits, found.p.figure if found.p else None) if f is not None]
    assert [f.text for f in figures] == ["10", "5", "50", "20", "8", "40", "0.50", "0.18", "1.41", "0.18"]
    assert all(text[f.span.section][f.span.start : f.span.end] == f.text for f in figures)
