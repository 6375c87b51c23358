"""What is asked is read where it is asked: behind a story, between treatments, and not in what is told besides."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.danger import read_danger
from probatum.ask.pico.clauses import asking, sentences
from probatum.model import Question, Role


def labels(question: Question, *roles: Role) -> list[str]:
    return [c.label for role in roles for c in question.having(role)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Swollen leg. is heparin needed", ["Swollen leg", "is heparin needed"]),
        ("amoxicillin vs. co-amoxiclav for otitis", ["amoxicillin vs. co-amoxiclav for otitis"]),
        ("Dr. Hart gave 0.5 mg of digoxin. Too much?", ["Dr. Hart gave 0.5 mg of digoxin", "Too much?"]),
        ("Gout flare! Stop allopurinol?", ["Gout flare", "Stop allopurinol?"]),
        ("...", []),
    ],
)
def test_sentences_end_as_people_type_them(text: str, parts: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("my leg is swollen. is heparin better than warfarin", "is heparin better than warfarin"),
        ("Is heparin safe? I am pregnant.", "Is heparin safe"),
        ("Is heparin safe? Does it cross the placenta?", None),
        ("Is heparin safe in pregnancy?", None),
        ("word. " * 70 + "Is it safe?", None),
    ],
)
def test_a_story_is_followed_by_what_it_asks(text: str, asked: str | None) -> None:
    found = asking(text)
    assert (text[found.start : found.end] if found else None) == asked


ASKED = [
    # between two, with how they are given
    ("Pt with angina, can't do exercise. Ranolazine or ivabradine, and what do I check?", ["ranolazine", "ivabradine"]),
    ("reflux, stays on naproxen, omeprazole 20 or 40 or famotidine??", ["omeprazole", "famotidine"]),
    # one that may be left
    ("inr 9, no bleeding, on warfarin, vit k or just wait?", ["vitamin K"]),
    # one that is added to what was given, or whose evidence is wanted
    ("Hives, given cetirizine. Is it worth adding an H2 blocker?", ["histamine H2 antagonists"]),
    ("Child on valproate and clobazam - what's the evidence for stiripentol?", ["stiripentol"]),
    # in words
    ("does glucosamine do anything for bad knees", ["glucosamine"]),
    ("headlice in my son, does ivermectin actually work or do i need the comb", ["ivermectin"]),
]


@pytest.mark.parametrize(("typed", "given"), ASKED)
def test_what_is_chosen_between_is_asked_about(typed: str, given: list[str]) -> None:
    assert labels(read(typed), Role.INTERVENTION) == given


def test_what_is_taken_besides_stays_with_the_patient() -> None:
    assert read("reflux, stays on naproxen, omeprazole 20 or 40 or famotidine??").patient.drugs == ("naproxen",)


COMPARED = [
    ("Third stage of labour: oral misoprostol versus IM oxytocin in low-risk women?", "misoprostol", "oxytocin"),
    ("swollen arm after breast cancer. is bandaging better than massage", "compression bandages", "massage"),
]


@pytest.mark.parametrize(("typed", "given", "other"), COMPARED)
def test_a_comparison_is_read_behind_a_colon_or_a_story(typed: str, given: str, other: str) -> None:
    question = read(typed)
    assert (labels(question, Role.INTERVENTION), labels(question, Role.COMPARATOR)) == ([given], [other])


def test_beating_compares_and_a_run_is_no_illness() -> None:
    question = read("Does CBT beat usual care for depression in the long run?")
    assert (question.comparator, question.population) == ("usual care", "people with depression")


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("bleeding piles 2 days, any tablet to stop it", "hemorrhoids"),
        ("low bak pain 6 wks massage any good?", "low back pain"),
        ("cough n fever, is amoxicillin needed", "cough"),
    ],
)
def test_an_illness_is_read_with_what_tells_of_it(typed: str, ill: str) -> None:
    question = read(typed)
    assert ill in labels(question, Role.POPULATION, Role.OUTCOME)
    assert "hemorrhage" not in labels(question, Role.POPULATION, Role.OUTCOME)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Mum, 84, on apixaban had a fall and bumped her head. Does she need the hospital?", "emergency"),
        ("Mum on apixaban had a head injury years ago, is it safe to fly", ""),
    ],
)
def test_what_was_had_and_what_came_with_it(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind


CHECKED = [
    ("How often should potassium be checked on spironolactone?", ["spironolactone"]),
    ("how often should potassium be checked with spironolactone in heart failure", ["spironolactone"]),
    ("when should lithium be measured", ["lithium"]),
]


@pytest.mark.parametrize(("typed", "given"), CHECKED)
def test_what_is_measured_is_not_what_is_given(typed: str, given: list[str]) -> None:
    assert labels(read(typed), Role.INTERVENTION) == given


def test_a_second_question_behind_and_is_no_part_of_the_first() -> None:
    question = read("What dose of riluzole is used in ALS and what should be monitored?")
    assert (question.intervention, question.population) == ("riluzole", "people with amyotrophic lateral sclerosis")
