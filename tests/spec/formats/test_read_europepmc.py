"""Europe PMC's replies: identifiers, abstracts with headings, links and standing, refusals. All is invented."""

from __future__ import annotations

import io
import json

import pytest

from probatum.acquire.formats import Refusal, recognise
from probatum.acquire.formats.europepmc import FORMAT
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionRole

MED = {"id": "7", "source": "MED", "title": "A title."}


def items(content: object) -> list[object]:
    text = content if isinstance(content, str) else json.dumps(content)
    return list(FORMAT.read(io.BytesIO(text.encode()), "x.json"))


def reply(*results: object) -> dict[str, object]:
    return {"version": "6.9", "hitCount": len(results), "resultList": {"result": list(results)}}


def read(**fields: object) -> Record:
    (record,) = items(reply({**MED, **fields}))
    assert isinstance(record, Record), record
    return record


def test_a_core_result() -> None:
    record = read(
        pmid="7",
        pmcid="PMC8",
        doi="10.1000/X",
        authorList={"author": [{"fullName": "Ek AB"}, {"collectiveName": "The Group"}]},
        authorString="Wrong A.",
        journalInfo={
            "volume": "5", "issue": "2", "dateOfPublication": "2020 Feb", "yearOfPublication": 2020,
            "journal": {"title": "Journal of Examples", "isoabbreviation": "J Ex"},
        },
        pageInfo="1-9",
        pubTypeList={"pubType": ["Randomized Controlled Trial", "research-article", "Journal Article"]},
        meshHeadingList={"meshHeading": [{"descriptorName": "Gout"}, {"descriptorName": "Pain"}]},
        chemicalList={"chemical": [{"name": "Water"}]},
        keywordList={"keyword": ["gout", "<i>trial</i>"]},
        language="eng",
        isOpenAccess="Y",
        license="cc by",
        firstPublicationDate="2019-12-30",
    )  # fmt: skip
    assert [str(i) for i in record.identifiers] == ["pmid:7", "pmcid:PMC8", "doi:10.1000/x"]
    assert (record.authors, record.journal, record.volume, record.issue, record.pages) == (
        ("Ek AB", "The Group"), "J Ex", "5", "2", "1-9",
    )  # fmt: skip
    assert (record.year, record.date, record.language, record.kind) == (2020, "2020-02", "en", RecordKind.TRIAL_REPORT)
    assert record.publication_types == ("Randomized Controlled Trial", "Journal Article")
    assert (record.mesh, record.keywords) == (("Gout", "Pain", "Water"), ("gout", "trial"))
    assert record.licence == "open access, cc by"


def test_a_lite_result() -> None:
    record = read(
        authorString="Ek AB, van Dam C, The Group.",
        journalTitle="J Ex",
        journalVolume="5",
        issue="2",
        pubYear="2020",
        pubType="review; journal article",
        firstPublicationDate="2020-03-04",
        isOpenAccess="N",
    )
    assert record.authors == ("Ek AB", "van Dam C", "The Group")
    assert (record.journal, record.volume, record.issue, record.date) == ("J Ex", "5", "2", "2020-03-04")
    assert (record.kind, record.licence, record.status) == (RecordKind.REVIEW, "", RecordStatus.CURRENT)


IDENTIFIERS = [
    # (fields, identifiers, the record's own first)
    ({"id": "7", "source": "MED"}, ["pmid:7"]),
    ({"id": "PMC8", "source": "PMC", "pmcid": "PMC8"}, ["pmcid:PMC8"]),
    ({"id": "PPR900", "source": "PPR", "doi": "10.1000/pre"}, ["doi:10.1000/pre", "ppr:PPR900"]),
    ({"id": "PPR900", "source": "PPR"}, ["ppr:PPR900"]),
    ({"id": "IND44", "source": "AGR"}, ["agr:IND44"]),
]


@pytest.mark.parametrize(("fields", "expected"), IDENTIFIERS)
def test_a_number_stands_in_the_name_space_of_its_source(fields: dict[str, str], expected: list[str]) -> None:
    record = read(**fields)
    assert [str(i) for i in record.identifiers] == expected
    assert record.id == expected[0]


ABSTRACTS = [
    # (abstract as given, (heading, role, text) of each section)
    ("<h4>Background</h4>Old. <h4>Results:</h4>It fell (<i>p</i>&lt;0.05).", [
        ("Background", SectionRole.BACKGROUND, "Old."), ("Results", SectionRole.RESULTS, "It fell (p<0.05)."),
    ]),
    ("Before. <h4>Methods</h4> We <b>did</b>.", [
        ("", SectionRole.NONE, "Before."), ("Methods", SectionRole.METHODS, "We did."),
    ]),
    ("OBJECTIVE: To see. METHODS: We saw.", [
        ("OBJECTIVE", SectionRole.OBJECTIVE, "To see."), ("METHODS", SectionRole.METHODS, "We saw."),
    ]),
    ("p<0.001, n>5, 10<sup>-5</sup>, m<sup>2</sup>, CO<sub>2</sub>, R&D, 5 &#181;g", [
        ("", SectionRole.NONE, "p<0.001, n>5, 10⁻⁵, m2, CO2, R&D, 5 µg"),
    ]),
    ("One.<p>Two.</p>Three &amp;lt; four &amp;amp; five", [("", SectionRole.NONE, "One. Two. Three < four & five")]),
    ("Of &lt;i&gt;ABC&lt;/i&gt;", [("", SectionRole.NONE, "Of ABC")]),
    ("<h4>Empty</h4>", []),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), ABSTRACTS)
