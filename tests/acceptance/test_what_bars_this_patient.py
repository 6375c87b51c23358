"""What a label forbids to this very patient comes first, by whatever words it is told, and the path begins nothing."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _lines(library: Library, question: str, *sections: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    assert not [w for w in answer.warnings if w.code == "withheld"], answer.warnings
    return [s.text for part in answer.sections if part.id in sections for s in part.statements]


@pytest.mark.parametrize(
    ("question", "bar"),
    [
        ("heavy menstrual bleeding, previous DVT 2019, tranexamic acid dose", "earlier thrombosis"),
        ("she had a PE in 2015, now menorrhagia, tranexamic acid?", "earlier thrombosis"),
        ("AF rate, previous Graves disease, amiodarone dose", "thyroid dysfunction"),
        ("amiodarone for AF in pt with previous thyrotoxicosis", "thyroid dysfunction"),
        ("levothyroxine for untreated addisons with TSH 40", "uncorrected adrenal insufficiency"),
        ("wegovy for obesity, mother had medullary thyroid cancer", "relative who has had it"),
        ("metronidazole trichomonas 9 weeks pregnant", "first trimester of pregnancy in trichomoniasis"),
        ("warfarin AF, 8 weeks pregnant, dose", "pregnancy, except in women with a mechanical heart valve"),
        ("finerenone start dose eGFR 40 K 5.3", "serum potassium above 5.0"),
    ],
)
def test_it_is_told_first_and_nothing_is_begun(starter_library: Library, question: str, bar: str) -> None:
    assert bar in _lines(starter_library, question, "bottom_line")[0]
    assert not [line for line in _lines(starter_library, question, "dosing") if " mg" in line]
    path = _lines(starter_library, question, "algorithm")
    assert path[0].startswith("Do not start") and not any(line.startswith("Dose as on") for line in path), path


@pytest.mark.parametrize(
    ("question", "bar"),
    [
        ("tranexamic acid for heavy periods", "earlier thrombosis"),
        ("clopidogrel 75 mg after stroke, does it raise the risk of a GI bleed?", "active pathological bleeding"),
        ("levothyroxine for hypothyroidism", "uncorrected adrenal insufficiency"),
        ("metronidazole for bacterial vaginosis at 24 weeks", "trichomoniasis"),
    ],
)
def test_who_does_not_have_it_is_not_barred(starter_library: Library, question: str, bar: str) -> None:
    first = _lines(starter_library, question, "bottom_line")[0]
    assert "for this patient" not in first or bar not in first, first


@pytest.mark.parametrize("reader", ["carer", "doctor"])
def test_symptoms_like_an_illness_are_those_of_who_has_it(starter_library: Library, reader: str) -> None:
    first = _lines(starter_library, "my 12 yr old has flu, safe to give asprin?", "bottom_line", reader=reader)[0]
    assert "flu-like symptoms" in first and first.startswith("No: "), first


def test_a_limit_of_children_is_none_of_the_grown(starter_library: Library) -> None:
    first = _lines(starter_library, "aspirin for a 60 year old with flu", "bottom_line")[0]
    assert not first.startswith("No: "), first


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("gabapentin 900mg tds, CrCl 25, ok?", "2700 mg a day) is above the limit of 700 mg"),
        ("canagliflozin 300 mg eGFR 52", "above the limit of 100 mg"),
        ("pregabalin fibromyalgia 600 mg daily ok?", "above the limit of 450 mg"),
    ],
)
def test_a_dose_above_that_of_such_a_patient_is_no_yes(starter_library: Library, question: str, over: str) -> None:
    assert over in _lines(starter_library, question, "bottom_line")[0]


def test_a_rule_without_an_amount_displaces_the_usual_dose(starter_library: Library) -> None:
    question = "levothyroxine start dose hypothyroid 82M with angina 70 kg"
    short = _lines(starter_library, question, "bottom_line")
    assert "65 years or more" in short[0] and "25 micrograms to 50 micrograms" in short[0], short
    assert any(line.startswith("Dose for this patient") and "lower dose" in line for line in short), short
    dosing = _lines(starter_library, question, "dosing")
    assert "lower dose" in dosing[0] and not any("1.6 x 70" in line for line in dosing), dosing
    path = _lines(starter_library, question, "algorithm")
    assert any(line.startswith("Dose for such a patient") for line in path), path


def test_under_an_alarm_it_is_told_and_nothing_of_its_effect(starter_library: Library) -> None:
    question = "clopidogrel 75 mg after stroke, GI bleed on admission today"
    lines = _lines(starter_library, question, "bottom_line")
    assert "emergency" in lines[0] and any("active pathological bleeding" in line for line in lines)
    assert not any("reduces" in line for line in lines)
    assert not [line for line in _lines(starter_library, question, "dosing") if " mg" in line]
