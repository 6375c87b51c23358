"""A step whose verb parts from its `up`, shares told after their counts, and what is far from significant."""

from __future__ import annotations

import pytest
from audit_cases import first

from probatum.model import Verdict

SENTENCES = (
    # check, sentence, whether it objects
    ("dose step", "If the response is poor, step zerafine up from 150 mg to 100 mg a day.", True),
    ("dose step", "From day three, cut zerafine down from 100 mg to 100 mg.", True),
    ("dose step", "Wean zerafine from 20 mg to 40 mg.", True),
    ("dose step", "If the response is poor, step zerafine up from 100 mg to 150 mg a day.", False),
    ("dose step", "From day three, cut zerafine down from 100 mg to 50 mg.", False),
    ("denominators", "Dizziness hit 18 of 60 on zerafine and 6 of 60 on placebo, that is 30% and 10% [1].", False),
    ("denominators", "Dizziness hit 18 of 60 on zerafine and 6 of 60 on placebo, that is 30% and 20% [1].", True),
    ("significance", "Sleep quality was far from significantly different (P = 0.41) [1].", False),
    ("significance", "Sleep quality was significantly different (P = 0.41) [1].", True),
)  # fmt: skip


@pytest.mark.parametrize(("check", "sentence", "objects"), SENTENCES)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    told = {c.check for c in first(sentence).checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in told) is objects
