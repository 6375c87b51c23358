"""Crossref's and OpenAlex's works: identifiers, abstracts, links and standing. All is invented."""

from __future__ import annotations

import io
import json

import pytest

from probatum.acquire.formats import Refusal, crossref, openalex, recognise
from probatum.model import LinkKind, Record, RecordKind, RecordStatus


def of_crossref(*works: object) -> list[object]:
    tree = {"status": "ok", "message-type": "work-list", "message": {"total-results": 1, "items": list(works)}}
    data = json.dumps(tree).encode()
    assert recognise(data) is crossref.FORMAT
    return list(crossref.FORMAT.read(io.BytesIO(data), "x"))


def of_openalex(*works: object) -> list[object]:
    data = json.dumps({"meta": {"count": 1}, "results": list(works)}).encode()
    assert recognise(data) is openalex.FORMAT
    return list(openalex.FORMAT.read(io.BytesIO(data), "x"))


def one(items: list[object]) -> Record:
    (record,) = items
    assert isinstance(record, Record), record
    return record


WORK = {"indexed": {}, "DOI": "10.5555/A", "title": ["Zorbinol for <i>hiccups</i>"], "type": "journal-article"}


def test_a_work_of_crossref() -> None:
    record = one(of_crossref({
        **WORK,
        "author": [{"given": "Ada B.", "family": "Ek"}, {"name": "The Hiccup Group"}],
        "container-title": ["Journal of Examples"], "short-container-title": ["J Ex"],
        "issued": {"date-parts": [[2020, 3]]}, "published-print": {"date-parts": [[2020, 5, 1]]},
        "volume": "5", "issue": "2", "page": "1-9", "language": "en", "license": [{"URL": "https://lic.example"}],
        "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Methods</jats:title><jats:p>We gave it."
                    "</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title><jats:p>p&lt;0.05</jats:p></jats:sec>",
    }))  # fmt: skip
    assert (record.id, record.title, record.kind) == ("doi:10.5555/a", "Zorbinol for hiccups", RecordKind.ARTICLE)
    assert record.authors == ("Ek AB", "The Hiccup Group")
    assert (record.journal, record.year, record.date) == ("J Ex", 2020, "2020-05-01")
    assert [(s.heading, s.text) for s in record.sections[1:]] == [("Methods", "We gave it."), ("Results", "p<0.05")]


@pytest.mark.parametrize(
    ("update", "status", "link"),
    [
        ("retraction", RecordStatus.RETRACTED, LinkKind.RETRACTED_BY),
        ("withdrawal", RecordStatus.RETRACTED, LinkKind.RETRACTED_BY),
        ("removal", RecordStatus.RETRACTED, LinkKind.RETRACTED_BY),
        ("erratum", RecordStatus.CORRECTED, LinkKind.ERRATUM),
        ("corrigendum", RecordStatus.CORRECTED, LinkKind.ERRATUM),
        ("correction", RecordStatus.CORRECTED, LinkKind.ERRATUM),
        ("expression_of_concern", RecordStatus.CONCERN, LinkKind.CONCERN),
        ("partial_retraction", RecordStatus.CONCERN, LinkKind.CONCERN),
        ("new_version", RecordStatus.SUPERSEDED, LinkKind.SUPERSEDED_BY),
    ],
)
def test_what_an_update_says(update: str, status: RecordStatus, link: LinkKind) -> None:
    record = one(of_crossref({**WORK, "updated-by": [{"DOI": "10.5555/n", "type": update}]}))
    assert (record.status, [(found.kind, str(found.identifier)) for found in record.links]) == (
        status, [(link, "doi:10.5555/n")],
    )  # fmt: skip


def test_a_notice_is_a_notice_and_an_unknown_update_says_nothing() -> None:
    notice = one(of_crossref({**WORK, "update-to": [{"DOI": "10.5555/b", "type": "retraction"}]}))
    assert (notice.status, notice.links[0].kind) == (RecordStatus.RETRACTION_NOTICE, LinkKind.RETRACTS)
    erratum = one(of_crossref({**WORK, "update-to": [{"DOI": "10.5555/b", "type": "erratum"}]}))
    assert (erratum.status, erratum.links[0].kind) == (RecordStatus.CURRENT, LinkKind.ERRATUM_FOR)
    odd = one(of_crossref({**WORK, "updated-by": [{"DOI": "10.5555/b", "type": "sparkle"}, 7]}))
    assert (odd.status, odd.links) == (RecordStatus.CURRENT, ())


