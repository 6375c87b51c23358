"""Two medicines put together are a pair though an illness stands behind, and what bars some of the two bars not all."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer, Intent


def _answer(question: str, place: Path) -> Answer:
    return probatum.answer(question, library=place)


def _texts(made: Answer, section: str) -> list[str]:
    return [s.text for s in made.section(section).statements]


@pytest.mark.parametrize(
    "question",
    [
        "verapamil 240 + bisoprolol 5 in 71F with AF",
        "verapamil and bisoprolol for atrial fibrillation",
        "tramadol and pregabalin for back pain",
        "sertraline + tramadol in chronic pain",
        "IM olanzapine with IM lorazepam",
        "olanzapine IM and lorazepam same time for agitated pt ok?",
    ],
)
def test_what_labels_warn_of_both_is_the_answer(question: str, starter_place: Path) -> None:
    made = _answer(question, starter_place)
    assert made.question.intent is Intent.INTERACTION
    assert "ogether" in _texts(made, "bottom_line")[0]
    path = " ".join(_texts(made, "algorithm"))
    assert "are given together, weigh" in path and "Dose as on the label" not in path


@pytest.mark.parametrize(
    "question",
    [
        "aspirin + clopidogrel after minor stroke",  # a trial gave both
        "metformin + sitagliptin in type 2 diabetes",  # no label warns of the two
        "amlodipine + ramipril for hypertension",
        "verapamil or bisoprolol in atrial fibrillation",  # one is chosen
    ],
)
def test_what_is_given_for_more_effect_is_no_pair(question: str, starter_place: Path) -> None:
    assert _answer(question, starter_place).question.intent is not Intent.INTERACTION


def test_a_limit_in_an_illness_is_asked_first(starter_place: Path) -> None:
    made = _answer("verapamil and bisoprolol", starter_place)
    first = _texts(made, "bottom_line")
    assert first[0].startswith("To be avoided together by some people") and "left ventricular" in first[0]
    assert "only with caution and close monitoring" in first[1]
    path = " ".join(_texts(made, "algorithm"))
    assert "ask whether that holds" in path and "heart rate" in path and "Do not give verapamil" not in path


def test_a_limit_by_kidneys_bars_those_alone(starter_place: Path) -> None:
    assert _texts(_answer("dabigatran and verapamil", starter_place), "bottom_line")[0].startswith(
        "To be avoided together by some people"
    )
    poor = " ".join(_texts(_answer("dabigatran 150 bd, CrCl 28, taking verapamil", starter_place), "bottom_line"))
    assert "advised against for this patient" in poor


def test_a_limit_for_everybody_stays(starter_place: Path) -> None:
    (first, *_) = _texts(_answer("clopidogrel with omeprazole", starter_place), "bottom_line")
    assert first.startswith("To be avoided together (")
