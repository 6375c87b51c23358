"""Documents with front matter or a sidecar: what is said of them holds, or is refused by name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from probatum.acquire.formats import Refusal
from probatum.acquire.reading import read_bytes, read_paths
from probatum.model import Identifier, LinkKind, Record, RecordKind, RecordStatus, SectionKind

FRONT = """---
kind: guideline
title: Care of night cramps
organisation: Example Society of Calves
country: NO
date: 2024-05
edition: 2nd
status: superseded
supersedes: [doi:10.5555/old, The first edition]
superseded_by: doi:10.5555/new
grading: GRADE
licence: CC BY 4.0
identifiers: {doi: 10.5555/Cramps, url: "https://example.org/g?id=1"}
population: adults; older people
keywords: [cramps]
---
"""
BODY = """# Care of night cramps

An *opening* line
that is [wrapped](https://example.org).

## Recommendations
1. We recommend stretching.
2. We suggest warmth
   at night.

| Drug | Dose |
|------|------|
| calbrexine | 10 mg |

### Children
No evidence was found.

## References
1. Somebody. Something. 2001.
"""


def one(data: str, name: str = "x.md") -> tuple[Record, list[Refusal]]:
    items = [item for _, item in read_bytes(data.encode(), name)]
    (record,) = [item for item in items if isinstance(item, Record)]
    return record, [item for item in items if isinstance(item, Refusal)]


def test_front_matter_describes_the_record() -> None:
    record, refused = one(FRONT + BODY)
    assert refused == []
    assert (record.id, record.kind, record.status) == (
        "doi:10.5555/cramps", RecordKind.GUIDELINE, RecordStatus.SUPERSEDED,
    )  # fmt: skip
    assert (record.title, record.issuer, record.country) == (
        "Care of night cramps", "Example Society of Calves", "NO",
    )  # fmt: skip
    assert (record.date, record.year, record.edition, record.grading) == ("2024-05", 2024, "2nd", "GRADE")
    assert record.keywords == ("adults", "older people", "cramps")
    assert [(link.kind, str(link.identifier or link.note)) for link in record.links] == [
        (LinkKind.SUPERSEDES, "doi:10.5555/old"),
        (LinkKind.SUPERSEDES, "The first edition"),
        (LinkKind.SUPERSEDED_BY, "doi:10.5555/new"),
    ]
    assert Identifier("url", "https://example.org/g?id=1") in record.identifiers


def test_markdown_keeps_headings_lists_and_tables_in_order() -> None:
    record, _ = one(BODY)
    assert [(s.id, s.heading, s.text) for s in record.sections] == [
        ("title", "", "Care of night cramps"),
        ("body.1", "", "An opening line that is wrapped."),
        ("body.2", "Recommendations", "1. We recommend stretching.\n2. We suggest warmth at night."),
        ("table.1", "Recommendations", "Drug\tDose\ncalbrexine\t10 mg"),
        ("body.3", "Recommendations > Children", "No evidence was found."),
        ("other.1", "References", "1. Somebody. Something. 2001."),
    ]
    assert record.sections[-1].kind is SectionKind.REFERENCES
    table = record.sections[3]
    assert [table.text[c.start : c.end] for c in table.cells] == ["Drug", "Dose", "calbrexine", "10 mg"]


def test_a_document_that_nobody_describes_is_an_article_and_never_guessed_to_be_a_guideline() -> None:
    record, _ = one("# Guideline for everything\nWe recommend it.\n")
    assert record.kind is RecordKind.ARTICLE
    assert record.id.startswith("probatum:")


def test_the_same_content_has_the_same_identifier_and_version_whatever_its_name() -> None:
    first, second = one(BODY, "a.md")[0], one(BODY, "b.md")[0]
    assert (first.id, first.version) == (second.id, second.version)


def test_another_description_is_a_new_version_of_the_same_record() -> None:
    first, second = one("---\nstatus: current\n---\n" + BODY)[0], one("---\nstatus: withdrawn\n---\n" + BODY)[0]
    assert first.id == second.id
    assert first.version != second.version


WRONG = [
    ("kind: guidline", "P268", "kind", "trial report, review, guideline"),
    ("country: Norway", "P268", "country", "two letters of ISO 3166"),
    ("date: May 2024", "P268", "date", "YYYY-MM"),
    ("date: 2024-13", "P268", "date", "YYYY-MM"),
    ("identifiers: {doi: here}", "P268", "identifiers", "doi, isbn, nct"),
    ("identifiers: {issn: 1234-5678}", "P268", "identifiers", "doi, isbn, nct"),
    ("title: [a, b]", "P268", "title", "words"),
    ("organization: Example", "P267", "organization", "organisation, population"),
]


@pytest.mark.parametrize(("line", "code", "key", "allowed"), WRONG)
def test_a_wrong_key_or_value_is_refused_by_name_and_the_rest_holds(
    line: str, code: str, key: str, allowed: str
) -> None:
    record, (refusal,) = one(f"---\n{line}\nedition: 2nd\n---\n{BODY}")
    assert (refusal.code, refusal.place) == (code, f"key {key}")
    assert key in refusal.reason
    assert allowed in refusal.reason
    assert record.edition == "2nd"


UNUSABLE = [
    ("status: withdrwan", ["P268", "P275"]),
    ("a: &x [1]\nb: *x", ["P269", "P275"]),
    ("kind: guideline\nkind: review", ["P269", "P275"]),
    ("kind: [unclosed", ["P269", "P275"]),
    ("a: " + "[" * 5000, ["P269", "P275"]),
    ("a: " + "x" * 70_000, ["P269", "P275"]),
    ("kind: !!python/object/apply:os.system [id]", ["P268"]),
]


@pytest.mark.parametrize(("lines", "codes"), UNUSABLE)
def test_a_document_whose_standing_cannot_be_told_is_not_read(lines: str, codes: list[str]) -> None:
    items = [item for _, item in read_bytes(f"---\n{lines}\n---\n{BODY}".encode(), "x")]
    assert [item.code for item in items if isinstance(item, Refusal)] == codes
    assert any(isinstance(item, Record) for item in items) is ("P275" not in codes)


def test_a_sidecar_describes_the_document_it_is_named_after(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We recommend stretching.\n")
    (tmp_path / "a.txt.yaml").write_text("kind: guideline\ntitle: Stretching\nidentifiers: {doi: 10.5555/s}\n")
    ((origin, record),) = read_paths([str(tmp_path)])
    assert isinstance(record, Record)
    assert (Path(origin).name, record.id, record.kind, record.title) == (
        "a.txt", "doi:10.5555/s", RecordKind.GUIDELINE, "Stretching",
    )  # fmt: skip
    given = [str(tmp_path / "a.txt"), str(tmp_path / "a.txt.yaml")]
    assert [item for _, item in read_paths(given)] == [record]


def test_sidecars_are_found_in_a_zip() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("g/a.md.yaml", "kind: guideline\ntopic: x\n")
        archive.writestr("g/a.md", BODY)
    found = [(origin, type(item).__name__) for origin, item in read_bytes(made.getvalue(), "z")]
    assert found == [("z!g/a.md.yaml", "Refusal"), ("z!g/a.md", "Record")]


def test_a_sidecar_alone_and_one_of_many_records_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lost.pdf.yaml").write_text("kind: guideline\n")
    (tmp_path / "two.ris").write_text("TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - \n")
    (tmp_path / "two.ris.yaml").write_text("kind: guideline\n")
    items = [item for _, item in read_paths([str(tmp_path)])]
    assert [item.code for item in items if isinstance(item, Refusal)] == ["P272", "P270"]
    assert [item.title for item in items if isinstance(item, Record)] == ["A", "B"]
