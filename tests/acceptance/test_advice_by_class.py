"""Advice of a guideline that names the class of what is asked about, be it among several, answers; so does one that
spells the illness as it is spelled across the ocean."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("naproxen for gout flare", "an NSAID, colchicine or a short oral corticosteroid"),
        ("prednisolone for gout flare", "an NSAID, colchicine or a short oral corticosteroid"),
        ("ibuprofen for endometriosis pain", "paracetamol or an NSAID"),
        ("sertraline for GAD", "sertraline as the first-choice medicine"),
        ("capsaicin cream in localized neuropathic pain", "considering capsaicin 0.075% cream"),
    ],
)
def test_it_leads(starter_library: Library, question: str, first: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-30")
    assert first in answer.section("bottom_line").statements[0].text


def test_a_class_that_failed_is_not_advised(starter_library: Library) -> None:
    """`For people who cannot take colchicine, an NSAID` is none on colchicine."""
    answer = probatum.answer("colchicine for gout flare", library=starter_library, as_of="2026-11-30")
    assert "cannot take colchicine" not in answer.section("bottom_line").statements[0].text
