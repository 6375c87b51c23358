"""Where one medicine changes the level of another: how it is measured, which level is wanted, the signs of too much."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.consistency import faults
from probatum.model import Answer


def _said(answer: Answer, name: str) -> str:
    return "\n".join(s.text for section in answer.sections if section.id == name for s in section.statements)


@pytest.mark.parametrize(
    ("typed", "judged"),
    [
        (
            "lithium level 0.8 and GP started naproxen for back pain",
            "Lithium level 0.8, as told, is so far within the 0.6",
        ),
        ("lithium 1.4 mmol/L, can he have ibuprofen", "Lithium level 1.4, as told, is over the 0.6"),
        ("lithium with ramipril", "Level to be kept (US label): in long-term treatment"),
    ],
)
def test_the_level_is_judged_and_what_to_do_is_said(typed: str, judged: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    short, path = _said(answer, "bottom_line"), _said(answer, "algorithm")
    assert judged in short
    assert "serum lithium should be measured" in short and "serum lithium should be measured" in path
    assert "signs of lithium toxicity" in short and "Stop rule: diarrhoea" in path
    assert not faults(next(s for s in answer.sections if s.id == "algorithm"))


def test_the_signs_of_too_much_stand_beside_a_lower_dose(starter_library: Library) -> None:
    answer = probatum.answer("digoxin with amiodarone", library=starter_library)
    assert "signs of digoxin toxicity" in _said(answer, "algorithm")
    assert not faults(next(s for s in answer.sections if s.id == "algorithm"))


@pytest.mark.parametrize("typed", ["warfarin with ibuprofen", "lithium with haloperidol", "sertraline and tramadol"])
def test_no_level_is_told_where_none_is_changed(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    told = _said(answer, "bottom_line") + _said(answer, "algorithm")
    assert "Level to be kept" not in told and "Signs of too much" not in told and "should be measured 12" not in told
