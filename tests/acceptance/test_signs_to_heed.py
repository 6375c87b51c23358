"""Which signs are to be heeded with a medicine is a question of its harms: the label's warning signs lead."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Intent

ASKED = (
    ("signs to watch for on methotrexate", "doctor", "new lung symptoms"),
    ("what to look out for with lithium", "patient", "may be signs of lithium"),
    ("red flags on clozapine", "nurse", "fever, weakness, lethargy or sore throat be reported at once"),
    ("symptoms to report on warfarin", "carer", "report signs of bleeding"),
    ("what to watch for when starting lamotrigine", "patient", "at the first sign of rash"),
    ("signs to look for with digoxin", "nurse", "are signs of digoxin toxicity"),
    ("when to call the doctor on methotrexate", "patient", "stopped when they appear"),
    ("things to watch out for with semaglutide", "patient", "Acute pancreatitis"),
)


@pytest.mark.parametrize(("question", "reader", "words"), ASKED)
def test_warning_signs_lead(starter_library: Library, question: str, reader: str, words: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of="2026-11-29")
    short = [s.text for s in answer.section("bottom_line").statements]
    assert answer.question.intent is Intent.HARM
    assert short[0].startswith("To look out for") and words.lower() in short[0].lower(), short
    assert not any("trial" in line for line in short), short


@pytest.mark.parametrize(
    "question", ["red flags for back pain", "signs of gout", "does lithium reduce symptoms of mania"]
)
def test_signs_of_an_illness_are_another_matter(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(s.text.startswith("To look out for") for s in answer.section("bottom_line").statements)
