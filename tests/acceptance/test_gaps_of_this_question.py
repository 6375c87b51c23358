"""What is unknown for this very question: its people, its time, its comparison; no list of outcomes that always lack."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-28"


def _said(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return " ".join(s.text for s in answer.section("evidence_gaps").statements)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("dapagliflozin HFrEF without diabetes", "No included study tells results beyond 18.2 months."),
        ("alendronate in a woman with eGFR 30", "No included study tells its results for people with eGFR 30."),
        ("finerenone in HFpEF", "(95% CI 0.78 to 1.11) leaves both benefit and harm possible."),
        ("pregabalin for sciatica", "No included study sets pregabalin against another treatment."),
    ],
)
def test_gaps_are_of_the_people_the_time_and_the_effect_asked_about(
    starter_library: Library, question: str, told: str
) -> None:
    said = _said(starter_library, question)
    assert told in said and "quality of life" not in said and "serious adverse events" not in said
