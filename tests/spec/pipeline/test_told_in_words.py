"""Told in words: what something is, and how it works, is answered by the sources' own words, without what only an
effect needs: a grade, outcomes that nobody measured, a call for trials."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Kind, Reader, Record, RecordKind, SectionKind, SourceSection

PAGE = (
    "Quarry fever",
    {
        "information": "Quarry fever is an inflammation of the lung by stone dust. It begins with a cough at night.",
        "inheritance": "Quarry fever is not inherited. Autosomal transmission has been ruled out by linkage analysis.",
    },
)
PAPERS = (
    (
        "Zorbulin in stone workers",
        "Zorbulin is a small protein that stone workers breathe out. It binds grains of dust in the airways. "
        "More studies of zorbulin are needed.",
    ),
    ("Grains and proteins", "Zorbulin carries grains of dust out of the lung by way of the cilia."),
)


def page(number: int, title: str, parts: dict[str, str]) -> Record:
    return Record.build(
        id=f"probatum:told-{number}",
        identifiers=(Identifier("probatum", f"told-{number}"),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            *(
                SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, heading=heading)
                for n, (heading, text) in enumerate(parts.items(), 1)
            ),
        ),
        format="test",
    )


def paper(number: int, title: str, text: str) -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract.1", SectionKind.ABSTRACT, text),
        ),
        format="test",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("told") / "library", create=True)
    papers = [paper(n, title, text) for n, (title, text) in enumerate(PAPERS, 1)]
    opened.add([page(1, *PAGE), *papers], describe=describe)
    yield opened


def asked(typed: str, library: Library, reader: Reader = Reader.DOCTOR) -> Answer:
    return probatum.answer(typed, library=library, reader=reader, as_of="2026-01-01")


@pytest.mark.parametrize("typed", ["What is zorbulin?", "Describe zorbulin.", "Can you summarise zorbulin?"])
def test_what_something_is_is_quoted_and_gets_no_grade(typed: str, library: Library) -> None:
    answer = asked(typed, library)
    (first, *_) = answer.section("bottom_line").statements
    assert "Zorbulin is a small protein" in first.text
    assert not any("certainty" in s.text for s in answer.section("bottom_line").statements)
    assert not any("reports" in s.text for s in answer.section("evidence_gaps").statements if s.kind is Kind.ABSENCE)


def test_a_page_for_readers_is_neither_written_for_experts_nor_a_study_alone(library: Library) -> None:
    answer = asked("Is quarry fever inherited?", library, Reader.PATIENT)
    said = " ".join(s.plain or s.text for s in answer.statements)
    assert "Quarry fever is not inherited" in said
    assert "written for experts" not in said and "second study" not in said and "only one study" not in said
