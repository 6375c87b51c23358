"""Copies of one registry entry: which stands, by which number it is known, and what of it is searched."""

from __future__ import annotations

import pytest

from probatum.acquire.library.replacing import same_document, stands
from probatum.acquire.library.rows import searched_text
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

RESULTS = SourceSection(
    "outcome.1", SectionKind.TABLE, "Title\tHiccups", role=SectionRole.RESULTS, code="outcome:primary"
)


def entry(
    *sections: SourceSection, date: str = "", ids: tuple[str, ...] = ("nct:NCT00000001",), **more: object
) -> Record:
    fields: dict[str, object] = {
        "id": ids[0],
        "identifiers": tuple(Identifier(*name.split(":")) for name in ids),
        "kind": RecordKind.REGISTRY_ENTRY,
        "title": "A trial",
        "sections": (SourceSection("title", SectionKind.TITLE, "A trial"), *sections),
        "date": date,
        "format": "ctgov",
    }
    return Record.build(**{**fields, **more})


DESIGN = SourceSection("design", SectionKind.BODY, "Enrollment: 61 (actual)", code="design")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (entry(date="2020-01-02"), entry(date="2021"), True),
        (entry(date="2021-03-04"), entry(date="2020-12-31"), False),
        (entry(date="2021-03-04", format="ctgov_xml"), entry(date="2020-12-31"), False),
        (entry(RESULTS, date="2020"), entry(date="2021"), False),
        (entry(date="2021"), entry(RESULTS, date="2020"), True),
        (entry(DESIGN, date="2021-03-04"), entry(), False),
        (entry(), entry(DESIGN, date="2021-03-04"), True),
        (entry(DESIGN, date="2021-03"), entry(DESIGN, date="2021-03-04"), True),
    ],
)
def test_a_later_entry_stands_and_results_are_not_taken_back_by_a_reply_without_them(
    old: Record, new: Record, expected: bool
) -> None:
    assert stands(old, new) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("nct:NCT00000001",), ("nct:NCT00000001",), True),
        (("nct:NCT00000001", "nct:NCT00000009"), ("nct:NCT00000009",), True),
        (("nct:NCT00000001", "eudract:2019-000001-11"), ("nct:NCT00000002", "eudract:2019-000001-11"), False),
        (("isrctn:ISRCTN12345678",), ("nct:NCT00000002", "isrctn:ISRCTN12345678"), False),
    ],
)
def test_an_entry_is_known_by_its_number_in_its_own_registry(
    one: tuple[str, ...], other: tuple[str, ...], expected: bool
) -> None:
    assert same_document(entry(ids=one), entry(ids=other)) is expected


def test_an_entry_is_found_by_what_was_registered_and_not_by_whom_it_keeps_out_or_by_its_events() -> None:
    record = entry(
        SourceSection("abstract", SectionKind.ABSTRACT, "summarised"),
        SourceSection("arms", SectionKind.TABLE, "lumarin", code="arms"),
        SourceSection("registered.primary", SectionKind.TABLE, "hiccups", code="registered:primary"),
        SourceSection("eligibility", SectionKind.BODY, "no gout", code="eligibility"),
        SourceSection("events.serious", SectionKind.TABLE, "fall", code="events:serious"),
    )
    assert searched_text(record).split() == ["A", "trial", "summarised", "lumarin", "hiccups"]


@pytest.mark.parametrize(
    ("line", "n"),
    [
        ("Enrollment: 61 (actual)", 61),
        ("Phase: Phase 2\nEnrollment: 0 (actual)", 0),
        ("Enrollment: 300 (anticipated)", None),
        ("Enrollment: 300 (estimated)", None),
        ("Enrollment: 300", None),
    ],
)
def test_people_of_an_entry_are_those_it_says_were_enrolled(line: str, n: int | None) -> None:
    design = SourceSection("design", SectionKind.BODY, line, code="design")
    summary = SourceSection("abstract", SectionKind.ABSTRACT, "400 patients will be randomized.")
    assert describe(entry(summary, design)) == {"design": "registry entry", "n": n}
