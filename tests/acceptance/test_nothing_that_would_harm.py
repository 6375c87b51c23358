"""Nothing is advised that would harm: what cannot be had, a class whose members a label bars, another kind of an
illness, a class of which only a sort is advised against, and how to begin what must not be had."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-12-01"
LED = ("bottom_line", "algorithm", "conclusion")


def texts(library: Library, question: str, *sections: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return [s.text for name in sections or LED for s in answer.section(name).statements]


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("acute gout eGFR 25 on apixaban no nsaid no colchicine", "dose of colchicine"),
        ("acute gout eGFR 25 on apixaban no nsaid no colchicine", "weigh colchicine"),
        ("cystitis, cannot take nitrofurantoin", "first choice is nitrofurantoin"),
        ("cystitis, cannot take nitrofurantoin", "nitrofurantoin for 5 days cured"),
        ("cluster headache attack on the ward, no oxygen available", "oxygen 100%"),
    ],
)
def test_what_cannot_be_had_is_not_given(starter_library: Library, question: str, never: str) -> None:
    told = texts(starter_library, question)
    assert told and not any(never in line for line in told)


def test_what_is_left_where_oxygen_is_not_at_hand_is_dosed(starter_library: Library) -> None:
    told = texts(starter_library, "cluster headache attack on the ward, no oxygen available")
    assert any("dose of sumatriptan in adults is 6 mg under the skin" in line for line in told)
    with_it = texts(starter_library, "cluster headache attack treatment")
    assert any("oxygen 100%" in line for line in with_it)


def test_where_labels_bar_all_that_advice_names_it_is_no_advice(starter_library: Library) -> None:
    told = texts(starter_library, "AF with mechanical valve which anticoagulant")
    assert not any("NICE recommends a direct-acting" in line for line in told)
    assert not any("prevented more strokes" in line for line in told)
    for name in ("Apixaban", "Dabigatran", "Edoxaban", "Rivaroxaban"):
        assert any(line.startswith(name) and "for this patient" in line for line in told)
    plain = texts(starter_library, "which anticoagulant for AF")
    assert any("direct-acting oral anticoagulant" in line for line in plain)


def test_a_member_whose_label_is_silent_on_the_liver_is_not_what_is_left(starter_library: Library) -> None:
    told = texts(starter_library, "AF and Child-Pugh C cirrhosis anticoagulation", *LED, "dosing")
    assert not any("dose of dabigatran" in line for line in told)
    assert not any("rivaroxaban was noninferior" in line for line in told)
    assert any(line.startswith("Rivaroxaban is advised against for this patient") for line in told)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("infantile colic treatment", "in infantile colic, the first choice is to comfort the baby"),
        ("my baby has colic what helps", "in infantile colic, the first choice is to comfort the baby"),
        ("alcoholic ketoacidosis treatment", "no source that answers this question was found"),
    ],
)
def test_another_kind_of_an_illness_says_nothing(starter_library: Library, question: str, said: str) -> None:
    told = " ".join(texts(starter_library, question))
    assert said in told
    assert "renal colic" not in told and "insulin" not in told


@pytest.mark.parametrize(
    ("question", "has"),
    [
        ("renal colic treatment", "NSAID"),
        ("diabetic ketoacidosis treatment", "insulin"),
        ("my baby has eczema what cream", "emollients"),
    ],
)
def test_the_kind_itself_and_its_head_word_do(starter_library: Library, question: str, has: str) -> None:
    assert any(has in line for line in texts(starter_library, question))


def test_a_sort_that_is_advised_against_is_not_its_class(starter_library: Library) -> None:
    told = texts(starter_library, "which laxative for constipation from morphine")
    assert not any("takes for granted" in line or "recommends ispaghula" in line for line in told)
    assert "bulk-forming laxatives such as ispaghula are a poor choice" in told[0]
    plain = texts(starter_library, "constipation in adults which laxative")
    assert any("recommends ispaghula" in line for line in plain)


def test_what_bars_it_stands_before_how_one_changes_to_it(starter_library: Library) -> None:
    barred = texts(
        starter_library,
        "I am on warfarin and have a metal heart valve, can I switch to apixaban",
        "bottom_line",
    )
    assert barred[0].startswith("Apixaban is advised against for this patient")
    free = texts(starter_library, "switch from warfarin to apixaban how", "bottom_line")
    assert "in a change from warfarin to apixaban" in free[0]


def test_a_class_is_held_to_what_is_taken_by_its_short_name(starter_library: Library) -> None:
    told = texts(starter_library, "depressed on phenelzine add sertraline")
    assert told[0].startswith("Sertraline is contraindicated for this patient")
    pair = texts(starter_library, "tranylcypromine and tramadol")
    assert pair[0].startswith("Not to be taken together")
    without = texts(starter_library, "depressed on amlodipine add sertraline")
    assert not any("Sertraline is contraindicated for this patient" in line for line in without)


def test_nothing_in_shock_waits_for_which_of_two_is_better(starter_library: Library) -> None:
    told = texts(starter_library, "balanced crystalloid or saline in septic shock", "algorithm")
    assert any("hold up nothing that is needed now" in line for line in told)
    assert not any("before anything is given" in line or "weigh saline" in line for line in told)


def test_what_takes_its_place_is_held_to_the_pregnancy_as_well(starter_library: Library) -> None:
    told = texts(starter_library, "acne in 14 weeks pregnant, doxycycline?", "algorithm", "alternatives")
    turns = [line for line in told if "weigh" in line]
    assert turns and not any("adapalene" in line or "trimethoprim" in line for line in turns)
    assert any(line.startswith("Trimethoprim is contraindicated for this patient") for line in told)
    plain = texts(starter_library, "topical treatment for acne", "bottom_line")
    assert any("adapalene" in line for line in plain)


def test_what_is_advised_for_everybody_is_not_said_of_whom_it_would_harm(starter_library: Library) -> None:
    told = texts(starter_library, "hypertension 8 weeks pregnant on ramipril", "bottom_line")
    assert told[0].startswith("Ramipril is advised against") and not any(
        "recommends an ACE inhibitor" in x for x in told
    )
    plain = texts(starter_library, "ramipril for hypertension in a man of 50", "bottom_line")
    assert any("recommends an ACE inhibitor" in line for line in plain)


def test_a_path_does_not_pass_over_a_caution_for_the_very_illness(starter_library: Library) -> None:
    ill = texts(starter_library, "mum has liver cirrhosis and pain, can she have ibuprofen or paracetamol", "algorithm")
    care = next(n for n, line in enumerate(ill) if line.startswith("Only with care here"))
    assert care < next(n for n, line in enumerate(ill) if line.startswith("Dose as"))
    well = texts(starter_library, "ibuprofen for back pain", "algorithm")
    assert not any(line.startswith("Only with care here") for line in well)


@pytest.mark.parametrize(
    ("question", "warned"),
    [
        ("I take epilim and just found out I am pregnant, do I stop", True),
        ("I take epilim and am pregnant, do I stop it", True),
        ("I take epilim, when does the nausea stop", False),
    ],
)
def test_nobody_stops_it_alone(starter_library: Library, question: str, warned: bool) -> None:
    answer = probatum.answer(question, library=starter_library, as_of=AS_OF)
    assert any("Nobody should stop" in warning.text for warning in answer.warnings) is warned


def test_what_is_not_to_be_begun_is_dosed_nowhere(starter_library: Library) -> None:
    ill = "dad has parkinsons and feels sick, can he have metoclopramide"
    assert not texts(starter_library, ill, "dosing")
    assert any("dose of metoclopramide" in x for x in texts(starter_library, "metoclopramide for nausea", "dosing"))
