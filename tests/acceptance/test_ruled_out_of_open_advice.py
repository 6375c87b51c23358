"""Where no treatment is named, advice that offers several says which of them this patient is not to have; a dose of
what is forbidden altogether is not told, nor is an illness told without a degree taken for a mild one."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

SAID = [
    (
        "cystitis in a woman on methotrexate, which antibiotic?",
        ("trimethoprim with methotrexate", "another antibiotic"),
    ),
    ("acute gout on warfarin, what can I give?", ("anti-inflammatory drugs with warfarin", "risk of bleeding")),
    ("back pain in a patient on clopidogrel, best analgesic?", ("drugs with clopidogrel", "bleeding")),
    ("can I give ibuprofen for gout in heart failure?", ("ibuprofen is advised against for this patient",)),
    ("can my dad take naproxen for his knee, he has heart failure", ("naproxen is advised against",)),
    ("72M with CKD 4 and acute gout flare, what to use?", ("drugs, which a guideline offers", "are advised against")),
    ("migraine treatment in a man with previous heart attack", ("sumatriptan", "contraindicated for this patient")),
]
UNDOSED = [
    ("12/40 pregnant cystitis trimethoprim for how long", "200 mg"),
    ("nitrofurantoin how much for cystitis eGFR 20", "100 mg"),
]


def short(library: Library, question: str) -> str:
    answer: Answer = probatum.answer(question, library=library, as_of="2026-12-01")
    return " ".join(s.text for s in answer.section("bottom_line").statements).lower()


@pytest.mark.parametrize(("question", "said"), SAID)
def test_what_is_ruled_out_is_said(starter_library: Library, question: str, said: tuple[str, ...]) -> None:
    text = short(starter_library, question)
    assert [one for one in said if one not in text] == []


@pytest.mark.parametrize(("question", "dose"), UNDOSED)
def test_what_is_forbidden_is_not_dosed(starter_library: Library, question: str, dose: str) -> None:
    text = short(starter_library, question)
    assert "contraindicated for this patient" in text
    assert dose not in text


def test_no_label_of_another_salt_is_one_of_the_metal(starter_library: Library) -> None:
    text = short(starter_library, "iv magnesium in acute severe asthma")
    assert "2 g intravenously" in text
    assert "alginate" not in text


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("doctor", "weigh with the prescriber whether the exception holds: in severe heart failure"),
        ("carer", "do not begin naproxen before a doctor or pharmacist has agreed"),
    ],
)
def test_a_path_begins_with_what_is_forbidden_but_for_an_exception(
    starter_library: Library, reader: str, said: str
) -> None:
    question = "can my dad take naproxen for his knee, he has heart failure"
    answer = probatum.answer(question, library=starter_library, as_of="2026-12-01", reader=reader)
    assert said in answer.section("algorithm").statements[0].text.lower()


def test_no_usual_dose_is_told_where_the_week_of_a_pregnancy_decides(starter_library: Library) -> None:
    text = short(starter_library, "how much ibuprofen can a pregnant woman take for back pain")
    assert "from 30 weeks of pregnancy" in text
    assert "1200 mg" not in text


def test_a_test_that_is_repeated_is_no_dose(starter_library: Library) -> None:
    text = short(starter_library, "when to repeat potassium after starting ramipril")
    assert "serum potassium should be monitored" in text
    assert "effervescent" not in text


def test_what_is_taken_is_not_barred_by_a_worse_kind_of_the_illness(starter_library: Library) -> None:
    assert "malignant" not in short(starter_library, "hypertension treatment in a man on warfarin")
