"""Each service: the question in its words, the pages it gives, and what is handed to the formats."""

from __future__ import annotations

from typing import Any

import pytest
from service_replay import Answer, Asked, Replay, json

from probatum import pipeline
from probatum.acquire import services
from probatum.acquire.services import Page, Service, ServiceError, Watching
from probatum.acquire.services._client import Client
from probatum.model import Identifier, RecordStatus

QUESTION = "Does mexiletine reduce muscle cramps in people with ALS?"
QUERY = '(mexiletine[tiab] OR "mexiletine"[mh]) AND cramp*[tiab] AND Smith J[au] AND 2020:2021[dp] NOT mice[mh]'


def pages(client: Client, name: str, query: str = "zorbinol", *, most: int = 1000, **more: str) -> list[Page]:
    return list(services.get(name).search(client, query, most=most, **more))


@pytest.mark.parametrize("name", sorted(services.services()))
def test_every_service_says_who_it_is(name: str) -> None:
    service = services.get(name)
    assert isinstance(service, Service)
    assert service.name == name
    assert service.base.startswith("https://")
    assert service.base.split("/")[2] in service.hosts
    assert 0 < service.pace.free <= service.pace.keyed
    assert service.pace.source
    assert service.enough > 0


@pytest.mark.parametrize("name", sorted(services.services()))
def test_every_service_asks_only_at_its_own_path(replay: Replay, client: Client, name: str) -> None:
    replay.fault = lambda asked: Answer(b"", 500)
    with pytest.raises(ServiceError):
        pages(client, name)
    assert {asked.path.split("/")[1] for asked in replay.asked} == {name}


WRITTEN = {
    "europepmc": (
        'TITLE_ABS:"amyotrophic lateral sclerosis"',
        '((TITLE_ABS:"mexiletine" OR KW:"mexiletine") AND TITLE_ABS:cramp* AND AUTH:"Smith J" AND '
        'FIRST_PDATE:[2020 TO 2021]) NOT KW:"mice"',
    ),
    "clinicaltrials": (
        'query.cond="amyotrophic lateral sclerosis"; query.intr="mexiletine"',
        'query.term=(("mexiletine" OR "mexiletine") AND "cramp") NOT "mice"',
    ),
    "openfda": ('openfda.generic_name:"mexiletine"', 'openfda.generic_name:"mexiletine"'),
    "dailymed": ("mexiletine", "mexiletine"),
    "crossref": ("mexiletine amyotrophic lateral sclerosis", "mexiletine mexiletine cramp"),
    "openalex": ('"amyotrophic lateral sclerosis"', '(("mexiletine" OR "mexiletine") AND "cramp") NOT "mice"'),
}


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_a_question_and_a_query_in_a_service_s_own_words(name: str) -> None:
    of_question, of_query = WRITTEN[name]
    service = services.get(name)
    assert of_question in service.write(pipeline.sendable(QUESTION))
    assert of_query in service.write(pipeline.sendable(QUERY))


def test_a_query_with_a_tag_that_pubmed_alone_knows_goes_to_pubmed_alone() -> None:
    asked = pipeline.sendable("zorbinol[tiab] AND Utopia[ad]")
    assert services.get("pubmed").write(asked) == "zorbinol[tiab] AND Utopia[ad]"
    assert services.get("europepmc").write(asked) == ""


# Europe PMC


def europepmc(replay: Replay, total: int) -> None:
    def search(asked: Asked) -> Answer:
        start = 0 if asked.parameters["cursorMark"] == "*" else int(asked.parameters["cursorMark"])
        end = min(start + int(asked.parameters["pageSize"]), total)
        results = [{"id": str(n), "source": "MED", "pmid": str(n), "title": f"Paper {n}"} for n in range(start, end)]
        tree: dict[str, Any] = {"version": "6.9", "hitCount": total, "resultList": {"result": results}}
        if end < total:
            tree["nextCursorMark"] = str(end)
        return json(tree)

    replay.say["/europepmc/search"] = search


