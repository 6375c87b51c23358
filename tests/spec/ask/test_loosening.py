"""A question with more in it than any source answers: how it is put again, with less and less."""

from __future__ import annotations

import pytest

from probatum import ask


def _put(typed: str) -> list[str]:
    return [one.text for one in ask.looser(ask.read(typed))]


AGAIN = [
    ("71M with COPD and type 2 diabetes, on bisoprolol, does azithromycin help", "azithromycin for COPD"),
    ("hypertension and CKD, which drug is best", "which treatment is best for hypertension"),
    ("dose of apixaban in atrial fibrillation with psoriasis", "dose of apixaban for atrial fibrillation"),
    ("68F with asthma and gout, side effects of montelukast", "side effects of montelukast in asthma"),
]


@pytest.mark.parametrize(("typed", "text"), AGAIN)
def test_a_question_is_put_again_about_one_illness(typed: str, text: str) -> None:
    found = [one.replace("chronic obstructive pulmonary disease", "COPD") for one in _put(typed)]
    assert text in found


@pytest.mark.parametrize("typed", [typed for typed, _ in AGAIN])
def test_what_is_left_out_is_named_and_no_drug_that_is_taken_is_asked_about(typed: str) -> None:
    question = ask.read(typed)
    for put in ask.looser(question):
        assert not any(drug in put.text for drug in question.patient.drugs)
        assert not any(name in put.text for name in put.left_out)


BRACKETS = [
    ("anti-D needed after light bleeding", "anti-d", "rho(d) immune globulin"),
    ("is vitamin C of use after bleeding", "ascorbic acid", ""),
]


@pytest.mark.parametrize(("typed", "named", "never"), BRACKETS)
def test_a_label_with_brackets_is_put_in_the_words_of_the_question(typed: str, named: str, never: str) -> None:
    put = [one.lower() for one in _put(typed)]
    assert put and any(named in one for one in put)
    assert not (never and any(never in one for one in put))


def test_there_are_few_ways() -> None:
    assert len(_put("gout, asthma, psoriasis, migraine and epilepsy, which drug is best")) <= 4


def test_a_question_without_a_treatment_or_an_illness_is_not_put_again() -> None:
    assert _put("what about the weather") == []


@pytest.mark.parametrize("typed", ["is bell's palsy contagious in a diabetic", "what is gout in people with psoriasis"])
def test_nothing_is_wanted_that_was_not(typed: str) -> None:
    assert not any("treatment" in one for one in _put(typed))


def test_the_class_stands_last_in_the_place_of_the_one_medicine_that_is_named() -> None:
    put = ask.looser(ask.read("Do we still need bisoprolol after a heart attack?"))[-1]
    assert (put.member, put.family) == ("bisoprolol", "antihypertensive agents")
    assert "beta blocker" in [one.family for one in ask.looser(ask.read("Is bisoprolol of use in gout?"))]
    assert not any(one.family for one in ask.looser(ask.read("Is bisoprolol or ramipril better in gout?")))


def test_a_class_stands_before_a_question_that_lacks_its_outcome_and_behind_one_that_lacks_less() -> None:
    puts = ask.looser(ask.read("Does atorvastatin lower mortality in people with influenza and psoriasis?"))
    lacking = [n for n, one in enumerate(puts) if "mortality" in one.left_out]
    classes = [n for n, one in enumerate(puts) if one.family]
    assert classes
    assert lacking
    assert max(classes) < min(lacking)


def test_classes_stand_in_the_place_of_two_that_are_not_compared() -> None:
    puts = ask.looser(ask.read("Does ramipril or losartan raise mortality in influenza?"))
    assert [one.family for one in puts if one.family] == [
        "angiotensin-converting enzyme inhibitors and angiotensin receptor blockers"
    ]
    typed = "Is ramipril better than losartan in influenza for mortality?"
    assert not any(one.family for one in ask.looser(ask.read(typed)))


@pytest.mark.parametrize("typed", ["dose of sertraline in gout", "prednisolone 5 days or 14 days for gout"])
def test_no_class_stands_for_an_amount_of_one_medicine(typed: str) -> None:
    assert not any(one.family for one in ask.looser(ask.read(typed)))


def test_what_is_counted_stays_in_a_question_on_an_outlook() -> None:
    puts = [one.text for one in ask.looser(ask.read("Does a raised troponin in pulmonary embolism predict death?"))]
    assert "is troponin associated with death in pulmonary embolism" in puts
