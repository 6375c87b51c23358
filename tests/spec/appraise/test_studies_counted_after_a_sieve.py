"""Studies counted after a sieve: of those that a search found, the ones that a review included."""

from __future__ import annotations

import pytest

from probatum.appraise import people
from probatum.model import Design, Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


@pytest.mark.parametrize(
    ("said", "studies"),
    [
        ("Of the 229 studies identified, 6 were suitable for analysis, 4 of them retrospective.", 6),
        ("Out of 342 screened studies, 17 articles were included.", 17),
        ("Of 8174 citations evaluated, eleven studies fulfilled the criteria.", 11),
        ("We included 16 studies. Of the 16 included studies, 6 were selected for a further analysis.", 16),
        ("Twelve studies met the criteria. Of the 72 studies excluded, 39 were eligible by title.", 12),
    ],
)
def test_of_the_studies_found_those_included_are_counted(said: str, studies: int) -> None:
    title = "Closure of a perforated ulcer: a systematic review"
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract.1", SectionKind.ABSTRACT, said, heading="RESULTS", role=SectionRole.RESULTS),
        ),
    )
    found = people.studies(record, Design.SYSTEMATIC_REVIEW)
    assert found is not None
    assert found.value == studies
