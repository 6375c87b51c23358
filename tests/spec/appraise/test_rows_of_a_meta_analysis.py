"""Rows of a meta-analysis: both arms' numbers out of tables and sentences, with the sum where one was needed."""

from __future__ import annotations

import pytest

from probatum.appraise.rows import SURE, Kind, Look, RowAsked, cells, find, grid
from probatum.model import Cell, Identifier, Record, RecordKind, SectionKind, SourceSection


def table(name: str, heading: str, *rows: tuple[str, ...], heads: int = 1) -> SourceSection:
    """A table section of the rows, the first `heads` of which are headers."""
    text, made = "", []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            made.append(Cell(number, column, len(text), len(text) + len(cell), header=number < heads))
            text += cell + "\t"
        text = text[:-1] + "\n"
    return SourceSection(name, SectionKind.TABLE, text, heading, cells=tuple(made))


def record(*sections: SourceSection, abstract: str = "") -> Record:
    """A made-up trial report."""
    parts = (SourceSection("abstract", SectionKind.ABSTRACT, abstract),) if abstract else ()
    return Record.build(
        id="probatum:rows",
        identifiers=(Identifier("probatum", "rows"),),
        kind=RecordKind.ARTICLE,
        title="Velorine against placebo for hand cramp",
        sections=(*parts, *sections),
    )


OUTCOMES = table(
    "table.1",
    "Table 1 Outcomes at week 12",
    ("Outcome", "Velorine (n = 40)", "Placebo (n = 38)"),
    ("Cramp-free days, mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0"),
    ("Grip strength, mean (SE)", "20.0 (0.5)", "18.0 (0.4)"),
    ("Walking distance, mean (95% CI)", "100 (90 to 110)", "80 (70 to 90)"),
    ("Any fall, n (%)", "12 (30.0)", "19 (50.0)"),
    ("Any fracture, %", "5.0", "7.9"),
    ("Hospital stay", "3/39", "5/37"),
)


@pytest.mark.parametrize(
    ("outcome", "kind", "intervention", "comparator"),
    [
        ("cramp-free days", Kind.CONTINUOUS, (40, 5.1, 2.3), (38, 3.0, 2.0)),
        ("grip strength", Kind.CONTINUOUS, (40, 20.0, 3.162), (38, 18.0, 2.466)),
        ("walking distance", Kind.CONTINUOUS, (40, 100.0, 32.27), (38, 80.0, 31.45)),
        ("fall", Kind.BINARY, (40, 12), (38, 19)),
        ("fracture", Kind.BINARY, (40, 2), (38, 3)),
        ("hospital stay", Kind.BINARY, (39, 3), (37, 5)),
    ],
)
def test_a_row_is_read_out_of_a_table(
    outcome: str, kind: Kind, intervention: tuple[float, ...], comparator: tuple[float, ...]
) -> None:
    found = find(record(OUTCOMES), RowAsked("velorine", "placebo", outcome, kind))
    assert found is not None
    for arm, expected in ((found.intervention, intervention), (found.comparator, comparator)):
        held = [x.value for x in (arm.n, arm.events, arm.mean, arm.sd) if x is not None]
        assert held == pytest.approx(expected, abs=0.01)
        assert all(x.spans for x in (arm.n, arm.events, arm.mean, arm.sd) if x is not None)


def test_a_calculated_number_says_its_sum() -> None:
    found = find(record(OUTCOMES), RowAsked("velorine", "placebo", "grip strength", Kind.CONTINUOUS))
    assert found is not None and found.intervention.sd is not None
    assert found.intervention.sd.how == "0.5 x sqrt(40)"


def test_a_percentage_that_fits_no_whole_number_is_not_counted() -> None:
    odd = table("table.1", "Table 1", ("Outcome", "Velorine (n = 40)", "Placebo (n = 38)"), ("Fall, %", "31.0", "50.0"))
    assert find(record(odd), RowAsked("velorine", "placebo", "fall", Kind.BINARY)) is None


def test_group_sizes_come_from_the_text_where_the_table_has_none() -> None:
    bare = table(
        "table.1", "Table 1", ("Outcome", "Velorine", "Placebo"), ("Pain, mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0")
    )
    said = "Patients were randomised to velorine (n = 44) or placebo (n = 42)."
    found = find(record(bare, abstract=said), RowAsked("velorine", "placebo", "pain", Kind.CONTINUOUS))
    assert found is not None and found.intervention.n is not None and found.comparator.n is not None
    assert (found.intervention.n.value, found.comparator.n.value) == (44, 42)


