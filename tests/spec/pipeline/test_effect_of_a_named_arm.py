"""An effect is told only of a treatment that an arm is called by; other results stay the comparisons that they are."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline

METHODS = (
    "In this randomised trial, 300 adults with scabies were allotted to triple therapy (permethrin, ivermectin and "
    "sulphur) or double therapy (benzyl benzoate and crotamiton) for 14 days."
)


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ("with triple therapy and 51% with double therapy", False),
        ("with permethrin triple therapy and 51% with double therapy", True),
        ("with the intervention and 51% with control", True),
    ],
)
def test_a_drug_that_no_arm_names_has_no_effect_told(library_of: LibraryOf, arms: str, told: bool) -> None:
    record = report(
        1,
        "Permethrin-containing triple therapy in scabies: a randomised trial",
        methods=METHODS,
        results=f"Cure occurred in 70% {arms} (p = 0.001).",
        conclusions="Both were well tolerated.",
    )
    answer = pipeline.answer("Does permethrin cure scabies?", library=library_of((record,)))
    own = [s.text for section in answer.sections for s in section.statements if s.kind.value == "finding"]
    effects = [text for text in own if "permethrin" in text.lower() and "cure" in text.lower()]
    assert bool(effects) is told
    assert any("70%" in s.text for section in answer.sections for s in section.statements)
