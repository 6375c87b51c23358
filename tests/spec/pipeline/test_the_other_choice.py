"""A treatment that another is weighed against is held to the same patient; a class speaks by the labels of its members;
what bars one of a class in a state that no list knows is told of it, and what is meant for that state is named."""

from __future__ import annotations

import pytest
from medicines import guideline, label, trial
from reports import LibraryOf

from probatum.acquire.library import Library
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.model import Answer, Patient
from probatum.pipeline import answer

PREVENTED = (
    "METHODS: In this randomised, placebo-controlled trial 20,000 adults bleeding after an injury were randomised to "
    "tranexamic acid (1 g over 10 minutes, then 1 g over 8 hours) or placebo. "
    "RESULTS: Death from any cause occurred in 1463 of 10,060 people with tranexamic acid and in 1613 of 10,067 people "
    "with placebo (relative risk 0.91, 95% CI 0.85 to 0.97; p = 0.003). "
    "CONCLUSIONS: In people bleeding after an injury, tranexamic acid lowered death."
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(
        [
            label(
                "naproxen",
                boxed="Naproxen raises the risk of fatal bleeding of the stomach, above all in older people.",
                uses="Naproxen is indicated for acute gout.",
                dose="In acute gout, the dose of naproxen in adults is 250 mg every 8 hours.",
            ),
            label(
                "metformin",
                uses="Metformin is indicated for type 2 diabetes.",
                never="Metformin is contraindicated with an eGFR below 30 ml/min/1.73 m2.",
            ),
            label(
                "canagliflozin",
                uses="Canagliflozin is indicated for type 2 diabetes.",
                dose="The dose of canagliflozin is 100 mg by mouth once daily.",
            ),
            label(
                "prednisone",
                uses="Prednisone is indicated for rheumatic disorders that respond to corticosteroids, such as gout.",
                dose="The starting dose of prednisone is 5 mg to 60 mg by mouth daily, according to the disease.",
                never="Prednisone is contraindicated in systemic fungal infection.",
                care="Prednisone should be used with caution in diabetes and kidney impairment.",
            ),
            label(
                "dabigatran",
                uses="Dabigatran is indicated for atrial fibrillation.",
                never="Dabigatran is contraindicated in people with a mechanical heart valve.",
            ),
            label(
                "rivaroxaban",
                uses="Rivaroxaban is indicated for deep-vein thrombosis.",
                dose="In deep-vein thrombosis, the dose of rivaroxaban is 20 mg once daily.",
            ),
            label(
                "warfarin",
                uses="Warfarin is indicated to prevent thromboembolism after heart valve replacement.",
                never="Warfarin is contraindicated in pregnancy, except in women with a mechanical heart valve.",
            ),
            label(
                "topiramate",
                uses="Topiramate is indicated to prevent migraine.",
                dose="To prevent migraine, the dose of topiramate is 50 mg twice daily.",
                pregnancy="Topiramate in pregnancy raises the risk of cleft lip.",
            ),
            label(
                "valproate",
                uses="Valproate is indicated to prevent migraine.",
                dose="In complex partial seizures, the dose of valproate in adults is 10 mg/kg daily.",
                boxed="Valproate can cause major malformations.",
            ),
            guideline(
                "gout",
                "Gout: management",
                "ISP recommends an NSAID or an oral corticosteroid as treatment of a gout flare.",
            ),
            guideline(
                "skin",
                "Cellulitis: antimicrobial prescribing",
                "For adults with cellulitis, ISP recommends flucloxacillin 500 mg 4 times daily for 7 days.",
            ),
            label(
                "ibuprofen",
                uses="Ibuprofen is indicated for headache.",
                dose="The dose of ibuprofen in adults is 200 mg every 6 hours.",
                never="Ibuprofen is contraindicated after an allergic reaction to aspirin.",
                care="Ibuprofen should be used only with caution in kidney disease.",
            ),
            label(
                "finerenone",
                uses="Finerenone is indicated for chronic kidney disease.",
                dose="The dose of finerenone is 10 mg once daily.",
            ),
            trial(
                42,
                "Erenumab versus topiramate in the prevention of migraine: a randomised trial",
                "METHODS: In this randomised trial 600 adults with migraine received erenumab or topiramate. "
                "RESULTS: Response was seen in 55% with erenumab and in 31% with topiramate (p < 0.001). "
                "CONCLUSIONS: In the prevention of migraine, erenumab did better than topiramate.",
            ),
            trial(41, "Tranexamic acid in bleeding after injury: a randomised trial", PREVENTED),
        ]
    )


def _said(made: Answer, *ids: str) -> str:
    return " ".join(s.text for section in made.sections if section.id in ids for s in section.statements)


STEROIDS = (
    "Should I give oral steroids to a 70 year old man with an acute gout flare and CKD stage 4 instead of naproxen?"
)


def test_what_speaks_against_the_other_choice_is_told(library: Library) -> None:
    told = _said(answer(STEROIDS, library=library), "bottom_line")
    assert "Naproxen, the other choice, has a boxed warning (US label of naproxen)" in told
    assert "directs nothing for chronic kidney disease stage 4, which does not make it safe" in told
    typed = "Should a 60 year old man with type 2 diabetes and eGFR 25 get canagliflozin rather than metformin?"
    told = _said(answer(typed, library=library), "bottom_line")
    assert "Metformin, the other choice, is contraindicated for this patient (US label of metformin)" in told


def test_a_class_speaks_by_the_labels_of_its_members(library: Library) -> None:
    made = answer(STEROIDS, library=library)
    assert "the US label of prednisone, a medicine of that class, which calls for care in" in _said(made, "bottom_line")
    safety = made.section("safety")
    assert "no label in the library" not in safety.empty
    assert "Contraindicated (US label of prednisone): systemic fungal infection" in _said(made, "safety")
    assert "5 mg to 60 mg" in _said(made, "dosing")


def test_what_bars_a_fellow_in_a_state_that_no_list_knows_is_told(library: Library) -> None:
    made = answer("Can a man with a mechanical heart valve take rivaroxaban instead of warfarin?", library=library)
    told = _said(made, "bottom_line")
    assert "the US label of dabigatran, a medicine of the same class" in told and "mechanical heart valve" in told
    assert "20 mg" not in _said(made, "dosing")


def test_what_is_meant_for_that_state_is_an_alternative_and_its_exception_no_bar(library: Library) -> None:
    made = answer("Can I give dabigatran to a woman with a mechanical heart valve?", library=library)
    told = _said(made, "alternatives")
    assert "Warfarin (US label of warfarin): to prevent thromboembolism after heart valve replacement" in told
    assert "arfarin is contraindicated for this patient" not in told


def test_harm_to_a_child_not_known_of_yet_and_no_dose_for_another_illness(library: Library) -> None:
    made = answer("Should a 28 year old woman take valproate or topiramate to prevent migraine?", library=library)
    told = _said(made, "bottom_line")
    assert "malformations" in told and "cleft lip" in told
    assert "seizures" not in _said(made, "dosing")


def test_a_course_for_an_illness_is_no_advice_on_keeping_it_away(library: Library) -> None:
    made = answer("Does penicillin prevent recurrent cellulitis?", library=library)
    assert "flucloxacillin" not in _said(made, "bottom_line", "dosing", "alternatives").lower()


def test_a_dose_over_minutes_is_told_with_what_follows(library: Library) -> None:
    made = answer("Does tranexamic acid lower death in bleeding after an injury, and at what dose?", library=library)
    assert "1 g over 10 minutes, then 1 g over 8 hours" in _said(made, "dosing")


def test_what_is_for_the_kidneys_of_the_patient_takes_the_place_of_nothing(library: Library) -> None:
    made = answer("Should a 74 year old man with chronic kidney disease use ibuprofen?", library=library)
    assert "finerenone" not in _said(made, "alternatives").lower()
    assert "kidney disease" in _said(made, "bottom_line")


def test_the_caution_for_such_kidneys_is_nearest(library: Library) -> None:
    told = _said(answer("Is diclofenac safe in a man of 70 with eGFR 25?", library=library), "bottom_line")
    assert "caution in kidney disease" in told


def test_an_allergy_to_more_than_the_medicine_stands_beside_its_dose(library: Library) -> None:
    made = answer("What is the dose of ibuprofen for headache in an adult?", library=library)
    assert "Not to be given (US label of ibuprofen): after an allergic reaction to aspirin" in _said(made, "dosing")


def test_what_keeps_attacks_away_is_no_alternative_for_one(library: Library) -> None:
    made = answer("Can erenumab stop an acute migraine attack?", library=library)
    assert "opiramate (compared" not in _said(made, "alternatives")


@pytest.mark.parametrize(("kidney", "fits"), [("eGFR 20", True), ("eGFR 8", True), ("eGFR 70", False)])
def test_one_clause_of_a_direction_on_kidneys_is_enough(kidney: str, fits: bool) -> None:
    told = "In kidney impairment below 50 ml/min, zorbinol is lowered; with a clearance below 10 ml/min it is 5 mg"
    assert fitting.speaks_of(told, Patient(kidney=kidney)) is fits


def test_an_amount_for_adults_and_children_is_one_for_grown_ups() -> None:
    told = "In pharyngitis, the dose of zorbinol in adults and children over 12 years is 200 mg twice daily"
    assert not fitting.of_children_alone(told, Patient(age="70 years"))
    assert fitting.of_children_alone("The dose in children is 5 mg", Patient(age="70 years"))


@pytest.mark.parametrize(
    ("told", "age", "others"),
    [
        ("In reflux in adults, the first choice is zorbinol", "3 months", True),
        ("For zorbitis of adults who can swallow, zorbinol is recommended", "infant", True),
        ("In reflux in adults, the first choice is zorbinol", "15 years", False),
        ("In reflux in adults and children, the first choice is zorbinol", "3 years", False),
        ("In reflux, the first choice is zorbinol; in adults it is dosed by weight", "3 years", False),
        ("In reflux in adults, the first choice is zorbinol", "", False),
    ],
)
def test_advice_that_opens_with_adults_is_none_for_a_small_child(told: str, age: str, others: bool) -> None:
    assert whom.opens_with_adults(told, Patient(age=age)) is others