def test_europe_pmc_is_paged_by_its_cursor(replay: Replay, client: Client) -> None:
    europepmc(replay, 230)
    found = pages(client, "europepmc", since="2024-01-01")
    assert [(page.records, page.total, page.cursor) for page in found] == [
        (100, 230, "100"),
        (100, 230, "200"),
        (30, 230, ""),
    ]
    assert replay.asked[0].parameters["query"] == "(zorbinol) AND FIRST_IDATE:[2024-01-01 TO 3000-12-31]"
    assert replay.asked[0].parameters["resultType"] == "core"
    assert [page.records for page in pages(client, "europepmc", most=30, cursor="200")] == [30]


def test_europe_pmc_s_own_error_is_told(replay: Replay, client: Client) -> None:
    replay.say["/europepmc/search"] = lambda asked: json({"version": "6.9", "errCode": 404, "errMsg": "Wrong query"})
    with pytest.raises(ServiceError, match=r"P520.*Wrong query"):
        pages(client, "europepmc")


def test_full_text_is_of_open_access_articles(replay: Replay, client: Client) -> None:
    refusal = b"<?xml version='1.0'?><errorBean><errCode>0</errCode><errMsg>not open access</errMsg></errorBean>"
    replay.say["/europepmc/PMC1/"] = lambda asked: Answer(b"<article><front/></article>")
    replay.say["/europepmc/PMC2/"] = lambda asked: Answer(refusal)
    replay.say["/europepmc/PMC3/"] = lambda asked: Answer(b"", 404)
    wanted = [Identifier("pmcid", value) for value in ("PMC1", "PMC2", "PMC3", "PMC1/../../x")]
    found = list(services.get("europepmc").fetch(client, wanted))
    assert [page.body for page in found] == [b"<article><front/></article>"]
    assert len(replay.asked) == 3


def test_europe_pmc_finds_by_identifier(replay: Replay, client: Client) -> None:
    europepmc(replay, 1)
    list(services.get("europepmc").fetch(client, [Identifier("pmid", "7"), Identifier("doi", "10.5555/x")]))
    assert replay.asked[0].parameters["query"] == '(EXT_ID:7 AND SRC:MED) OR DOI:"10.5555/x"'


# ClinicalTrials.gov


def test_clinicaltrials_is_paged_by_its_token(replay: Replay, client: Client) -> None:
    def search(asked: Asked) -> Answer:
        start = int(asked.parameters.get("pageToken", "0"))
        end = min(start + int(asked.parameters["pageSize"]), 120)
        studies = [{"protocolSection": {"identificationModule": {"nctId": f"NCT{n:08}"}}} for n in range(start, end)]
        tree: dict[str, Any] = {"studies": studies}
        if "pageToken" not in asked.parameters:
            tree["totalCount"] = 120
        if end < 120:
            tree["nextPageToken"] = str(end)
        return json(tree)

    replay.say["/clinicaltrials/studies"] = search
    found = pages(client, "clinicaltrials", 'query.cond="hiccups"; query.intr="zorbinol" OR "x"', since="2024-01-01")
    assert [(page.records, page.total, page.cursor) for page in found] == [
        (50, 120, "50"),
        (50, 120, "100"),
        (20, 120, ""),
    ]
    sent = replay.asked[0].parameters
    assert (sent["query.cond"], sent["query.intr"]) == ('"hiccups"', '"zorbinol" OR "x"')
    assert sent["filter.advanced"] == "AREA[LastUpdatePostDate]RANGE[2024-01-01,MAX]"


def test_a_study_is_fetched_by_its_number(replay: Replay, client: Client) -> None:
    replay.say["/clinicaltrials/studies/NCT00000001"] = lambda asked: json({"protocolSection": {}})
    wanted = [Identifier("nct", "NCT00000001"), Identifier("nct", "NCT00000002"), Identifier("nct", "../x")]
    assert len(list(services.get("clinicaltrials").fetch(client, wanted))) == 1
    assert len(replay.asked) == 2


# Labels


