"""A follow-up on what somebody had adds it to the patient; `can I give B too` puts B beside A, and not in its place."""

from __future__ import annotations

import pytest

from probatum.ask import follow, read
from probatum.model import FollowUpKind

MIGRAINE = "sumatriptan for migraine, i'm 45"
FEVER = "ibuprofen dose for fever in my 7 year old, 23 kg"


@pytest.mark.parametrize(
    "typed", ["i had a heart attack last year", "he had a heart attack 2 years ago", "history of MI", "previous MI"]
)
def test_what_was_had_is_the_patients(typed: str) -> None:
    found = follow(typed, read(MIGRAINE), read, year=2026)
    assert found.kind is FollowUpKind.PATIENT
    assert "migraine" in found.asked
    assert "myocardial infarction" in found.asked
    assert "45 years" in found.asked


@pytest.mark.parametrize("typed", ["for cluster headache?", "my mum had breast cancer"])
def test_another_problem_and_another_person_stay_what_they_were(typed: str) -> None:
    assert follow(typed, read(MIGRAINE), read, year=2026).kind is FollowUpKind.PROBLEM


@pytest.mark.parametrize("typed", ["and can i give paracetamol too?", "and paracetamol at the same time?"])
def test_both_are_given(typed: str) -> None:
    asked = follow(typed, read(FEVER), read, year=2026).asked
    assert asked.startswith("ibuprofen with acetaminophen")
    assert "7 years" in asked


@pytest.mark.parametrize("typed", ["can i give paracetamol instead", "is paracetamol dangerous too?"])
def test_the_other_alone_is_meant(typed: str) -> None:
    assert "ibuprofen" not in follow(typed, read(FEVER), read, year=2026).asked
