"""Where it is asked what is checked of two medicines: what the one does to the other, and what is checked."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

ASKED = (
    ("lithium and ibuprofen, what to monitor", "raise serum lithium", "serum lithium should be measured"),
    ("what to monitor when lithium patient takes naproxen", "raise serum lithium", "serum lithium should be measured"),
    ("what to check on warfarin plus amiodarone", "strengthens the effect of warfarin", "INR should be measured"),
    ("monitoring for methotrexate and ibuprofen", "bone marrow suppression", "blood counts should be monitored"),
    ("bloods needed on spironolactone with lisinopril", "severe hyperkalaemia", "serum potassium should be monitored"),
    ("digoxin + amiodarone monitoring", "about twofold", "kidney function and electrolytes should be monitored"),
)


def _short(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(("question", "meets", "checked"), ASKED)
def test_both_are_told_the_interaction_first(starter_library: Library, question: str, meets: str, checked: str) -> None:
    short = _short(starter_library, question)
    assert short[0].startswith(("Together", "To be avoided together")), short
    together = " ".join(line for line in short if "ogether" in line.partition("(")[0])
    checks = " ".join(line for line in short if line.startswith("Checks"))
    assert meets in together and checked in checks, short


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("calcium monitoring denosumab", "calcium, phosphorus and magnesium should be monitored"),
        ("what to monitor on clozapine", "the count must be measured before and regularly during treatment"),
        ("how often should potassium be checked on spironolactone", "serum potassium should be monitored"),
    ],
)
def test_what_is_measured_is_no_second_medicine(starter_library: Library, question: str, words: str) -> None:
    short = _short(starter_library, question)
    assert words in short[0], short
    assert not any("ogether" in line.partition("(")[0] for line in short), short
