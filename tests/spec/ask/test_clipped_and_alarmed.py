"""The first letters of a medicine are it, whatever everyday word lies near; help does not wait for a name."""

from __future__ import annotations

import pytest

import probatum
from probatum.apply.replies import danger
from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("dapa in CKD", "dapagliflozin"),
        ("biso HR 48", "bisoprolol"),
        ("empa HFpEF", "empagliflozin"),
        ("riva DVT", "rivaroxaban"),
    ],
)
def test_first_letters(typed: str, drug: str) -> None:
    assert drug in read(typed).read.lower()


def test_an_alarm_stands_before_a_question_back() -> None:
    made = probatum.answer("celebra overdose, took 30 tablets an hour ago, what now", reader="carer")
    if made.question.choices:
        assert made.sections[0].statements[0].text == danger.plainly(made.question)
    assert made.question.danger == "overdose"
    assert made.warnings[0].code == "overdose"
