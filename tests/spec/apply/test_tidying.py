"""An algorithm of which statements were withheld: numbered anew, no branch without its step."""

from __future__ import annotations

import pytest

from probatum.apply.composing.tidying import tidy
from probatum.model import (
    Answer,
    Engine,
    Kind,
    Question,
    Reader,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
)


def answer(*ids: str) -> Answer:
    steps = tuple(Statement(id=f"algorithm.{i}", text=f"Step {i}.", kind=Kind.NAVIGATION) for i in ids)
    return Answer(
        question=Question(typed="q", read="q"),
        reader=Reader.DOCTOR,
        title="t",
        sections=(Section("algorithm", "Clinical algorithm", steps),),
        certainty=(),
        evidence=(),
        references=(),
        search=SearchAccount("library", (), 0, (), (), "2026-01-01"),
        warnings=(),
        status=ReviewStatus(),
        disclaimer="",
        engine=Engine("0", "0"),
    )


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (["1", "1a", "1b", "2"], ["1", "1a", "1b", "2"]),
        (["1", "3", "3a"], ["1", "2", "2a"]),
        (["1", "2a", "2b", "3"], ["1", "2"]),
        (["1", "1b", "2"], ["1", "1a", "2"]),
        (["2a"], []),
    ],
)
def test_steps_left_are_numbered_anew(left: list[str], expected: list[str]) -> None:
    made = tidy(answer(*left))
    assert [s.id.removeprefix("algorithm.") for s in made.sections[0].statements] == expected
