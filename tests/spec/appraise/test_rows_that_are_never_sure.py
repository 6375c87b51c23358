"""Rows of a meta-analysis: what is never sure, however well it seems to fit, and what scales and parts stand for."""

from __future__ import annotations

import pytest

from probatum.appraise.rows import SURE, Kind, Look, RowAsked, RowFound, find
from probatum.appraise.rows.naming import tokens
from probatum.model import Cell, Identifier, Record, RecordKind, SectionKind, SourceSection

SIZES = "Patients received velorine (n = 40) or placebo (n = 40)."


def section(number: int, heading: str, *rows: tuple[str, ...]) -> SourceSection:
    """A table of cells, the first row its head."""
    text, made = "", []
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            made.append(Cell(line, column, len(text), len(text) + len(cell), header=line == 0))
            text += cell + "\t"
        text = text[:-1] + "\n"
    return SourceSection(f"table.{number}", SectionKind.TABLE, text, heading, cells=tuple(made))


def record(said: str, *tables: SourceSection) -> Record:
    """A made-up trial report."""
    return Record.build(
        id="probatum:sure",
        identifiers=(Identifier("probatum", "sure"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo for hand cramp",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, said, "Results"), *tables),
    )


def row(held: Record, outcome: str, kind: Kind, arms: tuple[str, str] = ("velorine", "placebo")) -> RowFound:
    """The row found, which must be there."""
    found = find(held, RowAsked(*arms, outcome, kind))
    assert found is not None
    return found


def means(found: RowFound) -> list[float]:
    """Mean, SD and people of both arms."""
    made = [(arm.mean, arm.sd, arm.n) for arm in (found.intervention, found.comparator)]
    return [x.value for arm in made for x in arm if x is not None]


@pytest.mark.parametrize(
    ("said", "outcome", "sure"),
    [
        # `60.0 %` of some 900 people fits nearly any number of them, and of 40 one
        (
            "Patients received velorine (n = 919) or placebo (n = 922). Cramp was seen in 60.0% of patients on "
            "velorine and 54.1% of patients on placebo.",
            "cramp",
            False,
        ),
        (f"{SIZES} Cramp was seen in 60.0% of patients on velorine and 52.5% of patients on placebo.", "cramp", True),
        # events are counted, and not those who had them
        (f"{SIZES} In all, six cramp attacks were recorded (4 with velorine and 2 with placebo).", "cramp", False),
        # what is asked to go comes back
        (
            f"{SIZES} After two months the cramp reappeared in 3/40 patients on velorine and 9/40 patients on placebo.",
            "resolution of cramp",
            False,
        ),
    ],
)
def test_figures_of_other_people_events_or_courses_are_never_sure(said: str, outcome: str, sure: bool) -> None:
    found = find(record(said), RowAsked("velorine", "placebo", outcome, Kind.BINARY))
    assert (found is not None and found.confidence >= SURE) is sure


@pytest.mark.parametrize(
    ("label", "head", "outcome", "sure"),
    [
        ("Grip (kg)", "", "grip", True),
        ("Grip (kg)", "Mean change ", "grip", False),
        ("Grip (kg)", "Mean change ", "change in grip", True),
    ],
)
def test_a_change_is_sure_only_where_a_change_is_asked_for(label: str, head: str, outcome: str, sure: bool) -> None:
    rows = (("Outcome", f"{head}Velorine (n = 40)", f"{head}Placebo (n = 40)"), (label, "5.1 ± 2.3", "3.0 ± 2.0"))
    found = row(record(SIZES, section(1, "Table 1 Results", *rows)), outcome, Kind.CONTINUOUS)
    assert (found.confidence >= SURE) is sure


def test_all_adverse_events_are_not_the_serious_ones() -> None:
    rows = (("Event", "Velorine (n = 40)", "Placebo (n = 40)"), ("Adverse events", "12 (30.0)", "9 (22.5)"))
    held = record(SIZES, section(1, "Table 1 Safety, n (%)", *rows))
    assert row(held, "serious adverse events", Kind.BINARY).confidence < SURE
    assert row(held, "adverse events", Kind.BINARY).confidence >= SURE


def test_another_part_of_the_same_scale_is_never_sure() -> None:
    said = f"{SIZES} The cramp illness index - burden (CII-B) was rated."
    rows = (("Scale", "Velorine (n = 40)", "Placebo (n = 40)"), ("CII-B", "5.1 ± 2.3", "3.0 ± 2.0"))
    held = record(said, section(1, "Table 1 Results", *rows))
    assert row(held, "cramp illness index improvement", Kind.CONTINUOUS).confidence < SURE


def test_people_of_several_arms_are_known_by_the_fraction_of_the_one() -> None:
    said = (
        "Cramp returned in 19/120 of those on velorine and in 20/40 of those on placebo. Lowest was the return in "
        "4/38 participants of V2, beside 15/82 in V3."
    )
    found = row(record(said), "return of cramp", Kind.BINARY, ("velorine at night (V2)", "placebo"))
    assert found.confidence < SURE


def test_a_scale_stands_for_what_the_record_measures_by_it() -> None:
    said = f"{SIZES} Cramp intensity was assessed by visual analogue scale (VAS, 0 to 10)."
    rows = (
        ("Scale", "Velorine (n = 40)", "Placebo (n = 40)"),
        ("HANDcramp", "41.0 ± 9.0", "50.2 ± 8.1"),
        ("VAS", "3.7 ± 1.4", "4.6 ± 2.1"),
    )
    held = record(said, section(1, "Table 1 Cramp intensity and HAND scores", *rows))
    assert means(row(held, "Intensity of cramp", Kind.CONTINUOUS)) == pytest.approx([3.7, 1.4, 40, 4.6, 2.1, 40])
    assert Look(held).words.spelt("VAS") == frozenset(tokens("cramp intensity"))


def test_the_whole_goes_before_its_parts_where_no_part_is_asked_for() -> None:
    rows = (
        ("Segment", "Velorine (n = 40)", "Placebo (n = 40)"),
        ("Lower arm", "14.0 ± 4.0", "15.0 ± 4.2"),
        ("Total", "31.0 ± 9.0", "35.2 ± 8.1"),
        ("Upper arm", "17.0 ± 5.0", "20.2 ± 5.1"),
    )
    held = record(SIZES, section(1, "Table 1 Total, lower and upper nerve conduction time", *rows))
    assert means(row(held, "nerve conduction time", Kind.CONTINUOUS)) == pytest.approx([31.0, 9.0, 40, 35.2, 8.1, 40])


def test_people_assessed_for_the_outcome_go_before_those_of_the_label() -> None:
    said = f"{SIZES} Sixty-six people were assessed for nerve conduction (placebo, n = 35; velorine, n = 31)."
    rows = (("Outcome", "Velorine", "Placebo"), ("Nerve conduction", "14.0 ± 4.0", "15.0 ± 4.2"))
    held = record(said, section(1, "Table 1 Results", *rows))
    assert means(row(held, "nerve conduction", Kind.CONTINUOUS)) == pytest.approx([14.0, 4.0, 31, 15.0, 4.2, 35])


def test_a_results_table_after_treatment_goes_before_the_same_before_it() -> None:
    head = ("Outcome", "Velorine (n = 40)", "Placebo (n = 40)")
    first = section(1, "Table 1 Strength before the test", head, ("Grip", "20.0 ± 4.0", "21.0 ± 4.2"))
    second = section(2, "Table 2 Strength after the test", head, ("Grip", "14.0 ± 4.0", "18.0 ± 4.2"))
    found = row(record(SIZES, first, second), "grip", Kind.CONTINUOUS)
    assert means(found) == pytest.approx([14.0, 4.0, 40, 18.0, 4.2, 40])


def test_a_row_of_its_own_words_goes_before_one_whose_column_alone_fits() -> None:
    rows = (
        ("Reasons for rejection", "Site B, velorine (n = 200)", "Site B, placebo (n = 200)"),
        ("Samples rejected in all", "8 (4.0)", "6 (3.0)"),
        ("Age over three days", "3 (1.5)", "2 (1.0)"),
    )
    held = record("Samples of two sites.", section(1, "Table 1 Rejection by site, n (%)", *rows))
    found = row(held, "samples rejected: Site B", Kind.BINARY)
    assert [x.events.value for x in (found.intervention, found.comparator) if x.events] == [8, 6]
