"""A medicine that did harm makes way for another: what it is for is told or assumed, and it is no option itself."""

from __future__ import annotations

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer


def asked(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of="2026-11-29")


ASSUMED = [
    ("cough on ramipril, what instead?", "ramipril", "hypertension"),
    ("ankle swelling on amlodipine what instead", "amlodipine", "hypertension"),
    ("heartburn on alendronate, 78F CrCl 31, what instead?", "alendronate", "osteoporosis"),
    ("muscle aches on simvastatin, alternative?", "simvastatin", "hyperlipid"),
    ("sexual dysfunction on sertraline what can i switch to", "sertraline", "depress"),
    ("My tablet lisinopril gives me a dry cough. What could I have instead?", "lisinopril", "hypertension"),
]


@pytest.mark.parametrize(("question", "left", "use"), ASSUMED)
def test_what_it_is_for_is_assumed_and_said(starter_library: Library, question: str, left: str, use: str) -> None:
    answer = asked(starter_library, question)
    said = [a for a in answer.question.assumptions if a.what == "use"]
    assert len(said) == 1 and said[0].from_ == left and use in said[0].to
    assert answer.question.typed == question
    short = answer.section("bottom_line").statements
    assert short and all(s.supports for s in short[:2])
    options = [s.text.lower() for part in ("bottom_line", "alternatives") for s in answer.section(part).statements]
    assert not any(text.startswith(f"{left} (") for text in options)


def test_an_illness_that_is_told_is_the_one_treated(starter_library: Library) -> None:
    answer = asked(starter_library, "constipation from amitriptyline for neuropathic pain, alternatives?")
    assert not any(a.what == "use" for a in answer.question.assumptions)
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "changing to another of amitriptyline, duloxetine, gabapentin and pregabalin" in told
    assert "dose of gabapentin is 300 mg" in told
    assert "depression" not in told.replace("respiratory depression", "")


def test_the_label_tells_of_the_harm_and_nothing_leads_back(starter_library: Library) -> None:
    answer = asked(starter_library, "hyperkalaemia on spironolactone in heart failure, what instead?")
    first = answer.section("bottom_line").statements[0].text
    assert first.startswith("On the harm told of") and "hyperkalaemia can occur" in first
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert path and "weigh spironolactone" not in path
    assert not any("compared with spironolactone" in s.reason for c in answer.certainty for s in c.steps)


@pytest.mark.parametrize(
    "question",
    [
        "lisinopril for hypertension",
        "does lisinopril cause cough?",
        "can I switch from ramipril to losartan?",
        "man on warfarin with shingles, what else",
        "Man on ramipril with gout, which alternative drugs?",
        "Man with gout on ramipril, which alternative drugs?",
        "Woman on levothyroxine with depression, any other antidepressants?",
        "Pregnant woman on sertraline, what else for nausea?",
    ],
)
def test_other_questions_are_left_alone(starter_library: Library, question: str) -> None:
    assert not any(a.what == "use" for a in asked(starter_library, question).question.assumptions)


def test_the_use_that_is_given_beside_it_counts(starter_library: Library) -> None:
    answer = pipeline.answer(
        "cough on ramipril, what instead?", library=starter_library, as_of="2026-11-29", assume=("heart failure",)
    )
    assert "heart failure" in answer.question.population
    assert not any(a.what == "use" for a in answer.question.assumptions)


@pytest.mark.parametrize(("question", "left", "use"), ASSUMED)
def test_what_was_not_told_of_the_patient_is_said_once(
    starter_library: Library, question: str, left: str, use: str
) -> None:
    told = [a.what for a in asked(starter_library, question).question.assumptions]
    assert told.count("patient") <= 1 and len(told) == len(set(told)) + told.count("lay term") - ("lay term" in told)


def test_a_trial_that_is_named_keeps_the_patient(starter_library: Library) -> None:
    answer = asked(starter_library, "RALES results, my patient has eGFR 25 and is pregnant")
    assert answer.question.patient.pregnancy
    assert not any(a.what == "patient" and "not pregnant" in a.to for a in answer.question.assumptions)


FAILED = [
    ("quinine failed for ALS cramps, next step?", "baclofen as the second choice"),
    ("gout flare not responding to colchicine and naproxen", "corticosteroid"),
    ("depression not responding to sertraline, what next", "cognitive behavioural therapy together"),
    ("epilepsy not responding to levetiracetam, what next", "lamotrigine"),
    ("migraine prophylaxis failed topiramate", "erenumab"),
]


@pytest.mark.parametrize(("question", "told"), FAILED)
def test_what_failed_makes_way(starter_library: Library, question: str, told: str) -> None:
    answer = asked(starter_library, question)
    assert answer.question.typed == question
    short = [s.text for s in answer.section("bottom_line").statements]
    assert told in " ".join(short[:3]).lower() or told in " ".join(short[:3]), short


ORGANS = [
    "dapagliflozin for HFpEF",
    "spironolactone heart failure with reduced ejection fraction",
    "furosemide kidney failure with oedema",
]


@pytest.mark.parametrize("question", ORGANS)
def test_an_organ_that_fails_is_no_treatment_that_did(starter_library: Library, question: str) -> None:
    assert asked(starter_library, question).question.intervention


def test_an_effect_in_what_resists_is_still_asked(starter_library: Library) -> None:
    answer = asked(starter_library, "is lithium effective in resistant depression")
    assert "lithium" in answer.question.intervention
