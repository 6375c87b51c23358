"""What labels say of two medicines that meet is read whatever its verb, and told to who takes one and began another."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library


@pytest.fixture(scope="module")
def starter(starter_library: Library) -> Library:
    return starter_library


ASKED = [
    ("62M rheumatoid arthritis, weekly methotrexate, started naproxen for his back, ok?", "bone marrow"),
    ("can isosorbide mononitrate and sildenafil be taken together", "hypotension"),
    ("sumatriptan with sertraline safe?", "serotonin syndrome"),
    ("can I give fluconazole to someone on simvastatin", "rhabdomyolysis"),
    ("AF, long-term warfarin, started clarithromycin for a chest infection, safe?", "INR"),
]


@pytest.mark.parametrize(("typed", "told"), ASKED)
def test_what_comes_of_two_is_told(typed: str, told: str, starter: Library) -> None:
    answer = pipeline.answer(typed, library=starter, as_of="2026-11-26")
    said = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert told in said
    assert "No label in the library tells" not in said


def test_a_source_on_another_illness_is_no_answer(starter: Library) -> None:
    answer = pipeline.answer(
        "which is better for acute otitis externa drops or oral antibiotics", library=starter, as_of="2026-11-26"
    )
    assert "otitis media" not in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_a_warning_is_not_told_twice_in_one_sentence(starter: Library) -> None:
    answer = pipeline.answer(
        "will amitriptyline help nerve pain", library=starter, reader="patient", as_of="2026-11-26"
    )
    for statement in answer.section("bottom_line").statements:
        assert statement.plain.count("raised the risk of suicidal thinking") <= 1