def test_a_preprint_and_its_paper_are_linked() -> None:
    related = {"is-preprint-of": [{"id": "10.5555/paper", "id-type": "doi"}]}
    record = one(of_crossref({**WORK, "type": "posted-content", "subtype": "preprint", "relation": related}))
    assert record.publication_types == ("Preprint",)
    assert [(link.kind, str(link.identifier)) for link in record.links] == [(LinkKind.PUBLICATION, "doi:10.5555/paper")]


def test_a_work_of_openalex() -> None:
    record = one(of_openalex({
        "id": "https://openalex.org/W1", "display_name": "Zorbinol for hiccups", "type": "article",
        "ids": {"doi": "https://doi.org/10.5555/A", "pmid": "https://pubmed.ncbi.nlm.nih.gov/77",
                "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/88"},
        "publication_year": 2020, "publication_date": "2020-05-01", "language": "en",
        "biblio": {"volume": "5", "issue": "2", "first_page": "1", "last_page": "9"},
        "primary_location": {"source": {"display_name": "Journal of Examples"}, "license": "cc-by"},
        "authorships": [{"author": {"display_name": "Ada Ek"}}], "mesh": [{"descriptor_name": "Hiccup"}],
        "abstract_inverted_index": {"We": [0, 4], "gave": [1], "zorbinol.": [2], "Then": [3], "looked.": [5]},
    }))  # fmt: skip
    assert [str(i) for i in record.identifiers] == ["pmid:77", "pmcid:PMC88", "doi:10.5555/a", "openalex:W1"]
    assert (record.journal, record.year, record.date, record.pages) == (
        "Journal of Examples",
        2020,
        "2020-05-01",
        "1-9",
    )
    assert record.section("abstract").text == "We gave zorbinol. Then We looked."
    assert record.status is RecordStatus.CURRENT


def test_openalex_marks_a_retracted_work() -> None:
    work = {"id": "https://openalex.org/W1", "display_name": "T", "is_retracted": True}
    assert one(of_openalex(work)).status is RecordStatus.RETRACTED
    assert one(of_openalex({**work, "is_retracted": "no"})).status is RecordStatus.CURRENT


@pytest.mark.parametrize("index", [{"a": [10**12]}, {"a": [-1]}, {"a": "x"}, ["a"], {"a": [1.5]}, {"a": ["0"]}])
def test_an_index_that_is_none_gives_no_abstract(index: object) -> None:
    work = {"id": "https://openalex.org/W1", "display_name": "T", "abstract_inverted_index": index}
    assert [s.id for s in one(of_openalex(work)).sections] == ["title"]


@pytest.mark.parametrize(
    "work", [{"DOI": "10.5555/a"}, {"title": ["T"]}, {"DOI": 7, "title": ["T"]}, {"DOI": "10.5555/a", "title": []}]
)
def test_a_work_without_title_or_doi_is_refused_and_the_next_is_read(work: object) -> None:
    refused, record = of_crossref(work, WORK)
    assert isinstance(refused, Refusal)
    assert refused.code == "P218"
    assert isinstance(record, Record)


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, [[]], [{}], {"date-parts": [[None]]}, [7, {"DOI": 7}]])
def test_odd_values_are_no_trouble(odd: object) -> None:
    names = ("author", "container-title", "issued", "volume", "page", "abstract", "updated-by", "update-to", "relation",
             "license", "subject", "language", "subtype")  # fmt: skip
    assert isinstance(one(of_crossref({**WORK, **dict.fromkeys(names, odd)})), Record)
    work = {"id": "https://openalex.org/W1", "display_name": "T"}
    names = ("ids", "biblio", "primary_location", "authorships", "mesh", "keywords", "publication_date", "type")
    assert isinstance(one(of_openalex({**work, **dict.fromkeys(names, odd)})), Record)
