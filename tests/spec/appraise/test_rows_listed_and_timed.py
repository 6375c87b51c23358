"""Rows of a meta-analysis: outcomes listed for each arm, decimal commas, percentages asked for, arms taken together."""

from __future__ import annotations

import pytest

from probatum.appraise.rows import SURE, Kind, Look, RowAsked, cells, figures, find, grid, timing
from probatum.model import Cell, Identifier, Record, RecordKind, SectionKind, SourceSection

SIZES = "Patients received velorine (n = 40) or placebo (n = 40)."


def record(abstract: str, *rows: tuple[str, ...], heading: str = "Table 1 Outcomes") -> Record:
    """A made-up trial report with one table."""
    text, made = "", []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            made.append(Cell(number, column, len(text), len(text) + len(cell), header=number == 0))
            text += cell + "\t"
        text = text[:-1] + "\n"
    parts = [SourceSection("abstract", SectionKind.ABSTRACT, abstract, "Results")]
    if rows:
        parts.append(SourceSection("table.1", SectionKind.TABLE, text, heading, cells=tuple(made)))
    return Record.build(
        id="probatum:listed",
        identifiers=(Identifier("probatum", "listed"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo for hand cramp",
        sections=tuple(parts),
    )


def numbers(held: Record, outcome: str, kind: Kind, arms: tuple[str, str] = ("velorine", "placebo")) -> list[float]:
    """Both arms' numbers in the order of the form."""
    found = find(held, RowAsked(*arms, outcome, kind))
    if found is None:
        return []
    made = [(arm.mean, arm.sd, arm.events, arm.n) for arm in (found.intervention, found.comparator)]
    return [x.value for arm in made for x in arm if x is not None]


@pytest.mark.parametrize(
    ("said", "outcome", "kind", "expected"),
    [
        (
            "Cramp and weakness were seen in 35 and 42.5%, respectively, in the velorine group and in 17.5 and 12.5%, "
            "respectively, in the placebo group.",
            "weakness",
            Kind.BINARY,
            [17, 40, 5, 40],
        ),
        (
            "The percentages of people in the calm and drowsy state were higher in the velorine group (35 and 42.5%, "
            "respectively) than in the placebo group (17.5 and 12.5%, respectively).",
            "calm state",
            Kind.BINARY,
            [14, 40, 7, 40],
        ),
        (
            "Mean scores of grip and reach were 10.2 ± 0.7 and 17.7 ± 0.4 with velorine and 9.7 ± 0.8 and 12.1 ± 0.5 "
            "with placebo.",
            "reach score",
            Kind.CONTINUOUS,
            [17.7, 0.4, 40, 12.1, 0.5, 40],
        ),
        (
            "Mean scores of grip and reach were 10.2 ± 0.7 and 17.7 ± 0.4 with velorine and 9.7 ± 0.8 and 12.1 ± 0.5 "
            "in the others.",
            "grip score",
            Kind.CONTINUOUS,
            [10.2, 0.7, 40, 9.7, 0.8, 40],
        ),
    ],
)
def test_outcomes_listed_for_each_arm_are_told_apart(
    said: str, outcome: str, kind: Kind, expected: list[float]
) -> None:
    assert numbers(record(f"{SIZES} {said}"), outcome, kind) == pytest.approx(expected)


@pytest.mark.parametrize(("cell", "b"), [("4.3 ± 1,4†", 1.4), ("4.3 ± 1.4", 1.4), ("4300 ± 1,400", 1400.0)])
def test_a_comma_beside_plus_minus_is_a_decimal_point_unless_three_digits_follow(cell: str, b: float) -> None:
    read = cells.read(cell)
    assert read is not None and read.b == b


def test_a_mean_with_its_spread_is_no_median_whatever_the_caption_offers() -> None:
    held = record(
        SIZES,
        ("Outcome", "Velorine", "Placebo"),
        ("Pain", "5.1 ± 2.3", "3.0 ± 2.0"),
        ("Load", "5 (2, 9)", "3 (1, 7)"),
        heading="Table 1 Outcomes (mean ± SD or median, IQR)",
    )
    one = grid.read(next(s for s in held.sections if s.kind is SectionKind.TABLE))
    told = {result.rows[-1]: figures.told(one, result).median for result in one.results}
    assert told == {"Pain": False, "Load": told["Load"]} and Look(held).grids


def test_a_percentage_asked_for_is_read_from_the_column_of_percentages() -> None:
    held = record(
        SIZES,
        ("Arm", "Clear cells, × 10⁹", "Clear cells, %"),
        ("Velorine", "0.57 ± 0.27", "19.0 ± 7.8"),
        ("Placebo", "0.72 ± 0.42", "24.7 ± 8.8"),
    )
    asked = "percentage of clear cells"
    assert numbers(held, asked, Kind.CONTINUOUS) == pytest.approx([19.0, 7.8, 40, 24.7, 8.8, 40])


@pytest.mark.parametrize(
    ("heading", "outcome", "before"),
    [
        ("Table 1 Surgery characteristics of the groups", "blood loss", 0.0),
        ("Table 1 Characteristics of the groups", "blood loss", 1.0),
        ("Table 2 Results", "time before eating", 0.0),
        ("Table 2 Results", "temperature from before to 20 minutes after", 0.0),
        ("Table 2 Results", "weight before treatment", 1.0),
    ],
)
def test_what_happens_in_surgery_or_up_to_a_meal_is_not_before_treatment(
    heading: str, outcome: str, before: float
) -> None:
    asked = RowAsked("velorine", "placebo", outcome, Kind.CONTINUOUS)
    assert timing.signals(asked, ["Blood loss (ml)", "Velorine"], heading)["before"] == before


def test_a_mean_change_in_each_group_is_no_number_of_people() -> None:
    said = "Change in grip was similar (−0.1 ± 0.6 in each group)."
    assert numbers(record(f"{SIZES} {said}"), "grip", Kind.CONTINUOUS) == pytest.approx([-0.1, 0.6, 40, -0.1, 0.6, 40])


def test_more_people_than_the_arm_has_make_a_row_doubtful() -> None:
    alone = "Cramp returned in 9/40 of those on velorine and in 20/40 of those on placebo."
    pooled = "Cramp returned in 19/120 of those on velorine and in 20/40 of those on placebo."
    asked = RowAsked("velorine", "placebo", "return of cramp", Kind.BINARY)
    sure = [find(record(f"{SIZES} {said}"), asked) for said in (alone, pooled)]
    assert sure[0] is not None and sure[1] is not None
    assert sure[1].confidence < sure[0].confidence and 0 < SURE < 1
