"""Tables in blocks: those who had what stands above, forms that stand again lower down, the people of each block."""

from __future__ import annotations

from test_tables_of_results import read

from probatum.apply.sections import evidence_gaps
from probatum.model import Finding, Measure

ROWS = [
    ("", "Velorine (n = 200)", "Placebo (n = 400)†", "", ""),
    ("", "n (%)", "n (%)", "p", "OR (95%CI)"),
    ("Intention-to-treat analysis", "", "", "", ""),
    ("Gallstones", "", "", "0.93", ""),
    (" Yes", "16 (8.0)", "31 (7.8)", "", "1.0 (0.6;1.9)"),
    (" No", "184 (92.0)", "369 (92.2)", "", "–"),
    ("Pre-eclampsia", "", "", "0.98", ""),
    (" Yes", "11 (5.5)", "22 (5.5)", "", "1.0 (0.5;2.1)"),
    (" No", "189 (94.5)", "378 (94.5)", "", "–"),
    ("Per protocol analysis (>= 70% of sessions)", "n=80ᵃ", "n = 400", "", ""),
    ("Gallstones", "", "", "0.85", ""),
    (" Yes", "7 (8.8)", "31 (7.8)", "", "1.1 (0.5;2.6)"),
    (" No", "73 (91.2)", "369 (92.2)", "", "–"),
]


def told(found: Finding) -> tuple[str, ...]:
    limits = (found.interval.low.text, found.interval.high.text) if found.interval else ("", "")
    sizes = tuple(arm.denominator.text for arm in found.arms if arm.denominator)
    return (found.outcome, found.estimate.text if found.estimate else "", *limits, *sizes, found.analysis_set)


def test_those_who_had_it_are_told_by_the_line_above_with_the_ratio_and_its_limits() -> None:
    found = read("Table 3 Gallstones and pre-eclampsia", 1, *ROWS)
    assert [told(one) for one in found] == [
        ("gallstones", "1.0", "0.6", "1.9", "200", "400", "intention to treat"),
        ("pre-eclampsia", "1.0", "0.5", "2.1", "200", "400", "intention to treat"),
        ("gallstones", "1.1", "0.5", "2.6", "80", "400", "per protocol"),
    ]
    assert all(one.measure is Measure.ODDS_RATIO for one in found)


def test_a_form_lower_down_names_the_estimate_of_the_rows_below_it() -> None:
    found = read(
        "Table 2 Pulse and sleep",
        1,
        ("", "Velorine (n = 50)", "Placebo (n = 40)", "p", ""),
        ("", "mean (SD)", "mean (SD)", "", "MD (95%CI)"),
        ("Morning pulse (beats)", "38.5 ± 2.1", "38.7 ± 1.8", "0.17", "0.2 (−0.1-0.6)"),
    )
    assert [told(one)[:4] for one in found] == [("morning pulse", "0.2", "−0.1", "0.6")]
    plain = read(
        "Table 2 Pulse and sleep",
        1,
        ("", "Velorine (n = 50)", "Placebo (n = 40)", "p"),
        ("Morning pulse (beats)", "38.5 ± 2.1", "38.7 ± 1.8", "0.17"),
    )
    assert [(one.outcome, one.estimate) for one in plain] == [("morning pulse", None)]


def test_a_row_of_yes_under_nothing_is_of_nothing() -> None:
    assert not read(
        "Table 2 Results",
        1,
        ("", "Velorine (n = 200)", "Placebo (n = 400)"),
        ("Yes", "16 (8.0)", "31 (7.8)"),
        ("No", "184 (92.0)", "369 (92.2)"),
    )


def test_a_column_of_intervals_that_was_not_understood_is_seen() -> None:
    assert evidence_gaps._LIMITS.search("Outcome\tVelorine\tPlacebo\tOR (95%CI)")
    assert evidence_gaps._LIMITS.search("Outcome\tVelorine, n (%)\tPlacebo, n (%)") is None