def test_nothing_is_returned_of_another_comparison() -> None:
    assert find(record(OUTCOMES), RowAsked("quinotal", "baclosine", "fall", Kind.BINARY)) is None


def test_one_look_serves_many_rows() -> None:
    held = record(OUTCOMES)
    look = Look(held)
    asked = RowAsked("velorine", "placebo", "fall", Kind.BINARY)
    assert find(held, asked, look=look) == find(held, asked)


@pytest.mark.parametrize(
    ("text", "shape", "numbers"),
    [
        ("12 (24%)", "pair", (12, 24)),
        ("24% (12)", "pair", (24, 12)),
        ("12/50", "fraction", (12, 50)),
        ("12/50 (24.0)", "fraction", (12, 50)),
        ("1,525", "plain", (1525,)),
        ("10 218", "plain", (10218,)),
        ("5.1 ± 2.3*", "plus-minus", (5.1, 2.3)),
        ("−0.89 (−1.53, −0.25)", "interval", (-0.89, -1.53, -0.25)),
        ("3·2 (1·1 to 5·3)", "interval", (3.2, 1.1, 5.3)),
        ("14 weeks", None, ()),
        ("p = 0.03", None, ()),
    ],
)
def test_a_cell_is_read_by_its_form(text: str, shape: str | None, numbers: tuple[float, ...]) -> None:
    read = cells.read(text)
    if shape is None:
        assert read is None
        return
    assert read is not None and read.shape == shape
    assert [x for x in (read.a, read.b, read.c) if x is not None][: len(numbers)] == list(numbers)


def test_a_time_column_is_a_label_and_a_size_column_a_size() -> None:
    timed = table(
        "table.1",
        "Table 1",
        ("Variable", "Week", "n", "Velorine", "n", "Placebo"),
        ("Pain", "12", "40", "5.1 ± 2.3", "38", "3.0 ± 2.0"),
        ("Pain", "24", "36", "4.1 ± 2.2", "35", "3.1 ± 2.1"),
    )
    last = [r for r in grid.read(timed).results if r.printed.shape == "plus-minus"][-1]
    assert last.rows == ("Pain", "Week 24") and [size.n for size in last.sizes] == [35]


def asked(name: str, *rows: tuple[str, ...], outcome: str, kind: Kind, said: str = "", heads: int = 1) -> list[float]:
    """The numbers of one look-up of velorine against placebo: each arm's n and what else it has."""
    made = record(table("table.1", name, *rows, heads=heads), abstract=said)
    found = find(made, RowAsked("velorine", "placebo", outcome, kind))
    assert found is not None
    return [
        x.value
        for arm in (found.intervention, found.comparator)
        for x in (arm.n, arm.events, arm.mean, arm.sd)
        if x is not None
    ]


def test_the_percentages_of_a_column_leave_its_group_size() -> None:
    rows = (
        ("Event", "Velorine, n (%)", "Placebo, n (%)"),
        ("Fall", "13 (33)", "20 (44)"),
        ("Rash", "27 (68)", "25 (56)"),
    )
    assert asked("Table 1 Events", *rows, outcome="fall", kind=Kind.BINARY) == [40, 13, 45, 20]


def test_the_number_before_a_count_is_its_denominator_where_the_percentage_says_so() -> None:
    rows = (
        ("Centre", "Velorine", "", "Placebo", ""),
        ("Centre", "Samples", "Rejected, n (%)", "Samples", "Rejected, n (%)"),
        ("North", "1000", "25 (2.5)", "800", "16 (2.0)"),
    )
    assert asked("Table 1 Rejected", *rows, outcome="rejected", kind=Kind.BINARY, heads=2) == [1000, 25, 800, 16]


def test_a_size_that_both_arms_share_is_not_the_size_of_one() -> None:
    rows = (("Outcome", "Velorine", "Placebo"), ("Pain (n = 80), mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0"))
    said = "Patients received velorine (n = 41) or placebo (n = 39)."
    assert asked("Table 1", *rows, outcome="pain", kind=Kind.CONTINUOUS, said=said) == [41, 5.1, 2.3, 39, 3.0, 2.0]