def test_abstracts_are_parted_at_their_headings(given: str, expected: list[tuple[str, SectionRole, str]]) -> None:
    sections = read(abstractText=given).sections[1:]
    assert [(s.heading, s.role, s.text) for s in sections] == expected
    assert [s.id for s in sections] == [f"abstract.{n}" if n > 1 else "abstract" for n in range(1, len(sections) + 1)]


LINKS = [
    # (type of the link, source and number, link, standing of the record)
    ("Retraction in", "MED", "9", LinkKind.RETRACTED_BY, "pmid:9", RecordStatus.RETRACTED),
    ("Retraction of", "MED", "9", LinkKind.RETRACTS, "pmid:9", RecordStatus.RETRACTION_NOTICE),
    ("Erratum in", "MED", "9", LinkKind.ERRATUM, "pmid:9", RecordStatus.CORRECTED),
    ("Erratum for", "MED", "9", LinkKind.ERRATUM_FOR, "pmid:9", RecordStatus.CURRENT),
    ("Expression of concern in", "PMC", "PMC9", LinkKind.CONCERN, "pmcid:PMC9", RecordStatus.CONCERN),
    ("Partial retraction in", "MED", "9", LinkKind.CONCERN, "pmid:9", RecordStatus.CONCERN),
    ("Corrected and republished in", "MED", "9", LinkKind.REPUBLISHED, "pmid:9", RecordStatus.CORRECTED),
    ("Update in", "MED", "9", LinkKind.SUPERSEDED_BY, "pmid:9", RecordStatus.SUPERSEDED),
    ("Comment in", "MED", "9", LinkKind.COMMENT, "pmid:9", RecordStatus.CURRENT),
    ("Preprint of", "MED", "9", LinkKind.PUBLICATION, "pmid:9", RecordStatus.CURRENT),
    ("Preprint in", "PPR", "PPR9", LinkKind.PREPRINT, "ppr:PPR9", RecordStatus.CURRENT),
    ("Something new", "MED", "9", LinkKind.OTHER, "pmid:9", RecordStatus.CURRENT),
]


@pytest.mark.parametrize(("sort", "source", "number", "kind", "target", "status"), LINKS)
def test_links_and_standing(
    sort: str, source: str, number: str, kind: LinkKind, target: str, status: RecordStatus
) -> None:
    one = {"type": sort, "source": source, "id": number, "reference": "J Ex. 2021"}
    record = read(commentCorrectionList={"commentCorrection": [one]})
    assert [(link.kind, str(link.identifier)) for link in record.links] == [(kind, target)]
    assert "J Ex. 2021" in record.links[0].note
    assert record.status is status


def test_a_retraction_without_its_notice_is_one() -> None:
    one = {"type": "Retraction in", "source": "MED"}
    record = read(commentCorrectionList={"commentCorrection": one})
    assert (record.status, record.links[0].identifier) == (RecordStatus.RETRACTED, None)


def test_a_retracted_paper_is_known_by_its_type() -> None:
    assert read(pubType="retracted publication; journal article").status is RecordStatus.RETRACTED


def test_a_later_version_of_a_preprint_says_which_it_supersedes() -> None:
    (link,) = read(id="PPR9", source="PPR", versionNumber=3).links
    assert (link.kind, str(link.identifier), link.note) == (LinkKind.SUPERSEDES, "ppr:PPR9", "version 2")


SHAPES = {
    "a search reply": reply(MED, {**MED, "id": "8"}),
    "one a line": json.dumps(reply(MED)) + "\n" + json.dumps(reply({**MED, "id": "8"})),
    "single results": json.dumps({"version": "6.9", "hitCount": 1, "result": MED})
    + json.dumps({"version": "6.9", "hitCount": 1, "result": {**MED, "id": "8"}}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(shape: str) -> None:
    content = SHAPES[shape] if isinstance(SHAPES[shape], str) else json.dumps(SHAPES[shape])
    assert [item.id for item in items(content) if isinstance(item, Record)] == ["pmid:7", "pmid:8"]
    assert recognise(str(content).encode()) is FORMAT


BEAN = (
    '<?xml version="1.0" encoding="UTF-8"?><errorBean><errCode>0</errCode><errMsg>It is not open</errMsg></errorBean>'
)
REFUSED = [
    # (content, code)
    (BEAN, "P231"),
    ({"version": "6.9", "errCode": 404, "errMsg": "Not found"}, "P231"),
    (reply({"id": "7", "source": "MED"}), "P218"),
    (reply({"title": "A title"}), "P218"),
    (reply({**MED, "title": ["not", "text"]}), "P218"),
    (json.dumps(reply(MED, MED))[:-20], "P230"),
    ('{"resultList": {"result": [{"id": "7", "source": "MED" "title": "x"}]}}', "P205"),
]


@pytest.mark.parametrize(("content", "code"), REFUSED)
def test_refusals_and_damage_are_refused(content: object, code: str) -> None:
    refusals = [item for item in items(content) if isinstance(item, Refusal)]
    assert {refusal.code for refusal in refusals} == {code}


def test_a_refusal_says_what_the_service_said() -> None:
    (refusal,) = items(BEAN)
    assert isinstance(refusal, Refusal)
    assert "It is not open" in refusal.reason
    assert recognise(BEAN.encode()) is FORMAT


@pytest.mark.parametrize("odd", [None, 5, "x", [], ["x"], {"author": 5}, {"author": [5, None, {"fullName": 5}]}])
def test_members_of_an_odd_shape_are_passed_over(odd: object) -> None:
    names = ("authorList", "journalInfo", "meshHeadingList", "commentCorrectionList", "keywordList", "pubTypeList")
    assert read(**dict.fromkeys(names, odd)).title == "A title."
