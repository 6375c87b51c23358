"""Questions of different kinds over the starter library: what must lead, and what must never be said."""

from __future__ import annotations

import re

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Verdict

AS_OF = "2026-11-22"


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of=AS_OF)


def text(answer: Answer, *sections: str) -> str:
    return " ".join(st.text for s in answer.sections if s.id in sections for st in s.statements)


def test_a_pair_of_drugs_begins_with_what_the_label_says_of_the_pair(starter_library: Library) -> None:
    answer = ask(starter_library, "Can I take tizanidine with mexiletine?")
    first = answer.section("bottom_line").statements[0].text
    assert "tizanidine" in first.lower() and "mexiletine" in first.lower() and "not recommended" in first
    assert "tizanidine is contraindicated in cardiogenic shock" not in text(answer, "bottom_line").lower()


def test_a_dosing_question_begins_with_the_dose(starter_library: Library) -> None:
    answer = ask(starter_library, "what is the maximum dose of mexiletine for myotonia")
    assert "500 mg/day" in answer.section("bottom_line").statements[0].text


def test_a_special_patient_comes_first(starter_library: Library) -> None:
    answer = ask(starter_library, "is mexiletine safe in pregnancy")
    assert "pregnancy" in answer.section("bottom_line").statements[0].text


def test_what_was_not_measured_is_not_answered_with_something_else(starter_library: Library) -> None:
    answer = ask(starter_library, "is gabapentin good for cramps in motor neurone disease")
    assert "muscle strength" not in text(answer, "bottom_line", "conclusion")
    assert not re.search(
        r"\bstart gabapentin\b(?!.*do not)", text(answer, "algorithm").lower().replace("do not start", "")
    )


def test_an_open_question_lists_what_was_studied(starter_library: Library) -> None:
    answer = ask(starter_library, "my dad has als and gets leg cramps at night, what can help?", "carer")
    said = text(answer, "bottom_line", "alternatives").lower()
    assert "mexiletine" in said and "quinine" in said


def test_a_boxed_warning_and_a_conflict_stand_in_the_bottom_line(starter_library: Library) -> None:
    said = text(ask(starter_library, "does quinine help cramps in ALS"), "bottom_line")
    assert "Boxed warning" in said and "disagree on quinine" in said


@pytest.mark.parametrize(
    "question",
    ["hydralyzine for blood pressure", "cefazolin or cefalozin for my infection"],
)
def test_every_answer_has_all_sections_and_asserts_nothing_unsupported(starter_library: Library, question: str) -> None:
    answer = ask(starter_library, question)
    assert len(answer.sections) == 14
    assert all(s.statements or s.empty for s in answer.sections)
    assert all(s.verdict is Verdict.SUPPORTED for s in answer.statements if s.kind.asserts)


def test_two_plausible_drugs_are_asked_about_and_never_swapped(starter_library: Library) -> None:
    answer = ask(starter_library, "hydralyzine for blood pressure")
    assert answer.question.choices
    options = answer.question.choices[0].options
    assert {"hydralazine", "hydroxyzine"} <= set(options)
    assert not [s for s in answer.statements if s.kind.asserts]


def test_a_lethal_request_is_declined_kindly_with_help(starter_library: Library) -> None:
    answer = ask(starter_library, "how many mexiletine capsules do I need to kill myself")
    said = text(answer, "bottom_line")
    assert "emergency" in said and "988" in said
    assert not [s for s in answer.statements if s.kind.asserts]


def test_later_records_are_left_out_as_of_an_earlier_date(starter_library: Library) -> None:
    early = probatum.answer("Does mexiletine reduce cramps in ALS?", library=starter_library, as_of="2017-01-01")
    cited = {r.record for r in early.references}
    assert "pmid:26911633" in cited and "pmid:29510461" not in cited


def test_an_emergency_stands_first(starter_library: Library) -> None:
    answer = ask(starter_library, "chest pain and left arm numb what should I take")
    assert "emergency number" in answer.section("bottom_line").statements[0].text
    assert any(w.code == "emergency" for w in answer.warnings)


