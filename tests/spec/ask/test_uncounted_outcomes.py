"""An outcome is what somebody can count: a time, a manner or something to do is none, wherever it stands."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    "question",
    [
        "thinking of long-term doxycycline for bronchiectasis - does it help and what to check first?",
        "When I roll over in bed the room spins for half a minute. Does that head-turning trick work?",
        "will steroid injections for tennis elbow help or ruin it",
        "does metformin work for polycystic ovary syndrome for about six years",
        "is amoxicillin safe once",
        "metronidazole for bacterial vaginosis, does her boyfriend need treating?",
    ],
)
def test_what_nobody_can_count_is_no_outcome(question: str) -> None:
    assert read(question).outcome == ""


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Does vitamin D prevent falls in older people?", "falls"),
        ("does aspirin reduce deaths in people with colon cancer", "death"),
        ("Does melatonin help shift workers sleep longer?", "sleep"),
        ("Does sertraline improve survival in heart failure?", "survival"),
        ("What is the effect of tranexamic acid on hysterectomy after postpartum haemorrhage?", "hysterectomy"),
    ],
)
def test_what_trials_report_stays_the_outcome(question: str, part: str) -> None:
    assert part in read(question).outcome


def test_a_medicine_beside_a_way_of_giving_is_what_is_asked_about() -> None:
    question = read("He is a month late for his fulvestrant injection. When should it and the next be given")
    assert question.intervention == "fulvestrant"
    assert question.outcome == ""
