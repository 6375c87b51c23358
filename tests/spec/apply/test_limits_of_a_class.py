"""Limits of a class: what the label of a member says at the value that is told, where a class is asked about."""

from __future__ import annotations

from pathlib import Path

import probatum


def _lead(typed: str, library: Path) -> list[str]:
    answer = probatum.answer(typed, library=library)
    return [s.text for s in next(s for s in answer.sections if s.id == "bottom_line").statements]


def test_a_member_that_was_studied_tells_its_limit(starter_place: Path) -> None:
    lead = _lead("SGLT2 inhibitors in type 2 diabetes and chronic kidney disease with egfr 18", starter_place)
    assert any("with an eGFR below 25" in one and "may continue" in one for one in lead)


def test_no_limit_of_another_member_stands_beside_what_was_studied(starter_place: Path) -> None:
    lead = _lead("SGLT2 inhibitor in CKD egfr 27", starter_place)
    assert not any("not recommended" in one for one in lead)
    lead = _lead("SGLT2 inhibitor in CKD egfr 45", starter_place)
    assert not any("not recommended" in one for one in lead)
