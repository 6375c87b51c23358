"""A path names where it leads: limits that others share, time gone by, whether something ends."""

from __future__ import annotations

import pytest

from probatum.apply.sections import as_told, ending, sourced, testing, timing, unfit_others
from probatum.model import Kind, Patient, Section, Statement


def test_a_limit_is_known_by_what_it_is_of() -> None:
    own = unfit_others.alike("Zorbinol is contraindicated in active pathological bleeding", "zorbinol")
    other = unfit_others.alike("Slatine can cause severe stomach bleeding")
    assert own & other
    assert not own & unfit_others.alike("Slatine is contraindicated after a severe hypersensitivity reaction")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("zorbinol at 4 hours after the rash", 4.0),
        ("rash 2 days ago, zorbinol?", 48.0),
        ("quarry fever day 4, zorbinol still?", 72.1),
        ("zorbinol for quarry fever", None),
        ("zorbinol 5 mg for 7 days", None),
    ],
)
def test_the_time_that_has_gone_by_is_read(typed: str, hours: float | None) -> None:
    assert timing.gone(typed) == (None if hours is None else pytest.approx(hours))


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Zorbinol was started within 3 hours of the first signs.", 3.0),
        ("Zorbinol 3 to 4.5 hours after a quarry fall helped.", 4.5),
        ("It helped when begun up to three days after the rash.", 72.0),
        ("It helped for years.", None),
    ],
)
def test_a_sentence_tells_up_to_when_it_was_begun(said: str, hours: float | None) -> None:
    assert timing.limit(said) == hours


@pytest.mark.parametrize(
    ("behind", "alone"),
    [("", True), ("?", True), (" or continue", True), (" it now", True), (" bleeding", False), (" smoking", False)],
)
def test_what_stops_has_an_object_or_none(behind: str, alone: bool) -> None:
    assert bool(ending._ALONE.search(behind)) is alone


def test_what_is_meant_to_stop_something_is_begun() -> None:
    assert ending._AT.search("zorbinol to stop a seizure") and ending._AT.search("what slate level to stop zorbinol at")
    assert not ending._AT.search("should I stop zorbinol")


def _path(*steps: Statement) -> Section:
    return Section("algorithm", "Clinical algorithm", steps)


def test_one_step_without_a_source_is_thin() -> None:
    alone = Statement("algorithm.1", "Take the dose of zorbinol from a current label.", Kind.NAVIGATION)
    branch = Statement("algorithm.1a", "It is not there: ask a pharmacist.", Kind.NAVIGATION)
    assert as_told.thin(_path()) and as_told.thin(_path(alone)) and not as_told.thin(_path(alone, branch))


def test_what_was_compared_is_named_by_the_better() -> None:
    found = as_told._BETTER.search("Healing was more frequent with slate triple therapy than with gravel therapy.")
    assert found is not None and found["what"] == "slate triple therapy"
    assert as_told._AGAINST.search("zorbinol had more risk than benefit over 5 years")


def test_advice_for_others_makes_no_step() -> None:
    allergic = Patient(allergies=("penicillins",))
    assert sourced._of_somebody_else("For adults with no penicillin allergy, the choice is slatine.", allergic)
    assert sourced._of_somebody_else("The choice in pregnancy is gravelline.", allergic)
    assert not sourced._of_somebody_else("With penicillin allergy, the choice is gravelline.", allergic)


def test_how_a_result_was_read_is_known() -> None:
    said = (
        "Quarry fever was ruled out when gravel was below 500 units or, from 50 years of age, below 10 times the age."
    )
    assert testing._READ.search(said) and testing._ACTED.search(said)
    found = testing._BY_AGE.search(said)
    assert found is not None and found["times"] == "10"
