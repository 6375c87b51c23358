"""Follow-ups on whose word an answer is, on what is eaten, what stays down, and the people that a talk keeps."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.danger import read_danger
from probatum.ask.following import follow
from probatum.model import FollowUp, Intent
from probatum.model import FollowUpKind as Kind

CROUP = "dexamethasone for croup"
GOUT = "colchicine for acute gout"


def on(before: str, typed: str) -> FollowUp:
    return follow(typed, ask.read(before), ask.read, year=2026)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("says who", "sources"),
        ("who recommends that?", "sources"),
        ("whose advice is that", "sources"),
        ("is there evidence for that", "sources"),
        ("any evidence?", "sources"),
        ("what's that based on", "sources"),
        ("who paid", "funding"),
    ],
)
def test_whose_word_it_is(typed: str, fact: str) -> None:
    found = on(GOUT, typed)
    assert (found.kind, found.fact) == (Kind.STUDY, fact)


@pytest.mark.parametrize("typed", ["who should not take it", "is there evidence for naproxen", "she is on paid leave"])
def test_another_question_is_none_of_it(typed: str) -> None:
    found = on(GOUT, typed)
    assert (found.kind, found.fact) != (Kind.STUDY, "sources") and found.fact != "funding"


def test_what_is_eaten_stands_beside_the_medicine() -> None:
    assert "levodopa be taken with high protein diet" in on("levodopa for parkinsons", "high protein diet?").asked
    assert "simvastatin be taken together with grapefruit" in on("simvastatin in angina", "grapefruit?").asked
    assert "lactulose be taken" not in on("lactulose for constipation", "high fibre diet?").asked


@pytest.mark.parametrize(
    ("before", "typed", "vomited"),
    [
        (CROUP, "he's vomiting now", True),
        ("amoxicillin for otitis media in a child", "she's vomiting a lot now", True),
        ("metformin in type 2 diabetes", "he's vomiting now", False),
        ("amoxicillin for otitis media in a child", "vomiting and diarrhoea now", False),
    ],
)
def test_what_is_given_for_days_is_to_stay_down(before: str, typed: str, vomited: bool) -> None:
    assert ("is vomited" in on(before, typed).asked) is vomited


def test_an_operation_is_no_illness_of_the_medicine() -> None:
    asked = on("apixaban for atrial fibrillation", "how do I stop it before a hernia op").asked
    assert asked.startswith("When should apixaban be stopped before a hernia op")
    assert "hernia" in on("apixaban for atrial fibrillation", "what about a hernia").asked
    assert not on("apixaban for atrial fibrillation", "what about a hernia").asked.startswith("When should")


def test_a_sex_that_was_told_is_kept() -> None:
    assert "in women" in on("trimethoprim for uncomplicated UTI in a woman", "any alternatives").asked
    assert "in women" not in on("trimethoprim for UTI", "any alternatives").asked
    assert "in men" in on("trimethoprim for UTI in a woman", "and in a man?").asked


def test_a_reliever_that_does_not_relieve_alarms() -> None:
    wheeze = "my son is 2 and has a wheeze, is salbutamol ok"
    assert on(wheeze, "what if it doesnt work").kind is Kind.NEW
    assert on("montelukast for asthma", "what if it doesn't work").kind is not Kind.NEW
    assert on("omeprazole for reflux", "what if it doesn't work").kind is not Kind.NEW


def test_thanks_are_no_part_of_a_new_question() -> None:
    assert on("amoxicillin for otitis media", "thanks, and does honey help a cough").asked == "does honey help a cough"


def test_what_is_to_be_prevented_is_had_by_nobody() -> None:
    assert ask.read("What is the dose of allopurinol to prevent gout?").population == ""
    assert "gout in gout" not in on("allopurinol for gout prevention", "what dose then").asked
    assert (
        "fibrillation" in ask.read("dose of apixaban to prevent stroke in people with atrial fibrillation").population
    )


def test_protein_that_is_eaten_is_no_mechanism() -> None:
    assert ask.read("Can levodopa be taken with a high-protein meal?").intent is not Intent.MECHANISM
    assert ask.read("which protein is mutated in ALS").intent is Intent.MECHANISM


@pytest.mark.parametrize(
    ("text", "alarmed"),
    [
        ("I've been given codeine for back pain", False),
        ("I've been given codeine", False),
        ("my toddler has been given ibuprofen twice by his nan", True),
        ("I've been given amoxicillin but I took my wife's too", True),
        ("my son was given 10 ml of calpol", True),
    ],
)
def test_what_was_given_for_an_illness_was_meant(text: str, alarmed: bool) -> None:
    assert (read_danger(text).kind == "overdose") is alarmed


def test_a_trouble_told_of_the_medicine_is_what_it_brings() -> None:
    assert on("codeine for back pain", "codeine constipated now").asked.startswith("Does codeine cause constipation")
    assert (
        on("codeine for back pain", "codeine for cough now").asked
        != "Does codeine cause cough in people with back pain?"
    )
    assert on("codeine for back pain", "is codeine for constipation now").asked.find("cause constipation") < 0


def test_what_does_not_work_has_failed() -> None:
    assert on("omeprazole for reflux", "what if it doesn't work").asked.startswith("omeprazole failed, what else")
    assert "failed" not in on("omeprazole for reflux", "any alternatives").asked
    assert "failed" not in on("propranolol to prevent migraine", "what if it doesn't work").asked


def test_a_medicine_is_undone_and_not_compared() -> None:
    against = "dabigatran compared with warfarin in people with atrial fibrillation"
    assert on(against, "bleeding now, how reverse it").asked.startswith("How is dabigatran reversed in people")
    bled = on("apixaban for AF", "he has a GI bleed, what's the antidote")
    assert bled.asked.startswith("How is apixaban reversed") and "gastrointestinal bleeding" in bled.asked
    assert not on(against, "bleeding now").asked.startswith("How is dabigatran reversed")
    assert not on(against, "how do I reverse heparin").asked.startswith("How is dabigatran reversed")


def test_thanks_close_a_matter() -> None:
    pain = "amitriptyline for neuropathic pain"
    assert on(pain, "thx. bee sting, what do I give").kind is Kind.NEW
    assert on(pain, "thanks. she has asthma, what do I give").kind is not Kind.NEW
    assert on(pain, "thanks. and with asthma, what dose do I give").kind is not Kind.NEW
    assert on(pain, "thanks. how do I take it").kind is not Kind.NEW
