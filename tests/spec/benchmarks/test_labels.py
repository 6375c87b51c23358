"""Questions made from sentences of labels: which kinds, which values, and which half they stand in."""

from __future__ import annotations

import pytest

from benchmarks._labels import asked
from benchmarks.labels import cases


@pytest.mark.parametrize(
    ("sentence", "kind", "part"),
    [
        ("In gout with an eGFR below 40 ml/min, the dose of zorbinol is 5 mg daily.", "kidney", "35"),
        ("With a creatinine clearance of 30 to 50 ml/min, the dose of zorbinol is 5 mg daily.", "kidney", "40"),
        ("In gout below 50 kg, the dose of zorbinol is 5 mg daily.", "weight", "44"),
        ("Zorbinol is contraindicated in cardiogenic shock.", "contra", "cardiogenic shock"),
        ("In gout, the starting dose of zorbinol is 5 mg daily.", "start_of", "gout"),
        ("A missed dose of zorbinol should be left out.", "missed", ""),
    ],
)
def test_a_sentence_is_asked_about_what_it_says(sentence: str, kind: str, part: str) -> None:
    ways = asked(sentence, "zorbinol")
    own = [way for way in ways if way.kind.removesuffix("_of") == kind.removesuffix("_of")]
    assert own and (not part or part in own[0].parts.values())


def test_the_halves_are_fixed_whatever_the_order() -> None:
    first, second = list(cases("1")), list(cases("2"))
    assert len(first) == len(second) > 600
    assert {c.sentence for c in first if c.held_back} == {c.sentence for c in second if c.held_back}
    assert 0.4 < sum(c.held_back for c in first) / len(first) < 0.6
