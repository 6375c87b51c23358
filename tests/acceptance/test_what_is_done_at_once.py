"""In an emergency the guideline's sentence on the very situation leads; in the long course of an illness that on it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Reader

URGENT = (
    # what leads, and what is of another situation, phase or illness and must not be in the short answer
    ("severe asthma in ED not responding to nebs and pred, what next", "magnesium sulfate is 2 g", "newly diagnosed"),
    ("14 month old, febrile seizure ongoing 6 min, which drug and dose", "buccal midazolam is 5 mg", "croup"),
    ("eclamptic fit magnesium loading dose", "magnesium sulfate is 4 g intravenously", "asthma"),
    ("hypo 2.4 unconscious no IV access", "glucagon is 1 mg by intramuscular", "glucose intravenously"),
    ("pt hypo 3.1, conscious, what to do", "15 g to 20 g of quick-acting carbohydrate", "in unconscious adults"),
    ("treatment of acute heart failure with pulmonary oedema", "intravenous loop diuretic", "spironolactone"),
    ("hyperkalaemia in AKI treatment", "referred to hospital urgently", "zirconium"),
    ("when to start NAC after paracetamol overdose", "within 8 hours of the overdose", "no contraindication"),
    ("Na 112 and fitting, what do I infuse", "hypertonic sodium chloride 3%", "SIADH"),
    ("Ca 3.6 confused, what do I start", "rehydration is the first choice", ""),
    ("glucose 1.9, pt fitting, what to give", "glucose intravenously over 15 minutes", "can swallow"),
    ("anaphylaxis not better after first adrenaline, what next", "repeating intramuscular adrenaline", "meningitis"),
    ("septic pt, lactate 4, when to give antibiotics and how much fluid", "within 1 hour", ""),
    ("PE haemodynamically unstable treatment", "massive pulmonary embolism with shock", "without shock"),
    ("status epilepticus after 2 doses lorazepam, what next", "levetiracetam is 60 mg/kg", ""),
    ("what long term treatment after ischaemic stroke", "clopidogrel 75 mg by mouth daily", "alteplase"),
    ("secondary prevention after stroke which antiplatelet", "clopidogrel 75 mg by mouth daily", "alteplase"),
)


@pytest.mark.parametrize(("question", "first", "never"), URGENT)
def test_what_is_done_in_the_situation_leads(starter_library: Library, question: str, first: str, never: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    told = answer.section("bottom_line").statements
    asserted = [s.text for s in told if s.supports]
    assert first in asserted[0]
    assert not never or not any(never in text for text in asserted)
    if answer.section("algorithm").statements:
        assert first in " ".join(s.text for s in answer.section("algorithm").statements)


DOSED_ELSEWHERE = (
    # what leads, and the dose that another body tells of it
    ("neutropenic sepsis, first antibiotic now?", "piperacillin with tazobactam", "4.5 g intravenously every 6 hours"),
    (
        "adult fitting for 6 minutes, no iv access, what now",
        "buccal midazolam or rectal diazepam",
        "midazolam is 10 mg",
    ),
)


@pytest.mark.parametrize(("question", "first", "dose"), DOSED_ELSEWHERE)
def test_a_dose_that_another_body_tells_is_told_with_its_own_name(
    starter_library: Library, question: str, first: str, dose: str
) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    told = [s.text for s in answer.section("bottom_line").statements if s.supports]
    assert first in " ".join(told)
    (dosed,) = (text for text in told if dose in text)
    assert "NHS" in dosed and "NICE" not in dosed


def test_the_dose_of_the_own_source_stands_before_that_of_another(starter_library: Library) -> None:
    answer = probatum.answer("variceal bleeding first treatment now", library=starter_library, as_of="2026-11-29")
    told = [s.text for s in answer.section("bottom_line").statements if s.supports]
    assert "terlipressin as the first choice" in told[0]
    assert "terlipressin in adults is 2 mg" in told[1] and "NICE" in told[1]


def test_what_is_taken_is_stopped_at_a_critical_value(starter_library: Library) -> None:
    answer = probatum.answer("K+ 6.4 on spironolactone and ramipril", library=starter_library, as_of="2026-11-29")
    told = [s.text for s in answer.section("bottom_line").statements]
    assert "Critical value" in told[0] and "should be stopped, according to NHS Greater Glasgow and Clyde" in told[1]
    assert any("Spironolactone, which is taken, is contraindicated" in text for text in told)


def test_whether_a_treatment_is_right_is_weighed_and_not_told_as_done(starter_library: Library) -> None:
    answer = probatum.answer(
        "thrombolyse a stroke at 2 hours? took apixaban this morning", library=starter_library, as_of="2026-11-29"
    )
    assert "anticoagulants" in " ".join(s.text for s in answer.section("bottom_line").statements[:2])


WEEKS = ("nitrofurantoin at 38 weeks ok?", "is nitrofurantoin safe at term?", "can I give nitrofurantoin at 39 weeks")


@pytest.mark.parametrize("question", WEEKS)
def test_weeks_that_something_is_asked_for_are_those_of_a_pregnancy(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    lead = answer.section("bottom_line").statements[0].text
    assert "pregnancy at term" in lead and "ontraindicated" in lead


def test_a_limit_of_those_who_need_another_medicine_bars_nobody_else(starter_library: Library) -> None:
    for question in ("ticagrelor vs clopidogrel after ACS which is better", "ticagrelor after NSTEMI?"):
        answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
        assert "advised against" not in " ".join(s.text for s in answer.section("bottom_line").statements)


PREGNANT_ON = (
    "pregnant on valproate, epilepsy, what should I do",
    "just found out she is pregnant and takes carbamazepine",
    "pt 7 weeks pregnant on lamotrigine and valproate, what now",
)


@pytest.mark.parametrize("question", PREGNANT_ON)
def test_a_pregnancy_is_no_reason_to_stop_at_once_what_must_not_be(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    lead = answer.section("bottom_line").statements[0].text
    assert lead.startswith("Nobody should stop ") and "Speak today with the specialist" in lead


def test_where_it_is_asked_what_is_begun_in_a_pregnancy_nothing_is_taken(starter_library: Library) -> None:
    answer = probatum.answer("start levetiracetam in pregnancy, dose?", library=starter_library, as_of="2026-11-29")
    assert "Nobody should stop" not in answer.section("bottom_line").statements[0].text


def test_what_a_label_has_stopped_at_a_count_leads_and_is_the_path(starter_library: Library) -> None:
    for question in ("neutrophils 0.9 on clozapine", "clozapine pt ANC 0.7 today, give tonight's dose?"):
        answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.NURSE)
        assert "Clozapine is stopped at what was measured" in answer.section("bottom_line").statements[0].text
        assert "clozapine is stopped" in answer.section("algorithm").statements[0].text


def test_how_men_are_treated_is_no_answer_for_whom_no_sex_is_told(starter_library: Library) -> None:
    answer = probatum.answer("UTI antibiotic how many days", library=starter_library, as_of="2026-11-29")
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "In men without fever" not in told and "for 3 days" in told
    men = probatum.answer("UTI in a man, antibiotic how many days", library=starter_library, as_of="2026-11-29")
    assert "7 days" in " ".join(s.text for s in men.section("bottom_line").statements)


def test_that_it_helps_is_no_answer_to_how_it_works(starter_library: Library) -> None:
    answer = probatum.answer(
        "mechanism of SGLT2 inhibitors in heart failure", library=starter_library, as_of="2026-11-29"
    )
    assert "No source that is held tells how" in answer.section("bottom_line").statements[0].text


def test_should_is_no_yes_where_advice_leaves_it_open(starter_library: Library) -> None:
    answer = probatum.answer(
        "should I start a statin in an 80 year old with no CVD", library=starter_library, as_of="2026-11-29"
    )
    told = [s.text for s in answer.section("bottom_line").statements]
    assert not told[0].startswith("Yes") and "creatine kinase" not in told[0]
    assert any("evidence insufficient" in text for text in told)


REVERSED = (
    ("GI bleed on rivaroxaban how to reverse", ("contraindicated", "not expected to reverse it")),
    (
        "major bleed on warfarin how to reverse",
        ("warfarin is stopped", "prothrombin complex concentrate is 25 units/kg"),
    ),
    ("warfarin INR 6, intracranial haemorrhage, how do I reverse it", ("warfarin is stopped", "prothrombin complex")),
    ("reversal of apixaban in ICH", ("contraindicated", "prothrombin complex concentrate 2,000 units")),
)


@pytest.mark.parametrize(("question", "told"), REVERSED)
def test_how_an_effect_is_undone_is_told_by_labels_and_no_trial(
    starter_library: Library, question: str, told: tuple[str, ...]
) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert all(words in short for words in told) and "trial" not in short and "review" not in short


def test_advice_on_the_very_cause_stands_for_that_at_large(starter_library: Library) -> None:
    answer = probatum.answer("best laxative for opioid induced constipation", library=starter_library)
    told = " ".join(s.text for part in ("bottom_line", "algorithm") for s in answer.section(part).statements)
    assert "ispaghula are" in told and "ispaghula before other" not in told


def test_what_is_given_behind_an_attack_is_no_matter_of_what_is_done_at_once(starter_library: Library) -> None:
    answer = probatum.answer("clopidogrel plus aspirin after minor stroke how long", library=starter_library)
    told = answer.section("bottom_line").statements
    assert "21 days" in told[0].text and not any("CT has excluded" in s.text for s in told)


def test_who_names_an_illness_alone_tells_of_no_attack_of_it(starter_library: Library) -> None:
    for question in ("metoprolol or bisoprolol in HFrEF with COPD", "which inhaler first for asthma"):
        answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
        told = " ".join(s.text for s in answer.section("bottom_line").statements)
        assert "acute exacerbation" not in told and "acute asthma attack" not in told


BLED = (
    ("major bleeding on apixaban", "prothrombin complex concentrate 2,000 units", ("on warfarin", "dabigatran")),
    ("intracranial bleed on dabigatran", "idarucizumab as the first choice", ("on warfarin", "apixaban")),
    ("major GI bleed on apixaban what to do", "prothrombin complex concentrate", ("terlipressin", "on warfarin")),
)


@pytest.mark.parametrize(("question", "told", "untold"), BLED)
def test_who_bleeds_on_a_medicine_is_told_what_undoes_just_that(
    starter_library: Library, question: str, told: str, untold: tuple[str, ...]
) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29", reader=Reader.DOCTOR)
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "emergency" in short and told in short
    assert not any(word in short for word in untold)


def test_a_kind_of_an_emergency_that_nobody_told_of_stands_behind(starter_library: Library) -> None:
    answer = probatum.answer("septic patient, when to give the antibiotic", library=starter_library, as_of="2026-11-29")
    told = [s.text for s in answer.section("bottom_line").statements if s.kind.asserts]
    assert "neutropenic" not in told[0]


def test_two_regimens_of_one_antidote_are_no_two_steps(starter_library: Library) -> None:
    answer = probatum.answer("took 30 paracetamol tablets an hour ago", library=starter_library, as_of="2026-12-01")
    dosed = [s.text for s in answer.section("algorithm").statements if "mg/kg" in s.text and "dose of acetyl" in s.text]
    assert len(dosed) == 1, dosed