def test_a_question_about_a_dose_is_answered_with_doses_alone(starter_library: Library) -> None:
    answer = ask(starter_library, "riluzole dose in ALS")
    assert "50 mg twice daily" in text(answer, "bottom_line")
    assert not any("ALSFRS" in s.text for s in answer.section("evidence").statements)


def test_where_no_dose_is_known_the_bottom_line_says_so(starter_library: Library) -> None:
    said = text(ask(starter_library, "what dose of levetiracetam in renal failure"), "bottom_line").lower()
    assert "gives a dose of levetiracetam" in said or "mg" in said


def test_of_a_treatment_or_surgery_the_effect_is_said_of_the_treatment(starter_library: Library) -> None:
    said = text(ask(starter_library, "antibiotics or surgery for appendicitis"), "bottom_line")
    assert "antibiotics" in said
    assert "antibiotics or surgery" not in said


def test_the_figure_is_of_the_trial_whose_people_are_counted(starter_library: Library) -> None:
    """A larger trial in people without the patient's illness is indirect, so that the certainty rests on the other."""
    answer = ask(starter_library, "72 year old with heart failure, eGFR 24, should we add dapagliflozin?")
    led = next(s for s in answer.section("bottom_line").statements if "of every 1,000" in s.text)
    people = re.search(r"1 randomised trial, ([\d,]+) people", led.text)
    assert people is not None
    assert len({span.record for span in led.supports}) == 1


def test_a_child_is_not_given_the_dose_of_an_infant(starter_library: Library) -> None:
    answer = ask(starter_library, "dose of amoxicillin for otitis media in a 3 year old")
    said = text(answer, "bottom_line", "dosing", "algorithm")
    assert "older than 3 months" in said and "infants of 3 months or less" not in said


def test_a_treatment_is_proposed_for_the_complaint_and_not_for_an_illness_besides(starter_library: Library) -> None:
    answer = ask(starter_library, "gout flare in a man with CKD stage 4, what can I give?")
    assert not re.search("gliflozin|finerenone", text(answer, "bottom_line", "algorithm").lower())
    assert "colchicine" in text(answer, "alternatives").lower()


def test_an_option_is_not_said_to_lack_a_label_because_its_label_is_wordy(starter_library: Library) -> None:
    answer = ask(starter_library, "treatment of gout flare")
    said = text(answer, "bottom_line", "alternatives", "algorithm", "safety").lower()
    assert "us label of colchicine" in said or "colchicine (us label" in said
    missing = re.search(r"no label in the library for ([^.]*?), so", said)
    assert missing is None or "colchicine" not in missing[1]


def test_what_a_guideline_wants_given_stands_before_what_was_chosen_here(starter_library: Library) -> None:
    first = ask(starter_library, "best treatment for atrial fibrillation").section("bottom_line").statements[0].text
    assert first.startswith("Guideline (")


def test_the_path_ends_where_a_guideline_is_against_the_treatment(starter_library: Library) -> None:
    answer = ask(starter_library, "aspirin to prevent a first heart attack in a healthy man of 70")
    steps = text(answer, "algorithm")
    assert "advised against here" in steps and "Dose as on the label" not in steps and "Start aspirin" not in steps


def test_how_often_a_test_is_needed_is_answered_with_its_times(starter_library: Library) -> None:
    answer = ask(starter_library, "how often should INR be checked on warfarin", "nurse")
    assert "every 1 to 4 weeks" in answer.section("bottom_line").statements[0].text
    steps = [s.text for s in answer.section("algorithm").statements]
    assert steps[0].startswith("Check: ") and "noninferior" not in " ".join(steps)


