"""What somebody has had is past, and what has just come is not."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "text",
    [
        "can i take zorbinol if i have had a heart attack",
        "can somebody who has had a heart attack take zorbinol",
        "I had swelling of my face with lisinopril, can I take Entresto?",
        "my husband had a heart attack last year, can he take viagra",
        "D-dimer raised, age 78, PE?",
        "CRP 80 in COPD exacerbation: antibiotics?",
        "patient who has just had a stroke and is stable: when to start apixaban",
    ],
)
def test_what_was_had_is_past(text: str) -> None:
    assert read_danger(text).kind != "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "i think i've had a heart attack",
        "i had a heart attack this morning, can i take sumatriptan",
        "my mum has just had a stroke what do i do",
        "I have had chest pain since this morning, can I take sumatriptan",
        "my tongue started swelling after lisinopril this morning, can I take an antihistamine",
    ],
)
def test_what_has_just_come_is_not(text: str) -> None:
    assert read_danger(text).kind == "emergency"
