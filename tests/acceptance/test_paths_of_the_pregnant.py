"""The path of somebody who is pregnant holds what guidelines have her given, and nothing that is for others."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _path(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-30")
    return "\n".join(s.text for s in answer.section("algorithm").statements)


@pytest.mark.parametrize(
    ("question", "hers", "of_others"),
    [
        ("pregnant with cellulitis, penicillin allergic", "erythromycin 500 mg", "doxycycline"),
        ("pregnant, community acquired pneumonia, penicillin allergy", "erythromycin 500 mg", "doxycycline"),
        ("pregnant 30 weeks, thrush", "clotrimazole", "who are not pregnant"),
        ("BV 20/40 pregnant, metronidazole dose", "metronidazole 400 mg", "who are not pregnant"),
        ("pregnant with sore throat, penicillin allergy", "", "clarithromycin"),
    ],
)
def test_nothing_of_others(starter_library: Library, question: str, hers: str, of_others: str) -> None:
    path = _path(starter_library, question)
    assert hers in path
    assert of_others not in path


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("cellulitis, penicillin allergic", "doxycycline"),
        ("sore throat, penicillin allergy", "clarithromycin"),
    ],
)
def test_others_are_given_it(starter_library: Library, question: str, given: str) -> None:
    assert given in _path(starter_library, question)
