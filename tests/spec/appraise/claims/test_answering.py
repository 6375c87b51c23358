"""How passages answer a question put for yes or no."""

from __future__ import annotations

import pytest

from probatum.appraise.claims import answering
from probatum.appraise.claims.answering import Passage

QUESTION = "Does zelamide reduce night cramps?"
CASES = [
    ("Zelamide was effective and significantly reduced night cramps.", "yes"),
    ("There was no significant difference: zelamide did not reduce night cramps.", "no"),
]


@pytest.mark.parametrize(("conclusion", "answer"), CASES)
def test_a_conclusion_that_affirms_is_a_yes_and_one_that_denies_a_no(conclusion: str, answer: str) -> None:
    told = answering.answer(QUESTION, (Passage("Eighty adults took part."), Passage(conclusion, True)))
    assert told.answer == answer
    assert 0 < told.probability <= 1


def test_only_the_classes_asked_for_are_answered() -> None:
    told = answering.answer(QUESTION, (Passage("Results were inconclusive.", True),), ("yes", "no"))
    assert told.answer in ("yes", "no")


def test_no_feature_holds_a_name() -> None:
    names = " ".join(answering.features(QUESTION, (Passage(CASES[0][0], True),)))
    assert not any(word in names for word in ("zelamide", "night", "cramp"))


@pytest.mark.parametrize("odd", ["", " ", "\x00" * 30, "?" * 3000, "not " * 900])
def test_odd_questions_and_passages_raise_nothing(odd: str) -> None:
    assert answering.answer(odd, (Passage(odd, True),)).answer in answering.CLASSES
    assert answering.answer(odd, ()).answer in answering.CLASSES
