"""One of two medicines that are put together is no fellow of the other's class that speaks for it."""

from __future__ import annotations

import probatum


def test_one_of_the_two_is_no_nearest_medicine() -> None:
    made = probatum.answer("ibuprofen and paracetamol, can I take both")
    assert not any("a medicine of the same class" in s.text for s in made.sections[0].statements)


def test_a_fellow_of_both_does_not_speak_for_one() -> None:
    made = probatum.answer("aspirin and clopidogrel together safe?")
    assert not any("Nearest is ticagrelor" in s.text for s in made.sections[0].statements)
