"""What plain words say of a difference without a unit and of a test against a margin; no figure is added."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.plainly import retelling
from probatum.publish import silent


def test_a_difference_in_standard_deviations(starter_place: Path) -> None:
    typed = "pain under my heel for months, is an injection worth it?"
    answer = probatum.answer(typed, reader="patient", library=starter_place)
    said = " ".join(s.plain for one in answer.sections if one.id == "bottom_line" for s in one.statements)
    assert "by 0.98 times as much as people usually differ from each other" in said
    assert "brought to" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aspirin was not noninferior to colchicine", "was not shown to be nearly as good as colchicine"),
        ("A was noninferior to B", "A was nearly as good as, or better than, B"),
    ],
)
def test_a_margin_in_plain_words(text: str, said: str) -> None:
    assert said in retelling.retold(text)


def test_nothing_stated_is_said_only_where_nothing_else_is() -> None:
    assert silent.together([("Dosing", silent.UNSAID)]) == silent.UNSAID
    two = [("Evidence", "No study was found; what labels say stands above."), ("Path", silent.UNSAID)]
    assert silent.together(two) == "No study was found; what labels say stands above."


def test_what_is_taken_alone_is_no_question_of_two_medicines(starter_place: Path) -> None:
    answer = probatum.answer("67F on citalopram 40mg, reduce?", library=starter_place)
    assert not any("what medicines do together" in one.empty for one in answer.sections)
    pair = probatum.answer("can I take simvastatin with clarithromycin", library=starter_place)
    assert any("together" in one.empty for one in pair.sections if one.id == "dosing")
