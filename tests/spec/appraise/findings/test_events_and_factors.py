"""Events that there were, what happened somewhere, and factors of an outcome, each with its figure."""

from __future__ import annotations

import pytest
from findings_help import arms, read

from probatum.model import Measure

EVENTS = {
    "there were so many": (
        "There were 33 (18%) late complications needing 26 (14%) revisions.",
        "late complications",
        "33",
    ),
    "we saw so many": ("We observed 4 (7%) relapses during follow-up.", "relapses", "4"),
    "they occurred": ("Seven (4%) scalp infections occurred.", "scalp infections", "Seven"),
    "the count before its share": (
        "Seven scalp infections (4%) were reported after combing.",
        "scalp infections",
        "Seven",
    ),
    "cases of something": ("Among the 5162 children, 2 cases (0.04%) of sepsis were reported.", "sepsis", "2"),
    "somewhere": (
        "Late itch occurred in the first year of life in 18 of 477 individuals (3.8%).",
        "late itch in the first year of life",
        "18",
    ),
    "out of so many": ("Head sores were seen in only 41 cases out of 1097 scalps.", "head sores", "41"),
}


@pytest.mark.parametrize("case", EVENTS.values(), ids=EVENTS)
def test_an_event_has_its_count(case: tuple[str, str, str]) -> None:
    text, name, events = case
    (found,) = read(text)
    told = found.arms[0].events
    assert (found.outcome, told.text if told else "") == (name, events)


def test_who_people_were_is_no_event() -> None:
    assert read("There were 12 (40%) women in the lotion group.") == ()


FACTORS = {
    "positively associated": (
        "Shared hats (OR 2.37, 95% CI 1.15 to 4.86) and long hair (OR 2.10, 95% CI 1.02 to 4.30) were positively "
        "associated with itch.",
        [("itch", "shared hats", "2.37"), ("itch", "long hair", "2.10")],
    ),
    "factors significantly associated": (
        "Absence of a comb (AOR = 3.31; 95% CI, 1.20-9.09) and dry air (AOR = 0.28; 95% CI, 0.08-0.96) were factors "
        "significantly associated with itch.",
        [("itch", "absence of a comb", "3.31"), ("itch", "dry air", "0.28")],
    ),
    "more likely, the subject left out": (
        "Combed children were younger (OR 0.88, 95% CI 0.87-0.90) and more likely to have nits (OR 1.54, 95% CI "
        "1.06-2.24), and report itch (OR 2.05, 95% CI 1.23-3.42).",
        [("nits", "combed children", "1.54"), ("itch", "combed children", "2.05")],
    ),
}


@pytest.mark.parametrize("case", FACTORS.values(), ids=FACTORS)
def test_each_ratio_of_a_list_has_its_factor(case: tuple[str, list[tuple[str, str, str]]]) -> None:
    text, expected = case
    found = [(f.outcome, f.arms[0].arm, f.estimate.text if f.estimate else "") for f in read(text)]
    assert found == expected


def test_groups_that_do_not_differ_in_something() -> None:
    (found,) = read(
        "Early and late combing groups were similar in hair loss (mean difference 1.2, 95% CI -0.4 to 2.8)."
    )
    assert (found.outcome, found.measure) == ("hair loss", Measure.MEAN_DIFFERENCE)


def test_an_end_point_met_by_two_groups() -> None:
    (found,) = read(
        "The primary endpoint was met by 45 (41%) of 111 patients in the lotion group and 23 (20%) of 113 patients in "
        "the comb group."
    )
    assert arms(found) == (("lotion group", "41"), ("comb group", "20"))


def test_a_volume_is_no_year() -> None:
    (found,) = read(
        "Children in the lotion group had larger patches than the comb group (2050 mm3 vs. 1066 mm3, p=0.017)."
    )
    assert arms(found) == (("lotion group", "2050"), ("comb group", "1066"))
