"""Two medicines and nothing else: whether they go together is all that can be asked."""

from __future__ import annotations

import pytest

from probatum import vocabulary
from probatum.ask.between.meeting import meeting


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("simvastatin 40 with amlodipine", True),
        ("warfarin and fluconazole", True),
        ("metformin plus furosemide, 70 year old man", True),
        ("simvastatin with amlodipine for angina", False),
        ("warfarin or apixaban", False),
        ("dose of simvastatin with amlodipine", False),
    ],
)
def test_a_bare_pair(text: str, asked: bool) -> None:
    met = meeting(text, vocabulary.load())
    assert bool(met is not None and met.asked) is asked
