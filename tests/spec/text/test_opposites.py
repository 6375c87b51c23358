"""Opposites: what is advised of a state is not advised of its denial."""

import pytest

from probatum.text.opposites import opposite


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("After a first unprovoked clot, treatment goes on.", "how long after a provoked clot"),
        ("In complicated diverticulitis, antibiotics are given.", "uncomplicated diverticulitis antibiotics"),
        ("In nonvalvular atrial fibrillation it is given.", "valvular atrial fibrillation"),
        ("In people with stable angina, it is not needed.", "unstable angina"),
    ],
)
def test_the_denied_state_is_another(text: str, asked: str) -> None:
    assert opposite(text, asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("After a first provoked clot it is given for 3 months.", "how long after a provoked clot"),
        ("In provoked and in unprovoked clots it is given.", "provoked clot"),
        ("It is given for 3 months.", "unprovoked clot"),
        ("Noninvasive ventilation is offered.", "invasive aspergillosis"),
    ],
)
def test_the_same_state_or_none_is_no_opposite(text: str, asked: str) -> None:
    assert not opposite(text, asked)
