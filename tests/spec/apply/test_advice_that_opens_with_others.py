"""Advice that opens with an illness, a pregnancy or a mild form that nobody told of is for others."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def lines(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("best antihypertensive for a 60 year old black man", "pre-eclampsia"),
        ("treatment of diarrhoea", "irritable bowel"),
        ("best antiemetic for chemotherapy", "hyperemesis"),
        ("which laxative in pregnancy for constipation", "opioid-induced"),
        ("safest antidepressant while breastfeeding for depression", "mild (less severe)"),
        ("which antipsychotic for agitation in dementia", "Lewy body"),
    ],
)
def test_what_is_for_others_does_not_lead(typed: str, never: str, starter_place: Path) -> None:
    assert never not in lines(probatum.answer(typed, library=starter_place))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("labetalol in severe pre-eclampsia", "pre-eclampsia"),
        ("loperamide for the diarrhoea of irritable bowel syndrome", "irritable bowel"),
        ("which laxative for opioid constipation", "opioid-induced"),
        ("which antibiotic for UTI at 30 weeks pregnant", "for pregnant women with cystitis"),  # cystitis is akin
    ],
)
def test_those_of_whom_it_is_are_told_it(typed: str, told: str, starter_place: Path) -> None:
    assert told in lines(probatum.answer(typed, library=starter_place))


def test_a_dose_by_criteria_is_no_missing_one(starter_place: Path) -> None:
    typed = "AF, woman of 84, 51 kg, creatinine 0.9 mg/dl: which dose of apixaban?"
    assert "No label or guideline that is held gives a dose" not in lines(probatum.answer(typed, library=starter_place))


def test_a_wide_name_is_not_read_as_its_commonest_kind(starter_place: Path) -> None:
    answer = probatum.answer("statin for someone with diabetes", library=starter_place)
    assert "diabetes mellitus" in {c.label for c in answer.question.concepts}
    assert "USPSTF" in lines(answer)
