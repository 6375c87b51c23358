"""A nurse gets what the patient can be told in plain words; a student gets why the evidence is graded as it is."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import sample

from probatum.model import Certainty, CertaintyStep, Domain, Level, Reader, Verdict
from probatum.publish.page import parts
from probatum.publish.teaching import to_say, why


def graded(*steps: CertaintyStep) -> tuple[Certainty, ...]:
    return (Certainty("cramps", Level.LOW, steps),)


TRIALS = CertaintyStep(Domain.START, 0, "One randomised trial starts at high.")
NOTED = CertaintyStep(Domain.START, 0, "A review starts at high, and nothing lowered it; there is a newer version.")
WATCHED = CertaintyStep(Domain.START, 0, "One study (cohort study) starts at low.")
WHYS = [
    ((TRIALS,), "Randomised trials start at high", "Studies without random allocation"),
    ((NOTED,), "Randomised trials start at high", "Studies without random allocation"),
    ((WATCHED,), "Studies without random allocation start at low", "Randomised trials start"),
    ((TRIALS, CertaintyStep(Domain.IMPRECISION, -1, "80 people")), "Imprecision: few people", "Indirectness:"),
    ((TRIALS, CertaintyStep(Domain.INDIRECTNESS, 0, "the same people")), "Ask yourself", "Indirectness:"),
]


@pytest.mark.parametrize(("steps", "told", "untold"), WHYS)
def test_a_student_is_told_why_by_the_steps_that_were_taken(
    steps: tuple[CertaintyStep, ...], told: str, untold: str
) -> None:
    said = " ".join(why(msgspec.structs.replace(sample(), certainty=graded(*steps))))
    assert told in said
    assert untold not in said


def test_nothing_is_explained_where_nothing_is_graded() -> None:
    assert why(msgspec.structs.replace(sample(), certainty=())) == ()


def test_a_nurse_gets_plain_words_that_stand_on_the_page_and_passed_their_checks() -> None:
    answer = sample()
    plain = {s.plain or s.text for s in answer.statements if s.verdict is Verdict.SUPPORTED}
    *told, last = to_say(answer)
    calls = [words for words in told if words.startswith("Call for help at once if ")]
    said = [words for words in told if words not in calls]
    assert said and calls
    assert set(said) <= plain and len(set(told)) == len(told)
    assert last.startswith("Ask the person to say it back")


@pytest.mark.parametrize(
    ("reader", "there"),
    [(reader, {Reader.NURSE: {"teach"}, Reader.STUDENT: {"why"}}.get(reader, set())) for reader in Reader],
)
def test_each_part_is_for_its_reader_alone(reader: Reader, there: set[str]) -> None:
    answer = msgspec.structs.replace(sample(), reader=reader)
    assert {part.id for part in parts(answer)} & {"teach", "why"} == there
