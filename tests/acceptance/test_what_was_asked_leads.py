"""The figure, the outcome and the trial's main results that are asked for stand in the short answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(library: Library, question: str) -> dict[str, list[str]]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return {part.id: [s.text for s in part.statements] for part in answer.sections}


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("number needed to treat of aspirin for pre-eclampsia", "number needed to treat 61"),
        ("NNT metformin to prevent diabetes", "13.9 people"),
        ("how many people need to be treated with metformin to prevent one case of diabetes", "13.9 people"),
    ],
)
def test_a_number_needed_that_a_source_prints_leads(starter_library: Library, question: str, printed: str) -> None:
    assert printed in _told(starter_library, question)["bottom_line"][0]


@pytest.mark.parametrize("asked", ["does it improve function at 90 days?", "effect on functional status"])
def test_function_is_functional_status(starter_library: Library, asked: str) -> None:
    told = _told(starter_library, f"tranexamic acid in intracerebral haemorrhage, {asked}")
    assert "functional status at day 90" in told["bottom_line"][0]
    assert not any("Nearest, but no answer" in line for line in told["bottom_line"])


@pytest.mark.parametrize(
    "question", ["statin at 80 years for primary prevention", "statins in people over 75 for primary prevention"]
)
def test_of_two_planned_outcomes_the_one_that_moved_is_told(starter_library: Library, question: str) -> None:
    told = _told(starter_library, question)["bottom_line"]
    first = [line for line in told if "insufficient" not in line][:2]  # advice on just such people may lead
    assert "0.70" in first[0] and "disability" in first[1]


@pytest.mark.parametrize(
    "question",
    ["oxygen for acute myocardial infarction", "is oxygen or room air better in myocardial infarction"],
)
def test_no_more_than_air_is_not_begun_and_air_is_no_choice(starter_library: Library, question: str) -> None:
    path = " ".join(_told(starter_library, question)["algorithm"])
    assert "only when oxygen saturation is low" in path and "do not start it" in path and "either may serve" not in path


@pytest.mark.parametrize(
    "question",
    [
        "should newborns be given daily emollient to prevent eczema?",
        "emollient or no treatment to prevent eczema",
        "can emollient prevent eczema in infants",
    ],
)
def test_what_its_authors_are_against_is_not_begun(starter_library: Library, question: str) -> None:
    path = " ".join(_told(starter_library, question)["algorithm"])
    assert "do not start emollients" in path and "do as was done there" not in path


def test_studies_that_differ_more_than_chance_lower_certainty(starter_library: Library) -> None:
    told = _told(starter_library, "does tranexamic acid cut the risk of PPH at caesarean in high risk women?")
    graded = [line for line in told["evidence"] if line.startswith("Certainty for blood loss")]
    assert graded and "I2 = 94.71 %" in graded[0]
