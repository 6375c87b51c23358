"""People with two illnesses may be called by an adjective of one: they are the same people."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline

RENAL = report(
    1,
    "Finerenone and kidney disease outcomes in type 2 diabetes",
    methods="In this double-blind randomised trial, 5,000 people got finerenone or placebo for 2 years.",
    results="Kidney failure occurred in 17.8% with finerenone and in 21.1% with placebo (hazard ratio 0.82, 95% CI "
    "0.73 to 0.93; p = 0.001).",
    conclusions="Finerenone lowered the risk of kidney failure.",
)


@pytest.mark.parametrize(
    ("typed", "indirect"),
    [("does finerenone help in diabetic kidney disease", False), ("does finerenone help in lupus nephritis", True)],
)
def test_an_adjective_names_the_illness(typed: str, indirect: bool, library_of: LibraryOf) -> None:
    answer = pipeline.answer(typed, library=library_of([RENAL]))
    said = " ".join(s.text for s in answer.statements)
    assert ("indirect" in said or "Kidney failure" not in said) is indirect
