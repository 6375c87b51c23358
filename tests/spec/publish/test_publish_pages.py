"""The page on which a source says it stands beside what rests on it, in every format people read."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import find, sample

from probatum.model import (
    Answer,
    Kind,
    Page,
    Record,
    RecordKind,
    Reference,
    Section,
    SectionKind,
    SourceSection,
    Span,
    Statement,
    Verdict,
)
from probatum.publish.formats import formats
from probatum.publish.page import cited_pages, pages_of
from probatum.publish.source import render

SAID = "Offer stretching before sleep."
PAPER = Record.build(
    id="probatum:paged",
    identifiers=(),
    kind=RecordKind.GUIDELINE,
    title="Invented guideline",
    issuer="Example Society",
    country="GB",
    edition="2nd",
    grading="GRADE",
    sections=(
        SourceSection(
            "body.1", SectionKind.BODY, f"Background. {SAID} More.", "Advice", pages=(Page("xi", 0), Page("12", 12))
        ),
    ),
)
SPAN = Span(PAPER, "body.1", 12, 12 + len(SAID) - 1)


def answer() -> Answer:
    statement = Statement("alternatives.1", f"Guideline: {SAID}", Kind.DIRECTIVE, (SPAN,), verdict=Verdict.SUPPORTED)
    reference = Reference(1, PAPER.id, "Invented guideline. Example Society, GB. 2023.", "guideline", None, "current")
    section = Section("alternatives", "Alternatives", (statement,))
    return msgspec.structs.replace(
        sample(), sections=(section,), references=(reference,), certainty=(), evidence=(), warnings=()
    )


def resolve(record: str, version: str | None) -> Record | None:
    return PAPER if record == PAPER.id else find(record, version)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_reference_says_the_pages_it_is_cited_from(name: str) -> None:
    assert "cited from p. 12" in " ".join(formats()[name].render(answer(), records=resolve).split())


def test_the_proof_says_the_page_of_the_words() -> None:
    shown = formats()["html"].render(answer(), records=resolve)
    assert f"[1] Advice, p. 12, characters 12 to {SPAN.end}" in shown


def test_the_source_says_the_pages_of_what_is_marked_and_who_issued_it() -> None:
    shown = render(PAPER, (SPAN,))
    assert "[body.1] Advice (p. 12)" in shown
    assert "Issued by: Example Society · Country: GB · Edition: 2nd · Grading: GRADE" in shown


def test_sources_without_pages_name_none() -> None:
    assert cited_pages(sample()) == {}
    assert pages_of(()) == ""


def test_several_pages_are_listed_once_each_in_order() -> None:
    first = Span(PAPER, "body.1", 0, 5)
    assert pages_of((first, SPAN, SPAN)) == "pp. xi, 12"
