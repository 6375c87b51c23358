"""What a question says cannot be had is given nowhere; what others have in its place leads where it cannot be had, and
only there; and advice for those with another illness bars it for nobody else."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-12-01"


def texts(library: Library, question: str, *sections: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return [s.text for name in sections for s in answer.section(name).statements]


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("delirium in a 77 year old with Parkinson's disease, cannot have haloperidol", "the dose of haloperidol"),
        ("labetalol contraindicated, 30 weeks pregnant with hypertension and asthma", "recommends labetalol"),
    ],
)
def test_it_is_given_nowhere(starter_library: Library, question: str, never: str) -> None:
    told = texts(starter_library, question, "bottom_line", "algorithm")
    assert told and not any(never in line for line in told)


def test_what_others_have_in_its_place_leads_where_it_cannot_be_had(starter_library: Library) -> None:
    left = texts(starter_library, "delirium, cannot have haloperidol, what else", "bottom_line", "algorithm")
    assert "lorazepam is given in its place" in left[0]
    asked = texts(starter_library, "haloperidol dose in delirium", "bottom_line", "algorithm")
    assert "the dose of haloperidol" in asked[0]
    assert not any("in its place" in line or "in place of haloperidol" in line for line in asked)


def test_advice_for_those_with_another_illness_bars_it_for_nobody_else(starter_library: Library) -> None:
    plain = texts(starter_library, "haloperidol dose in delirium", "bottom_line", "algorithm")
    assert not any("do not start haloperidol" in line.lower() for line in plain)
    with_it = texts(starter_library, "haloperidol for delirium in Parkinson's disease", "bottom_line", "algorithm")
    assert any(line.startswith("Do not start haloperidol") for line in with_it)
