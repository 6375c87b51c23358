"""`probatum ask --online`: every fault of a service is "not checked", and the answer from the library comes."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from service_replay import SERVICES, SHORT, Answer, Replay, articles, citation, json, pubmed

from probatum.acquire import online
from probatum.acquire.library import Library
from probatum.acquire.services import _client, _guard
from probatum.acquire.services import pubmed as pubmed_service
from probatum.cli import main
from probatum.errors import ProbatumError

QUESTION = "Does mexiletine reduce muscle cramps in amyotrophic lateral sclerosis?"


@pytest.fixture
def place(starter_copy: Path) -> str:
    return str(starter_copy)


def ask(place: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", QUESTION, "--library", place, "--format", "json", *arguments])


def answer(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = plain_json.loads(result.stdout)
    return found


def test_without_online_nothing_is_asked(replay: Replay, place: str) -> None:
    assert answer(ask(place))["search"]["services"] == []
    assert replay.asked == []


def test_records_that_a_service_gives_are_in_the_library_and_the_account(replay: Replay, place: str) -> None:
    pubmed(replay, 412)
    new = citation(
        1000,
        "Mexiletine for muscle cramps in amyotrophic lateral sclerosis: a randomized trial",
        "We randomized 60 adults with amyotrophic lateral sclerosis to mexiletine or placebo. "
        "Mexiletine reduced muscle cramps from 5.1 to 1.2 a day (p = 0.001).",
    )
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: articles(new, citation(1001))
    done = ask(place, "--online", "--from", "pubmed", "--max", "2", "--depth", "full")
    made = answer(done)
    assert made["search"]["services"][0].startswith("PubMed: 2 of 412 records on 20")
    assert "pmid:1000" in [reference["record"] for reference in made["references"]]
    assert done.stderr.index("What is sent:") == 0
    assert "mexiletine" in done.stderr


FAULTS = {
    "429": (Answer(b"", 429, {"Retry-After": "120"}), "it asks to wait 120 s"),
    "500": (Answer(b"", 500), "its server answered HTTP 500"),
    "silence": (Answer(b"", delay=4), "timed out"),
    "cut short": (Answer(b"{", length=80), "its reply was cut short or damaged"),
    "a web page": (Answer(b"<html>Please log in</html>"), "it sent a web page instead of JSON"),
    "a private address": (Answer(b"", 302, {"Location": "http://192.168.0.1/"}), "it redirects elsewhere"),
    "an error": (Answer(b'{"esearchresult": {"ERROR": "dead"}}'), "it answered with an error"),
    "huge": (Answer(b'{"a": "' + b"x" * 300_000 + b'"}'), "its reply is too large"),
    "bad gzip": (Answer(b"{}", headers={"Content-Encoding": "gzip"}), "its reply was cut short or damaged"),
}


@pytest.mark.parametrize("fault", FAULTS, ids=list(FAULTS))
def test_a_service_that_fails_is_not_checked(
    replay: Replay, place: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, short = FAULTS[fault]
    if fault == "silence":
        monkeypatch.setattr(_client, "HASTY", SHORT)
    replay.fault = lambda asked: said
    done = ask(place, "--online", "--from", ",".join(SERVICES))
    made = answer(done)
    *told, standing = made["search"]["services"]
    assert standing.startswith("Crossref: standing not checked (")
    assert told[0] == f"PubMed: not checked ({short})"
    assert f"Warning: PubMed: not checked ({short})" in done.stderr
    assert len(told) == len(SERVICES)
    assert [line for line in told if ": not checked (" not in line] == []
    assert made["references"], "the answer from the library still comes"


def test_a_name_nobody_knows_is_not_checked(replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_guard.VARIABLE, "pubmed=http://service.invalid:8080")
    made = answer(ask(place, "--online", "--from", "pubmed"))
    assert made["search"]["services"][0] == "PubMed: not checked (its name was not found)"
    assert made["references"]


def test_the_account_is_shown_to_the_reader(replay: Replay, place: str) -> None:
    replay.fault = lambda asked: Answer(b"", 500)
    arguments = ["ask", QUESTION, "--library", place, "--online", "--from", "pubmed"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert "PubMed: not checked (its server answered HTTP 500)" in " ".join(done.stdout.split())


def test_a_question_about_danger_is_not_sent(replay: Replay, place: str) -> None:
    arguments = ["ask", "I want to kill myself with amitriptyline, how much do I need", "--library", place, "--online"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert replay.asked == []


def test_what_was_asked_stands_in_the_account(replay: Replay, place: str) -> None:
    pubmed(replay, 0)
    made = answer(ask(place, "--online", "--from", "pubmed"))
    assert any(line.startswith('PubMed: ("mexiletine"[mh]') for line in made["search"]["queries"])


def test_all_services_are_asked_and_each_has_its_line(replay: Replay, place: str) -> None:
    pubmed(replay, 1)
    replay.say["/openfda/drug/label.json"] = lambda asked: Answer(b"{}", 404)
    replay.say["/clinicaltrials/studies"] = lambda asked: Answer(b"<html></html>")
    made = answer(ask(place, "--online"))
    told = made["search"]["services"]
    names = ["PubMed", "Europe PMC", "ClinicalTrials.gov", "openFDA", "Crossref"]
    assert [line.split(":")[0] for line in told] == names
    assert "PubMed: 1 record on" in told[0]
    assert told[1] == "Europe PMC: not checked (its server answered HTTP 404)"
    assert told[2] == "ClinicalTrials.gov: not checked (it sent a web page instead of JSON)"
    assert "openFDA: 0 records on" in told[3]


def test_a_source_that_was_retracted_since_speaks_no_more(replay: Replay, place: str) -> None:
    pubmed(replay, 0)
    before = answer(ask(place))
    opened = Library.open(place)
    known = {r["record"]: opened.get(r["record"]) for r in before["references"]}
    record, doi = next(
        (name, found.identifier("doi")) for name, found in known.items() if found and found.identifier("doi")
    )
    work = {"DOI": doi, "updated-by": [{"DOI": "10.5555/notice", "type": "retraction"}]}
    replay.say["/crossref/works"] = lambda asked: json({"message": {"total-results": 1, "items": [work]}})
    made = answer(ask(place, "--online", "--from", "pubmed"))
    assert record not in [reference["record"] for reference in made["references"]]
    assert any(line.startswith("Crossref: standing of") for line in made["search"]["services"])
    assert any(warning["code"] == "retracted" and record in warning["text"] for warning in made["warnings"])


def test_an_interrupt_goes_on_to_the_answer(replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    replay.fault = lambda asked: Answer(b"", delay=0.2)
    monkeypatch.setattr(online, "wait", interrupted)
    made = answer(ask(place, "--online", "--from", "pubmed"))
    assert made["search"]["services"][0].startswith("PubMed: not checked (")
    assert made["references"]


def test_a_library_that_cannot_be_written_still_answers(
    replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise ProbatumError("P303", location=place)

    pubmed(replay, 1)
    monkeypatch.setattr(Library, "add", locked)
    done = ask(place, "--online", "--from", "pubmed")
    made = answer(done)
    assert made["search"]["services"][0] == "PubMed: not checked (its records could not be kept)"
    assert "P303" in done.stderr
    assert made["references"]


def test_a_service_that_breaks_is_not_checked(replay: Replay, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("of somebody else's making")

    monkeypatch.setattr(pubmed_service.PubMed, "search", broken)
    made = answer(ask(place, "--online", "--from", "pubmed"))
    assert made["search"]["services"][0] == "PubMed: not checked (its reply could not be read)"
