"""`probatum library sync`: what is said first, what is kept, and how it goes on."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from service_replay import Answer, Asked, Replay, json, pubmed

from probatum.acquire import online
from probatum.acquire.library import Library
from probatum.cli import main
from probatum.errors import ProbatumError

QUERY = 'zorbinol[tiab] AND "hiccup"[mh]'


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "library")


def sync(place: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["library", "sync", "--library", place, *arguments])


def told(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = plain_json.loads(result.stdout)
    return found


def test_a_query_is_told_sent_as_it_is_and_its_records_are_kept(replay: Replay, place: str) -> None:
    pubmed(replay, 230)
    done = sync(place, QUERY)
    assert done.exit_code == 0, done.output
    assert done.output.index(f"PubMed (127.0.0.1:{replay.port}): {QUERY}") < done.output.index("PubMed: 230 records on")
    assert "added 230, updated 0, unchanged 0, deleted 0, refused 0" in done.output
    assert replay.asked[0].parameters["term"] == QUERY
    assert len(Library.open(place)) == 230
    again = sync(place, QUERY, "--json")
    assert told(again)["unchanged"] == 230


def test_a_dry_run_sends_nothing_and_makes_nothing(replay: Replay, place: str) -> None:
    done = sync(place, QUERY, "--dry-run")
    assert done.exit_code == 0
    assert QUERY in done.output
    assert "Nothing was sent" in done.output
    assert replay.asked == []
    assert not Path(place).exists()


def test_of_a_question_only_known_names_are_sent(replay: Replay, place: str) -> None:
    pubmed(replay, 1)
    typed = "My mother Mrs Joan Parker, 91, of SW1A 2AA (NHS 943 476 5919) has gout. Does allopurinol help her?"
    done = sync(place, typed)
    assert done.exit_code == 0, done.output
    for words in ("Mrs Joan Parker", "943 476 5919", "SW1A 2AA", "My mother"):
        assert f": {words}" in done.output
    sent = " ".join(asked.raw.lower() for asked in replay.asked)
    assert "allopurinol" in sent
    assert "gout" in sent
    for secret in ("joan", "parker", "mother", "91", "sw1a", "2aa", "5919", "help", "does"):
        assert secret not in replay.asked[0].parameters["term"].lower()


def test_a_question_that_names_nothing_is_not_sent(replay: Replay, place: str) -> None:
    done = sync(place, "what did John say to me yesterday")
    assert done.exit_code == 2
    assert "P506" in done.output
    assert replay.asked == []


def test_an_identifier_in_a_query_is_taken_out(replay: Replay, place: str) -> None:
    pubmed(replay, 1)
    done = sync(place, f"{QUERY} AND 943 476 5919")
    assert "it looks like an NHS number: 943 476 5919" in done.output
    assert all("5919" not in asked.raw for asked in replay.asked)
    assert replay.asked[0].parameters["term"] == QUERY


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((QUERY, "--from", "pubmed,nowhere"), "P501"),
        (("(zorbinol[tiab]",), "P330"),
        ((QUERY, "--since", "last week"), "P308"),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_sent(
    replay: Replay, place: str, arguments: tuple[str, ...], code: str
) -> None:
    done = sync(place, *arguments)
    assert done.exit_code == 2
    assert code in done.output
    assert replay.asked == []


def test_a_service_that_fails_half_way_keeps_what_came_and_goes_on_later(replay: Replay, place: str) -> None:
    pubmed(replay, 500)
    fetch = replay.say["/pubmed/efetch.fcgi"]
    sound = True

    def sometimes(asked: Asked) -> Answer:
        return Answer(b"", 500) if not sound and asked.parameters["retstart"] == "400" else fetch(asked)

    replay.say["/pubmed/efetch.fcgi"] = sometimes
    sound = False
    first = sync(place, QUERY)
    assert first.exit_code == 1
    assert "PubMed: 400 of 500 records on" in first.output
    assert "the rest not checked (its server answered HTTP 500)" in first.output
    assert len(Library.open(place)) == 400
    sound = True
    replay.asked.clear()
    second = sync(place, QUERY)
    assert second.exit_code == 0, second.output
    assert "going on behind 400 records" in second.output
    assert [asked.parameters.get("retstart") for asked in replay.asked] == ["400"]
    assert "PubMed: 500 records" in second.output
    assert len(Library.open(place)) == 500


def test_a_place_that_the_service_forgot_begins_again(replay: Replay, place: str) -> None:
    pubmed(replay, 300)
    fetch = replay.say["/pubmed/efetch.fcgi"]
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: (
        fetch(asked) if asked.parameters["retstart"] == "0" else Answer(b"", 500)
    )
    assert sync(place, QUERY).exit_code == 1
    pubmed(replay, 300, webenv="MCID_2")
    replay.asked.clear()
    done = sync(place, QUERY, "--json")
    assert done.exit_code == 0, done.output
    assert told(done)["services"][0]["records"] == 300
    assert len(Library.open(place)) == 300


def test_fresh_asks_anew(replay: Replay, place: str) -> None:
    pubmed(replay, 3)
    sync(place, QUERY)
    count = len(replay.asked)
    sync(place, QUERY)
    assert len(replay.asked) == count
    sync(place, QUERY, "--fresh")
    assert len(replay.asked) == 2 * count


def test_an_interrupt_keeps_what_has_come(replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pubmed(replay, 500)
    read = online.read
    pages = 0

    def interrupted(page: object) -> object:
        nonlocal pages
        pages += 1
        if pages == 3:
            raise KeyboardInterrupt
        return read(page)  # type: ignore[arg-type]

    monkeypatch.setattr(online, "read", interrupted)
    done = sync(place, QUERY)
    assert done.exit_code == 130
    assert "added 400" in done.output
    assert "give the command again to go on" in done.output
    monkeypatch.setattr(online, "read", read)
    replay.asked.clear()
    assert sync(place, QUERY).exit_code == 0
    assert len(Library.open(place)) == 500
    assert [asked.parameters.get("retstart") for asked in replay.asked] == [] or replay.asked[0].parameters[
        "retstart"
    ] == "400"


def test_a_refused_record_is_named_and_the_rest_is_kept(replay: Replay, place: str) -> None:
    pubmed(replay, 2)
    good = replay.say["/pubmed/efetch.fcgi"]

    def with_bad(asked: Asked) -> Answer:
        made = good(asked)
        made.body = made.body.replace(b">1000<", b"><", 1)
        return made

    replay.say["/pubmed/efetch.fcgi"] = with_bad
    done = sync(place, QUERY)
    assert done.exit_code == 1
    assert "refused: PubMed, efetch" in done.output
    assert len(Library.open(place)) == 1


def test_since_is_a_day(replay: Replay, place: str) -> None:
    pubmed(replay, 0)
    done = sync(place, QUERY, "--since", "2024-03")
    assert "on or after 2024-03-01" in done.output
    assert replay.asked[0].parameters["mindate"] == "2024/03/01"
    assert "PubMed: 0 records on" in done.output


def test_the_error_of_an_unknown_service_lists_the_known_ones() -> None:
    from probatum.acquire import services

    with pytest.raises(ProbatumError, match=r"P501.*pubmed"):
        services.get("nowhere")


def test_identifiers_are_fetched_from_the_service_that_has_them(replay: Replay, place: str) -> None:
    pubmed(replay, 0)
    replay.say["/clinicaltrials/studies/NCT00000001"] = lambda asked: json(
        {"protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "Zorbinol for hiccups"}}}
    )
    done = sync(place, "pmid:7, NCT00000001")
    assert done.exit_code == 0, done.output
    assert "pmid:7" in done.output
    assert {record.id for record in Library.open(place)} == {"pmid:7", "nct:NCT00000001"}
    assert [asked.path for asked in replay.asked] == ["/pubmed/efetch.fcgi", "/clinicaltrials/studies/NCT00000001"]


@pytest.mark.parametrize("links", ["related", "cited-in"])
def test_what_pubmed_links_to_a_citation_is_fetched(replay: Replay, place: str, links: str) -> None:
    pubmed(replay, 0)
    replay.say["/pubmed/elink.fcgi"] = lambda asked: json(
        {"linksets": [{"linksetdbs": [{"linkname": asked.parameters["linkname"], "links": ["12", "13"]}]}]}
    )
    done = sync(place, "pmid:7", "--links", links)
    assert done.exit_code == 0, done.output
    assert f"pmid:7 ({links})" in done.output
    assert {record.id for record in Library.open(place)} == {"pmid:12", "pmid:13"}


def test_full_texts_of_what_was_found_are_fetched(replay: Replay, place: str) -> None:
    pubmed(replay, 1)
    bare = replay.say["/pubmed/efetch.fcgi"]
    numbers = b"<PubmedData><ArticleIdList><ArticleId IdType='pmc'>PMC5</ArticleId></ArticleIdList></PubmedData>"

    def numbered(asked: Asked) -> Answer:
        made = bare(asked)
        made.body = made.body.replace(b"</PubmedArticle>", numbers + b"</PubmedArticle>")
        return made

    replay.say["/pubmed/efetch.fcgi"] = numbered
    replay.say["/europepmc/PMC5/fullTextXML"] = lambda asked: Answer(
        b"<article><front><article-meta><article-id pub-id-type='pmid'>1000</article-id>"
        b"<article-id pub-id-type='pmcid'>PMC5</article-id><title-group><article-title>Invented study</article-title>"
        b"</title-group></article-meta></front><body><sec><title>Results</title><p>Hiccups ended in 7 of 9.</p></sec>"
        b"</body></article>"
    )
    done = sync(place, QUERY, "--full-text")
    assert done.exit_code == 0, done.output
    assert "Europe PMC (127.0.0.1" in done.output
    (record,) = Library.open(place)
    assert "Hiccups ended in 7 of 9." in [section.text for section in record.sections]


def test_that_a_key_goes_with_it_is_told_and_the_key_is_not(
    replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NCBI_API_KEY", "secret-key")
    done = sync(place, QUERY, "--dry-run")
    assert "with NCBI_API_KEY" in done.output
    assert "secret-key" not in done.output
