"""Limits by how poor kidneys and liver are: for whom they are, for which illness, and what forbids."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library


def _lines(library: Library, question: str, *sections: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for part in answer.sections if part.id in sections for s in part.statements]


@pytest.mark.parametrize(
    ("question", "barred"),
    [
        ("apixaban for AF in mild liver impairment", False),
        ("apixaban for AF in moderate liver impairment", True),
        ("rivaroxaban for AF with mild liver impairment", False),
        ("rivaroxaban for AF with Child-Pugh B cirrhosis", True),
        ("rivaroxaban for AF in liver disease with coagulopathy", True),
        ("sertraline for depression in mild liver impairment", False),
        ("sertraline for depression in severe liver impairment", True),
        ("dabigatran in AF, CrCl has dropped to 14", True),
        ("dabigatran in atrial fibrillation with CrCl 22", False),
        ("dabigatran for DVT with CrCl 22", True),
        ("dabigatran for DVT with CrCl 45", False),
        ("dabigatran for DVT in a man who takes verapamil, CrCl 40", True),
        ("dabigatran for atrial fibrillation in a man who takes verapamil, CrCl 40", False),
    ],
)
def test_a_limit_holds_for_its_own_people(starter_library: Library, question: str, barred: bool) -> None:
    first = _lines(starter_library, question, "bottom_line")
    said = [line for line in first if "advised against for this patient" in line or "contraindicated for this" in line]
    assert bool(said) is barred, first
    if barred:
        assert not any(" mg" in line for line in _lines(starter_library, question, "dosing"))


@pytest.mark.parametrize(
    ("typed", "kidney"),
    [
        ("patient on metformin, eGFR now 28, what to do?", "eGFR 28"),
        ("his eGFR has dropped from 60 to 38 on lisinopril", "eGFR 38"),
        ("nitrofurantoin, eGFR came back at 22", "eGFR 22"),
        ("apixaban, creatinine clearance has fallen to 25 ml/min", "creatinine clearance 25"),
        ("metformin with eGFR <30", "eGFR <30"),
    ],
)
def test_how_it_came_to_a_figure(typed: str, kidney: str) -> None:
    assert ask.read(typed).patient.kidney.lower() == kidney.lower()


def test_what_holds_for_who_takes_it_already_is_told(starter_library: Library) -> None:
    first = _lines(starter_library, "is metformin ok with eGFR 38 and type 2 diabetes?", "bottom_line")
    assert any(line.startswith("Where it is taken already") and "weighed" in line for line in first), first
    assert not any("lifestyle" in line for line in first), "what kept an illness away treats nobody who has it"


@pytest.mark.parametrize("question", ["tranexamic acid for heavy periods", "Does tranexamic acid help in menorrhagia?"])
def test_another_bleeding_is_another_illness(starter_library: Library, question: str) -> None:
    first = _lines(starter_library, question, "bottom_line", "conclusion")
    assert "heavy menstrual bleeding" in first[0] and not any("death" in line for line in first), first
    assert not any("injury" in line for line in _lines(starter_library, question, "algorithm"))
