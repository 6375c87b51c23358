"""Somebody of an age that no trial took in: the guideline for that age leads, and trials say that they differ."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-28"


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of=AS_OF)


def test_trials_of_older_people_do_not_lead_for_somebody_younger(starter_library: Library) -> None:
    first, *others = (
        ask(starter_library, "Statin for primary prevention, 58 year old man").section("bottom_line").statements
    )
    assert "USPSTF" in first.text and "40 to 75 years" in first.text
    assert any("people older than asked about" in s.text for s in others)


def test_a_risk_factor_is_answered_by_advice_on_its_kind(starter_library: Library) -> None:
    answer = ask(
        starter_library, "Do I really need a statin at 58 with high cholesterol but no heart disease?", "patient"
    )
    assert "40 to 75 years" in answer.section("bottom_line").statements[0].plain


def test_trials_of_that_age_are_not_called_indirect(starter_library: Library) -> None:
    answer = ask(starter_library, "Statin for primary prevention, 78 year old man")
    assert not any("older than asked" in s.text for section in answer.sections for s in section.statements)


def test_advice_for_another_age_is_not_listed(starter_library: Library) -> None:
    answer = ask(starter_library, "Is aspirin for primary prevention worth it at 52?")
    assert "40 to 59 years" in answer.section("bottom_line").statements[0].text
    assert not any("aged 60 years or more" in s.text for section in answer.sections for s in section.statements)
