"""What a path takes from sources: values at which a treatment is not begun, held or stopped, scores, times, doses."""

from __future__ import annotations

import pytest

from probatum.apply.numbering import _ON, _end
from probatum.apply.sections import beginning, clashing, excluding, meeting, reviewing, sourced, timing, watched

STOPS = [
    ("Zorbinol should be withheld when serum gravel is above 5.5 mmol/l.", True),
    ("Jaundice can occur with zorbinol, which should be stopped if it does.", True),
    ("Zorbinol should be stopped at least 48 hours before surgery.", False),
    ("Zorbinol should not be stopped suddenly; it should be reduced slowly.", False),
    ("A flare is no reason to stop: zorbinol should be continued.", False),
    ("Headache and nausea are common with zorbinol.", False),
]


@pytest.mark.parametrize(("text", "tells"), STOPS)
def test_a_stop_rule_tells_when_and_not_how_or_for_what_is_planned(text: str, tells: bool) -> None:
    assert watched._tells_when(text) is tells


LIMITS = [
    ("Zorbinol should not be started with serum gravel above 5.0 mmol/l.", True),
    ("With an eGFR below 25 ml/min, starting zorbinol is not recommended.", True),
    ("Zorbinol for slate fever more than 3 hours after its onset is not recommended.", False),
    ("Zorbinol is not recommended in gravel.", False),
]


@pytest.mark.parametrize(("text", "at_start"), LIMITS)
def test_a_value_at_which_it_is_not_begun(text: str, at_start: bool) -> None:
    assert excluding._at_start(text) is at_start


WINDOWS = [
    ("In slate fever, zorbinol begun within 72 hours raised recovery.", True),
    ("Early zorbinol lowered death; begun more than 3 hours after injury it may do harm.", True),
    ("Deaths within 28 days were fewer with zorbinol.", False),
    ("Zorbinol was given for 5 days.", False),
]


@pytest.mark.parametrize(("text", "tells"), WINDOWS)
def test_how_soon_it_has_to_be_begun(text: str, tells: bool) -> None:
    assert timing._tells(text) is tells


def test_a_reaction_to_others_of_its_kind_is_asked_for_before() -> None:
    assert excluding._KIND.search("allergy to any gravelcillin")
    assert not excluding._KIND.search("hypersensitivity to zorbinol")


def test_examples_of_a_long_contraindication_are_left_to_safety() -> None:
    told = "drugs that are broken down by slate, such as zorbinol, lomenide, calbrexine and zerafine"
    assert excluding._EXAMPLES.sub("", told) == "drugs that are broken down by slate"


GRADES = [("2 or 3", {2, 3}), ("0 to 2", {0, 1, 2}), ("4", {4})]


@pytest.mark.parametrize(("grade", "points"), GRADES)
def test_points_of_a_graded_advice(grade: str, points: set[int]) -> None:
    assert sourced._values(grade) == points
    assert min(sourced._values(f"{grade} or more")) == min(points)


def test_advice_by_a_score_names_score_and_grade() -> None:
    found = sourced._SCORE.match("With a SlateFever score of 2 or 3, no gravel is given.")
    assert found is not None and (found["what"], found["is"]) == ("SlateFever score", "2 or 3")


def test_a_second_course_is_told_with_its_day() -> None:
    told = "A second treatment with zorbinol is needed when gravel is found after 14 days."
    assert reviewing._AGAIN.search(told) and reviewing._DAY.search(told)
    assert not reviewing._AGAIN.search("Zorbinol is given for 14 days.")


def test_a_limited_dose_forbids_no_pair() -> None:
    assert meeting._LIMITED.search("zorbinol with slate should be limited to 20 mg daily")
    assert not meeting._LIMITED.search("zorbinol with slate should be avoided")


def test_a_value_in_the_blood_is_felt_by_nobody() -> None:
    assert beginning._IN_BLOOD.search("TSH at 1 year") and not beginning._IN_BLOOD.search("pain at 1 year")


def test_two_that_are_put_together_in_words() -> None:
    assert clashing._TOGETHER.search("Why must zorbinol and slate not be taken together?")
    assert not clashing._TOGETHER.search("Zorbinol for slate fever")


ENDS = [
    ("None present: go on.", "None present: continue."),
    ("Another dose applies: 5 mg; then go on.", "Another dose applies: 5 mg; keep to it."),
    ("Otherwise: this dose, and go on.", "Otherwise: this dose; keep to it."),
    ("It is not met: continue.", "It is not met: continue."),
]


@pytest.mark.parametrize(("branch", "closed"), ENDS)
def test_a_last_branch_goes_on_to_nothing(branch: str, closed: str) -> None:
    assert _ON.sub(_end, branch) == closed
