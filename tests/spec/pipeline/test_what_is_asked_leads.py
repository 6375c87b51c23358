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
        "dexamethasone",
        uses="Dexamethasone is indicated for disorders that respond to corticosteroids, such as asthma.",
        dose="In children, the starting dose of dexamethasone is 0.02 mg/kg daily.",
    ),
    label(
        "valproate",
        boxed="Valproate can cause malformations of the fetus.",
        uses="Valproate is indicated for bipolar disorder.",
        never="Valproate is contraindicated in women of childbearing potential who do not use effective contraception.",
    ),
    label(
        "ibuprofen",
        uses="Ibuprofen is indicated for pain.",
        never="Ibuprofen must not be taken with another product that contains it.",
        **{"with": "Ibuprofen with an SSRI raises the risk of bleeding."},
        harms="Common adverse reactions are dizziness and rash.",
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


def test_a_dose_for_other_illnesses_is_said_to_be_one(library: Library) -> None:
    answer = pipeline.answer("dose of dexamethasone for croup in a 12 kg child", library=library)
    told = [s.text for s in answer.statements if "0.02 mg/kg" in s.text]
    assert told and all("not for croup in particular" in text for text in told)
    assert "For this patient" not in _said(answer, "bottom_line")


@pytest.mark.parametrize(("who", "told"), [("31 year old woman", True), ("31 year old man", False)])
def test_what_harms_the_unborn_is_told_to_women_who_may_conceive(who: str, told: bool, library: Library) -> None:
    answer = pipeline.answer(f"valproate for bipolar disorder in a {who}", library=library)
    bottom = _said(answer, "bottom_line")
    assert ("childbearing" in bottom and "for this patient" in bottom) is told


def test_medicines_that_are_joined_are_told_together(library: Library) -> None:
    bottom = _said(pipeline.answer("Sertraline + ibuprofen - bleeding risk??", library=library), "bottom_line")
    assert "with an SSRI raises the risk of bleeding" in bottom
    assert "dizziness" not in bottom


def test_a_sentence_that_forbids_is_no_condition(library: Library) -> None:
    text = " ".join(s.text for s in pipeline.answer("ibuprofen for pain", library=library).statements)
    assert "must not be taken with another product" in text
    assert "ontraindicated in ibuprofen must" not in text


def test_when_it_is_ended_in_poor_kidneys_is_told_by_whom_it_is_ruled_out_for(library_of: LibraryOf) -> None:
    metformin = label(
        "metformin",
        uses="Metformin is indicated for type 2 diabetes.",
        never="Metformin is contraindicated with an eGFR below 30 ml/min/1.73 m2.",
    )
    said = _said(
        pipeline.answer("when to stop metformin in renal failure", library=library_of([metformin])), "bottom_line"
    )
    assert "below 30" in said and "No source" not in said


def test_checks_of_everybody_lead_those_of_some(library_of: LibraryOf) -> None:
    methotrexate = label(
        "methotrexate",
        uses="Methotrexate is indicated for rheumatoid arthritis.",
        care="In kidney impairment, methotrexate should be monitored carefully. Blood counts should be monitored every "
        "month during methotrexate.",
    )
    lead = _lead("monitoring for methotrexate weekly", library_of([methotrexate]))
    assert "every month" in lead and "kidney" not in lead.partition("; ")[0]


def test_people_who_differ_in_several_ways_are_said_to_be_others(library_of: LibraryOf) -> None:
    trials = [
        report(
            number,
            f"Dapagliflozin in {who}",
            methods=f"In this double-blind randomised trial, 4,000 people with {who} got dapagliflozin or placebo.",
            results="Death occurred in 5% with dapagliflozin and in 8% with placebo (hazard ratio 0.62, p = 0.001).",
        )
        for number, who in ((11, "heart failure with reduced ejection fraction"), (12, "acute heart failure"))
    ]
    answer = pipeline.answer("dapagliflozin for death in HFpEF", library=library_of(trials))
    for sentence in answer.section("bottom_line").statements:
        assert "reduces" not in sentence.text or "indirect" in sentence.text


def test_what_a_review_concludes_stands_before_one_result_of_a_trial(library_of: LibraryOf) -> None:
    records = (
        report(
            21,
            "Glucocorticoids in croup: a meta-analysis",
            kind="Systematic Review",
            methods="Twenty-four randomised trials of dexamethasone in croup were pooled.",
            conclusions="In croup, dexamethasone relieved symptoms within 6 hours.",
        ),
        report(
            22,
            "Dexamethasone in croup",
            methods="In this double-blind randomised trial, 100 children with croup got dexamethasone or placebo.",
            results="No difference was reported in the duration of croup symptoms with dexamethasone and placebo.",
        ),
    )
    assert "relieved symptoms" in _lead("dexamethasone for croup", library_of(records))


def test_advice_on_what_a_question_tells_besides_leads(starter_library: Library) -> None:
    assert "risk of falls alone is no reason" in _lead(
        "my mum is 82 with af and falls a lot, is apixaban worth it", starter_library
    )


def test_a_label_for_a_kind_of_the_illness_is_for_it(library: Library) -> None:
    answer = pipeline.answer("dose of sertraline for depression", library=library)
    assert "50 mg once daily" in _said(answer, "bottom_line")
    assert "off-label" not in _said(answer, "safety")


@pytest.mark.parametrize(
    ("drug", "care", "typed", "said"),
    [
        ("metoprolol", "In asthma, metoprolol should in general not be given.", "metoprolol in asthma", "in asthma"),
        ("azithromycin", "Azithromycin should be avoided in QT prolongation.", "is azithromycin ok with long QT", "QT"),
    ],
)
def test_care_in_an_illness_that_is_there_leads(
    drug: str, care: str, typed: str, said: str, library_of: LibraryOf
) -> None:
    harms = "Common adverse reactions are diarrhoea and nausea."
    made = label(drug, uses=f"{drug.capitalize()} is indicated for infections.", care=care, harms=harms)
    lead = _lead(typed, library_of([made]))
    assert ("for this patient" in lead or lead.startswith(("Not as a rule", "Only with care"))) and said in lead


def test_a_newer_edition_without_results_is_named_beside_the_old_one(starter_library: Library) -> None:
    bottom = pipeline.answer("antibiotics for acute otitis media in children", library=starter_library).section(
        "bottom_line"
    )
    newer = [s for s in bottom.statements if "newer edition is held" in s.text]
    assert [{span.record for span in s.supports} for s in newer] == [{"pmid:37965923"}]


def test_less_pain_and_more_improvement_of_it_agree(library_of: LibraryOf) -> None:
    records = (
        report(
            31,
            "Exercise in knee osteoarthritis: a systematic review",
            kind="Systematic Review",
            results="Pain right after treatment was lower with exercise than with control (standardised mean "
            "difference -0.49, 95% CI -0.59 to -0.39).",
        ),
        report(
            32,
            "Exercise in knee osteoarthritis",
            methods="In this randomised trial, 206 people with knee osteoarthritis got exercise or information.",
            results="An important improvement of pain occurred in 72.1% with exercise and in 42.0% with information "
            "(risk difference 0.30, 95% CI 0.16 to 0.43; p < 0.001).",
        ),
    )
    answer = pipeline.answer("exercise for knee osteoarthritis", library=library_of(records))
    assert "disagree" not in " ".join(s.text for s in answer.statements)


def test_a_limit_of_the_dose_beside_another_forbids_neither(library_of: LibraryOf) -> None:
    simvastatin = label(
        "simvastatin",
        uses="Simvastatin is indicated for hypercholesterolaemia.",
        **{"with": "With amiodarone, the dose of simvastatin should not exceed 20 mg daily."},
    )
    lead = _lead("can amiodarone be given with simvastatin", library_of([simvastatin]))
    assert "20 mg" in lead and "avoided" not in lead


def test_a_course_ends_and_what_must_not_be_stopped_suddenly_is_stopped_slowly(library_of: LibraryOf) -> None:
    records = (
        label(
            "prednisolone",
            uses="Prednisolone is indicated for asthma.",
            dose="In asthma, the dose of prednisolone is 40 mg once daily.",
            care="Prednisolone should not be stopped suddenly.",
        ),
        report(
            41,
            "Prednisolone in acute asthma",
            methods="In this double-blind randomised trial, 300 people with asthma got prednisolone or placebo.",
            results="Relapse occurred in 8% with prednisolone and in 20% with placebo (p = 0.002).",
            conclusions="Prednisolone for 5 days lowered relapse in asthma.",
        ),
    )
    library = library_of(records)
    steps = _said(pipeline.answer("how long should prednisolone be given in asthma", library=library), "algorithm")
    assert "go back to step" not in steps.partition("end of the course")[2]
    steps = _said(pipeline.answer("prednisolone for asthma", library=library), "algorithm")
    assert "No better: stop, and" not in steps and "no longer wanted: stop, and" not in steps


def test_an_overdose_is_answered_by_whom_to_call_alone(library: Library) -> None:
    answer = pipeline.answer("took 30 of my sertraline 50 tonight feeling sick is that ok", library=library)
    assert "Common adverse" not in _said(answer, "bottom_line") and "insomnia" not in _said(answer, "bottom_line")
    assert not answer.section("dosing").statements
    steps = _said(answer, "algorithm")
    assert steps.startswith("Call a poison centre") and "continue" not in steps


@pytest.mark.parametrize("typed", ["can i stop my sertraline its making me tired", "can i stop my sertraline"])
def test_who_wants_to_stop_is_told_how_it_is_stopped(typed: str, library: Library) -> None:
    answer = pipeline.answer(typed, library=library, reader="patient")
    assert answer.title == "Stopping sertraline"
    assert "not be stopped abruptly" in _said(answer, "bottom_line")
    assert "off-label" not in _said(answer, "bottom_line")
    assert not [w for w in answer.warnings if w.code == "withheld"]
