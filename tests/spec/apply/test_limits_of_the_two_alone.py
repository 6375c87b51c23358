"""Of two medicines together the limits of both are told once, and none that is of still other medicines alone."""

from __future__ import annotations

from pathlib import Path

import probatum

ASKED = "Can I prescribe clarithromycin to a patient taking simvastatin?"


def _safety(typed: str, place: Path) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section("safety").statements]


def test_a_limit_is_told_once(starter_place: Path) -> None:
    told = _safety(ASKED, starter_place)
    assert sum("lomitapide" in text for text in told) == 1 and not any("cisapride" in text for text in told)


def test_a_state_of_the_patient_stays(starter_place: Path) -> None:
    assert any(text.startswith("Contraindicated (") and "liver" in text for text in _safety(ASKED, starter_place))


def test_what_two_labels_say_of_the_two_is_told_once(starter_place: Path) -> None:
    told = _safety("Does azathioprine raise the risk of cancer?", starter_place)
    assert sum("bone marrow suppression, because allopurinol" in text for text in told) == 1
    assert any("one third" in text for text in told)