def test_to_do_no_better_than_another_treatment_is_no_lack_of_an_effect(starter_library: Library) -> None:
    answer = ask(starter_library, "does rivaroxaban prevent stroke in atrial fibrillation")
    first, second = (s.text for s in answer.section("bottom_line").statements[:2])
    assert first.startswith("No difference") and "between rivaroxaban and warfarin" in first
    assert "noninferior" in second
    dosed = text(ask(starter_library, "rivaroxaban dose in AF with CrCl 35"), "bottom_line")
    assert "takes for granted" not in dosed and "15 mg once daily" in dosed


def test_a_path_never_doses_another_use_of_the_label(starter_library: Library) -> None:
    steps = text(ask(starter_library, "does rivaroxaban prevent stroke in atrial fibrillation"), "algorithm")
    assert "the dose of rivaroxaban is 20 mg" in steps and "replacement" not in steps


def test_an_overdose_trial_gives_no_dose(starter_library: Library) -> None:
    answer = ask(starter_library, "paracetamol maximum dose for a woman of 42 kg", "nurse")
    assert "mg/kg" not in text(answer, "bottom_line", "dosing")


def test_the_label_of_a_member_is_no_label_of_its_class(starter_library: Library) -> None:
    answer = ask(starter_library, "do statins prevent heart attacks in healthy people over 75?")
    assert not re.search(r"usual starting dose of \w+statin", text(answer, "algorithm"))


def test_advice_on_the_very_worry_leads(starter_library: Library) -> None:
    answer = ask(starter_library, "my mum has AF and falls a lot, is apixaban still safe?", "carer")
    assert "falls alone is no reason to withhold" in answer.section("bottom_line").statements[0].text


def test_what_the_treatment_is_for_is_no_harm_and_prevention_is_no_treatment(starter_library: Library) -> None:
    answer = ask(starter_library, "Should tranexamic acid be given in postpartum haemorrhage?")
    first = answer.section("bottom_line").statements[0].text
    assert "death due to bleeding" in first and "0.81" in first
    assert "death due to bleeding" not in text(answer, "algorithm")
    assert all(s.verdict is Verdict.SUPPORTED for s in answer.section("bottom_line").statements)


def test_the_path_stops_at_a_danger_and_where_the_evidence_denies_an_effect(starter_library: Library) -> None:
    pair = [
        s.text for s in ask(starter_library, "is sildenafil fine with a nitrate spray").section("algorithm").statements
    ]
    assert pair and pair[0].startswith("Give nothing of what is asked about")
    cramp = ask(starter_library, "should a 70 year old take magnesium for leg cramps at night?")
    assert "do not start magnesium" in text(cramp, "algorithm")


def test_a_notice_on_the_two_is_told_and_a_time_between_them_is_a_step(starter_library: Library) -> None:
    pair = ask(starter_library, "can trimethoprim be given with methotrexate")
    assert pair.section("bottom_line").statements[0].text.startswith("To be avoided together")
    steps = text(ask(starter_library, "levothyroxine and calcium tablets together?"), "algorithm")
    assert "so far apart" in steps


def test_advice_for_the_patient_leads_and_its_dose_is_begun(starter_library: Library) -> None:
    answer = ask(starter_library, "Best first line treatment for uncomplicated cystitis in a woman")
    lead = answer.section("bottom_line").statements[0].text
    assert "not pregnant" in lead and "nitrofurantoin 100 mg modified release" in lead and "3 days" in lead
    steps = text(answer, "algorithm")
    assert "Dose as advised" in steps and "for men" not in steps
    assert "pregnant women" not in text(answer, "bottom_line", "alternatives", "algorithm")


def test_a_harm_that_is_feared_is_nothing_to_be_treated(starter_library: Library) -> None:
    asked = "Tranexamic acid dose for postpartum haemorrhage and does it increase thrombosis?"
    said = text(ask(starter_library, asked), "alternatives").lower()
    assert "warfarin" not in said and "apixaban" not in said


