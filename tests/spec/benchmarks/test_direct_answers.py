"""What a short answer leads with, its yes or no and its direction are told apart."""

from __future__ import annotations

import pytest

from benchmarks import direct
from benchmarks.direct import Asked
from benchmarks.prompts import runs
from probatum.model import Answer, Direction
from probatum.pipeline import answer

TOLD = "Serum creatinine rose by 9 micromol/L with telmisartan and by 2 micromol/L with amlodipine"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Probably: a randomised trial concludes this", True),
        ("Probably not: a randomised trial concludes this", False),
        ("No difference was detected: a trial reports this", False),
        ("A randomised trial reports no difference", None),
        ("It is not known whether it does", None),
    ],
)
def test_a_yes_or_no_is_one_that_a_statement_opens_with(text: str, word: bool | None) -> None:
    assert direct.word(text) is word


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Telmisartan raises creatinine", Direction.HIGHER),
        ("Creatinine was lower with telmisartan", Direction.LOWER),
        ("No effect of telmisartan on creatinine was detected", Direction.NONE_DETECTED),
        ("Telmisartan raises creatinine and reduces swelling", None),
    ],
)
def test_the_way_of_a_statement_is_known_where_it_names_one(text: str, way: Direction | None) -> None:
    assert direct.way(text) is way


def test_an_answer_is_judged_by_its_study_and_the_sentence_that_tells(silent: Answer) -> None:
    asked = Asked("trials", "does it?", frozenset({"pmid:1"}), True, (runs(TOLD),), Direction.HIGHER)
    told = direct.judged(asked, silent)
    assert (told.leads, told.agrees, told.outcome, told.direction) == (False, None, False, None)


@pytest.fixture
def silent(starter_library: object) -> Answer:
    return answer("does zzyzx help qqq", library=starter_library)  # type: ignore[arg-type]
