"""What a guideline says of just the ages or the sex of the patient leads, where it parts people by them."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def lines(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


OWN = [
    ("healthy 78 year old, statin?", "aged 76 years or more"),
    ("healthy 60 year old, statin?", "aged 40 to 75 years"),
    ("How long do I treat a man with a UTI", "For men with cystitis"),
    ("antibiotic for a man with cystitis", "for men with cystitis"),
    ("how many days of antibiotics for a UTI in a man", "for men with cystitis"),
    ("UTI in a woman, how many days", "For women with cystitis"),
]


@pytest.mark.parametrize(("question", "words"), OWN)
def test_advice_on_such_people_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(starter_library, question)[0]


@pytest.mark.parametrize("question", ["statin for primary prevention", "statin for a healthy person"])
def test_of_whom_nothing_is_told_no_advice_on_others_leads(starter_library: Library, question: str) -> None:
    first = lines(starter_library, question)[0]
    assert "aged 76 years or more" not in first