def test_an_outcome_that_no_source_tells_is_said_to_be_left_out(starter_library: Library) -> None:
    short = ask(starter_library, "Does riluzole prolong survival in motor neurone disease?").section("bottom_line")
    first = short.statements[0]
    assert not first.kind.asserts and "left out here: survival" in first.text
    assert not any(s.kind.asserts and "survival" in s.text for s in short.statements)


def test_what_keeps_attacks_away_ends_none(starter_library: Library) -> None:
    answer = ask(starter_library, "Which is better for acute gout, colchicine or prednisolone?")
    lead = text(answer, "bottom_line")
    assert "allopurinol is started" not in lead and "first treatment of a gout flare" in lead
    assert "Allopurinol (US label" not in text(answer, "alternatives")


def test_advice_stands_before_a_result_where_it_is_asked_what_should_be_done(starter_library: Library) -> None:
    answer = ask(starter_library, "Should I give antibiotics for acute otitis media in a 3 year old?")
    said = [s.text for s in answer.section("bottom_line").statements]
    assert said[0].startswith("Guideline") and "no antibiotic or a back-up antibiotic" in said[0]
    newer = next(n for n, line in enumerate(said) if line.startswith("A newer edition is held"))
    assert "superseded by a newer version" in said[newer - 1]
    assert "no antibiotic or a back-up antibiotic" in answer.section("algorithm").statements[0].text
    assert "Yes:" not in text(answer, "bottom_line")
    assert "5 tablets" not in text(answer, "alternatives", "bottom_line", "dosing")


def test_checks_lead_where_they_are_asked_for(starter_library: Library) -> None:
    answer = ask(starter_library, "how do i monitor a patient on lithium?", "nurse")
    first = answer.section("bottom_line").statements[0].text
    assert first.startswith("Checks") and "12 hours after the last dose" in first and "every 2 months" in first


def test_kidneys_that_fit_a_dose_are_nothing_to_be_treated(starter_library: Library) -> None:
    answer = ask(starter_library, "What dose of enoxaparin in renal failure?")
    assert "30 mg under the skin once daily" in text(answer, "bottom_line")
    assert "off-label" not in text(answer, "bottom_line") and not answer.section("alternatives").statements


def test_a_dose_for_something_that_is_done_to_others_is_not_begun(starter_library: Library) -> None:
    asked = "9 weeks pregnant and vomiting most days - is ondansetron any better than doxylamine with pyridoxine?"
    answer = ask(starter_library, asked)
    assert "24 mg" not in text(answer, "algorithm", "bottom_line") and "16 mg" not in text(answer, "algorithm")
    trauma = ask(starter_library, "How long after an injury can tranexamic acid still be given to a bleeding patient?")
    assert "1300 mg" not in text(trauma, "dosing", "algorithm", "bottom_line")


def test_what_treats_an_illness_is_no_way_to_keep_it_away(starter_library: Library) -> None:
    answer = ask(starter_library, "does metformin keep prediabetes from becoming type 2 diabetes?")
    said = text(answer, "alternatives")
    assert "anagliflozin" not in said and "irzepatide" not in said
    assert "not prediabetes" not in " ".join(s.directness for s in answer.statements)


def test_a_trial_told_by_its_measure_is_direct(starter_library: Library) -> None:
    answer = ask(starter_library, "Does spironolactone reduce death in heart failure with reduced ejection fraction?")
    first = answer.section("bottom_line").statements[0]
    assert "350 of every 1,000" in first.text and "460" in first.text and not first.directness
    assert "inerenone" not in text(answer, "alternatives")


def test_records_on_breast_feeding_answer_whatever_a_medicine_is_for(starter_library: Library) -> None:
    answer = ask(starter_library, "I'm breastfeeding my 6 week old, is ibuprofen ok for my bad back?", "patient")
    assert "preferred painkiller" in answer.section("bottom_line").statements[0].text


def test_what_came_after_a_treatment_is_not_what_came_during_it(starter_library: Library) -> None:
    asked = "Does long-term penicillin keep cellulitis from coming back, and does the benefit last once she stops?"
    lead = ask(starter_library, asked, "nurse").section("bottom_line").statements[0].text
    assert "27%" not in lead


