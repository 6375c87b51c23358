"""PubMed: what is sent and what is made of the reply."""

from __future__ import annotations

import pytest
from service_replay import Answer, Asked, Replay, articles, citation, json, pubmed

from probatum.acquire import online
from probatum.acquire.services import Linking, Service, ServiceError, get
from probatum.acquire.services import pubmed as pubmed_service
from probatum.acquire.services._client import Client
from probatum.model import Identifier, Record

SERVICE = get("pubmed")


def search(client: Client, query: str = "zorbinol AND hiccups", *, most: int = 1000, since: str = "") -> list[Record]:
    planned = online.Plan(SERVICE, query, "")
    return [item for batch in online.batches(planned, client, most=most, since=since) for item in batch.records]  # type: ignore[misc]


def test_it_is_a_service_that_links() -> None:
    assert isinstance(SERVICE, Service)
    assert isinstance(SERVICE, Linking)


def test_a_search_uses_the_history_server_and_fetches_in_batches(replay: Replay, client: Client) -> None:
    pubmed(replay, 450)
    found = search(client)
    assert [record.id for record in found] == [f"pmid:{1000 + at}" for at in range(450)]
    asked = [(a.path, a.parameters.get("retstart"), a.parameters.get("retmax")) for a in replay.asked]
    assert asked == [
        ("/pubmed/esearch.fcgi", None, "0"),
        ("/pubmed/efetch.fcgi", "0", "200"),
        ("/pubmed/efetch.fcgi", "200", "200"),
        ("/pubmed/efetch.fcgi", "400", "50"),
    ]
    assert replay.asked[0].parameters["usehistory"] == "y"
    assert replay.asked[0].parameters["term"] == "zorbinol AND hiccups"
    assert replay.asked[0].parameters["tool"] == "probatum"


def test_no_more_are_fetched_than_are_wanted(replay: Replay, client: Client) -> None:
    pubmed(replay, 450)
    assert len(search(client, most=30)) == 30
    assert [a.parameters.get("retmax") for a in replay.asked] == ["0", "30"]


def test_a_search_that_finds_nothing_fetches_nothing(replay: Replay, client: Client) -> None:
    pubmed(replay, 0)
    assert search(client) == []
    assert len(replay.asked) == 1


def test_since_is_the_day_pubmed_took_it_in(replay: Replay, client: Client) -> None:
    pubmed(replay, 1)
    search(client, since="2024-02-01")
    sent = replay.asked[0].parameters
    assert (sent["datetype"], sent["mindate"], sent["maxdate"]) == ("edat", "2024/02/01", "3000")


def test_a_long_strategy_goes_as_a_form(replay: Replay, client: Client) -> None:
    pubmed(replay, 1)
    long = " OR ".join(f'"zorbinol {at}"[tiab]' for at in range(200))
    search(client, long)
    assert replay.asked[0].method == "POST"
    assert replay.asked[0].parameters["term"] == long


@pytest.mark.parametrize(
    ("reply", "short"),
    [
        ({"esearchresult": {"ERROR": "Search Backend failed: dead node"}}, "it answered with an error"),
        ({"error": "something broke"}, "it answered with an error"),
        ({"esearchresult": {"count": "many", "webenv": "x", "querykey": "1"}}, "its reply could not be read"),
        ({"esearchresult": {"count": "5"}}, "its reply could not be read"),
        ({"esearchresult": []}, "its reply could not be read"),
        ([], "its reply could not be read"),
    ],
)
def test_an_error_in_a_sound_reply_is_an_error(replay: Replay, client: Client, reply: object, short: str) -> None:
    replay.say["/pubmed/esearch.fcgi"] = lambda asked: json(reply)
    with pytest.raises(ServiceError) as told:
        search(client)
    assert told.value.short == short


def test_a_reply_without_its_articles_is_refused(replay: Replay, client: Client) -> None:
    pubmed(replay, 1, webenv="other")
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: Answer(b"<eFetchResult><ERROR>no</ERROR></eFetchResult>")
    with pytest.raises(ServiceError, match=r"P513.*<eFetchResult> instead of XML"):
        search(client)