def test_openfda_is_paged_and_404_is_nothing(replay: Replay, client: Client) -> None:
    def search(asked: Asked) -> Answer:
        if "nothing" in asked.parameters["search"]:
            return Answer(b'{"error": {"code": "NOT_FOUND", "message": "No matches found!"}}', 404)
        skip, limit = int(asked.parameters["skip"]), int(asked.parameters["limit"])
        results = [{"set_id": str(n)} for n in range(skip, min(skip + limit, 40))]
        return json({"meta": {"results": {"skip": skip, "limit": limit, "total": 40}}, "results": results})

    replay.say["/openfda/drug/label.json"] = search
    assert [(p.records, p.total, p.cursor) for p in pages(client, "openfda", "x")] == [(25, 40, "25"), (15, 40, "")]
    assert [(p.records, p.total, p.body) for p in pages(client, "openfda", "nothing")] == [(0, 0, b"")]
    pages(client, "openfda", "x", since="2024-02-03")
    assert replay.asked[-1].parameters["search"] == "(x) AND effective_time:[20240203 TO 29991231]"


SETIDS = [f"00000000-0000-4000-8000-{n:012}" for n in range(130)]


def dailymed(replay: Replay) -> None:
    def spls(asked: Asked) -> Answer:
        page = int(asked.parameters["page"])
        known = SETIDS if asked.parameters["drug_name"] == "zorbinol" else []
        data = [{"setid": setid, "title": "x"} for setid in known[(page - 1) * 100 : page * 100]]
        return json({"data": data, "metadata": {"total_elements": len(known), "current_page": page}})

    replay.say["/dailymed/spls.json"] = spls
    for setid in SETIDS:
        replay.say[f"/dailymed/spls/{setid}.xml"] = lambda asked: Answer(
            b"<document xmlns='urn:hl7-org:v3'></document>"
        )


def test_dailymed_lists_then_fetches_each_label(replay: Replay, client: Client) -> None:
    dailymed(replay)
    found = pages(client, "dailymed", "nothing; zorbinol")
    assert len(found) == 130
    assert found[-1].total == 130
    assert found[102].cursor == "1,2,3"
    again = pages(client, "dailymed", "nothing; zorbinol", cursor="1,2,3")
    assert [page.name for page in again] == [page.name for page in found[103:]]
    assert len(pages(client, "dailymed", "zorbinol", most=3)) == 3
    assert [page.total for page in pages(client, "dailymed", "nothing")] == [0]


@pytest.mark.parametrize("setid", ["../../x", 7, None])
def test_a_set_identifier_that_is_none_is_not_asked_for(replay: Replay, client: Client, setid: object) -> None:
    replay.say["/dailymed/spls.json"] = lambda asked: json(
        {"data": [{"setid": setid}], "metadata": {"total_elements": 1}}
    )
    with pytest.raises(ServiceError, match="P524"):
        pages(client, "dailymed")
    assert len(replay.asked) == 1


# Standing


def test_crossref_tells_what_became_of_a_work(replay: Replay, client: Client) -> None:
    when = {"date-parts": [[2021, 3, 4]], "date-time": "2021-03-04T00:00:00Z"}
    retraction = {"DOI": "10.5555/n1", "type": "retraction", "source": "publisher", "updated": when}
    erratum = {"DOI": "10.5555/n2", "type": "erratum", "updated": {"date-parts": [[2020]]}}
    partial = {"DOI": "10.5555/n4", "type": "partial_retraction"}
    works = [
        {"DOI": "10.5555/A", "updated-by": [retraction]},
        {"DOI": "10.5555/b", "updated-by": [erratum, {"DOI": "10.5555/n3", "type": "expression-of-concern"}]},
        {"DOI": "10.5555/c", "updated-by": [partial, {"type": "sparkle"}, 7]},
        {"DOI": "10.5555/d", "update-to": [{"DOI": "10.5555/a", "type": "retraction"}]},
        {"DOI": "10.5555/not-asked", "updated-by": [{"type": "retraction"}]},
    ]
    replay.say["/crossref/works"] = lambda asked: json({"message": {"total-results": 5, "items": works}})
    service = services.get("crossref")
    assert isinstance(service, Watching)
    wanted = [Identifier("doi", f"10.5555/{letter}") for letter in "abcd"]
    told = [(str(n.identifier), n.standing, str(n.notice), n.date) for n in service.notices(client, wanted)]
    assert told == [
        ("doi:10.5555/a", RecordStatus.RETRACTED, "doi:10.5555/n1", "2021-03-04"),
        ("doi:10.5555/b", RecordStatus.CORRECTED, "doi:10.5555/n2", "2020"),
        ("doi:10.5555/b", RecordStatus.CONCERN, "doi:10.5555/n3", ""),
        ("doi:10.5555/c", RecordStatus.CONCERN, "doi:10.5555/n4", ""),
    ]
    assert replay.asked[0].parameters["filter"] == "doi:10.5555/a,doi:10.5555/b,doi:10.5555/c,doi:10.5555/d"