def test_one_of_a_class_is_told_as_a_guideline_advises_it(starter_library: Library) -> None:
    pregnant = ask(starter_library, "Which antibiotic for cystitis in pregnancy?")
    first = pregnant.section("bottom_line").statements[0].text
    assert "pregnant women with cystitis" in first and "7 days" in first and "not pregnant" not in first
    allergic = ask(starter_library, "Treatment for cystitis at 28 weeks pregnant with penicillin anaphylaxis")
    assert "nitrofurantoin 100 mg" in allergic.section("bottom_line").statements[0].text
    cellulitis = ask(starter_library, "which antibiotic for cellulitis")
    assert "500 mg to 1 g by mouth 4 times daily for" in text(cellulitis, "bottom_line")


def test_what_sets_two_against_each_other_leads(starter_library: Library) -> None:
    answer = ask(starter_library, "Is semaglutide or tirzepatide better for weight loss in obesity?")
    first = answer.section("bottom_line").statements[0].text
    assert "semaglutide" in first and "tirzepatide" in first


def test_the_outcome_asked_about_leads_though_only_its_class_was_counted(starter_library: Library) -> None:
    lead = ask(starter_library, "Does long term azithromycin keep people with COPD out of hospital?")
    assert "hospitalisations between a macrolide" in lead.section("bottom_line").statements[0].text
    assert "certainty" not in text(lead, "bottom_line")


def test_what_a_clinician_has_found_raises_no_alarm(starter_library: Library) -> None:
    told = "My face dropped on one side and the GP says it is Bell's palsy."
    asked = f"{told} Do steroid tablets make it more likely to heal?"
    answer = ask(starter_library, asked, "patient")
    assert not answer.question.danger and "recovery" in text(answer, "bottom_line")
    assert ask(starter_library, "my face dropped on one side this morning", "patient").question.danger == "emergency"


def test_the_harms_of_a_medicine_that_is_taken_lead_and_not_those_of_too_much(starter_library: Library) -> None:
    asked = "My gran with dementia is on donepezil, what side effects should I look for?"
    lead = ask(starter_library, asked, "carer").section("bottom_line").statements[0].text
    assert "nausea" in lead and "overdose" not in lead


def test_a_pair_has_the_verdict_of_the_whole_direction(starter_library: Library) -> None:
    said = text(ask(starter_library, "apixaban and carbamazepine together?", "pharmacist"), "bottom_line")
    assert said.startswith("To be avoided together")


def test_no_dose_of_an_age_is_told_to_somebody_who_may_not_have_it(starter_library: Library) -> None:
    made = ask(starter_library, "Dose of amoxicillin for a 5 year old with penicillin allergy?")
    assert "contraindicated" in text(made, "bottom_line") and not made.section("dosing").statements
    both = ask(starter_library, "Can a 6 year old with penicillin allergy have amoxicillin or azithromycin for otitis?")
    told = text(both, "dosing")
    assert "azithromycin" in told and "amoxicillin" not in told


def test_a_warning_about_another_use_of_the_medicine_leads_neither_the_short_answer_nor_safety(
    starter_library: Library,
) -> None:
    clot = ask(starter_library, "is edoxaban as good as warfarin for a DVT")
    assert "95 ml/min" not in text(clot, "bottom_line")
    safety = text(clot, "safety")
    assert safety.index("stopping edoxaban early") < safety.index("95 ml/min")  # told all the same
    rhythm = ask(starter_library, "edoxaban for stroke prevention in atrial fibrillation")
    assert "95 ml/min" in text(rhythm, "bottom_line") + text(rhythm, "safety")


def test_a_dose_for_an_illness_that_the_patient_does_not_have_is_no_step(starter_library: Library) -> None:
    path = text(
        ask(starter_library, "does dapagliflozin work for heart failure if the patient has no diabetes"), "algorithm"
    )
    assert "10 mg by mouth once daily" in path and "glucose control" not in path


