"""A short answer has fewer than 90 words, whatever its composers had to say; what goes from it stands further down."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

ASKED = (
    "digoxin and amiodarone",
    "colchicine for gout with kidney failure",
    "lithium and ibuprofen",
    "Trimethoprim for a UTI in a woman taking methotrexate",
    "warfarin versus apixaban in a man of 80 with eGFR 28 and atrial fibrillation",
    "valproate for epilepsy in a woman of 24",
    "lithium 1.4 mmol/L, can he have ibuprofen",
    "nitrofurantoin woman 70 cystitis eGFR 50",
    "SGLT2 inhibitors in type 2 diabetes and chronic kidney disease with egfr 18",
    "dad has dementia and is agitated at night, would quetiapine help",
    "which drugs are approved for heart failure",
    "varenicline for smoking cessation in a woman with depression taking sertraline",
    "Should a 75-year-old with diabetes and eGFR 40 get empagliflozin?",
    "Can I give clarithromycin to someone taking simvastatin?",
)


def _short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize("typed", ASKED)
def test_it_has_fewer_than_90_words(typed: str, starter_library: Library) -> None:
    said = _short(probatum.answer(typed, library=starter_library))
    assert 0 < len(said.split()) < 90, said


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        ("colchicine for gout with kidney failure", "below 30 ml/min"),
        ("colchicine for gout with kidney failure", "P-glycoprotein"),
        ("lithium with ramipril in a 70 year old woman", "lithium should be stopped when they appear"),
        ("nitrofurantoin man 70 UTI eGFR 50", "Sources disagree on nitrofurantoin for kidneys like these"),
        ("SGLT2 inhibitors in type 2 diabetes and chronic kidney disease with egfr 18", "not recommended"),
        ("Trimethoprim for a UTI in a woman taking methotrexate", "another antibiotic should be chosen"),
        ("valproate for epilepsy in a woman of 24", "malformations"),
        ("Should a 75-year-old with diabetes and eGFR 40 get empagliflozin?", "105 of every 1,000"),
        ("Can I give clarithromycin to someone taking simvastatin?", "should be suspended"),
    ],
)
def test_what_matters_most_stays(typed: str, stays: str, starter_library: Library) -> None:
    assert stays in _short(probatum.answer(typed, library=starter_library))


def test_what_goes_is_told_further_down(starter_library: Library) -> None:
    answer = probatum.answer("nitrofurantoin man 70 UTI eGFR 50", library=starter_library)
    assert "neuropathy" not in _short(answer)
    assert "neuropathy" in " ".join(s.text for p in answer.sections if p.id != "bottom_line" for s in p.statements)


def test_examples_go_and_no_limit_behind_them(starter_library: Library) -> None:
    answer = probatum.answer("risk of bleeding on apixaban v warfarin in AF", library=starter_library)
    assert "active pathological bleeding" in _short(answer)


def test_no_line_loses_its_stop(starter_library: Library) -> None:
    for typed in ASKED:
        for one in probatum.answer(typed, library=starter_library).section("bottom_line").statements:
            assert one.text.rstrip(")\u201d")[-1] in ".?!", one.text
