"""Counts on real files. They are not part of this repository: without them these tests are skipped."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from probatum.acquire.formats import Deletion, Refusal
from probatum.acquire.reading import read_paths
from probatum.model import LinkKind, Record, RecordStatus, SectionKind

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")


def found(*names: str) -> tuple[list[Record], list[Deletion], list[Refusal]]:
    items = [item for _, item in read_paths([str(DATA / name) for name in names])]
    return (
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Deletion)],
        [item for item in items if isinstance(item, Refusal)],
    )


def present(*names: str) -> None:
    for name in names:
        if not (DATA / name).exists():
            pytest.skip(f"{name} absent")


def test_a_whole_update_file() -> None:
    present("pubmed/pubmed21n1298.xml.gz")
    counts: Counter[str] = Counter()
    links: Counter[LinkKind] = Counter()
    for _, item in read_paths([str(DATA / "pubmed/pubmed21n1298.xml.gz")]):
        if isinstance(item, Record):
            counts["records"] += 1
            counts[item.status] += 1
            counts["retracted by type"] += "Retracted Publication" in item.publication_types
            counts["with abstract"] += any(s.kind is SectionKind.ABSTRACT for s in item.sections)
            links.update(link.kind for link in item.links)
            assert item.id.startswith("pmid:")
            counts["untitled"] += not item.title
        else:
            counts[type(item).__name__] += 1
    assert counts["records"] == 20_788
    assert counts["Deletion"] == 20  # in the one DeleteCitation
    assert counts["Refusal"] == 0
    assert counts["untitled"] == 1  # an erratum that has no title in PubMed
    assert counts["retracted by type"] == 4
    assert counts[RecordStatus.RETRACTION_NOTICE] == 9
    assert counts["with abstract"] == 18_445  # of 18,446 abstracts one holds no text
    assert links[LinkKind.ERRATUM] == 164
    assert links[LinkKind.RETRACTED_BY] == 4
    assert links[LinkKind.CONCERN] == 1


def test_a_truncated_update_file_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    present("pubmed/pubmed21n1298.xml.gz")
    cut = tmp_path / "cut.xml.gz"
    cut.write_bytes((DATA / "pubmed/pubmed21n1298.xml.gz").read_bytes()[:1_500_000])
    items = [item for _, item in read_paths([str(cut)])]
    assert isinstance(items[-1], Refusal)
    assert items[-1].code == "P203"
    unpacked = b""
    with gzip.open(cut) as stream:
        while True:
            try:
                unpacked += stream.read1()
            except EOFError:
                break
    assert len(items) - 1 == unpacked.count(b"</PubmedArticle>")


def test_efetch_replies() -> None:
    present("efetch")
    records, _, refusals = found("efetch/pmid")
    assert (len(records), refusals) == (99, [])  # one of the 100 is an empty set
    assert sum(record.kind.value == "book" for record in records) == 1
    records, _, refusals = found("efetch/biopython")
    assert sorted({Path(refusal.origin).name[:5] for refusal in refusals}) == ["espel", "esumm"]
    assert {refusal.code for refusal in refusals} == {"P202"}
    assert len(refusals) == 10
    (record,), _, _ = found("efetch/retraction_sample_9500320.xml")
    assert record.status is RecordStatus.RETRACTED
    assert {link.kind for link in record.links} >= {LinkKind.RETRACTED_BY, LinkKind.CONCERN}


def test_medline_text() -> None:
    present("medline/eval.nbib")
    records, _, refusals = found("medline/eval.nbib")
    assert (len(records), len({record.id for record in records}), refusals) == (487, 451, [])
    assert sum("Randomized Controlled Trial" in record.publication_types for record in records) == 236
    copies = {record.id: record.version for record in records}
    assert all(copies[record.id] == record.version for record in records)


def test_ris_files() -> None:
    present("ris")
    files = [path for path in sorted((DATA / "ris").iterdir()) if path.suffix in (".ris", ".txt")]
    records, _, refusals = found(*(f"ris/{path.name}" for path in files))
    lines = sum(len(re.findall(r"(?m)^\ufeff?TY[ \t]+-", path.read_text("utf-8"))) for path in files)
    assert len(records) + len(refusals) == lines == 394
    assert {refusal.code for refusal in refusals} == {"P218"}


def test_tables_of_references_agree_with_a_count_of_their_rows() -> None:
    present("ris")
    for path in sorted((DATA / "ris").iterdir()):
        if path.suffix not in (".csv", ".tsv", ".tab"):
            continue
        with path.open(encoding="utf-8-sig", newline="") as stream:
            delimiter = csv.Sniffer().sniff(stream.readline(), delimiters=",;\t").delimiter
            stream.seek(0)
            header, *rows = csv.reader(stream, delimiter=delimiter)
        records, _, refusals = found(f"ris/{path.name}")
        if "title" not in {name.strip().lower() for name in header}:
            assert (len(records), [refusal.code for refusal in refusals]) == (0, ["P251"])
            assert "abstract" in refusals[0].reason
            continue
        assert len(records) + len(refusals) == len(rows)
        columns = {name.strip().lower(): number for number, name in enumerate(header)}
        titles = [" ".join(row[columns["title"]].split()) for row in rows]
        assert [record.title for record in records] == titles[: len(records)]
        assert {refusal.code for refusal in refusals} <= {"P218"}
        assert len(refusals) == (4 if path.name == "duplicate_records.csv" else 0)
        if "publication_year" in columns:
            assert [record.year for record in records] == [int(row[columns["publication_year"]][:4]) for row in rows]
        if path.name.startswith("embase"):
            assert all(r.year and r.journal and r.volume and r.pages and r.identifier("doi") for r in records)


@pytest.mark.parametrize(
    ("name", "identified"),
    [("embase.ris", 3), ("scopus.ris", 5), ("pubmed_endnote.txt", 6), ("web_of_science.txt", 0), ("proquest.ris", 0)],
)
def test_exports_of_databases_are_read_with_all_their_fields(name: str, identified: int) -> None:
    present(f"ris/{name}")
    records, _, refusals = found(f"ris/{name}")
    assert not refusals
    for record in records:
        assert record.title
        assert record.authors
        assert record.year
        assert record.journal
        assert record.identifier("doi")
        assert any(s.kind is SectionKind.ABSTRACT for s in record.sections)
    assert sum(record.identifier("pmid") is not None for record in records) == identified


@pytest.mark.parametrize(("name", "count"), [("open_v2", 434), ("open_more", 658), ("restricted", 408)])
def test_full_text_articles(name: str, count: int) -> None:
    present(f"evidence-inference/articles_{name}.tar.xz")
    records, _, refusals = found(f"evidence-inference/articles_{name}.tar.xz")
    assert (len(records), refusals) == (count, [])
    for record in records:
        assert record.identifier("pmcid") in record.origin
        for section in record.sections:
            assert section.text.strip()
            for cell in section.cells:
                assert 0 <= cell.start <= cell.end <= len(section.text)
                assert "\t" not in section.text[cell.start : cell.end]
    assert sum(any(s.kind is SectionKind.BODY for s in record.sections) for record in records) > 0.95 * count
    assert sum(any(s.kind is SectionKind.TABLE for s in record.sections) for record in records) > 0.6 * count