def test_citations_are_fetched_by_number(replay: Replay, client: Client) -> None:
    pubmed(replay, 0)
    wanted = [Identifier("pmid", "7"), Identifier("doi", "10.5555/x"), Identifier("pmid", "9"), Identifier("pmid", "7")]
    read = [online.read(page) for page in SERVICE.fetch(client, wanted)]
    assert [item.id for batch in read for item in batch.records] == ["pmid:7", "pmid:9"]  # type: ignore[union-attr]
    assert replay.asked[0].parameters["id"] == "7,9"


def test_related_and_citing_documents_are_named(replay: Replay, client: Client) -> None:
    def links(asked: object) -> Answer:
        name = asked.parameters["linkname"]  # type: ignore[attr-defined]
        numbers = ["7", "12", "x", "13"] if name == "pubmed_pubmed" else ["99"]
        return json({"linksets": [{"dbfrom": "pubmed", "linksetdbs": [{"linkname": name, "links": numbers}]}]})

    replay.say["/pubmed/elink.fcgi"] = links
    assert isinstance(SERVICE, Linking)
    seven = Identifier("pmid", "7")
    assert SERVICE.links(client, seven, "related", most=10) == (Identifier("pmid", "12"), Identifier("pmid", "13"))
    assert SERVICE.links(client, seven, "cited-in", most=10) == (Identifier("pmid", "99"),)
    assert SERVICE.links(client, Identifier("doi", "10.5555/x"), "related", most=10) == ()


def test_a_book_and_a_withdrawn_number_are_no_trouble(replay: Replay, client: Client) -> None:
    pubmed(replay, 3)
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: articles(citation(5))
    assert [record.id for record in search(client)] == ["pmid:5"]


def many(replay: Replay, days: dict[str, int]) -> None:
    """PubMed with so many citations taken in on each of these days."""
    sets: dict[str, list[int]] = {}
    numbers = {
        day: range(start, start + size)
        for (day, size), start in zip(days.items(), range(0, 10**9, 10**6), strict=False)
    }

    def searched(asked: Asked) -> Answer:
        low = asked.parameters.get("mindate", "0").replace("/", "-")
        high = asked.parameters.get("maxdate", "9").replace("/", "-")
        found = [n for day, those in numbers.items() if low <= day <= high for n in those]
        name = f"MCID_{len(sets)}"
        sets[name] = found
        return json({"esearchresult": {"count": str(len(found)), "querykey": "1", "webenv": name}})

    def fetched(asked: Asked) -> Answer:
        start, size = int(asked.parameters["retstart"]), int(asked.parameters["retmax"])
        assert start + size <= pubmed_service.REACH
        return articles(*(citation(n + 1) for n in sets[asked.parameters["WebEnv"]][start : start + size]))

    replay.say["/pubmed/esearch.fcgi"] = searched
    replay.say["/pubmed/efetch.fcgi"] = fetched


def test_more_than_pubmed_hands_out_at_once_comes_by_stretches_of_time(
    replay: Replay, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pubmed_service, "REACH", 300)
    days = {"1999-05-01": 250, "2010-01-01": 200, "2010-01-02": 200, "2024-02-02": 100}
    many(replay, days)
    planned = online.Plan(SERVICE, "zorbinol", "")
    found = list(online.batches(planned, client, most=10_000))
    numbers = [record.id for batch in found for record in batch.records]  # type: ignore[union-attr]
    assert len(numbers) == len(set(numbers)) == 750
    assert numbers[0] == "pmid:3000001", "the newest first"
    assert {batch.page.total for batch in found} == {750}
    middle = found[2]
    rest = [r.id for b in online.batches(planned, client, most=10_000, cursor=middle.page.cursor) for r in b.records]  # type: ignore[union-attr]
    assert numbers[sum(len(batch.records) for batch in found[:3]) :] == rest


def test_no_more_than_wanted_come_of_stretches(replay: Replay, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pubmed_service, "REACH", 300)
    many(replay, {"1999-05-01": 250, "2010-01-01": 200, "2010-01-02": 200})
    assert len(search(client, most=350)) == 350


def test_a_cursor_that_is_none_begins_anew(replay: Replay, client: Client) -> None:
    pubmed(replay, 3)
    planned = online.Plan(SERVICE, "zorbinol", "")
    assert sum(len(b.records) for b in online.batches(planned, client, most=10, cursor="nonsense")) == 3
