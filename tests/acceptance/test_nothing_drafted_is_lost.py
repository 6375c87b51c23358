"""What is drafted passes the checks: an answer that loses its own sentences to them is silent where it should speak."""

from __future__ import annotations

from collections import Counter

import pytest

import probatum
from benchmarks._readers import broken
from probatum.acquire.library import Library
from probatum.assess.verdict import WITHHELD
from probatum.model import Answer, Reader

BARRED = [
    ("Domperidone for nausea, pt 71, heart failure, citalopram 20mg od. dispense?", "domperidone is contraindicated"),
    ("10 year old after tonsillectomy, calpol not touching it, can I give half a tramadol", "tramadol is contraind"),
    ("mechanical heart valve and AF, dabigatran or warfarin", "dabigatran is contraindicated"),
    ("osteoporosis 76F CrCl 29 alendronate or denosumab", "alendronate is advised against"),
    ("clarithromycin for H pylori, takes simvastatin, any problem with his statin?", "simvastatin"),
    ("carbamazepine for trigeminal neuralgia, on the combined pill", "hormonal contraceptives"),
]
ASKED = [
    *(question for question, _ in BARRED),
    "topiramate or erenumab for migraine, may try for a baby",
    "does exercise help knee osteoarthritis",
    "desmopressin tablets for bedwetting, 8 years old",
    "nitrofurantoin 5 days vs single dose fosfomycin for cystitis, which cures more",
    "amoxicillin dose for otitis media, 2 years, 12 kg",
    "62F chest pain, wells unlikely, d-dimer 590, age cutoff?",
    "edoxaban 60 mg in AF, creatinine clearance 121",
    "citalopram 20 mg with amiodarone",
    "dabigatran for atrial fibrillation in a man who takes verapamil, CrCl 40",
    "how to taper prednisolone",
    "i take 4 co-codamol every 2 hours for my tooth",
    "prednisolone 5 or 10 days COPD exacerbation",
    "does exercise lower blood pressure",
]


def ask(library: Library, question: str, reader: Reader = Reader.DOCTOR) -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


@pytest.mark.parametrize("question", ASKED)
def test_no_sentence_is_withheld_and_no_number_given_twice(starter_library: Library, question: str) -> None:
    answer = ask(starter_library, question)
    assert [w.text for w in answer.warnings if w.code == WITHHELD] == []
    ids = Counter(one.id for section in answer.sections for one in section.statements)
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("question", ASKED)
def test_every_reader_is_told_the_same_figures(starter_library: Library, question: str) -> None:
    assert broken({r: ask(starter_library, question, r) for r in (Reader.DOCTOR, Reader.PATIENT)}) == []


@pytest.mark.parametrize(("question", "said"), BARRED)
def test_what_bars_one_of_several_is_said_of_that_one(starter_library: Library, question: str, said: str) -> None:
    short = " ".join(s.text for s in ask(starter_library, question).section("bottom_line").statements)
    assert said in short.lower(), short
