"""Readers who are no professionals find the technical words of their page explained on it, in every format."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import find, sample

from probatum.model import Kind, Reader, Section, Statement
from probatum.publish.formats import formats
from probatum.publish.page import WORDS, parts

SAID = Statement("bottom_line.1", "Compared with placebo, nausea was seen more often.", Kind.NAVIGATION)
ANSWER = msgspec.structs.replace(
    sample(), sections=(Section("bottom_line", "Bottom line", (SAID,)),), certainty=(), evidence=(), references=()
)


@pytest.mark.parametrize(
    ("reader", "explained"),
    [(r, r in (Reader.PATIENT, Reader.CARER, Reader.STUDENT)) for r in Reader],
)
def test_who_gets_the_words_explained(reader: Reader, explained: bool) -> None:
    found = [p for p in parts(msgspec.structs.replace(ANSWER, reader=reader)) if p.id == WORDS]
    terms = {entry.term for part in found for entry in part.entries}
    assert ({"nausea", "placebo"} <= terms) is explained


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_format_prints_them(name: str) -> None:
    made = formats()[name].render(msgspec.structs.replace(ANSWER, reader=Reader.PATIENT), records=find)
    assert "Words used here" in made
    assert "feeling sick" in made


def test_a_word_is_listed_as_it_stands_on_the_page_in_short_rows() -> None:
    words = "Heparin, apixaban, edoxaban, rivaroxaban and dabigatran; thrombolytic drugs break them up."
    said = Statement("bottom_line.1", words, Kind.NAVIGATION)
    made = msgspec.structs.replace(
        ANSWER, sections=(Section("bottom_line", "Bottom line", (said,)),), reader=Reader.PATIENT
    )
    rows = [entry for part in parts(made) if part.id == WORDS for entry in part.entries]
    assert all(len(entry.term) <= 32 or ", " not in entry.term for entry in rows)
    assert ("thrombolytic", "breaking up blood clots") in {(entry.term, entry.meaning) for entry in rows}
    assert sum("blood less likely to clot" in entry.meaning for entry in rows) > 1
