"""A reaction to a medicine that was just given is read as one: no dose of it is asked for, and hives are no illness."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.danger import read_danger
from probatum.ask.following import follow
from probatum.model import FollowUpKind, Intent, Role


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("child 3 came out in hives after second dose of amoxicillin, what now", "amoxicillin"),
        ("pt on IV ceftriaxone now itchy with hives", "ceftriaxone"),
        ("gave cefuroxime 20 min ago, now hives on chest", "cefuroxime"),
        ("my lips are tingling and itchy since i took ibuprofen", "ibuprofen"),
        ("i got a rash all over after starting doxycycline, should i carry on", "doxycycline"),
        ("ferric carboxymaltose infusion running, hives on arms", "ferric carboxymaltose"),
        ("trimethoprim tablets for a UTI, day 2, covered in hives", "trimethoprim"),
        ("teicoplanin infusion, rash on chest and itchy, stop?", "teicoplanin"),
        ("on morphine for pain, hives all over", "morphine"),
        ("child has a rash after second dose of cefaclor", "cefaclor"),
    ],
)
def test_a_reaction_is_told_of_the_medicine(typed: str, drug: str) -> None:
    question = ask.read(typed)
    assert (question.danger, question.sign) == ("reaction", drug)
    assert question.intent is Intent.HARM and question.intervention.lower() == drug
    assert drug in question.patient.allergies


@pytest.mark.parametrize(
    "typed",
    [
        "wheezy 10 minutes after first dose of amoxicillin",
        "bp 80/40 and rash 5 min after IV co-amoxiclav",
        "iron sucrose infusion started, now flushed, chest tight and wheezing",
        "child wheezing after iv ceftriaxone",
        "vancomycin infusion going too fast, face and neck red + itching BP 95/50",
    ],
)
def test_with_short_breath_or_a_low_pressure_it_is_an_emergency(typed: str) -> None:
    assert read_danger(typed).kind == "emergency"
    assert "severe" in read_danger(typed).sign


@pytest.mark.parametrize(
    "typed",
    [
        "does amoxicillin cause hives",
        "cetirizine for hives",
        "hives not better on cetirizine, what next",
        "chronic hives on omalizumab, how long to continue",
        "had hives with penicillin years ago, can she have cefalexin",
        "is ciprofloxacin ok, hives after amoxicillin",
        "what if he gets hives on amoxicillin",
        "what is the risk of anaphylaxis with ceftriaxone",
        "anaphylaxis to penicillin, on carbamazepine, which antibiotic for tonsillitis",
        "scabies, itching all over two weeks after permethrin",
        "chickenpox itching everywhere after aciclovir",
        "treatment for urticaria after penicillin in children",
        "swelling of ankles on amlodipine",
        "asthma, wheezy, takes salbutamol and prednisolone",
        "lamotrigine rash stop?",
        "itchy rash after new soap, is hydrocortisone ok",
        "on morphine for cancer pain, itching all over",
        "rash two weeks after allopurinol",
    ],
)
def test_what_is_past_or_general_or_of_an_illness_is_none(typed: str) -> None:
    found = read_danger(typed)
    assert found.kind != "reaction" and "reaction to" not in found.sign


@pytest.mark.parametrize(
    ("before", "typed", "kind"),
    [
        ("amoxicillin for otitis media in a 3 year old", "she came out in hives after the 2nd dose", "reaction"),
        ("nitrofurantoin for cystitis", "and now an itchy rash all over", "reaction"),
        ("cefalexin for a UTI", "hives now, stop?", "reaction"),
        ("amoxicillin for otitis media in a child", "he has a rash", "reaction"),
        ("cefalexin for a UTI", "he is wheezy 10 minutes after the first capsule", "emergency"),
    ],
)
def test_a_follow_up_tells_what_came_of_it(before: str, typed: str, kind: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert found.kind is FollowUpKind.NEW
    question = ask.read(found.asked)
    assert question.danger == kind and question.intent is Intent.HARM
    assert {c.label for c in ask.read(before).having(Role.POPULATION)} <= {c.label for c in question.concepts}


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("lamotrigine for epilepsy", "is it ok in urticaria"),
        ("cefalexin for a UTI", "does it cause hives"),
        ("cetirizine for urticaria", "still has hives"),
        ("aciclovir for chickenpox", "the rash is spreading"),
        ("doxycycline for acne", "anything instead, I came out in a rash with doxycycline"),
        ("amoxicillin for otitis media in a 3 year old", "what is the dose"),
        ("amoxicillin for otitis media in a 3 year old", "what if hives come"),
    ],
)
def test_other_follow_ups_are_what_they_were(before: str, typed: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert ask.read(found.asked).danger == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("epipen given 6 mins ago still wheezy and bp low. second one?", True),
        ("used her jext, no better after 5 minutes", True),
        ("im adrenaline given 5 minutes ago, patient still hypotensive", True),
        ("how many epipens should a child carry", False),
        ("adrenaline in cardiac arrest, which dose", False),
    ],
)
def test_what_is_given_against_it_tells_of_it(typed: str, told: bool) -> None:
    question = ask.read(typed)
    assert (question.sign == "a severe allergic reaction") is told
    assert ("anaphylaxis" in question.population) is told