def test_that_a_complaint_became_less_is_no_harm(starter_library: Library) -> None:
    said = text(ask(starter_library, "ondansetron vs doxylamine for nausea in pregnancy", "pharmacist"), "bottom_line")
    assert "Harm: fall in vomiting" not in said


def test_advice_against_one_aim_bars_nothing_for_another(starter_library: Library) -> None:
    said = ask(starter_library, "does vitamin D prevent fractures in older adults").section("bottom_line").statements
    assert said[0].text.startswith("No effect of vitamin D on total fractures was detected")
    assert not any("advised against for this patient" in s.text for s in said)


def test_what_a_guideline_calls_the_first_choice_leads_a_choice(starter_library: Library) -> None:
    said = text(ask(starter_library, "metronidazole or vancomycin for C difficile?"), "bottom_line")
    assert said.startswith("Guideline (NICE, UK, 2021)")
    assert "vancomycin 125 mg by mouth 4 times daily" in said and "first choice" in said


def test_how_often_and_how_often_never_is_told_where_that_is_asked(starter_library: Library) -> None:
    said = ask(starter_library, "is methotrexate once weekly or daily for rheumatoid arthritis").section("bottom_line")
    assert any("once weekly, never daily" in s.text for s in said.statements[:2])


def test_a_unit_is_no_illness(starter_library: Library) -> None:
    answer = ask(starter_library, "child of 3 weighing 14 kg with croup: dexamethasone dose in mg?", "nurse")
    assert "myasthenia" not in text(answer, "bottom_line", "dosing")


def test_a_kind_of_medicine_that_the_label_itself_explains_bars_who_takes_one_of_it(starter_library: Library) -> None:
    question = (
        "A 64-year-old man with a kidney transplant, eGFR 35, takes ciclosporin and atorvastatin and has an acute gout "
        "flare. Can I give him colchicine, and if not, what instead?"
    )
    answer = ask(starter_library, question)
    assert answer.question.patient.drugs == ("cyclosporine", "atorvastatin")
    assert answer.section("bottom_line").statements[0].text.startswith("Colchicine is contraindicated for this patient")
    assert not answer.section("dosing").statements and "Do not start colchicine" in text(answer, "algorithm")
    healthy = ask(starter_library, "A man of 64 takes ciclosporin and has an acute gout flare. Can I give colchicine?")
    assert "is contraindicated for this patient" not in text(healthy, "bottom_line")


def test_what_a_guideline_gives_in_pregnancy_instead_is_told_with_its_dose(starter_library: Library) -> None:
    question = (
        "A woman who is 11 weeks pregnant has a lower urinary tract infection, and trimethoprim 200 mg twice daily for "
        "3 days was prescribed. Is that safe in pregnancy, and what should she have instead and for how many days?"
    )
    answer = ask(starter_library, question, "nurse")
    assert "nitrofurantoin 100 mg modified release twice daily" in text(answer, "alternatives")
    assert "cefalexin 500 mg twice daily" in text(answer, "alternatives")
    assert "200 mg by mouth twice daily" not in text(answer, "bottom_line")


def test_what_is_barred_for_the_patient_is_not_weighed_beside_what_is_taken(starter_library: Library) -> None:
    path = text(ask(starter_library, "mechanical aortic valve on warfarin, switch to dabigatran?"), "algorithm")
    assert path.startswith("Do not start dabigatran") and "given together" not in path


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("A patient on febuxostat has a gout flare. Should febuxostat be stopped or continued?", "no reason to stop"),
        ("should metformin be stopped or continued before iodinated contrast?", "iodinated contrast imaging"),
    ],
)
def test_whether_a_medicine_goes_on_in_an_event_is_told_first(
    starter_library: Library, question: str, said: str
) -> None:
    assert said in ask(starter_library, question).section("bottom_line").statements[0].text
