"""`A and B: what happens to the INR?` asks what comes of the two; `should we give both after B` asks what they do."""

from __future__ import annotations

import pytest

from probatum.apply.together import combining
from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        (
            "Co-trimoxazole and warfarin: what happens to the INR and what do I do?",
            ("sulfamethoxazole and trimethoprim", "warfarin"),
        ),
        ("lisinopril with spironolactone, what happens to potassium", ("lisinopril", "spironolactone")),
        ("warfarin with fluconazole, can we give it for 3 days", ("warfarin", "fluconazole")),
    ],
)
def test_what_comes_of_two(typed: str, pair: tuple[str, ...]) -> None:
    question = read(typed)
    assert question.intent is Intent.INTERACTION
    assert combining.together(question) == pair


@pytest.mark.parametrize(
    "typed",
    [
        "aspirin and clopidogrel, should we give both after stroke",
        "amlodipine and lisinopril: which is better for blood pressure",
    ],
)
def test_what_they_do_is_another_question(typed: str) -> None:
    assert read(typed).intent is not Intent.INTERACTION


@pytest.mark.parametrize(
    ("typed", "taken", "given"),
    [
        (
            "lithium level creeping up since ramipril and naproxen started - which is the culprit and what do I do",
            "lithium",
            "ramipril and naproxen",
        ),
        ("phenytoin levels fell since rifampicin started", "phenytoin", "rifampicin"),
    ],
)
def test_a_level_that_moved_since_others_began(typed: str, taken: str, given: str) -> None:
    question = read(typed)
    assert question.intent is Intent.INTERACTION
    assert question.patient.drugs == (taken,)
    assert question.intervention == given


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("heart failure and i take ibuprofen and lisinopril is it dangerous", ("ibuprofen", "lisinopril")),
        ("I take metformin and ramipril, is it ok to drink", ("metformin", "ramipril", "alcohol")),
        ("on warfarin, can I drink", ("warfarin", "alcohol")),
    ],
)
def test_all_that_is_taken_is_put_together(typed: str, pair: tuple[str, ...]) -> None:
    question = read(typed)
    assert question.intent is Intent.INTERACTION
    assert combining.together(question) == pair
