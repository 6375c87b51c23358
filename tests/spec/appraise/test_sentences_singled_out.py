"""Of the sentences of one abstract that tells which has what was measured, and the words that the others lack."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import telling
from probatum.text import outcome_asked

TRIAL = make(
    "We randomised 240 adults after an infarction to telmisartan or amlodipine for two years. A second infarction "
    "occurred in 6% with telmisartan and in 9% with amlodipine (p = 0.04). Serum creatinine rose by 9 micromol/L with "
    "telmisartan and by 2 micromol/L with amlodipine (p = 0.01). Glycated hemoglobin was 41 mmol/mol with telmisartan "
    "and 42 mmol/mol with amlodipine. Ankle swelling was less frequent with telmisartan than with amlodipine. In "
    "conclusion, telmisartan prevented more second infarctions than amlodipine in adults after an infarction.",
    title="Telmisartan or amlodipine after an infarction: a randomised trial",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("does ramipril raise creatinine?", "creatinine"),
        ("What is the effect of zinc on the length of a cold?", "length of a cold"),
        ("Is there a difference in pain between ibuprofen and paracetamol?", "pain"),
        ("Is ankle swelling lower with lisinopril than with amlodipine?", "ankle swelling"),
        ("dopamine versus noradrenaline: what happens to urine output?", "urine output"),
        ("Does yoga reduce the rate of falls compared with walking?", "rate of falls"),
        ("Does orlistat help men with obesity?", ""),
        ("zinc for a cold", ""),
    ],
)
def test_what_was_measured_is_read_from_the_form_of_a_question(question: str, told: str) -> None:
    assert outcome_asked.read(question).removeprefix("the ").strip() == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Does telmisartan raise creatinine compared with amlodipine?", "creatinine"),
        ("Is ankle swelling lower with telmisartan than with amlodipine?", "swelling"),
        ("Does telmisartan lower HbA1c compared with amlodipine?", "Glycated"),
        ("Does telmisartan prevent a second infarction compared with amlodipine?", "infarction"),
    ],
)
def test_the_sentence_with_what_was_measured_tells_before_the_main_finding(question: str, told: str) -> None:
    assert told in telling.read(question, TRIAL).sentences[0].span.quote


def test_what_was_measured_may_be_told_beside_a_question_without_such_a_form() -> None:
    asked, creatinine = "telmisartan or amlodipine and the kidney", "serum creatinine"
    assert "creatinine" not in telling.read(asked, TRIAL).sentences[0].span.quote
    worth = {s.span.quote: s.worth for s in telling.read(f"{asked}: {creatinine}", TRIAL, creatinine).sentences}
    assert "creatinine" in max(worth, key=lambda quote: worth[quote])


def test_a_sentence_names_what_is_asked_by_another_of_its_names() -> None:
    record = make(
        "We randomised 400 people who had taken pesticides to charcoal or none. Mortality did not differ between "
        "the groups. No difference was seen in people who had taken particular pesticides. Vomiting was more frequent "
        "with charcoal. Charcoal was given for two days.",
        title="Charcoal after pesticides: a randomised trial",
    )
    for question, told in (
        ("Does charcoal after pesticides reduce deaths?", "Mortality"),
        ("Does charcoal after pesticides cause vomiting?", "Vomiting"),
    ):
        assert telling.read(question, record).sentences[0].span.quote.startswith(told)
