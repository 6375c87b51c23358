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


def test_no_harm_of_another_way_in_another_illness_is_told(starter_library: Library) -> None:
    """A cream in eczema is asked about: what was seen with infusions in COVID-19 would only frighten."""
    answer = probatum.answer(
        "my baby has bad eczema is hydrocortison cream safe",
        library=starter_library,
        reader="patient",
        as_of="2026-11-29",
    )
    told = " ".join(s.text for section in answer.sections for s in section.statements)
    assert "COVID-19" not in told and "Serious adverse events" not in told
    assert not any("COVID" in one.citation for one in answer.references)


def test_its_own_way_is_still_told(starter_library: Library) -> None:
    answer = probatum.answer("hydrocortisone in severe covid", library=starter_library, as_of="2026-11-29")
    assert any("hydrocortisone" in s.text.lower() for s in answer.section("bottom_line").statements)


def test_should_as_it_is_typed_in_haste_is_no_shed(starter_library: Library) -> None:
    answer = probatum.answer("shud i take it with food, doxycycline", library=starter_library, as_of="2026-11-29")
    assert (
        "shed" not in answer.question.read.lower() and "with food" in answer.section("bottom_line").statements[0].text
    )
