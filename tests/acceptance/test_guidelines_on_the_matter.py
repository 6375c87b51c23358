"""A guideline speaks only where its title is on something of the question, and a cold limb is no common cold."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.fitting import titled
from probatum.model import Question, Record, RecordKind, Role

AS_OF = "2026-12-01"


def told(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return " ".join(s.text for name in ("bottom_line", "algorithm") for s in answer.section(name).statements)


def read(library: Library, question: str) -> Question:
    return probatum.answer(question, library=library, as_of=AS_OF).question


@pytest.mark.parametrize(
    ("question", "never", "wanted"),
    [
        ("Fluid in my belly from liver disease, what helps", "bite", "spironolactone"),
        ("Not eaten for 12 days, BMI 15, how do we start feeding", "levonorgestrel", "refeeding"),
        ("co-amoxiclav 3 days or 8 days for pneumonia?", "bite", ""),
    ],
)
def test_what_is_on_something_else_is_not_told(
    starter_library: Library, question: str, never: str, wanted: str
) -> None:
    text = told(starter_library, question)
    assert never not in text and wanted in text


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("dog bite on the hand, co-amoxiclav?", "bite"),
        ("K 2.9 on furosemide, what to do", "hypokalaemia"),
        ("earache in a child of 3, antibiotic?", "otitis media"),
    ],
)
def test_what_is_on_it_is_told(starter_library: Library, question: str, wanted: str) -> None:
    assert wanted in told(starter_library, question)


def test_a_title_is_held_to_every_name_and_kind(starter_library: Library) -> None:
    got = read(starter_library, "earache in a child of 3, antibiotic?")
    assert titled.is_on(bare("Otitis media (acute): antimicrobial prescribing (NICE guideline NG91)"), got)
    assert not titled.is_on(bare("Human and animal bites: antimicrobial prescribing (NICE guideline NG184)"), got)
    assert titled.is_on(bare("Guideline on management (NICE)"), got)  # says of nothing what it is on


def bare(title: str) -> Record:
    """A guideline of which no more than the title is held."""
    return Record.build(id="probatum:invented", identifiers=(), kind=RecordKind.GUIDELINE, title=title, sections=())


@pytest.mark.parametrize("question", ["Cold painful leg no pulse, heparin?", "left foot gone cold and numb, warfarin?"])
def test_a_cold_limb_is_no_cold(starter_library: Library, question: str) -> None:
    assert "common cold" not in {c.label for c in read(starter_library, question).concepts}


def test_a_cold_is_one(starter_library: Library) -> None:
    assert "common cold" in {c.label for c in read(starter_library, "I have a cold, can I take ibuprofen").concepts}


def test_a_limb_without_a_pulse_is_an_emergency(starter_library: Library) -> None:
    assert read(starter_library, "numb cold foot, can't find a pulse").danger == "emergency"
    assert read(starter_library, "how is an absent foot pulse recorded in diabetes").danger == ""


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("h pylori treatment", "proton pump inhibitor twice daily with amoxicillin 1 g"),
        ("H pylori first line penicillin allergy", "clarithromycin and metronidazole with a proton pump inhibitor"),
        ("dog bite on the hand, co-amoxiclav?", "625 mg"),
    ],
)
def test_a_germ_or_a_bite_is_the_illness(starter_library: Library, question: str, wanted: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of=AS_OF)
    assert wanted in answer.section("bottom_line").statements[0].text


def test_a_germ_that_no_label_treats_borrows_no_dose(starter_library: Library) -> None:
    answer = probatum.answer("giardia, metronidazole dose", library=starter_library, as_of=AS_OF)
    assert "dental" not in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_a_germ_that_is_given_is_no_illness(starter_library: Library) -> None:
    assert read(starter_library, "does lactobacillus prevent antibiotic diarrhoea").having(Role.POPULATION) == ()
