"""What is unknown for this very question: its people, time and comparison; and what else the sources name for it."""

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


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("alendronate in a woman with eGFR 30", "Denosumab and teriparatide", "nothing found"),
        ("croup in a 2 year old: dexamethasone or prednisolone", "Budesonide", "Adrenaline ("),
        ("alteplase at 4 hours after stroke, 70 year old", "", "aches"),
        ("eplerenone in mild systolic heart failure", "Dapagliflozin", "Potassium ("),
    ],
)
def test_alternatives_are_those_that_the_sources_name_for_the_illness(
    starter_library: Library, question: str, told: str, never: str
) -> None:
    section = probatum.answer(question, library=starter_library, as_of=AS_OF).section("alternatives")
    said = " ".join((*(s.text for s in section.statements), section.empty))
    assert told in said and never not in said
