"""A path follows the guideline on treatment and illness, and what is asked: taken already, ended, given for long."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply.consistency import faults
from probatum.apply.labels import starting
from probatum.apply.patient import modes
from probatum.model import Answer


@pytest.fixture(scope="module")
def library(starter_library: Library) -> Library:
    return starter_library


def _answer(question: str, library: Library) -> Answer:
    return pipeline.answer(question, library=library, as_of="2026-11-26")


def _path(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("algorithm").statements)


def test_what_a_guideline_wants_looked_at_again_stands_in_the_path(library: Library) -> None:
    answer = _answer("care home resident with dementia put on risperidone for agitation, how long for?", library)
    path = _path(answer)
    assert "every 6 weeks" in path
    assert "no clear benefit" in path
    assert "only to people who" in path
    assert not any(s.text.startswith(("Start ", "Dose as")) for s in answer.section("algorithm").statements)
    assert not faults(answer.section("algorithm"))


def test_an_end_that_is_asked_for_is_weighed_and_nothing_is_begun(library: Library) -> None:
    answer = _answer("77F on denosumab for osteoporosis for 5 years, can we stop it?", library)
    path = _path(answer)
    assert "after denosumab is stopped" in path
    assert "Dose as" not in path
    assert not faults(answer.section("algorithm"))


def test_the_course_for_an_attack_is_no_dose_to_keep_attacks_away(library: Library) -> None:
    answer = _answer("long-term azithromycin for frequent exacerbations of COPD, does it help?", library)
    path = _path(answer)
    assert "for 3 days" not in path
    assert "stop when the course is over" not in path
    assert "off-label" in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_a_dose_whose_criteria_are_met_is_the_one_that_is_begun(library: Library) -> None:
    answer = _answer("AF, woman of 84, 51 kg, creatinine 0.9 mg/dl: which dose of apixaban?", library)
    step = next(s.text for s in answer.section("algorithm").statements if s.text.startswith("Dose as"))
    assert "2.5 mg twice daily" in step


@pytest.mark.parametrize(
    ("direction", "of_attack"),
    [
        ("In an acute attack of gout, the dose of zorbin is 2 mg once.", True),
        ("To prevent attacks of gout, the dose of zorbin is 1 mg daily.", False),
        (
            "During prophylaxis, an attack may be treated with zorbin 2 mg; the prophylactic dose is resumed later.",
            True,
        ),
        ("Zorbin is indicated to treat acute attacks and to prevent them.", False),
    ],
)
def test_a_direction_is_for_the_attack_or_against_its_coming(direction: str, of_attack: bool) -> None:
    assert modes.of_attack(direction) is of_attack


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("nursing home resident started on quetiapine for agitation in dementia, what to watch?", True),
        ("67M already taking ramipril for hypertension, is it any good?", True),
        ("should quetiapine be started for agitation in dementia?", False),
        ("does ramipril work for hypertension?", False),
    ],
)
def test_who_takes_it_already_begins_nothing(question: str, taken: bool, library: Library) -> None:
    assert starting.taken(pipeline.evidence(question, library=library, as_of="2026-11-26")) is taken


@pytest.mark.parametrize("question", ["Can I use apixaban in a patient with a mechanical mitral valve?"])
def test_in_whom_a_label_wants_it_not_used_is_barred_in_whatever_words(question: str, library: Library) -> None:
    answer = _answer(question, library)
    assert answer.section("bottom_line").statements[0].text.startswith("Apixaban is advised against for this patient")
    assert "Do not start apixaban" in _path(answer)


def test_another_kind_of_valve_bars_nothing(library: Library) -> None:
    lead = " ".join(s.text for s in _answer("dabigatran with a mechanical heart valve?", library).statements[:3])
    assert "bioprosthetic" not in lead


def test_what_is_felt_after_too_much_is_no_use(library: Library) -> None:
    asked = "dad took his weekly methotrexate every day this week by mistake, mouth sore"
    assert "not among the indications" not in " ".join(s.text for s in _answer(asked, library).statements)


def test_a_label_for_what_an_illness_brings_is_not_said_to_be_outside_it(library: Library) -> None:
    answer = _answer("pregabalin or gabapentin for feet that hurt from diabetes?", library)
    assert "off-label" not in " ".join(s.text for s in answer.statements)
