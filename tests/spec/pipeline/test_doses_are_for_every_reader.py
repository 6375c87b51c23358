"""A dose that could only be quoted is shown to patients as well, hard words or not."""

from __future__ import annotations

from reports import LibraryOf, report

from probatum import pipeline

RECORD = report(
    1,
    "Vedolizumab in pouchitis: a randomised trial",
    methods="In this double-blind, placebo-controlled, parallel-group, multinational trial of inadequate responders, "
    "102 adults with pouchitis were randomised to intravenous vedolizumab (300 mg on day 1 and at weeks 2, 6, 14, 22 "
    "and 30) or placebo, with concomitant ciprofloxacin through week 4.",
    results="Remission was more frequent with vedolizumab than with placebo (31% versus 10%; p = 0.01).",
    conclusions="Vedolizumab raised remission.",
)


def test_a_quoted_dose(library_of: LibraryOf) -> None:
    library = library_of((RECORD,))
    for reader in ("doctor", "patient"):
        answer = pipeline.answer("Vedolizumab for pouchitis", library=library, reader=reader)
        doses = [s for s in answer.section("dosing").statements if s.level == 0]
        assert any("300 mg" in s.text for s in doses)
