"""One of a class is sought: what was given last time, or is not felt, is no part of the question."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("cystitis in pregnancy, last time she got trimethoprim. what antibiotic, what dose", ["antibiotic"]),
        ("cellulitis, 3 months ago was given flucloxacillin. which antibiotic now", ["antibiotic"]),
        ("cystitis, last time she got trimethoprim. can she have it again", ["trimethoprim"]),
        ("otitis, penicillin allergic, 2 months ago got amoxicillin with rash. which antibiotic", ["amoxicillin"]),
        ("cystitis, last time she got trimethoprim. can she have trimethoprim, or what antibiotic", ["trimethoprim"]),
    ],
)
def test_what_was_given_last_time_is_not_asked_about(question: str, asked: list[str]) -> None:
    found = read(question)
    assert [c.label for c in found.having(Role.INTERVENTION) if c.semantic == "drug"] == asked
    assert found.patient.drugs == ()


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("cystitis, no fever or loin pain, what antibiotic", ""),
        ("UTI, no loin pain, which antibiotic", ""),
        ("does ibuprofen reduce loin pain in kidney stones", "loin pain"),
    ],
)
def test_what_is_not_felt_is_no_outcome(question: str, outcome: str) -> None:
    found = read(question)
    assert bool(found.having(Role.OUTCOME)) is bool(outcome)


@pytest.mark.parametrize(
    ("question", "cystitis"),
    [
        ("31F burning + frequency 2 days, no fever. what antibiotic", True),
        ("31F frequency and stinging for 2 days, what antibiotic", True),
        ("burning and frequency of hot flushes, what helps", False),
        ("burning feet and numbness, what helps", False),
    ],
)
def test_burning_and_frequency_are_of_the_bladder(question: str, cystitis: bool) -> None:
    assert ("cystitis" in {c.label.lower() for c in read(question).having(Role.POPULATION)}) is cystitis
