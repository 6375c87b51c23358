"""Of two editions of one review the newer speaks where it answers; else the older one does, and is said to be old."""

from __future__ import annotations

import msgspec
import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.model import Link, LinkKind, Record, RecordStatus

TITLE = "Zinc for warts"
REVIEW = "Systematic Review"


def _linked(record: Record, status: RecordStatus, link: Link) -> Record:
    fields = msgspec.structs.asdict(record) | {"status": status, "links": (link,)}
    return Record.build(**{f: fields[f] for f in Record.__struct_fields__ if f not in ("version", "schema")})


def _editions(results: str, conclusions: str) -> tuple[Record, Record]:
    old = report(
        1,
        TITLE,
        year=2010,
        kind=REVIEW,
        methods="This systematic review included 4 randomised trials with 300 people with warts.",
        results="Clearance was more frequent with zinc than with placebo (risk ratio 1.90, 95% CI 1.20 to 3.01).",
        conclusions="Zinc improved clearance of warts.",
    )
    new = report(
        2,
        TITLE,
        year=2022,
        kind=REVIEW,
        methods="This systematic review included 9 randomised trials with 1,200 people with warts.",
        results=results,
        conclusions=conclusions,
    )
    return (
        _linked(old, RecordStatus.SUPERSEDED, Link(LinkKind.SUPERSEDED_BY, new.identifiers[0])),
        _linked(new, RecordStatus.CURRENT, Link(LinkKind.SUPERSEDES, old.identifiers[0])),
    )


@pytest.mark.parametrize(
    ("results", "conclusions", "leads"),
    [
        ("Zinc did not improve clearance of warts.", "Zinc has no effect on warts.", "pmid:99000002"),
        ("Most trials of zinc in warts were small.", "Better trials of zinc in warts are needed.", "pmid:99000001"),
    ],
)
def test_the_newer_leads_where_it_answers(library_of: LibraryOf, results: str, conclusions: str, leads: str) -> None:
    answer = pipeline.answer("Does zinc help warts?", library=library_of(_editions(results, conclusions)))
    first = answer.section("bottom_line").statements[0]
    assert {span.record for span in first.supports} == {leads}
    told = " ".join(s.text for section in answer.sections for s in section.statements)
    assert ("1.90" in told) is (leads == "pmid:99000001")
    assert ("supersed" in told) is (leads == "pmid:99000001")
