"""A patient for whom a label rules a treatment out or advises against it is told no dose of it, in text or path."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum import pipeline

LABEL = label(
    "nitrofurantoin",
    uses="Nitrofurantoin is indicated for urinary tract infection.",
    dose="The recommended dose of nitrofurantoin is 100 mg by mouth twice daily for 7 days.",
    never="Nitrofurantoin is contraindicated with an eGFR below 30 ml/min/1.73 m2.",
    care="Starting nitrofurantoin is not recommended with an eGFR of 30 to 45 ml/min/1.73 m2.",
)


@pytest.mark.parametrize(
    ("kidneys", "step"),
    [("25", "contraindicated here"), ("40", "advised against here"), ("90", "")],
)
def test_no_dose(library_of: LibraryOf, kidneys: str, step: str) -> None:
    typed = f"Can I give nitrofurantoin for a urinary tract infection at eGFR {kidneys}?"
    answer = pipeline.answer(typed, library=library_of((LABEL,)))
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    doses = " ".join(s.text for s in answer.section("dosing").statements)
    assert ("100 mg" in f"{path} {doses}") is (not step)
    assert step in path
    if step:
        assert "A treatment is wanted: refer to a specialist" in path
