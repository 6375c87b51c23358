"""Where somebody reacts to a medicine, what is told is to give no more of it, when to call, and first aid that a
guideline holds; never its dose, nor a relative of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import pipeline
from probatum.model import Answer, Turn
from probatum.publish import teaching


def _told(answer: Answer, *names: str) -> str:
    return " ".join(s.text for one in answer.sections if one.id in names for s in one.statements)


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("child 3 came out in hives after second dose of amoxicillin, what now", "amoxicillin"),
        ("pt on IV ceftriaxone now itchy with hives", "ceftriaxone"),
        ("hives since starting pregabalin 2 days ago", "pregabalin"),
    ],
)
def test_no_more_is_given_and_no_dose_is_told(starter_place: Path, typed: str, drug: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert f"what may be an allergic reaction to {drug}: no more of it" in _told(answer, "bottom_line")
    barred = _told(answer, "algorithm").partition(f"write the reaction down, and give no {drug} (")[2]
    assert barred.startswith(("hypersensitivity", "a severe hypersensitivity", "allergy")) and "label" in barred
    assert f"Give no more of {drug}" in _told(answer, "algorithm")
    assert "the dose of" not in _told(answer, "bottom_line", "dosing", "algorithm")
    assert not _told(answer, "alternatives")


def test_a_follow_up_repeats_no_dose(starter_place: Path) -> None:
    before = "amoxicillin 500 tds for otitis media child 3 yrs 14kg?"
    turn = Turn(before, probatum.answer(before, reader="nurse", library=starter_place))
    after = pipeline.follow("she came out in hives after the 2nd dose", turn, library=starter_place).answer
    told = " ".join(s.text for one in after.sections if one.id != "search" for s in one.statements)
    assert "no more of it should be taken or given" in told
    assert "mg/kg" not in told and "penicillin V" not in told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("penicillin V for sore throat 30M", "came out in hives, what instead?"),
        ("flucloxacillin for cellulitis 60F", "she has an itchy rash, what else can we use"),
    ],
)
def test_what_is_asked_for_in_its_place_is_not_that(starter_place: Path, before: str, after: str) -> None:
    turn = Turn(before, probatum.answer(before, reader="nurse", library=starter_place))
    answer = pipeline.follow(after, turn, library=starter_place).answer
    assert "with penicillin allergy, the choice for adults with" in _told(answer, "bottom_line")
    assert "flucloxacillin 500 mg" not in _told(answer, "bottom_line", "dosing", "algorithm")


def test_another_is_not_for_the_hives(starter_place: Path) -> None:
    before = "amoxicillin for otitis media child 3 yrs 14kg?"
    turn = Turn(before, probatum.answer(before, reader="nurse", library=starter_place))
    turn = pipeline.follow("she came out in hives after the 2nd dose", turn, library=starter_place)
    last = pipeline.follow("can she have clarithromycin instead", turn, library=starter_place).answer
    assert "urticaria" not in last.question.population + last.question.outcome + last.title.lower()


def test_a_guideline_names_what_is_given_in_its_place(starter_place: Path) -> None:
    typed = "allergic reaction to co-amoxiclav for cellulitis, what now"
    answer = probatum.answer(typed, library=starter_place)
    assert "with penicillin allergy, the choice for adults with cellulitis is clarithromycin" in _told(
        answer, "bottom_line"
    )


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("5 yr old wheezing and hives 10 min after first dose of cefalexin", "150 micrograms"),
        ("gave im penicillin 10 min ago, pt says throat tight, 40M", "500 micrograms"),
        ("bp 80/40 and rash 5 min after IV co-amoxiclav, 50F", "500 micrograms"),
    ],
)
def test_first_aid_stands_behind_the_call(starter_place: Path, typed: str, dose: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    for told in (_told(answer, "bottom_line"), _told(answer, "algorithm")):
        assert told.index("call the local emergency number") < told.index("intramuscular injection without delay")
        assert dose in told
    path = _told(answer, "algorithm")
    assert path.index("repeating intramuscular adrenaline") < path.index("intravenous fluid early")


def test_the_guideline_is_among_the_references_and_no_words_for_patients(starter_place: Path) -> None:
    typed = "5 yr old wheezing and hives 10 min after first dose of cefalexin"
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert any("anaphylaxis" in one.record for one in answer.references)
    assert not any("adrenaline" in words for words in teaching.to_say(answer))


def test_an_infusion_is_stopped_and_its_rate_is_told(starter_place: Path) -> None:
    typed = "vanc infusion going too fast, face and neck red + itching BP 95/50"
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert "an infusion that runs is stopped" in _told(answer, "bottom_line")
    assert "no more than 10 mg/min" in _told(answer, "algorithm")
    assert "125 mg by mouth" not in _told(answer, "dosing")


@pytest.mark.parametrize("reader", ["nurse", "patient"])
def test_what_was_given_once_is_given_again(starter_place: Path, reader: str) -> None:
    typed = "epipen given 6 mins ago still wheezy and bp low. second one?"
    answer = probatum.answer(typed, reader=reader, library=starter_place)
    for told in (_told(answer, "bottom_line"), _told(answer, "algorithm")):
        assert "not better after 5 minutes, the second adrenaline auto-injector should be used" in told
        assert ("repeating intramuscular adrenaline" in told) is (reader == "nurse")
    assert "before anything is given" not in _told(answer, "algorithm")


@pytest.mark.parametrize(
    "typed",
    [
        "72F on allopurinol 3 weeks, fever and rash, face puffy, stop?",
        "mum has a fever and rash since starting allopurinol",
    ],
)
def test_what_comes_late_is_no_anaphylaxis(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert "Give no more of allopurinol: skin reactions with allopurinol can be severe" in _told(answer, "algorithm")
    assert "adrenaline" not in _told(answer, "bottom_line", "algorithm")


def test_swelling_on_an_ace_inhibitor_is_no_anaphylaxis(starter_place: Path) -> None:
    answer = probatum.answer("my lips are swollen on lisinopril", reader="nurse", library=starter_place)
    assert "it should be stopped if it does" in _told(answer, "algorithm")
    assert "adrenaline" not in _told(answer, "bottom_line", "algorithm")


@pytest.mark.parametrize("typed", ["amoxicillin dose for otitis media, 3 years, 14 kg", "chest pain and sweating now"])
def test_other_questions_have_no_such_step(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    assert "Give no more of" not in _told(answer, "algorithm")
    assert "allergic reaction to" not in _told(answer, "bottom_line")