def test_spreads_stand_in_brackets_under_their_means() -> None:
    rows = (
        ("Scale, mean (SD)", "Velorine (n = 40)", "Placebo (n = 38)"),
        ("Pain", "5.12", "3.04"),
        ("", "(2.31)", "(2.02)"),
    )
    assert asked("Table 1", *rows, outcome="pain", kind=Kind.CONTINUOUS) == [40, 5.12, 2.31, 38, 3.04, 2.02]


def test_a_head_is_laid_over_the_repeated_labels_below_it() -> None:
    rows = (
        ("", "Velorine (n = 40)", "Placebo (n = 38)", "", ""),
        ("", "Mean", "SD", "Mean", "SD"),
        ("Pain", "5.1", "2.3", "3.0", "2.0"),
    )
    assert asked("Table 1", *rows, outcome="pain", kind=Kind.CONTINUOUS, heads=2) == [40, 5.1, 2.3, 38, 3.0, 2.0]


def test_a_proportion_is_counted_and_says_so_when_it_is_the_nearest_only() -> None:
    rows = (("Outcome", "N", "Velorine mean", "N", "Placebo mean"), ("Any fall", "2000", "0.251", "1900", "0.302"))
    found = find(record(table("table.1", "Table 1", *rows)), RowAsked("velorine", "placebo", "fall", Kind.BINARY))
    assert found is not None and found.intervention.events is not None
    assert (found.intervention.events.value, found.intervention.events.how) == (502, "25.1 % of 2000, to the nearest")


def test_events_per_time_at_risk_are_no_share_of_the_people() -> None:
    rows = (("Event, per 100 patient-years", "Velorine (n = 400)", "Placebo (n = 380)"), ("Fall", "2.5", "3.1"))
    made = record(table("table.1", "Table 1 Incidence rate per 100 patient-years", *rows))
    assert find(made, RowAsked("velorine", "placebo", "fall", Kind.BINARY)) is None


@pytest.mark.parametrize(
    ("label", "expected"),
    [("VEL-X", (1.0, 0.0)), ("Group B (VEL-X group)", (1.0, 0.0)), ("VEL", (0.0, 0.0)), ("Placebo", (0.0, 1.0))],
)
def test_an_arm_is_known_by_what_its_name_calls_itself(label: str, expected: tuple[float, float]) -> None:
    from probatum.appraise.rows.groups import Arms

    look = Look(record(OUTCOMES))
    arms = Arms(look.record, ("VEL-X - velorine with an extra coat", "placebo"), look.words, look.weights)
    match = arms.match(label)
    assert (match[0] == 1.0, match[1] == 1.0) == (expected[0] == 1.0, expected[1] == 1.0)


@pytest.mark.parametrize(
    ("said", "sizes"),
    [
        ("A total of 105 adults took part, 55 in the velorine group and 50 in the placebo group.", (55, 50)),
        ("60 and 58 patients received velorine or placebo, respectively.", (60, 58)),
        (
            "In a randomised trial, 80 patients with cramp were randomly assigned to receive velorine or placebo.",
            (40, 40),
        ),
    ],
)
def test_group_sizes_are_read_out_of_sentences(said: str, sizes: tuple[int, int]) -> None:
    rows = (("Outcome", "Velorine", "Placebo"), ("Pain, mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0"))
    found = asked("Table 1", *rows, outcome="pain", kind=Kind.CONTINUOUS, said=said)
    assert (found[0], found[3]) == sizes


def test_a_note_says_how_the_figures_of_a_marked_row_are_printed() -> None:
    made = record(
        table(
            "table.1",
            "Table 1 Scores",
            ("Outcome", "Velorine (n = 27)", "Placebo (n = 26)"),
            ("Memory scoreᵃ", "99.4 (12.2)", "101.7 (8.2)"),
            ("Memory scoreᵇ <70", "1 (3.7)", "2 (7.7)"),
        ),
        SourceSection(
            "caption.1", SectionKind.CAPTION, "Scores\n\naMean (standard deviation)\n\nbNumber (percentage)", "Table 1"
        ),
    )
    found = find(made, RowAsked("velorine", "placebo", "memory score", Kind.CONTINUOUS))
    assert found is not None and found.intervention.mean is not None and found.intervention.mean.value == 99.4


