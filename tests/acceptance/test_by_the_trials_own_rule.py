"""A result that its trial does not count as shown is told with its figures; pairs in poor kidneys get no yes."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def short(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


def test_what_a_trial_does_not_count_is_told_with_its_figures(starter_library: Library) -> None:
    first = short(starter_library, "ferric carboxymaltose heart failure")[0]
    assert first.startswith("No effect of ferric carboxymaltose")
    assert "hazard ratio 0.79, 95% CI 0.63 to 0.99, p = 0.04, which the trial's own rule does not count" in first


def test_an_ordinary_null_result_has_no_such_words(starter_library: Library) -> None:
    told = " ".join(short(starter_library, "does mexiletine slow ALS"))
    assert "own rule" not in told


PAIRS = [
    "clarithromycin + colchicine pt has ckd 4",
    "clarithromycin and colchicine with kidney failure",
    "colchicine with clarithromycin eGFR 20",
]


@pytest.mark.parametrize("question", PAIRS)
def test_a_pair_that_poor_kidneys_forbid_gets_no_yes(starter_library: Library, question: str) -> None:
    told = short(starter_library, question)
    assert not any(text.startswith("Yes") for text in told)
    assert "contraindicated" in told[0] or told[0].startswith("Not to be taken together"), told
