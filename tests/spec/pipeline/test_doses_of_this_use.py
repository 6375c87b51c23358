"""Doses are told of the use that is asked about: of keeping an attack away none that treats it."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum import pipeline

LABEL = label(
    "pegloticase",
    uses="Pegloticase is indicated to prevent gout flares and for acute gout flares.",
    dose="For an acute gout flare, the dose of pegloticase is 8 mg once. For prophylaxis of gout flares, the starting "
    "dose of pegloticase is 2 mg by mouth once daily. In severe kidney impairment, the starting dose of pegloticase is "
    "1 mg once daily.",
)


@pytest.mark.parametrize("typed", ["Pegloticase to prevent gout flares", "Does pegloticase prevent gout flares?"])
def test_a_dose_that_treats_prevents_nothing(library_of: LibraryOf, typed: str) -> None:
    answer = pipeline.answer(typed, library=library_of((LABEL,)))
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "8 mg" not in path
    assert "2 mg by mouth once daily" in path
    first, _, others = path.partition("Another dose applies")
    assert "1 mg once daily" not in first and "In severe kidney impairment".lower() in others.lower()