def test_a_doi_with_a_comma_is_looked_up_by_itself(replay: Replay, client: Client) -> None:
    work = {"DOI": "10.5555/a,b", "updated-by": [{"DOI": "10.5555/n", "type": "retraction"}]}
    replay.say["/crossref/works/10.5555"] = lambda asked: json({"message": work})
    service = services.get("crossref")
    assert isinstance(service, Watching)
    assert [n.standing for n in service.notices(client, [Identifier("doi", "10.5555/a,b")])] == [RecordStatus.RETRACTED]


def test_openalex_marks_retracted_works(replay: Replay, client: Client) -> None:
    works = [
        {
            "ids": {"doi": "https://doi.org/10.5555/A", "pmid": "https://pubmed.ncbi.nlm.nih.gov/7"},
            "is_retracted": True,
        },
        {"ids": {"doi": "https://doi.org/10.5555/b"}, "is_retracted": False},
        {"ids": {"doi": "https://doi.org/10.5555/c"}, "is_retracted": "yes"},
        {"ids": None, "is_retracted": True},
    ]
    replay.say["/openalex/works"] = lambda asked: json({"meta": {"count": 4}, "results": works})
    service = services.get("openalex")
    assert isinstance(service, Watching)
    wanted = [Identifier("doi", f"10.5555/{letter}") for letter in "abc"]
    assert [(str(n.identifier), n.standing) for n in service.notices(client, wanted)] == [
        ("doi:10.5555/a", RecordStatus.RETRACTED)
    ]
    assert replay.asked[0].parameters["filter"] == "doi:10.5555/a|10.5555/b|10.5555/c"


def test_crossref_and_openalex_are_paged(replay: Replay, client: Client) -> None:
    replay.say["/crossref/works"] = lambda asked: json(
        {"message": {"total-results": 60, "items": [{}] * min(int(asked.parameters["rows"]), 50),
                     "next-cursor": asked.parameters["cursor"] + "+"}}
    )  # fmt: skip
    assert [(p.records, p.cursor) for p in pages(client, "crossref", most=60, since="2024-01-01")] == [
        (50, "*+"),
        (10, "*++"),
    ]
    assert replay.asked[0].parameters["filter"] == "from-created-date:2024-01-01"
    replay.say["/openalex/works"] = lambda asked: json({"meta": {"count": 150}, "results": [{}] * 100})
    assert [(p.records, p.cursor) for p in pages(client, "openalex", most=150)] == [(100, "2"), (100, "")]
    assert [asked.parameters["page"] for asked in replay.asked if asked.path.startswith("/openalex")] == ["1", "2"]


@pytest.mark.parametrize("name", ["crossref", "openalex"])
@pytest.mark.parametrize("reply", [{}, [], {"message": {}}, {"message": {"items": 7}}, {"results": None}])
def test_a_reply_without_a_list_is_never_a_clean_bill(replay: Replay, client: Client, name: str, reply: object) -> None:
    replay.fault = lambda asked: json(reply)
    service = services.get(name)
    assert isinstance(service, Watching)
    with pytest.raises(ServiceError, match="P524"):
        list(service.notices(client, [Identifier("doi", "10.5555/a")]))
