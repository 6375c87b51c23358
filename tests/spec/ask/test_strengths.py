"""Two strengths of one medicine that are told by name are compared, whichever words set them against each other."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "higher (intermediate) dose of enoxaparin instead of standard prophylaxis in influenza: fewer deaths?",
            "Intermediate-dose enoxaparin versus standard-dose enoxaparin in influenza: fewer deaths?",
        ),
        (
            "low-dose aspirin rather than the usual dose for stroke prevention",
            "Low-dose aspirin versus usual-dose aspirin for stroke prevention",
        ),
        (
            "high dose amoxicillin vs standard dose in otitis media",
            "High-dose amoxicillin versus standard-dose amoxicillin in otitis media",
        ),
    ],
)
def test_the_medicine_is_named_on_both_sides(typed: str, read: str) -> None:
    question = ask.read(typed)
    assert question.read == read
    assert question.intent is not Intent.DOSING


@pytest.mark.parametrize(
    "typed",
    [
        "low dose colchicine rather than high dose colchicine for gout",
        "what dose of amoxicillin in otitis media",
        "high dose of radiation instead of standard surgery in cancer",
        "aspirin instead of the standard treatment in gout",
    ],
)
def test_where_no_two_strengths_of_one_medicine_are_told_the_words_stay(typed: str) -> None:
    assert ask.read(typed).read.casefold().strip(" ?") == typed.casefold().strip(" ?")
