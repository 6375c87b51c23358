"""What the checks of parts say of an invented trial and an invented review: each row is a true sentence and the false
one made of it."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

from probatum.model import AuditedSentence, Verdict

TRIAL = (
    "We randomly assigned 120 adults with night cramps to zerafine vaginally at a daily dose of 40 mg or to "
    "placebo. Smokers were excluded. Nausea scores were higher in the block group compared to the caudal group. "
    "Stay in hospital was 12.3 days with zerafine and 13.7 days with placebo (P = 0.03). Cure was seen in 61.5% "
    "and 58.5% (P = 0.40). Readmission was rarer with zerafine (RR 0.81, 95% CI 0.62 to 1.05). On the sleep scale "
    "zerafine failed to show non-inferiority (d = 0.11, 95% CI -0.11 to 0.34). Stool volume was similar in both "
    "groups. Serum calcium increased from baseline in both groups. Progesterone 90 mg was given intravenously."
)
REVIEW = "This review of zerafine for night cramps pooled seven studies. Cramps were fewer with zerafine."
ROWS = [
    # check, sentence, what is changed, into what
    ("than", "Children with a block had more nausea than those with a caudal [1].", "more", "less"),
    ("tested", "The shorter stay (12.3 against 13.7 days) was significant [1].", "was", "fell short of being"),
    ("tested", "Cure, 61.5% and 58.5%, was not significantly commoner [1].", "not significantly", "significantly"),
    ("tested", "Readmission did not differ significantly (RR 0.81) [1].", "did not differ significantly", "differed"),
    ("tested", "It failed to show non-inferiority for sleep (d = 0.11) [1].", "failed to show", "showed"),
    ("differing", "Stool volume was alike with both treatments [1].", "was alike with", "set apart"),
    ("change", "Serum calcium climbed from baseline in both groups [1].", "climbed", "fell"),
    ("route", "Progesterone was given into a vein [1].", "given into a vein", "swallowed"),
    ("drug dose", "Progesterone was taken at 90 mg [1].", "90", "40"),
    ("part", "Those studied were adults with night cramps [1].", "adults with", "smokers with"),
]  # fmt: skip


def checked(sentence: str, text: str = TRIAL) -> AuditedSentence:
    return report(sentence, records=(saying(text), other())).sentences[-1]


def objecting(made: AuditedSentence) -> set[str]:
    return {c.check for c in made.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}


@pytest.mark.parametrize(("check", "right", "old", "new"), ROWS)
def test_a_check_of_parts_objects_to_the_change_alone(check: str, right: str, old: str, new: str) -> None:
    assert old in right
    assert check not in objecting(checked(right))
    assert check in objecting(checked(right.replace(old, new, 1)))


def test_a_review_rests_on_as_many_studies_as_it_says() -> None:
    review = saying(REVIEW)
    titled = type(review).build(
        id=review.id,
        identifiers=review.identifiers,
        kind=review.kind,
        title="Zerafine for night cramps: a systematic review",
        sections=review.sections,
        format="test",
    )
    right = "The review rested on seven studies [1]."
    assert "studies" not in objecting(report(right, records=(titled,)).sentences[-1])
    assert "studies" in objecting(report(right.replace("seven", "17"), records=(titled,)).sentences[-1])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "We would abandon zerafine in favour of two drugs.",
            "Zerafine should be kept in preference to any two drugs.",
        ),
        ("Consider quinine only within a study.", "Quinine should be started in every adult with cramps."),
        ("Our first choice is watching without quinine.", "Quinine is our first choice."),
        ("Our preference is zerafine over quinine.", "Quinine should be chosen rather than zerafine."),
        ("We would offer a pool course to people with cramps.", "Nobody with cramps should be put on a pool course."),
    ],
)
def test_advice_is_held_to_the_advice_before_it(one: str, two: str) -> None:
    assert "consistency" in objecting(checked(f"{one}\n\n{two}"))
    assert "consistency" not in objecting(checked(f"{one}\n\n{one}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Take zerafine 200 mg once daily, then intensify to 100 mg once daily.",
        "Lower the infusion from 2 mmol/h to 4 mmol/h.",
        "The machine starts at 10 cm of water; if you still snore, we turn it up to 8 cm.",
    ],
)
def test_a_step_goes_the_way_it_says(sentence: str) -> None:
    assert "dose step" in objecting(checked(sentence))
