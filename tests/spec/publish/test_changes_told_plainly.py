"""What a follow-up changed is told to a patient in plain words, and to a professional as an edit plan."""

from __future__ import annotations

import msgspec
from sample_answer import sample

from probatum.apply import plan
from probatum.model import Change, FollowUp, FollowUpKind, Reader, SectionEdit, Turn
from probatum.publish import changing


def _turn(*edits: SectionEdit, kind: FollowUpKind = FollowUpKind.PATIENT) -> Turn:
    answer = msgspec.structs.replace(sample(), reader=Reader.PATIENT)
    return Turn("and with bad kidneys?", answer, FollowUp("and with bad kidneys?", kind, "asked", "why"), edits)


def test_what_is_different_and_what_is_as_before():
    edits = (SectionEdit("bottom_line", Change.REPLACE, "1 sentence added"), SectionEdit("safety", Change.KEEP, ""))
    lines = changing.told(_turn(*edits))
    assert "What is different now: The short answer." in lines
    assert any(line.startswith("The same as before: ") for line in lines)
    assert not any("sentence added" in line or "replace" in line for line in lines)


def test_a_new_question_has_a_new_page():
    assert changing.told(_turn(kind=FollowUpKind.NEW)) == [
        "You asked: “and with bad kidneys?”. This is a new question, so this is a new page."
    ]


def test_other_words_are_a_change_and_the_same_words_are_none():
    plain = msgspec.structs.replace(sample(), reader=Reader.PATIENT)
    told = {edit.section: edit for edit in plan(sample(), plain)}
    assert "told in plain words" in {edit.reason for edit in told.values()}
    assert {edit.change for edit in plan(plain, plain)} == {Change.KEEP}