@pytest.mark.parametrize(
    ("said", "outcome", "numbers"),
    [
        (
            "The velorine group (n = 40) and the placebo group (n = 50) reported: in the velorine group, rash (10%), "
            "cough (20%); in the placebo group, rash (6%), cough (8%).",
            "cough",
            [40, 8, 50, 4],
        ),
        (
            "Recovery in velorine and placebo was 30/50 (60.0%) versus 20/49 (40.8%), and 29/45 (64.4%) versus 20/44 "
            "(45.5%), in all patients and in completers, respectively.",
            "recovery in completers",
            [45, 29, 44, 20],
        ),
        (
            "Patients received velorine (n = 30) or placebo (n = 30). Six side effects were recorded (2 in "
            "placebo and 4 in velorine groups).",
            "side effects",
            [30, 4, 30, 2],
        ),
    ],
)
def test_sentences_give_both_arms(said: str, outcome: str, numbers: list[float]) -> None:
    found = find(record(abstract=said), RowAsked("velorine", "placebo", outcome, Kind.BINARY))
    assert found is not None
    arms = (found.intervention, found.comparator)
    assert [x.value for arm in arms for x in (arm.n, arm.events) if x is not None] == numbers


def test_a_size_in_a_note_goes_before_that_of_the_head() -> None:
    notes = "Results\n\nan = 37 velorine; n = 35 placebo"
    made = record(
        table(
            "table.1",
            "Table 1 Results",
            ("Outcome", "Velorine (n = 40)", "Placebo (n = 38)"),
            ("Stride, mean ± SDᵃ", "5.1 ± 2.3", "3.0 ± 2.0"),
        ),
        SourceSection("caption.1", SectionKind.CAPTION, notes, "Table 1"),
    )
    found = find(made, RowAsked("velorine", "placebo", "stride", Kind.CONTINUOUS))
    assert found is not None and found.intervention.n is not None and found.comparator.n is not None
    assert (found.intervention.n.value, found.comparator.n.value) == (37, 35)


def test_a_denied_group_is_the_other_one() -> None:
    rows = (
        ("Cramp", "Smokers (n = 40)", "Non-smokers (n = 38)"),
        ("Grip, mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0"),
    )
    made = record(table("table.1", "Table 1", *rows))
    found = find(made, RowAsked("nonsmokers", "smokers", "grip", Kind.CONTINUOUS))
    assert found is not None and found.intervention.mean is not None and found.intervention.mean.value == 3.0


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Pain fell by 64% more with velorine (n = 50) than by 19% more with placebo (n = 50).", "pain"),
        ("No change in blood pressure was seen with velorine (n = 50) or placebo (n = 50).", "blood pressure"),
        ("Cramp under velorine (n = 50) and placebo (n = 50) is shown in Tables 1 and 2.", "cramp"),
        (
            "Of velorine patients (n = 50) 18% were cured and 70% improved compared to 2% and 12% of placebo patients "
            "(n = 50), respectively.",
            "cured",
        ),
    ],
)
def test_a_sentence_without_both_arms_events_gives_no_row(said: str, outcome: str) -> None:
    assert find(record(abstract=said), RowAsked("velorine", "placebo", outcome, Kind.BINARY)) is None


@pytest.mark.parametrize(
    ("heading", "label"),
    [("Table 1 Characteristics of the patients", "Any fall, n (%)"), ("Table 2 Outcomes", "No fall, n (%)")],
)
def test_a_row_before_treatment_or_without_the_event_is_never_sure(heading: str, label: str) -> None:
    rows = (("Outcome", "Velorine (n = 40)", "Placebo (n = 38)"), (label, "12 (30.0)", "19 (50.0)"))
    found = find(record(table("table.1", heading, *rows)), RowAsked("velorine", "placebo", "fall", Kind.BINARY))
    assert found is not None and found.confidence < SURE


def test_a_count_with_its_percentage_is_no_mean_with_its_spread() -> None:
    rows = (("Outcome", "Velorine (n = 35)", "Placebo (n = 33)"), ("Remission", "9 (25.7)", "6 (18.2)"))
    made = record(table("table.1", "Table 1 Outcomes", *rows))
    assert find(made, RowAsked("velorine", "placebo", "remission", Kind.CONTINUOUS)) is None
    found = find(made, RowAsked("velorine", "placebo", "remission", Kind.BINARY))
    assert found is not None and found.intervention.events is not None and found.intervention.events.value == 9


