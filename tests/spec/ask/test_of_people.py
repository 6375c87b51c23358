"""What is asked of one person's illness and another is asked of people who have the first."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role

OF_ONE = [
    ("My mother has asthma. Is she more likely to get gout?", "Are women with asthma more likely to get gout?"),
    (
        "My husband was told he has psoriasis, does that raise his chance of heart failure?",
        "Are men with psoriasis more likely to get heart failure?",
    ),
    ("I have gout. Am I at higher risk of a stroke?", "Are people with gout more likely to get stroke?"),
    ("is gout more common in people with psoriasis", "Are people with psoriasis more likely to get gout?"),
    (
        "My friend has type 2 diabetes. Is he more likely to have gout?",
        "Are people with type 2 diabetes more likely to get gout?",
    ),
]


@pytest.mark.parametrize(("typed", "read"), OF_ONE)
def test_it_is_read_as_asked_of_people(typed: str, read: str) -> None:
    question = ask.read(typed)
    assert question.read == read
    ills = {c.label: c.role for c in question.concepts if c.semantic == "condition"}
    assert list(ills.values()).count(Role.POPULATION) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "My mother has gout. Can she have ibuprofen?",
        "My mother has gout. Is she more likely to bleed on warfarin?",
        "My 4 year old daughter has asthma. Is she more likely to get pneumonia?",
        "My mother has gout. Is there a treatment for it?",
        "is warfarin more common in people with stroke",
        "My mother has gout. Does allopurinol raise her risk of a rash?",
    ],
)
def test_what_is_no_such_question_stays(typed: str) -> None:
    assert "more likely to get" not in ask.read(typed).read.replace("Is she more likely to get pneumonia", "")


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("My mother takes amitriptyline. Can it give her dementia?", "amitriptyline"),
        ("My husband is on simvastatin. Can it cause gout?", "simvastatin"),
        ("fish oil tablets for gout", "fish oil"),
    ],
)
def test_who_takes_it_is_no_part_of_its_name(typed: str, given: str) -> None:
    assert ask.read(typed).intervention.lower() == given
