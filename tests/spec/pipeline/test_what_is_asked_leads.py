"""What a question asks for leads its answer: how a medicine is ended, its dose without an illness, how it works.

Of whom nothing is told, that is said; studies in pregnancy are no answer for those who cannot be pregnant."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

RECORDS = (
    label(
        "sertraline",
        uses="Sertraline is indicated for major depressive disorder.",
        dose="In major depressive disorder the starting dose of sertraline is 50 mg once daily.",
        care="Sertraline should not be stopped abruptly.",
        harms="Common adverse reactions are nausea and insomnia.",
    ),
    label(
        "apixaban",
        uses="Apixaban is indicated to lower the risk of stroke in atrial fibrillation.",
        dose="In atrial fibrillation the recommended dose of apixaban is 5 mg twice daily.",
    ),
    report(
        1,
        "Apixaban versus warfarin in patients with atrial fibrillation",
        methods="In this double-blind randomised trial, 18,000 people got apixaban or warfarin.",
        results="Stroke occurred in 1.3% with apixaban and in 1.6% with warfarin (hazard ratio 0.79, p = 0.01).",
        conclusions="Apixaban was superior to warfarin in preventing stroke.",
    ),
    report(
        2,
        "Aspirin to prevent pre-eclampsia",
        methods="In this randomised trial, 1,600 pregnant women got aspirin or placebo.",
        results="Preterm pre-eclampsia occurred in 1.6% with aspirin and in 4.3% with placebo (p = 0.004).",
        conclusions="Aspirin lowered preterm pre-eclampsia.",
    ),
    label(
        "amoxicillin",
        uses="Amoxicillin is indicated for otitis media.",
        dose="In children older than 3 months, the dose is 25 mg/kg daily. In infants of 3 months or less, the maximum "
        "dose is 30 mg/kg daily.",
    ),
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def _said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def _lead(typed: str, library: Library) -> str:
    return pipeline.answer(typed, library=library).section("bottom_line").statements[0].text


@pytest.mark.parametrize("typed", ["how to taper sertraline", "how should sertraline be stopped"])
def test_how_it_is_ended_leads_where_that_is_asked(typed: str, library: Library) -> None:
    assert "not be stopped abruptly" in _said(pipeline.answer(typed, library=library), "bottom_line")


def test_a_dose_is_told_where_no_illness_is_named(library: Library) -> None:
    assert "50 mg once daily" in _lead("what is the dose of sertraline", library)


def test_what_a_drug_does_is_no_answer_to_how_it_works(library: Library) -> None:
    answer = pipeline.answer("how does apixaban work", library=library)
    assert "superior" not in _said(answer, "bottom_line")
    assert not answer.section("algorithm").statements


def test_common_harms_are_no_answer_to_breast_feeding(library: Library) -> None:
    lead = _lead("is sertraline safe while breastfeeding", library)
    assert "says whether sertraline may be used in breast-feeding" in lead


def test_a_class_is_told_of_by_the_labels_of_its_members(library: Library) -> None:
    answer = pipeline.answer("side effects of SSRIs", library=library)
    assert "US label of sertraline" in _said(answer, "bottom_line")


@pytest.mark.parametrize(("typed", "told"), [("aspirin at 75", False), ("aspirin to prevent pre-eclampsia", True)])
def test_pregnancy_answers_for_the_pregnant_alone(typed: str, told: bool, library: Library) -> None:
    assert ("pre-eclampsia" in _said(pipeline.answer(typed, library=library), "bottom_line")) is told


@pytest.mark.parametrize(("kilograms", "told"), [(14, False), (5, True)])
def test_a_weight_leaves_room_for_some_ages_only(kilograms: int, told: bool, library: Library) -> None:
    answer = pipeline.answer(f"dose of amoxicillin for otitis media in a {kilograms} kg child", library=library)
    text = " ".join(s.text for s in answer.statements)
    assert ("3 months or less" in text) is told
    assert "25 mg/kg" in text
