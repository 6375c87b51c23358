"""Who seeks something in the place of a medicine is not told to take it, nor its fellows; what is told of their kidneys
is no illness to be treated besides."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.ask.reading import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("alternatives to NSAIDs for osteoarthritis in CKD", "considering an oral NSAID"),
        ("alternatives to NSAIDs for osteoarthritis", "considering an oral NSAID"),
        ("alternative to NSAID for back pain in CKD", "ACE inhibitor"),
        ("statin myalgia alternatives for high cholesterol", "rules out atorvastatin"),
    ],
)
def test_it_is_not_advised(starter_library: Library, question: str, never: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-12-01")
    told = [s.text for name in ("bottom_line", "algorithm") for s in answer.section(name).statements]
    assert [text for text in told if never in text] == []


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("what else for hypertension, ACE inhibitor cough", "angiotensin-converting enzyme inhibitors"),
        ("amlodipine oedema, alternative for hypertension", "amlodipine"),
    ],
)
def test_what_brought_a_complaint_makes_way(question: str, left: str) -> None:
    asked = read(question)
    assert [c.label for c in asked.having(Role.COMPARATOR)] == [left]
    assert [c.label for c in asked.having(Role.POPULATION)] == ["hypertension"]
