"""A medicine that was begun beside another: what labels say of the two, of what is felt, and of a value measured."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


BEGUN = [
    ("on lithium started lisinopril now tremor", "risk of lithium toxicity", "tremor and ataxia may be signs"),
    (
        "digoxin 250mcg od 88yo eGFR 30 started clarithromycin feels sick",
        "level of digoxin",
        "signs of digoxin toxicity",
    ),
    ("warfarin INR 2.4 started on bactrim for UTI", "dose of warfarin reduced", "raise the INR"),
    ("started sertraline, on tramadol, now agitated and sweating", "serotonin syndrome", "tramadol"),
    ("on levothyroxine, started calcium tablets", "at least 4 hours apart", "calcium"),
]


@pytest.mark.parametrize(("question", "first", "besides"), BEGUN)
def test_what_the_two_do_together_leads(starter_library: Library, question: str, first: str, besides: str) -> None:
    short = told(starter_library, question)
    assert any(first in text for text in short[:2]) and besides in " ".join(short)
    assert "off-label" not in " ".join(short) and "colchicine" not in " ".join(short)


@pytest.mark.parametrize(
    "question",
    [
        "on prednisolone started alendronate for osteoporosis",
        "on ramipril, started amlodipine, does it help blood pressure",
        "started on sertraline for depression",
    ],
)
def test_what_asks_something_of_its_own_is_no_pair(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(a.what == "together" for a in answer.question.assumptions)


def test_a_complaint_is_the_harm_of_what_was_begun(starter_library: Library) -> None:
    question = "on metformin, started lisinopril last month, now a dry cough"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert any(a.what == "harm" and "lisinopril" in a.to for a in answer.question.assumptions)
    assert "off-label" not in " ".join(s.text for s in answer.section("bottom_line").statements)


MEASURED = [
    ("donepezil HR 48 on bisoprolol", "Bisoprolol, which is taken, is contraindicated", "bradycardia"),
    ("trimethoprim K 5.9 on spironolactone", "Spironolactone, which is taken, is contraindicated", "hyperkalaemia"),
]


@pytest.mark.parametrize(("question", "lead", "state"), MEASURED)
def test_a_value_is_held_to_what_is_taken(starter_library: Library, question: str, lead: str, state: str) -> None:
    first = told(starter_library, question)[0]
    assert first.startswith(lead) and state in first


KINDS = [
    ("can I take an NSAID with an ACE inhibitor and a diuretic", "ACE inhibitors"),
    ("SSRI with NSAID", "bleeding"),
    ("statin and macrolide antibiotics together", "rhabdomyolysis"),
    ("PPI with clopidogrel", "effect of clopidogrel on platelets"),
    ("beta blocker with verapamil", "bradycardia"),
]


@pytest.mark.parametrize(("question", "words"), KINDS)
def test_kinds_are_told_by_labels_of_their_members(starter_library: Library, question: str, words: str) -> None:
    short = " ".join(told(starter_library, question))
    assert words in short and "cholestatic" not in short


ANTICOAGULATED = [
    "stroke 4 hrs ago alteplase? on apixaban took this morning",
    "acute stroke on warfarin INR 2.1 thrombolysis?",
    "stroke at 2 hours, thrombolyse? took apixaban this morning",
]


@pytest.mark.parametrize("question", ANTICOAGULATED)
def test_what_is_taken_stands_before_the_effect_of_a_class(starter_library: Library, question: str) -> None:
    short = told(starter_library, question)
    assert "nticoagulants and antiplatelet drugs before, during or after alteplase" in short[0]
    assert any("ontraindicated in current intracranial" in text for text in short)


def test_took_holds_no_leave() -> None:
    from probatum import vocabulary
    from probatum.ask.between.meeting import meeting

    found = meeting("atrial fibrillation amiodarone? on simvastatin took this morning", vocabulary.load())
    assert found is not None and not found.asked and [m.term.label for m in found.taken] == ["simvastatin"]


CLASSES = [
    ("can I stop my beta blocker suddenly", "stopping metoprolol suddenly"),
    ("beta blocker asthma", "asthma"),
    ("ACE inhibitor pregnancy", "injure the fetus"),
]


@pytest.mark.parametrize(("question", "words"), CLASSES)
def test_a_kind_that_no_study_tells_of_speaks_by_its_members_labels(
    starter_library: Library, question: str, words: str
) -> None:
    assert words in " ".join(told(starter_library, question))


def test_a_value_that_is_the_emergency_is_treated_whatever_is_taken(starter_library: Library) -> None:
    short = told(starter_library, "hypoglycaemia 2.1 mmol/l on gliclazide, drowsy, give glucagon?")
    assert "glucagon" in " ".join(short).lower()
