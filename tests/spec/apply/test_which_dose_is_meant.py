"""Which dose of a label is meant: that of the use asked about, of this patient, of the drug by itself."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply.labels.totals import with_totals


@pytest.fixture(scope="module")
def starter(starter_library: Library) -> Library:
    return starter_library


def told(typed: str, section: str, library: Library) -> str:
    return " ".join(s.text for s in pipeline.answer(typed, library=library).section(section).statements)


def test_a_dose_to_prevent_an_illness_is_none_for_those_who_have_it(starter: Library) -> None:
    dosing = told("how do I give enoxaparin to a 55kg woman with a DVT", "dosing", starter)
    assert "1 mg/kg under the skin every 12 hours" in dosing
    assert "hip or knee replacement" not in dosing


def test_an_illness_that_those_who_get_a_dose_do_not_have_is_no_use(starter: Library) -> None:
    dosing = told("ticagrelor or clopidogrel after a STEMI treated with PCI", "dosing", starter)
    assert "180 mg by mouth once as a loading dose" in dosing


def test_a_trial_in_acute_coronary_syndromes_is_direct_for_an_infarction(starter: Library) -> None:
    lead = told("ticagrelor or clopidogrel after a STEMI treated with PCI", "bottom_line", starter)
    assert "indirect" not in lead and "9.8%" in lead


def test_kidneys_in_figures_decide_over_a_word_for_them(starter: Library) -> None:
    lead = told(
        "Is nitrofurantoin or trimethoprim better for a UTI in a 78 year old woman with eGFR 28?",
        "bottom_line",
        starter,
    )
    assert "Nitrofurantoin is contraindicated" in lead and "trimethoprim should be halved after 3 days" in lead
    assert "Trimethoprim is contraindicated" not in lead


def test_weeks_of_pregnancy_are_read_wherever_they_stand(starter: Library) -> None:
    lead = told("Should a pregnant woman at 32 weeks with back pain take ibuprofen?", "bottom_line", starter)
    assert "Ibuprofen is advised against for this patient" in lead


def test_of_medicines_taken_together_no_dose_for_an_illness_is_told(starter: Library) -> None:
    assert "acute mania" not in told("Pt on lithium started on ramipril, what do I need to do?", "dosing", starter)


def test_whether_it_may_be_used_says_more_than_what_was_measured(starter: Library) -> None:
    lead = told("sertraline while breastfeeding", "bottom_line", starter)
    assert "preferred antidepressants" in lead and "common adverse reactions" not in lead


def test_a_wish_for_a_baby_is_one_to_conceive(starter: Library) -> None:
    asked = "Which is better for preventing migraine, topiramate or propranolol, in a woman of 28 wanting a baby"
    assert "contraindicated in pregnancy" in told(asked, "bottom_line", starter)


def test_what_only_some_may_not_take_together_is_told_so(starter: Library) -> None:
    lead = told("Is colchicine safe with clarithromycin?", "bottom_line", starter)
    assert "Not to be taken together by some people" in lead


def test_a_total_that_the_label_gives_is_not_given_twice() -> None:
    assert with_totals("50 mg by mouth twice daily (100 mg daily), in steps")[1] == ()
    assert with_totals("50 mg by mouth twice daily, in steps")[0].endswith("(100 mg/day), in steps")


def test_a_dose_for_people_without_the_illness_is_none_for_those_who_have_it(starter: Library) -> None:
    asked = "ticagrelor v clopidogrel in NSTEMI, which, and what is the bleeding price"
    dosing = told(asked, "dosing", starter)
    assert "90 mg twice daily" in dosing and "60 mg by mouth twice daily" not in dosing


def test_the_price_in_bleeding_is_no_illness_of_the_patient(starter: Library) -> None:
    asked = "62M NSTEMI. ticagrelor v clopidogrel: which, whats the bleeding price"
    assert "is contraindicated for this patient" not in told(asked, "bottom_line", starter)


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("should a 70 year old who had a heart attack take aspirin", False),
        ("Should I prescribe aspirin for primary prevention in a 72 year old?", True),
    ],
)
def test_advice_on_a_first_event_says_nothing_to_those_who_had_it(typed: str, barred: bool, starter: Library) -> None:
    assert ("is advised against for this patient" in told(typed, "bottom_line", starter)) is barred


@pytest.mark.parametrize(
    "typed",
    [
        "vortioxetine or escitalopram for a woman of 67 with depression who takes citalopram",
        "dose of alteplase in stroke 78kg, onset 2h",
    ],
)
def test_neither_an_allergy_nor_a_lapse_of_time_that_nobody_told_rules_a_treatment_out(
    typed: str, starter: Library
) -> None:
    lead = told(typed, "bottom_line", starter)
    assert "contraindicated for this patient" not in lead
    assert "Alteplase is advised against" not in lead
