"""What answers: people as they were asked about and as allocated, sums in sight, no allergen offered."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import (
    Answer,
    Domain,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Verdict,
)

RECORDS = (
    label(
        "amoxicillin",
        uses="Amoxicillin is indicated for the treatment of otitis media.",
        dose="In children the recommended dose is 45 mg/kg/day in divided doses, to a maximum of 1750 mg daily.",
    ),
    report(
        1,
        "Aspirin in acute ischaemic stroke: a randomised trial",
        results="Myocardial infarction occurred in 40 of 2000 people (2.0%) with aspirin and in 80 of 2000 people "
        "(4.0%) with placebo (risk ratio 0.50, 95% CI 0.34 to 0.73; p < 0.001).",
        conclusions="In acute ischaemic stroke aspirin lowered myocardial infarction.",
    ),
    report(
        2,
        "Aspirin in healthy older people: a randomised trial",
        results="Myocardial infarction occurred in 100 of 5000 people (2.0%) with aspirin and in 105 of 5000 people "
        "(2.1%) with placebo (risk ratio 0.95, 95% CI 0.73 to 1.25; p = 0.72).",
        conclusions="In healthy older people aspirin did not lower myocardial infarction.",
    ),
    report(
        3,
        "Accuracy of C-reactive protein for pneumonia: a diagnostic accuracy study",
        results="C-reactive protein had a sensitivity of 80% and a specificity of 90% for pneumonia.",
        conclusions="C-reactive protein told pneumonia from other illnesses.",
        kind="",
    ),
    report(
        4,
        "Penicillin to prevent cellulitis: a randomised trial",
        results="Recurrence of cellulitis occurred in 20 of 100 people (20%) with penicillin and in 40 of 100 people "
        "(40%) with placebo (risk ratio 0.50, 95% CI 0.32 to 0.79; p = 0.003).",
        conclusions="Penicillin prevented cellulitis.",
    ),
    report(
        5,
        "Rivaroxaban versus warfarin in atrial fibrillation: a randomised trial",
        results="In the per-protocol analysis, stroke occurred in 1.7% with rivaroxaban and in 2.2% with warfarin "
        "(hazard ratio 0.79, 95% CI 0.66 to 0.96). In the intention-to-treat analysis, stroke occurred in 2.1% with "
        "rivaroxaban and in 2.4% with warfarin (hazard ratio 0.88, 95% CI 0.74 to 1.03; p = 0.12).",
        conclusions="Rivaroxaban was noninferior to warfarin.",
    ),
)

ADVICE = Record.build(
    id="probatum:advice-on-af",
    identifiers=(Identifier("probatum", "advice-on-af"),),
    kind=RecordKind.GUIDELINE,
    title="Advice on atrial fibrillation",
    issuer="The Heart Board",
    country="UK",
    year=2024,
    sections=(
        SourceSection("title", SectionKind.TITLE, "Advice on atrial fibrillation"),
        SourceSection(
            "advice.1",
            SectionKind.BODY,
            "The Heart Board recommends against aspirin alone to prevent stroke in atrial fibrillation.",
        ),
    ),
)
TWO_IN_ONE = report(
    6,
    "Oral nirmatrelvir for adults with Covid-19: a randomised trial",
    results="Hospitalisation occurred in 10 of 1000 people (1%) with nirmatrelvir and in 60 of 1000 people (6%) with "
    "placebo (difference -5.0 percentage points, 95% CI -6.6 to -3.4).",
    conclusions="Nirmatrelvir with ritonavir lowered hospitalisation from Covid-19.",
)


@pytest.fixture(scope="module")
def shelf(library_of: LibraryOf) -> Library:
    return library_of((*RECORDS, TWO_IN_ONE, ADVICE))


def asked(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def said(answer: Answer, *sections: str) -> str:
    return " ".join(s.text for name in sections for s in answer.section(name).statements)


def test_a_trial_in_ill_people_is_no_evidence_for_the_healthy(shelf: Library) -> None:
    told = said(
        asked("should healthy people take aspirin to prevent a heart attack?", shelf), "bottom_line", "evidence"
    )
    assert "0.95" in told and "0.50" not in told


def test_people_as_allocated_decide_before_people_as_treated(shelf: Library) -> None:
    told = said(asked("rivaroxaban versus warfarin in atrial fibrillation: stroke", shelf), "bottom_line")
    assert "no difference in stroke was detected between rivaroxaban and warfarin" in told.lower()


@pytest.mark.parametrize("trait", ["chronic kidney disease", "cirrhosis"])
def test_an_effect_not_studied_in_the_patient_s_condition_is_told_as_indirect(trait: str, shelf: Library) -> None:
    typed = f"rivaroxaban versus warfarin in atrial fibrillation with {trait}"
    answer = asked(typed, shelf)
    (first, *_) = answer.section("bottom_line").statements
    assert "no difference in stroke was detected" in first.text.lower()
    assert "indirect: not in" in first.text or "(not studied in" in first.text
    assert any(step.domain is Domain.INDIRECTNESS for graded in answer.certainty for step in graded.steps)


def test_advice_against_a_drug_in_another_illness_bars_it_for_nobody_else(shelf: Library) -> None:
    lead = "Aspirin is advised against for this patient"
    assert lead in said(
        asked("does a woman with atrial fibrillation need aspirin to prevent stroke", shelf), "bottom_line"
    )
    assert lead not in said(asked("my mum is 82 and had a stroke, does she need aspirin", shelf), "bottom_line")


def test_a_trial_of_two_drugs_in_one_answers_though_it_calls_its_group_by_the_first(shelf: Library) -> None:
    assert "Nirmatrelvir with ritonavir lowered hospitalisation" in said(
        asked("paxlovid for covid", shelf), "bottom_line"
    )


def test_what_the_patient_is_allergic_to_is_no_answer(shelf: Library) -> None:
    told = said(asked("treatment of cellulitis in penicillin allergy", shelf), "bottom_line", "evidence")
    assert "20%" not in told and "Left out, since the question tells of an allergy to penicillins" in told


def test_a_dose_per_kilogram_is_worked_out_for_the_weight_told(shelf: Library) -> None:
    answer = asked("amoxicillin dose for a child of 14 kg with otitis media", shelf)
    told = next(s for s in answer.section("dosing").statements if "14 kg" in s.text)
    assert "630 mg (45 x 14)" in told.text and "1750 mg" in told.text
    assert told.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "how accurate is C-reactive protein for diagnosing pneumonia",
            "it is 7.5 %, 47 % or 89 % likely after a positive result",
        ),
        (
            "how accurate is C-reactive protein for diagnosing pneumonia if the pretest probability is 20 %",
            "it is 67 % likely after a positive result",
        ),
    ],
)
def test_what_a_result_makes_of_a_probability_is_worked_out(typed: str, shown: str, shelf: Library) -> None:
    answer = asked(typed, shelf)
    told = next(s for s in answer.section("evidence").statements if "positive result" in s.text)
    assert shown in told.text
    assert told.verdict is Verdict.SUPPORTED
