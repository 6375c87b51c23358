"""A treatment that nobody knows is not answered by what another one does in the same illness."""

from __future__ import annotations

from reports import LibraryOf, report

from probatum import pipeline

EXERCISE = report(
    57,
    "Web-based strengthening exercise for knee osteoarthritis: a randomised trial",
    methods="In this trial 206 adults with knee osteoarthritis were randomised to web-based exercise or information.",
    results="Knee pain at 24 weeks was 1.6 points lower with web-based exercise than with information (p < 0.001).",
    conclusions="In knee osteoarthritis, web-based strengthening exercise relieved pain.",
)


def test_another_treatment_is_no_answer(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Does crystal healing help knee osteoarthritis?", library=library_of([EXERCISE]))
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "exercise relieved" not in lead and "1.6 points" not in lead
