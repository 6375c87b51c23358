"""The path starts with the dose that a label starts with, and an answer off the label gives no dose of another use."""

from __future__ import annotations

from medicines import label
from reports import LibraryOf, report

from probatum import pipeline

LABEL = label(
    "prazosin",
    uses="Prazosin is indicated for hypertension.",
    dose="For hypertension, the maintenance dose of prazosin is 6 mg to 15 mg daily. The starting dose of prazosin is "
    "1 mg by mouth twice daily. The maximum dose of prazosin is 20 mg daily.",
)
TRIAL = report(
    1,
    "Prazosin for migraine attacks: a randomised trial",
    methods="In this randomised trial, 120 adults with migraine were given prazosin or placebo for 8 weeks.",
    results="Migraine attacks were less frequent with prazosin than with placebo (30% versus 55%; p = 0.01).",
    conclusions="Prazosin lowered migraine attacks.",
)


def _text(answer: object, name: str) -> str:
    return " ".join(s.text for s in answer.section(name).statements)  # type: ignore[attr-defined]


def test_the_starting_dose_starts(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Prazosin for hypertension", library=library_of((LABEL,)))
    steps = [s.text for s in answer.section("algorithm").statements]
    dose = next(text for text in steps if text.startswith("Dose as on the label"))
    assert "1 mg by mouth twice daily" in dose
    assert "6 mg to 15 mg" not in dose
    assert not any(text.startswith("Dose") for text in steps if text != dose)


def test_doses_of_another_use_are_not_told(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Does prazosin help migraine?", library=library_of((LABEL, TRIAL)))
    assert "off-label" in _text(answer, "bottom_line")
    for name in ("dosing", "algorithm", "bottom_line"):
        assert "1 mg" not in _text(answer, name) and "15 mg" not in _text(answer, name)
