"""What something does is no metal and no wound, though it bears that name."""

from __future__ import annotations

import pytest

from probatum import ask


@pytest.mark.parametrize(
    "question",
    ["does obesity lead to gout", "can a bad diet lead to diabetes", "does walking burn more fat than cycling"],
)
def test_what_something_does(question: str) -> None:
    assert not {c.label for c in ask.read(question).concepts} & {"lead", "burns", "burn"}


@pytest.mark.parametrize(
    ("question", "named"),
    [("is lead harmful to children", "lead"), ("how are burns treated", "burn")],
)
def test_the_thing_itself(question: str, named: str) -> None:
    assert any(c.text.lower().startswith(named) for c in ask.read(question).concepts)
