"""The edit plan: what becomes of each section when an answer follows another."""

import pytest

from probatum.apply.replies.editing import merged, plan
from probatum.model import (
    Answer,
    Change,
    Engine,
    Kind,
    Question,
    Reader,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
)


def section(name: str, *texts: str, empty: str = "") -> Section:
    made = tuple(Statement(id=f"{name}.{n}", text=t, kind=Kind.NAVIGATION) for n, t in enumerate(texts, 1))
    return Section(name, name, made, empty)


def answer(*sections: Section) -> Answer:
    search = SearchAccount("library a", (), 0, (), (), "2026-01-01")
    question = Question("q", "q")
    status = ReviewStatus()
    return Answer(question, Reader.DOCTOR, "t", sections, (), (), (), search, (), status, "", Engine("0", "a"))


@pytest.mark.parametrize(
    ("old", "new", "change", "reason"),
    [
        (("A.", "B."), ("A.", "B."), Change.KEEP, "nothing in it changes"),
        (("A.",), ("A.", "B.", "C."), Change.EXTEND, "2 sentences added"),
        (("A.", "B."), ("A.",), Change.REPLACE, "1 sentence left out"),
        (("A.", "B."), ("A.", "C."), Change.REPLACE, "1 sentence added, 1 sentence left out"),
        (("A.", "B."), ("B.", "A."), Change.REPLACE, "its order changes"),
        (("A.",), (), Change.REPLACE, "nothing was found for what is asked now"),
    ],
)
def test_what_becomes_of_a_section(old, new, change, reason):
    (edit,) = plan(answer(section("dosing", *old)), answer(section("dosing", *new, empty="" if new else "none")))
    assert (edit.section, edit.change, edit.reason) == ("dosing", change, reason)


def test_sections_come_and_go():
    old = answer(section("reply", "X."), section("dosing", "A."))
    edits = plan(old, answer(section("dosing", "A."), section("new", "N.")))
    assert [(e.section, e.change) for e in edits] == [
        ("dosing", Change.KEEP),
        ("new", Change.ADD),
        ("reply", Change.DROP),
    ]


def test_a_kept_section_is_taken_over_as_it_was():
    old = answer(section("dosing", "A."))
    assert merged(old, answer(section("dosing", "A."))).sections[0] is old.sections[0]


def test_the_words_about_the_answer_itself_are_no_part_of_the_plan():
    assert plan(answer(section("search", "A.")), answer(section("search", "B."))) == ()
