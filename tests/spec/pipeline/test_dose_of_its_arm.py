"""A dose is told of the drug that was given in it, and a ratio is printed without the unit of its arms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

TITLE = "Febuxostat compared with allopurinol in gout: a randomised trial"
TEXTS = (
    (SectionKind.TITLE, TITLE, ""),
    (
        SectionKind.ABSTRACT,
        "In this double-blind randomised trial, 400 adults with gout were randomised to febuxostat 80 mg once daily "
        "or allopurinol 300 mg once daily.",
        "METHODS",
    ),
    (
        SectionKind.ABSTRACT,
        "Gout flares were less frequent with febuxostat than with allopurinol (12% versus 24%; hazard ratio 0.50, 95% "
        "CI 0.32 to 0.78; p = 0.002).",
        "RESULTS",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place: Path = tmp_path_factory.mktemp("doses") / "library"
    opened = Library.open(place, create=True)
    record = Record.build(
        id="pmid:99",
        identifiers=(Identifier("pmid", "99"),),
        kind=RecordKind.TRIAL_REPORT,
        title=TITLE,
        sections=tuple(SourceSection(f"s.{n}", kind, text, heading=h) for n, (kind, text, h) in enumerate(TEXTS)),
        publication_types=("Randomized Controlled Trial",),
        year=2020,
    )
    opened.add((record,), describe=describe)
    yield opened


@pytest.mark.parametrize(
    "typed",
    ["Febuxostat or allopurinol for gout flares?", "Allopurinol or febuxostat for gout flares?", "Febuxostat for gout"],
)
def test_no_dose_of_the_other_arm(typed: str, library: Library) -> None:
    answer = pipeline.answer(typed, library=library, as_of="2026-11-26")
    told = [s.text for part in answer.sections for s in part.statements if s.kind.asserts and "“" not in s.text]
    assert any("80 mg" in text or "300 mg" in text for text in told)
    for text in told:
        assert not re.search(r"febuxostat (?:\S+ ){0,2}300 mg|allopurinol (?:\S+ ){0,2}80 mg", text, re.IGNORECASE), (
            text
        )
        assert not ("80 mg" in text and "300 mg" in text), text


def test_a_ratio_has_no_unit(library: Library) -> None:
    answer = pipeline.answer("Febuxostat or allopurinol for gout flares?", library=library, as_of="2026-11-26")
    assert [row.result for row in answer.evidence if row.measure == "hazard ratio"] == ["0.50"]


def test_behind_two_arms_a_dose_says_whose_it_is(library: Library) -> None:
    answer = pipeline.answer("Febuxostat or allopurinol for gout flares?", library=library, as_of="2026-11-26")
    first, dose, *_ = answer.section("bottom_line").statements
    assert first.text.startswith("Gout flares are lower with febuxostat than with allopurinol: 12% with febuxostat")
    assert dose.text == "The dose of febuxostat studied was 80 mg once daily."
