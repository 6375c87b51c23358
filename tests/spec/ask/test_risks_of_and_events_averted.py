"""The risks of a medicine are harms; attacks that are stopped from coming are prevented; a woman of so many kilograms
is an adult."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("What are the risks of long-term omeprazole?", Intent.HARM),
        ("risks of taking ibuprofen daily", Intent.HARM),
        ("Does apixaban lower the risk of stroke?", Intent.THERAPY),
        ("role of colchicine in stopping heart attacks", Intent.PREVENTION),
        ("Does erenumab work for cutting migraines?", Intent.PREVENTION),
        ("varenicline for stopping smoking", Intent.THERAPY),
    ],
)
def test_the_kind_of_question(typed: str, intent: Intent) -> None:
    assert ask.read(typed).intent is intent


def test_a_woman_of_so_many_kilograms_is_an_adult() -> None:
    assert ask.read("How much paracetamol can a 40 kg woman take in a day?").patient.age == "adult"
    assert ask.read("How much paracetamol can a 40 kg girl take in a day?").patient.age == "child"


@pytest.mark.parametrize("typed", ["amitriptyline for pain in an 80 year old with urinary retention"])
def test_an_illness_of_somebody_whose_age_stands_for_him(typed: str) -> None:
    assert "urinary retention" in ask.read(typed).patient.conditions
