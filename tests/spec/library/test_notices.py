"""What stands over records: lists of retractions, notices and later editions, and how they are undone."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import probatum
from probatum.acquire.formats import Refusal
from probatum.acquire.library import Library, Told
from probatum.acquire.notices import Named, read_list, stand
from probatum.cli import main
from probatum.model import (
    Identifier,
    Link,
    LinkKind,
    Notice,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SourceSection,
)

Status = RecordStatus


def paper(pmid: int, text: str = "Ten people with cramps took oats.", **more: object) -> Record:
    own = Identifier("pmid", str(pmid))
    fields: dict[str, object] = {
        "id": str(own), "identifiers": (own, Identifier("doi", f"10.1000/p{pmid}")), "kind": RecordKind.ARTICLE,
        "title": f"Oats for cramps, part {pmid}", "authors": ("Ek A",), "year": 2019, "date": "2019",
        "sections": (SourceSection("title", SectionKind.TITLE, f"Oats for cramps, part {pmid}"),
                     SourceSection("abstract", SectionKind.ABSTRACT, text)),
    }  # fmt: skip
    return Record.build(**{**fields, **more})


def linked(pmid: int, kind: LinkKind, target: int, note: str = "") -> Record:
    return paper(pmid, links=(Link(kind, Identifier("pmid", str(target)), note),))


def guideline(number: int, title: str, date: str) -> Record:
    own = Identifier("probatum", f"g{number}")
    return paper(1, id=str(own), identifiers=(own,), kind=RecordKind.GUIDELINE, title=title, issuer="The Society",
                 country="GB", date=date, year=int(date[:4]))  # fmt: skip


def review(pmid: int, doi: str) -> Record:
    own = Identifier("pmid", str(pmid))
    return paper(pmid, identifiers=(own, Identifier("doi", doi)), kind=RecordKind.REVIEW)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


def standing(library: Library, identifier: str) -> RecordStatus:
    record = library.get(identifier)
    assert record is not None
    return record.status


def told(target: str, status: Status = Status.RETRACTED, **more: str) -> Told:
    return Told(target, Notice(status, source="A list", read="2026-11-26", **more))


CASES = [
    (paper(1), linked(2, LinkKind.RETRACTS, 1), Status.RETRACTED),
    (paper(1), linked(2, LinkKind.ERRATUM_FOR, 1), Status.CORRECTED),
    (paper(1), linked(2, LinkKind.CONCERN_FOR, 1), Status.CONCERN),
    (paper(1), linked(2, LinkKind.SUPERSEDES, 1), Status.SUPERSEDED),
    (paper(1), linked(2, LinkKind.REPUBLISHED, 1, "RetractedandRepublishedFrom: J"), Status.RETRACTED),
    (paper(1), linked(2, LinkKind.REPUBLISHED, 1, "RepublishedFrom: J"), Status.CURRENT),
    (paper(1), linked(2, LinkKind.COMMENT, 1), Status.CURRENT),
    (paper(1), linked(2, LinkKind.RETRACTS, 9), Status.CURRENT),
    (review(1, "10.1002/14651858.cd001234"), review(2, "10.1002/14651858.cd001234.pub2"), Status.SUPERSEDED),
    (review(1, "10.1002/14651858.cd001234.pub2"), review(2, "10.1002/14651858.cd001234.pub4"), Status.SUPERSEDED),
    (review(1, "10.1002/14651858.cd001234.pub2"), review(2, "10.1002/14651858.cd001235.pub4"), Status.CURRENT),
    (guideline(1, "Cramps: guideline", "2015"), guideline(2, "Cramps: guideline, 2nd edition (2021)", "2021-05"),
     Status.SUPERSEDED),
    (guideline(1, "Cramps: guideline", "2021"), guideline(2, "Cramps: guideline", "2021-05"), Status.CURRENT),
    (guideline(1, "Cramps: guideline", "2015"), guideline(2, "Gout: guideline", "2021"), Status.CURRENT),
]  # fmt: skip


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("record", "other", "expected"), CASES)
def test_a_record_stands_as_another_in_the_library_says(
    library: Library, record: Record, other: Record, expected: Status, first: bool
) -> None:
    library.add([record if first else other])
    library.add([other if first else record])
    found = library.get(record.id)
    assert found is not None
    assert found.status is expected
    assert found.own == record
    assert [n.source for n in found.notices] == ([other.id] if expected is not Status.CURRENT else [])
    assert standing(library, other.id) is other.status
    assert library.check().sound


def test_both_may_come_in_one_batch_and_a_notice_that_is_removed_takes_its_word_back(library: Library) -> None:
    library.add([linked(2, LinkKind.RETRACTS, 1), paper(1)])
    assert standing(library, "pmid:1") is Status.RETRACTED
    library.remove("pmid:2")
    assert standing(library, "pmid:1") is Status.CURRENT
    library.add([linked(2, LinkKind.RETRACTS, 1)])
    library.add([linked(2, LinkKind.ERRATUM_FOR, 1)])
    assert standing(library, "pmid:1") is Status.CORRECTED
    assert library.check().sound


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("identifier", ["pmid:1", "doi:10.1000/p1"])
def test_a_list_holds_for_records_here_and_for_those_added_later(
    library: Library, first: bool, identifier: str
) -> None:
    if first:
        library.add([paper(1), paper(3)])
    done = library.stand([told(identifier, identifier="doi:10.1000/notice", date="2020-05-01", reason="Error")])
    if not first:
        library.add([paper(1), paper(3)])
    assert done.changed == (("pmid:1",) if first else ())
    record = library.get("pmid:1")
    assert record is not None
    assert (record.status, record.version, record.stated) == (Status.RETRACTED, paper(1).version, Status.CURRENT)
    assert record.sections == paper(1).sections
    assert str(record.notices[0]) == "A list: doi:10.1000/notice of 2020-05-01, for: Error"
    assert standing(library, "pmid:3") is Status.CURRENT
    assert [hit.record.id for hit in library.search("oats", status="retracted")] == ["pmid:1"]
    assert [hit.record.id for hit in library.search("oats", status="current")] == ["pmid:3"]
    assert {record.status for record in library.records()} == {Status.RETRACTED, Status.CURRENT}
    assert library.info().statuses == {"current": 1, "retracted": 1}
    assert library.check().sound


def test_what_a_source_said_is_taken_back_and_the_library_is_as_it_was(library: Library) -> None:
    library.add([paper(1)])
    before = library.library_version
    assert library.stand([told("pmid:1")]).new == 1
    assert library.library_version != before
    assert library.stand([told("pmid:1")]).new == 0
    assert library.sources() == {"A list": 1}
    assert library.unsay("A list").changed == ("pmid:1",)
    assert (standing(library, "pmid:1"), library.library_version) == (Status.CURRENT, before)
    assert library.sources() == {}


@pytest.mark.parametrize(
    ("own", "laid", "effective"),
    [
        (Status.CURRENT, [Status.CORRECTED], Status.CORRECTED),
        (Status.CORRECTED, [Status.CORRECTED], Status.CORRECTED),
        (Status.RETRACTED, [Status.CORRECTED], Status.RETRACTED),
        (Status.CURRENT, [Status.CORRECTED, Status.RETRACTED], Status.RETRACTED),
        (Status.CURRENT, [Status.CONCERN, Status.CORRECTED], Status.CONCERN),
        (Status.CURRENT, [Status.SUPERSEDED, Status.WITHDRAWN], Status.WITHDRAWN),
    ],
)
def test_the_gravest_counts_and_an_erratum_retracts_nothing(
    library: Library, own: Status, laid: list[Status], effective: Status
) -> None:
    library.add([paper(1, status=own)])
    library.stand(told("pmid:1", status) for status in laid)
    assert standing(library, "pmid:1") is effective


def test_an_export_takes_its_notices_along(library: Library, tmp_path: Path) -> None:
    library.add([paper(1)])
    library.stand([told("pmid:1")])
    other = Library.open(tmp_path / "other", create=True)
    other.add(library.records())
    assert standing(other, "pmid:1") is Status.RETRACTED
    assert other.check().sound


def test_a_new_version_of_a_record_stands_under_the_same_notices(library: Library) -> None:
    library.add([paper(1)])
    library.stand([told("pmid:1")])
    library.add([paper(1, "Eleven people with cramps took oats.")])
    assert standing(library, "pmid:1") is Status.RETRACTED
    earlier = library.get("pmid:1", paper(1).version)
    assert earlier is not None
    assert earlier.status is Status.RETRACTED


TABLE = """\
Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
"One, two",5/1/2020 0:00,10.1000/n1,0,10.1000/p1,1,Retraction,+Error in Data;+Duplication;
T,5/1/2020 0:00,unavailable,0,10.1000/p3,0,Correction,
T,5/1/2020 0:00,10.1000/n5,55,unavailable,5,Expression of concern,
T,5/1/2020 0:00,10.1000/n7,0,10.1000/p7,7,Retraction,
T,6/1/2021 0:00,10.1000/n8,0,10.1000/p7,7,Reinstatement,
T,5/1/2020 0:00,,,,,Retraction,
T,5/1/2020 0:00,,,10.1000/p9,9,Sheep,
T
"""


def test_retraction_watchs_table(tmp_path: Path) -> None:
    path = tmp_path / "rw.csv"
    path.write_text(TABLE, encoding="utf-8")
    found = list(read_list(str(path)))
    named = [(str(n.identifier), n.notice.status, n.notice.date) for n in found if isinstance(n, Named)]
    assert named == [
        ("doi:10.1000/p1", Status.RETRACTED, "2020-05-01"),
        ("pmid:1", Status.RETRACTED, "2020-05-01"),
        ("doi:10.1000/n1", Status.RETRACTION_NOTICE, "2020-05-01"),
        ("doi:10.1000/p3", Status.CORRECTED, "2020-05-01"),
        ("pmid:5", Status.CONCERN, "2020-05-01"),
        ("doi:10.1000/n7", Status.RETRACTION_NOTICE, "2020-05-01"),
    ]
    first = found[3] if isinstance(found[3], Named) else None
    assert first is not None
    assert (first.notice.identifier, first.notice.reason) == ("doi:10.1000/n1", "Error in Data; Duplication")
    refused = [(item.code, item.place) for item in found if isinstance(item, Refusal)]
    assert refused == [("P218", "line 7"), ("P255", "line 8"), ("P252", "line 9")]


@pytest.mark.parametrize("packed", [True, False])
def test_lists_of_identifiers(tmp_path: Path, packed: bool) -> None:
    data = "\ufeff123 # a remark\n\n# none\ndoi:10.1000/x\nPMC12\npmid:PMC12\nwords\n".encode()
    path = tmp_path / "list.txt"
    path.write_bytes(gzip.compress(data) if packed else data)
    found = list(read_list(str(path), Status.CONCERN))
    named = [(str(n.identifier), n.notice.status.value) for n in found if isinstance(n, Named)]
    assert named == [("pmid:123", "concern"), ("doi:10.1000/x", "concern"), ("pmcid:PMC12", "concern")]
    assert [item.place for item in found if isinstance(item, Refusal)] == ["line 6", "line 7"]


def test_a_retracted_record_is_never_evidence_and_an_answer_names_the_notice(library: Library) -> None:
    text = "We randomised 40 people with muscle cramps to quinine or placebo. Quinine reduced cramps (p = 0.01)."
    title = "Quinine for muscle cramps: a randomised controlled trial"
    trial = paper(1, text, title=title, publication_types=("Randomized Controlled Trial",),
                  kind=RecordKind.TRIAL_REPORT)  # fmt: skip
    library.add([trial])
    question = "Does quinine reduce muscle cramps?"
    before = probatum.answer(question, library=library, as_of="2026-01-01")
    assert "pmid:1" in before.search.included
    notice = Notice(Status.RETRACTED, "", "doi:10.1000/n1", "2020-05-01", reason="Error in Data")
    stand(library, [Named(Identifier("pmid", "1"), notice)], "Retraction Watch", "2026-11-26")
    after = probatum.answer(question, library=library, as_of="2026-01-01")
    assert "pmid:1" not in after.search.included
    assert not after.references
    (warning,) = [w for w in after.warnings if w.code == "retracted"]
    assert "Retraction Watch: doi:10.1000/n1 of 2020-05-01, for: Error in Data" in warning.text
    assert any("Retraction Watch" in reason for record, reason in after.search.excluded if record == "pmid:1")


def test_the_command_reads_lists_says_them_and_takes_them_back(library: Library, tmp_path: Path) -> None:
    library.add([paper(1)])
    path = tmp_path / "list.txt"
    path.write_text("1\nsheep\n", encoding="utf-8")

    def run(*arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(main, ["library", *arguments, "--library", library.location])
        assert done.exit_code == code, done.output
        return done.output

    read = run("notices", str(path), "--source", "Mine", code=1)
    assert "line 2" in read
    assert "1 records stand otherwise now: pmid:1" in read
    assert "Mine" in run("notices")
    assert "Retracted, says Mine" in run("show", "pmid:1")
    assert json.loads(run("show", "pmid:1", "--json"))["stated"] == "current"
    assert "taken back" in run("notices", "--forget", "Mine")
    assert "P350" in run("notices", "--forget", "Mine", code=1)
    assert "current" in run("show", "pmid:1")


@pytest.mark.parametrize("first", [True, False])
def test_a_work_stands_as_the_gravest_of_its_copies(library: Library, first: bool) -> None:
    doi = Identifier("doi", "10.1000/p1")
    copy = paper(1, id=str(doi), identifiers=(doi,), status=Status.RETRACTED)
    library.add([paper(1), copy] if first else [copy, paper(1)])
    assert len(library) == 1
    assert standing(library, "pmid:1") is Status.RETRACTED
    assert [hit.record.status for hit in library.search("oats", status="retracted")] == [Status.RETRACTED]
    assert library.check().sound
    library.split("pmid:1")
    assert library.check().sound
