"""What was given by another way than is asked about is said to be so, and never told under the name of that one."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-29"


def _short(question: str, library: Library) -> tuple[Answer, str]:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return answer, " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("topical tranexamic acid in postpartum haemorrhage", "given into a vein, not on the skin"),
        ("tranexamic acid cream in postpartum haemorrhage", "given into a vein, not on the skin"),
        ("oral tranexamic acid in trauma", "No study used says that tranexamic acid was given by mouth"),
        ("inhaled colchicine for pericarditis", "No study used says that colchicine was given by inhaling"),
        ("rectal dexamethasone for croup", "No study used says that dexamethasone was given in the rectum"),
    ],
)
def test_another_way_is_said(starter_library: Library, question: str, said: str) -> None:
    answer, short = _short(question, starter_library)
    assert said in short
    assert not short.lower().startswith(question.split(" for ")[0].split(" in ")[0].lower())
    assert not any(c.level.value == "high" for c in answer.certainty) or "No study used" in short


@pytest.mark.parametrize(
    "question",
    [
        "IV tranexamic acid in postpartum haemorrhage",
        "tranexamic acid in postpartum haemorrhage",
        "oral dexamethasone for croup",
        "intranasal esketamine for depression",
        "metformin tablets for type 2 diabetes",
        "riluzole tablets for ALS",
        "sertraline tablets for depression",
        "oral versus intravenous iron in pregnancy",
    ],
)
def test_the_asked_way_and_none_leave_no_word(starter_library: Library, question: str) -> None:
    _, short = _short(question, starter_library)
    assert "given by mouth, not" not in short
    assert "given into a vein, not" not in short
    assert "No study used says" not in short


def test_hyperbaric_oxygen_is_no_oxygen(starter_library: Library) -> None:
    answer, short = _short("hyperbaric oxygen for acute myocardial infarction", starter_library)
    assert "ambient air" not in short
    assert not any(s.kind.asserts for s in answer.section("bottom_line").statements if "yperbaric" in s.text)
