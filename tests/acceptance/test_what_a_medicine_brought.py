"""A complaint of somebody who takes a medicine whose label names it is told with what the label says of it first, where
it is asked what is to be done; where something is to be given for it, it is treated."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Intent


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("patient on simvastatin has muscle pain, what should I do", "be stopped when myopathy is suspected"),
        ("my dad takes amlodipine and has swollen ankles what should he do", "oedema"),
        ("ramipril dry cough what should I do", "cough, for which"),
    ],
)
def test_what_the_label_says_of_it_leads(starter_library: Library, question: str, said: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-12-01")
    assert answer.question.intent is Intent.HARM
    assert said in answer.section("bottom_line").statements[0].text
    assert any(a.what == "brought" for a in answer.question.assumptions)


@pytest.mark.parametrize("question", ["takes metformin and has a headache, which painkiller can I give"])
def test_what_is_to_be_treated_is_treated(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-12-01")
    assert not any(a.what == "brought" for a in answer.question.assumptions)
