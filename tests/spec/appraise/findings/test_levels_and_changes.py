"""What one group had: at one time, at several, before and after, and of several things under one verb."""

from __future__ import annotations

import pytest
from findings_help import p, read

from probatum.model import Measure

LEVELS = {
    "two clauses, each with its verb": (
        "The cure rate was 72% (95% CI, 60 to 81), and the median itch score was 2.5 points.",
        [("the cure rate", "72", ""), ("the median itch score", "2.5", "")],
    ),
    "several times": (
        "Cure was 40% at 1 week and 80% at 4 weeks.",
        [("cure", "40", "at 1 week"), ("cure", "80", "at 4 weeks")],
    ),
    "several things share the first noun": (
        "The prevalence of nits was 2.1%, head sores 0.3% and dry scalp 0.1%.",
        [
            ("the prevalence of nits", "2.1", ""),
            ("the prevalence of head sores", "0.3", ""),
            ("the prevalence of dry scalp", "0.1", ""),
        ],
    ),
    "a compound unit behind its range": (
        "The residue was 1.2 mg/cm2 (IQR: 0.9-1.4 mg/cm2).",
        [("the residue", "1.2", "")],
    ),
    "of two seasons": (
        "The cure rate was 72% in spring and 50% in autumn.",
        [],
    ),
}


@pytest.mark.parametrize("name", LEVELS)
def test_a_level_is_of_its_own_noun_and_time(name: str) -> None:
    text, expected = LEVELS[name]
    assert [(f.outcome, f.arms[0].value.text, f.timepoint) for f in read(text) if f.arms[0].value] == expected


CHANGES = {
    "a spread behind plus-minus in brackets": (
        "The itch score fell from 6.1 (±1.2) to 2.3 (±0.9) points (P = 0.02).",
        ("the itch score", "6.1", "2.3", "p = 0.02"),
    ),
    "an acronym opens": ("IOP fell from 24 mmHg to 15 mmHg (p < 0.001).", ("IOP", "24", "15", "p < 0.001")),
    "limits behind each figure": (
        "Head louse rates per 1,000 person-years fell from 4.2 (95% CI 2.1-6.3) to 2.7 (95% CI 2.2-3.4).",
        ("head louse rates per 1,000 person-years", "4.2", "2.7", ""),
    ),
    "a noun of change": (
        "Children showed an improvement in itch score, from 6.1 before to 2.3 after combing (P = 0.03).",
        ("itch score", "6.1", "2.3", "p = 0.03"),
    ),
    "the words of the times": (
        "Mean itch score was 6.1 before combing and 2.3 at 4 weeks (p = 0.03).",
        ("mean itch score", "6.1", "2.3", "p = 0.03"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_has_its_start_and_its_end(name: str) -> None:
    text, expected = CHANGES[name]
    (found,) = read(text)
    assert found.measure is Measure.CHANGE
    (arm,) = found.arms
    assert arm.baseline is not None
    assert arm.value is not None
    assert (found.outcome, arm.baseline.text, arm.value.text, p(found)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A reduction in the risk of relapse was seen, from 4.5% to 3.0% (p = 0.09).",  # the other group's, perhaps
        "Itch was 6.1 before and 2.3 after combing, and 6.0 before and 5.9 after washing.",
    ],
)
def test_two_figures_are_no_change_where_the_words_do_not_say_so(text: str) -> None:
    assert not [f for f in read(text) if f.measure is Measure.CHANGE]
