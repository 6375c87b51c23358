"""Where two medicines were taken that a label rules out together, neither is advised or dosed; and an illness of the
past is no harm that a treatment does now."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-12-01"
PAIR = "76, angina, chest tight 20 mins, had 3 gtn tablets and no better, clammy. give another? had a viagra last night"


def lines(library: Library, question: str, *sections: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [s.text for name in sections for s in answer.section(name).statements]


def test_neither_is_advised_or_dosed(starter_library: Library) -> None:
    told = lines(starter_library, PAIR, "bottom_line", "evidence", "dosing", "alternatives")
    assert told[0].startswith("This may be an emergency")
    assert told[1] == "Give no more of either before the doctor in charge agrees."
    assert not any("recommends a short-acting nitrate" in line or "0.4 mg" in line for line in told)


def test_one_alone_is_advised_and_dosed(starter_library: Library) -> None:
    told = lines(starter_library, "glyceryl trinitrate dose in an attack of angina", "bottom_line", "dosing")
    assert any("0.4 mg" in line for line in told)
    assert not any("no more of either" in line for line in told)


@pytest.mark.parametrize("told", ["she had a DVT age 19", "had DVT at 25", "she had a DVT in 2019"])
def test_an_old_illness_holds_back_nothing(starter_library: Library, told: str) -> None:
    question = f"PPH 1.4L, SVD 50 min ago still trickling after synto. TXA dose? {told}"
    short = lines(starter_library, question, "bottom_line")
    assert not any("No more of it is given" in line for line in short)
    assert any("1 g" in line for line in lines(starter_library, question, "bottom_line", "dosing"))