def test_a_size_carried_over_empty_cells_points_to_its_own_cell() -> None:
    rows = (
        ("Group", "Time", "Pain, mean ± SD"),
        ("Velorine (n = 40)", "Before", "6.0 ± 2.0"),
        ("", "Week 12", "3.0 ± 1.5"),
        ("Placebo (n = 38)", "Before", "6.1 ± 2.1"),
        ("", "Week 12", "5.0 ± 1.8"),
    )
    found = find(record(table("table.1", "Table 1", *rows)), RowAsked("velorine", "placebo", "pain", Kind.CONTINUOUS))
    assert found is not None and found.intervention.n is not None and found.intervention.mean is not None
    assert (found.intervention.mean.value, found.intervention.n.value) == (3.0, 40)
    assert found.intervention.n.spans[0].quote == "Velorine (n = 40)"


SIZES = "Patients received velorine (n = 50) or placebo (n = 50). "


def test_a_sentence_of_two_times_gives_the_figures_of_the_time_asked_for() -> None:
    said = SIZES + "Relief was seen at week 8 (60% with velorine vs 40% with placebo) and at week 20 (50% vs 30%)."
    found = find(record(abstract=said), RowAsked("velorine", "placebo", "relief at week 8", Kind.BINARY))
    assert found is not None and found.intervention.events is not None and found.intervention.events.value == 30


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Worsening of cramp was seen in 10/50 with velorine and 20/50 with placebo.", "improvement of cramp"),
        ("Relief with no severe rash was seen in 10/50 with velorine and 20/50 with placebo.", "severe rash"),
    ],
)
def test_a_sentence_of_the_contrary_or_of_people_without_the_event_is_never_sure(said: str, outcome: str) -> None:
    found = find(record(abstract=SIZES + said), RowAsked("velorine", "placebo", outcome, Kind.BINARY))
    assert found is None or found.confidence < SURE


def test_a_value_of_each_group_is_that_of_both() -> None:
    said = SIZES + "Mean change in grip was 0.5 ± 0.2 in each group."
    found = find(record(abstract=said), RowAsked("velorine", "placebo", "grip", Kind.CONTINUOUS))
    assert found is not None and found.intervention.mean is not None and found.comparator.mean is not None
    assert (found.intervention.mean.value, found.comparator.mean.value) == (0.5, 0.5)


def test_sizes_at_the_foot_of_a_table_hold_for_the_rows_above() -> None:
    numbers = asked(
        "Table 1 Results",
        ("Outcome", "Velorine", "Placebo"),
        ("Grip, mean ± SD", "5.1 ± 2.3", "3.0 ± 2.0"),
        ("N", "31", "29"),
        outcome="grip",
        kind=Kind.CONTINUOUS,
    )
    assert numbers == [31, 5.1, 2.3, 29, 3.0, 2.0]


def test_heads_that_lack_cells_on_their_left_belong_to_the_right() -> None:
    cells_ = [
        (0, 0, "", 1, 1),
        (0, 1, "Placebo (n = 40)", 2, 1),
        (0, 2, "Velorine, mg a day", 1, 2),
        (1, 0, "12 (n = 41)", 1, 1),
        (1, 2, "24 (n = 42)", 1, 1),
        (2, 0, "Any fall, n (%)", 1, 1),
        (2, 1, "10 (25.0)", 1, 1),
        (2, 2, "8 (19.5)", 1, 1),
        (2, 3, "6 (14.3)", 1, 1),
    ]
    text, made = "", []
    for row, column, said, down, across in cells_:
        start = len(text)
        made.append(Cell(row, column, start, start + len(said), row_span=down, column_span=across, header=row < 2))
        text += said + "\t"
    section = SourceSection("table.1", SectionKind.TABLE, text, "Table 1 Falls", cells=tuple(made))
    found = find(record(section), RowAsked("velorine 12 mg", "placebo", "fall", Kind.BINARY))
    assert found is not None and found.intervention.events is not None and found.intervention.n is not None
    assert (found.intervention.events.value, found.intervention.n.value) == (8, 41)
