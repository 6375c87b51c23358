"""An alarm of one turn is said again in the next: a further question does not settle it."""

from __future__ import annotations

import probatum
from probatum.model import Turn
from probatum.pipeline import follow


def _warned(turn: Turn) -> list[str]:
    return [w.text for w in turn.answer.warnings if w.code == "earlier"]


def test_an_alarm_goes_on_with_the_talk() -> None:
    first = probatum.answer("amoxicillin dose for a child with an ear infection")
    alarmed = follow("now he has neck stiffness and photophobia", Turn(first.question.typed, first))
    assert alarmed.answer.question.danger == "emergency"
    assert not _warned(alarmed)
    then = follow("and can he have ibuprofen too", alarmed)
    assert "signs of meningitis" in _warned(then)[0]
    assert _warned(follow("what is the dose", then)) == _warned(then)


def test_nothing_is_said_again_where_there_was_no_alarm() -> None:
    first = probatum.answer("amoxicillin dose for a child with an ear infection")
    assert not _warned(follow("and can he have ibuprofen too", Turn(first.question.typed, first)))
