"""What is told of somebody is read as it is meant: an age is no result, an allergy is to what it names, a small child
alone is no emergency, and a good figure of the kidneys no bar."""

from __future__ import annotations

import re

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Verdict


def asked(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of="2026-11-29")


def short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


CUTOFFS = [
    ("age adjusted d-dimer 78yo d dimer 720 low wells PE", "780", "720 is below it"),
    ("age adjusted d-dimer 78yo d dimer 1200 low wells PE", "780", "1200 is not below it"),
    ("age adjusted d-dimer 78yo d dimer 1200 low wells PE, can I skip the CTPA?", "780", "1200 is not below it"),
    ("65F d-dimer 900 low wells PE", "650", "900 is not below it"),
    ("72 year old d-dimer 720 ug/L", "720", "720 is not below it"),
    ("55yo d dimer 540 low wells pe", "550", "540 is below it"),
    ("d-dimer 78yo 720 low wells PE", "780", "720 is below it"),
    ("pt aged 81, ?PE, d-dimer 0.79 mg/L FEU", "810", "790 is below it"),
    ("81F ?PE d-dimer 0.92 ug/mL, need a CTPA?", "810", "920 is not below it"),
    ("D-dimer of 1,200 ng/mL FEU in an 80 year old man with suspected PE", "800", "1200 is not below it"),
]


@pytest.mark.parametrize(("question", "cutoff", "side"), CUTOFFS)
def test_a_result_is_held_against_the_cutoff_at_the_age(
    starter_library: Library, question: str, cutoff: str, side: str
) -> None:
    answer = asked(starter_library, question)
    said = [s for s in answer.section("bottom_line").statements if "times the age" in s.text]
    assert len(said) == 1 and f" is {cutoff} " in said[0].text and side in said[0].text, short(answer)
    assert said[0].verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "question",
    [
        "age adjusted d-dimer 78yo low wells PE, can I skip the CTPA?",
        "d-dimer in a 78 year old with suspected PE, does it rule it out?",
        "70M ?PE d-dimer 600 ng/mL DDU, can I skip the CTPA?",
        "70M ?PE d-dimer 0.6, can I skip the CTPA?",
    ],
)
def test_none_is_held_against_it_without_a_result_in_such_a_unit(starter_library: Library, question: str) -> None:
    assert "below it" not in short(asked(starter_library, question))


def test_a_unit_that_is_not_the_one_of_the_cutoff_is_said(starter_library: Library) -> None:
    answer = asked(starter_library, "70M ?PE d-dimer 600 ng/mL DDU, can I skip the CTPA?")
    assert "DDU" in short(answer)


UNTOLD = [
    ("furosemide sulfa allergy ok?", "furosemide"),
    ("hydroxychloroquine with a sulfa allergy", "hydroxychloroquine"),
    ("furosemide ok with allergy to penicillin", "furosemide"),
    ("can I give furosemide, he's penicillin allergic", "furosemide"),
    ("can I give apixaban, allergic to sulfa", "apixaban"),
    ("metformin ok? can't have aspirin, allergy", "metformin"),
]


@pytest.mark.parametrize(("question", "drug"), UNTOLD)
def test_an_allergy_to_something_else_bars_nothing(starter_library: Library, question: str, drug: str) -> None:
    answer = asked(starter_library, question)
    said = short(answer)
    assert "contraindicated for this patient" not in said and not said.startswith(("No:", "Yes"))
    assert "names no allergy to" in said and drug in said.lower(), said
    assert not [w for w in answer.warnings if "same class" in w.text]


TRUE = [
    "amoxicillin ok with penicillin allergy?",
    "amoxicillin, allergic to penicillin, ok?",
    "penicillin allergic, can I give amoxicillin",
    "is amoxicillin ok in somebody allergic to amoxicillin",
    "furosemide ok with an allergy to furosemide?",
    "ibuprofen ok with aspirin allergy?",
    "ibuprofen ok? allergic to aspirin",
]


@pytest.mark.parametrize("question", TRUE)
def test_an_allergy_to_it_or_its_class_bars_it(starter_library: Library, question: str) -> None:
    assert short(asked(starter_library, question)).startswith("No: "), question


CALM = [
    "sertraline and breastfeeding 3 week old baby",
    "ibuprofen and breastfeeding 3 week old baby",
    "breastfeeding baby 3 weeks old",
    "paracetamol while breastfeeding a 2 week old newborn",
    "vitamin d drops for a 4 week old baby",
]


@pytest.mark.parametrize("question", CALM)
def test_a_small_child_alone_is_no_emergency(starter_library: Library, question: str) -> None:
    answer = asked(starter_library, question)
    assert answer.question.danger == "" and "emergency" not in short(answer)


ALARMS = [
    "fever in a 3 week old baby",
    "breastfeeding my 3 week old baby and she won't feed and is floppy",
    "3 week old baby temp 38.5 can I give paracetamol",
    "my 5 day old baby has gone grey and limp",
]


@pytest.mark.parametrize("question", ALARMS)
def test_an_ill_one_is(starter_library: Library, question: str) -> None:
    answer = asked(starter_library, question)
    assert answer.question.danger == "emergency" and answer.question.sign


@pytest.mark.parametrize(
    "question", ["edoxaban crcl 110", "edoxaban CrCl 110 ml/min", "apixaban crcl 90", "metformin egfr 75"]
)
def test_a_figure_of_the_kidneys_is_no_bar_but_where_a_label_sets_it(starter_library: Library, question: str) -> None:
    answer = asked(starter_library, question)
    first = next(iter(question.split()))
    assert first in answer.title.lower() and "cannot tolerate" not in answer.title.lower(), answer.title
    assert first in short(answer).lower() and "warfarin is" not in short(answer).lower()


SILENT = re.compile(r"No dose for a child|No label or guideline that is held gives a dose of [\w ]+ for children")


@pytest.mark.parametrize(
    "question", ["pen V child 7 sore throat", "penicillin V dose child 7 sore throat", "pen V 6 year old tonsillitis"]
)
def test_a_dose_for_adults_is_none_for_a_child(starter_library: Library, question: str) -> None:
    said = short(asked(starter_library, question))
    assert "500 mg" not in said, said
    assert "tonsillitis" in question or SILENT.search(said), said


def test_the_dose_for_adults_stays_for_adults(starter_library: Library) -> None:
    assert "500 mg" in short(asked(starter_library, "pen V dose adult sore throat"))


@pytest.mark.parametrize("typed", ["can I take ibuprofen tonite", "paracetamol tonite and 2moro ok?"])
def test_tonight_is_no_slip(starter_library: Library, typed: str) -> None:
    made = asked(starter_library, typed).question
    assert "tonight" in made.read and "tonic" not in made.read


@pytest.mark.parametrize("question", ["aspirin dose 8 year old", "apixaban dose child 12", "ibuprofen dose 8 year old"])
def test_what_adults_were_given_is_no_dose_of_a_child(starter_library: Library, question: str) -> None:
    said = short(asked(starter_library, question))
    assert SILENT.search(said) and "Studied:" not in said and "2.5 mg" not in said, said
