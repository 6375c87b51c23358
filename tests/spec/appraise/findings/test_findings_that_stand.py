"""An outcome is something measured, an arm is people or a treatment: what is read as another thing is no finding."""

from __future__ import annotations

import pytest
from findings_help import read

from probatum.model import Direction, Measure

NOTHING = {
    "a regimen with its ratio": "Lotion therapy for 14 days (OR 2.1, 95% CI 1.3 to 3.2) was best.",
    "predictors of nothing named": (
        "Earlier onset (odds ratio 0.98; 95% CI 0.97 to 0.99) and older age (OR 2.06; 95% CI 1.27 to 3.35) were "
        "independent predictors."
    ),
    "a multiple": (
        "Combing was associated with five-fold (OR 4.97; 95% CI 1.52-16.25) higher odds of itch than lotion."
    ),
    "a count of articles": "Of 52 articles, 4 (8%) met the selection criteria.",
    "a change in each group alone": (
        "Itch increased significantly (P < 0.001) in both groups but more in the combing group."
    ),
    "an outcome cut off": "Twelve children (23.5%) were washed for counts of 7 per head.",
    "an exposure where the outcome mostly stands": (
        "A higher risk of nits (RR 1.54, 95% CI: 1.30 to 1.82) was associated with thick hair compared to thin hair."
    ),
    "the sign of a product for a point": "Combing was associated with redness (OR 1⋅49; 95 % CI 1⋅12, 1⋅99).",
    "an organ": "The burden was considerable: 16/33 (48.5%) children had skin, hair and joint lesions.",
    "a side that is favoured": (
        "There was no improvement in favour of lotion in the incidence of sores (OR 1.69, 95% CI 0.82 to 3.48)."
    ),
    "a study": "The reported risk ratio (RR) in one study was 0.97 (95% CI 0.26 to 3.58).",
}


@pytest.mark.parametrize("name", NOTHING)
def test_no_finding_is_made_of(name: str) -> None:
    names = {found.outcome for found in read(NOTHING[name])}
    assert not {n for n in names if n != "itch"} and not [f for f in read(NOTHING[name]) if f.outcome != "itch"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The plan significantly shortened the duration of itching versus usual care (7 vs 10 days, P < .001).", None),
        ("Children with lice had more often sore skin than children without lice (14% vs 8%, p < 0.01).", "sore skin"),
        ("Among 169 children, 12 (7.1%) had controlled itching.", "controlled itching"),
        ("Twenty children (55%) had scalp redness.", "scalp redness"),
    ],
)
def test_the_outcome_is_what_was_measured(said: str, outcome: str | None) -> None:
    names = [found.outcome for found in read(said)]
    assert names == [outcome] if outcome else "the plan" not in names


def test_what_changed_after_a_time_is_not_what_changed_before_it() -> None:
    found = read(
        "In the lotion group, redness fell from 6.1 before treatment to 4.7 after three years and the itch score fell "
        "from 6.7 before treatment to 3.4 after three years."
    )
    told = {f.outcome: f.arms[0].value.value for f in found if f.arms and f.arms[0].value is not None}
    assert told.get("redness", 4.7) == 4.7


def test_the_outcome_of_a_second_clause_is_its_own() -> None:
    found = read(
        "Mean itching was slightly worse in the lotion group than in the combing group (3.2 vs 2.1; P < .001) and the "
        "proportion of children free of lice was lower in the lotion group (56.6% vs 63.5%; P < .001)."
    )
    assert all(f.outcome != "mean itching" or f.arms[0].value.value in (3.2, 2.1) for f in found if f.arms[0].value)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Itching decreased more with lotion than with combing (3.2 vs 1.1 points; P=0.01).", "decrease in itching"),
        ("Itching showed a greater decrease in the lotion group than in the combing group (3.2 vs 1.1; P=0.01).", ""),
        ("Itching was greater with lotion than with combing (3.2 vs 1.1 points; P=0.01).", "itching"),
    ],
)
def test_sizes_of_a_change_are_told_as_those_of_the_change(said: str, outcome: str) -> None:
    found = read(said)
    assert [f.outcome for f in found] == [outcome] if outcome else all("decrease" in f.outcome for f in found)
    for f in found:
        assert f.direction is Direction.HIGHER and (f.measure is Measure.CHANGE) == ("decrease" in f.outcome)


def test_arms_of_one_name_are_called_by_how_long_they_were_treated() -> None:
    (found,) = read(
        "Cure occurred in 85% of children given lotion for 3 days and 88% of children given lotion for 8 days."
    )
    assert {arm.arm for arm in found.arms} <= {"lotion for 3 days", "lotion for 8 days"} and found.arms


def test_the_first_ratio_of_a_list_of_places_is_of_the_first() -> None:
    found = read(
        "The hazard of itching was higher after than before combing for scalp (adjusted hazard ratio, 1.94) and neck "
        "(adjusted hazard ratio, 1.01)."
    )
    assert [f.outcome for f in found] == ["the hazard of itching for scalp"]


def test_a_difference_called_worse_has_no_direction_of_its_own() -> None:
    (found,) = read(
        "Memory was significantly worse in the lotion group compared to the combing group (d = 0.45; p=0.03)."
    )
    assert found.direction is Direction.UNCLEAR


def test_the_people_of_a_subgroup_analysis_are_said() -> None:
    found = read(
        "A subgroup analysis of those children with thick hair revealed no difference in itching (10% in the combing "
        "group vs. 15% in the lotion group)."
    )
    assert {f.population for f in found} == {"children with thick hair"}


def test_days_may_be_written_with_their_letter() -> None:
    (found,) = read("Mean stay was 16 d in the lotion group and 23 d in the combing group (p < 0.01).")
    assert found.measure is Measure.MEAN and found.unit == "d"
