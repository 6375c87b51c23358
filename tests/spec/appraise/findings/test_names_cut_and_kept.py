"""Names that a neighbour's words would spoil: adverbs, what is adjusted for, limits, heads of lists, subjects."""

from __future__ import annotations

import pytest
from findings_help import read

NAMES = {
    "what limits it stays": (
        "Of the children, 75 (82%) were diagnosed with nits alone.",
        ["being diagnosed with nits alone"],
    ),
    "how it was done stays": (
        "Most women delivered vaginally: 64% of the women delivered vaginally.",
        ["delivering vaginally"],
    ),
    "a head that others share": (
        "Combing was associated with increased infiltration of mites, nits, and lice.",
        ["infiltration of mites, nits, and lice"],
    ),
    "what is adjusted for": (
        "Controlling for age, itch at school and pain, the aOR was 1.86 (95% CI = 1.44-2.41).",
        [],
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_neither_cut_nor_stretched(name: str) -> None:
    text, expected = NAMES[name]
    assert [f.outcome for f in read(text)] == expected
