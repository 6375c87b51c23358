"""Whether a conclusion affirms depends on what is asked: the same words deny one question and affirm another."""

import pytest

from probatum.appraise.claims import framing
from probatum.appraise.effects import tokens

ALIKE = "Scores of both groups were comparable."
NEEDLESS = "Stitches can be safely omitted."

CASES = [
    ("Are brushing and rinsing equivalent?", ALIKE, "yes"),
    ("Does rinsing affect gum scores?", ALIKE, "no"),
    ("Does rinsing affect gum scores?", "Gum scores were higher after rinsing.", "yes"),
    ("Can stitches be omitted?", NEEDLESS, "yes"),
    ("Are stitches necessary?", "Stitches are of limited value and may be avoided.", "no"),
    ("Is the scale reliable?", "The scale was not reliable.", "no"),
    ("Is the scale reliable?", "The scale was reliable.", "yes"),
    ("Is grip a predictor of stroke?", "Grip was independent of stroke.", "no"),
    ("Does gel work?", "Gel was not effective.", "no"),
    ("Does gel work?", "Gel was given twice a day.", ""),
]


@pytest.mark.parametrize(("question", "conclusion", "expected"), CASES)
def test_a_cue_speaks_for_or_against_by_the_frame_of_the_question(
    question: str, conclusion: str, expected: str
) -> None:
    vote = framing.vote(framing.frames(tokens.read(question)), tokens.read(conclusion))
    assert ("yes" if vote > 0 else "no" if vote < 0 else "") == expected


def test_a_question_without_a_frame_is_plain() -> None:
    assert framing.frames(tokens.read("Gum and tea: friends?")) == (framing.PLAIN,)


def test_votes_of_a_conclusion_are_bounded_and_told_apart() -> None:
    asked = tokens.read("Does gel work?")
    told = [tokens.read(t) for t in ("Gel was effective, useful, helpful, superior and safe.", "Gel was useless.")]
    made = framing.measures(asked, told, 1)
    assert made["frame first"] > 0 > made["frame last"] == made["frame nearest"]
    assert all(abs(v) <= framing.MOST for v in made.values())


def test_nothing_is_voted_without_a_conclusion() -> None:
    assert framing.measures(tokens.read("Does gel work?"), [], 0) == {}


def test_every_frame_has_a_row_and_every_cue_a_column() -> None:
    assert set(framing.AFFIRMS) == {*framing.FRAMES, framing.PLAIN}
    assert all(set(row) == set(framing.CUES) for row in framing.AFFIRMS.values())
