"""However much is asked at once, the short answer keeps to its bound, and what weighs most stands in it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.composing.within import MOST
from probatum.model import Answer

CROWDED = (
    "66M HFrEF EF 28% NYHA 3, K 4.7, eGFR 38, on ramipril + bisoprolol. aldactone start dose and when to recheck U+E",
    "trigeminal neuralgia 39F Thai origin on the combined pill. Tegretol start dose + what test b4 i start",
    "82F post herpetic neuralgia, crcl 22, has COPD & takes codeine. gabapentin dose pls + what to watch",
    "59M H pylori, scripted ome/amox/clari, simva 40, colchicine 500mcg for gout, eGFR 44. whats the problem?",
    "T2DM CKD eGFR 33, K 4.6 on ramipril, empagliflozin, bisoprolol. finerenone? dose, when to check K, benefit",
    "71M AF on warfarin + digoxin, starting amiodarone. what about the digoxin and the INR, how often to check",
)


def _short(answer: Answer) -> list[str]:
    return [s.text for s in answer.section("bottom_line").statements]


def _ask(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of="2026-12-01")


@pytest.mark.parametrize("question", CROWDED)
def test_many_things_asked_at_once_keep_to_the_bound(question: str, starter_library: Library) -> None:
    said = _short(_ask(starter_library, question))
    assert said
    assert len(" ".join(said).split()) < MOST


@pytest.mark.parametrize(
    ("question", "stays"),
    [
        (CROWDED[0], "25 mg every other day"),
        (CROWDED[1], "HLA-B*1502"),
        (CROWDED[1], "100 mg by mouth twice daily"),
        (CROWDED[2], "200 mg to 700 mg once daily"),
        (CROWDED[2], "respiratory depression"),
    ],
)
def test_what_weighs_most_stays(question: str, stays: str, starter_library: Library) -> None:
    assert any(stays in line for line in _short(_ask(starter_library, question)))


def test_what_is_to_be_done_stays_whatever_is_left_out(starter_library: Library) -> None:
    for line in _short(_ask(starter_library, CROWDED[1])):
        assert not line.startswith("Boxed warning for this patient") or "should be tested for HLA-B*1502" in line


def test_the_most_of_a_dose_stays_with_it(starter_library: Library) -> None:
    for line in _short(_ask(starter_library, CROWDED[1])):
        assert "100 mg by mouth twice daily" not in line or "maximum of 1200 mg" in line


def test_of_a_list_the_medicine_of_the_patient_is_left(starter_library: Library) -> None:
    lines = _short(_ask(starter_library, "heart failure on ramipril, start spironolactone?"))
    pair = next(line for line in lines if line.startswith("Ramipril with spironolactone"))
    assert "potassium-sparing diuretics such as spironolactone may raise serum potassium" in pair
    assert "salt substitutes" not in pair


def test_a_sentence_that_goes_on_behind_a_list_is_not_cut(starter_library: Library) -> None:
    answer = _ask(starter_library, "covid, transplant on tacrolimus and amlodipine: nirmatrelvir-ritonavir?")
    for line in (s.text for s in answer.statements):
        assert "tacrolimus and ciclosporin or of" not in line
