"""Who asks which of a class is given in an illness is told the member that a guideline has given in it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Intent


def _answer(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of="2026-11-30")


def _told(answer: Answer, section: str) -> list[str]:
    return [s.text for s in answer.section(section).statements]


@pytest.mark.parametrize(
    ("question", "member"),
    [
        ("HIT on heparin day 7, which anticoagulant", "argatroban, bivalirudin, danaparoid, fondaparinux"),
        ("HIT, which anticoagulant", "argatroban, bivalirudin, danaparoid, fondaparinux"),
        ("NSTEMI, eGFR 28, which anticoagulant", "fondaparinux is added to aspirin"),
        ("minor stroke, antiplatelet?", "clopidogrel 75 mg and aspirin 75 mg daily for 21 days"),
        ("STEMI for PCI, which antiplatelet with aspirin", "prasugrel is added to aspirin"),
        ("stroke with AF, which anticoagulant", "a direct-acting oral anticoagulant"),
    ],
)
def test_the_member_leads(starter_library: Library, question: str, member: str) -> None:
    answer = _answer(starter_library, question)
    assert answer.question.intent is Intent.THERAPY
    assert member in _told(answer, "bottom_line")[0]


@pytest.mark.parametrize("question", ["HIT, which anticoagulant", "NSTEMI, eGFR 28, which anticoagulant"])
def test_the_path_begins_with_it(starter_library: Library, question: str) -> None:
    answer = _answer(starter_library, question)
    assert any(name in _told(answer, "algorithm")[0] for name in ("argatroban", "fondaparinux"))


def test_kidneys_that_are_told_decide(starter_library: Library) -> None:
    poor, good = (
        "\n".join(_told(_answer(starter_library, f"PE confirmed, CrCl {value}, which anticoagulant"), "algorithm"))
        for value in (12, 70)
    )
    assert "low-molecular-weight heparin or heparin, alone or with warfarin" in poor
    assert "low-molecular-weight heparin or heparin, alone or with warfarin" not in good.split("\n")[0]


def test_what_a_class_does_to_people_is_asked_as_before(starter_library: Library) -> None:
    assert _answer(starter_library, "statin myopathy").question.intent is Intent.HARM
    assert _answer(starter_library, "gynaecomastia spironolactone").question.intent is Intent.HARM
