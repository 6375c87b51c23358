"""The questions at the bedside: their sources exist, their expressions hold, and a wrong bottom line is told."""

from __future__ import annotations

import re

import pytest

import probatum
from benchmarks.bedside import Wanted, wanted
from probatum.acquire import starter
from probatum.acquire.library import Library
from probatum.model import Answer


@pytest.fixture(scope="module")
def sample(starter_library: Library) -> Answer:
    return probatum.answer("Does mexiletine reduce cramps in ALS?", library=starter_library, as_of="2026-11-26")


def test_every_source_is_a_starter_record() -> None:
    known = {record.id for record in starter.records()}
    assert {source for case in wanted() for source in case.cites} <= known


def test_every_wording_is_asked_once() -> None:
    asked = [case.question for case in wanted()]
    assert len(asked) == len(set(asked)) > 100
    assert all(re.compile(case.says) and re.compile(case.never or "x") for case in wanted())


def test_a_bottom_line_without_its_source_or_words_is_told(sample: Answer) -> None:
    section = sample.section("bottom_line")
    cited = frozenset(span.record for s in section.statements for span in s.supports)
    first = re.escape(section.statements[0].text)
    assert Wanted("t", "q", cited, first, "").faults(sample) == ()
    assert Wanted("t", "q", frozenset({"pmid:1"}), "no such words", first).faults(sample) == (
        "source",
        "lacking",
        "forbidden",
    )
    assert Wanted("t", "q", frozenset(), "", "").faults(sample) == (("source",) if cited else ())
