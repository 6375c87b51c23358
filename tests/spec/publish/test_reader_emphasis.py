"""Each reader gets the same statements, in the order and with the signposts that reader needs."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import find, sample

from probatum.model import Answer, Kind, Reader, Section, Statement
from probatum.publish.formats import formats
from probatum.publish.page import TAIL, parts

NAMES = ("bottom_line", "evidence", "dosing", "safety", "adverse_effects", "monitoring", "conclusion")


def answer(reader: Reader, *names: str) -> Answer:
    made = tuple(
        Section(name, name, (Statement(f"{name}.1", f"Words on {name}.", Kind.NAVIGATION),)) for name in names or NAMES
    )
    return msgspec.structs.replace(
        sample(), reader=reader, sections=made, certainty=(), evidence=(), references=(), warnings=()
    )


SECOND = [
    (Reader.DOCTOR, ("evidence", "dosing")),
    (Reader.PHARMACIST, ("dosing", "safety")),
    (Reader.NURSE, ("dosing", "monitoring")),
    (Reader.RESEARCHER, ("evidence", "conclusion")),
    (Reader.STUDENT, ("evidence", "conclusion")),
    (Reader.PATIENT, ("next", "evidence")),
    (Reader.CARER, ("next", "evidence")),
]


@pytest.mark.parametrize(("reader", "second"), SECOND)
def test_what_follows_the_bottom_line(reader: Reader, second: tuple[str, str]) -> None:
    assert tuple(p.id for p in parts(answer(reader)))[:3] == ("bottom_line", *second)


@pytest.mark.parametrize("reader", list(Reader))
def test_every_section_stands_once_whoever_reads(reader: Reader) -> None:
    shown = [p.id for p in parts(answer(reader)) if p.lines]
    assert sorted(shown) == sorted(NAMES)
    assert [p.id for p in parts(answer(reader))][-len(TAIL) :] == list(TAIL)


@pytest.mark.parametrize(("reader", "there"), [(r, r in (Reader.PATIENT, Reader.CARER)) for r in Reader])
def test_who_is_told_when_to_call_and_what_to_ask(reader: Reader, there: bool) -> None:
    ids = [p.id for p in parts(answer(reader))]
    assert ("help" in ids) is there
    assert ("ask" in ids) is there


ASKED = [
    (("bottom_line",), {"next", "ask"}),
    (("bottom_line", "safety"), {"next", "ask", "help"}),
]


@pytest.mark.parametrize(("names", "there"), ASKED)
def test_signposts_follow_what_the_answer_tells(names: tuple[str, ...], there: set[str]) -> None:
    assert {p.id for p in parts(answer(Reader.PATIENT, *names)) if p.notes} == there


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_format_prints_signposts(name: str) -> None:
    made = formats()[name].render(answer(Reader.PATIENT), records=find)
    assert "Questions to ask" in made
    assert "Which dose would be right for me" in made
    assert "The short answer" in made
