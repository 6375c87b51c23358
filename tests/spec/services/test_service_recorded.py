"""Every service against replies that were recorded from the real ones: searched, read, kept, told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from service_replay import DATA, QUICK, Answer, Asked, Replay, json

from probatum.acquire.library import Library
from probatum.acquire.services import _client
from probatum.cli import main

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")


@pytest.fixture(autouse=True)
def larger(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real replies are large."""
    monkeypatch.setattr(_client, "LIMITS", msgspec.structs.replace(QUICK, size=64_000_000, whole=10.0, silence=5.0))


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "library")


def sync(place: str, name: str, query: str = "imatinib AND melanoma") -> Result:
    return CliRunner().invoke(main, ["library", "sync", query, "--from", name, "--library", place])


def recorded(*parts: str) -> bytes:
    return DATA.joinpath(*parts).read_bytes()


def only_first(body: bytes, parameter: str, first: tuple[str, ...]) -> Callable[[Asked], Answer]:
    """The reply for the first page; nothing more for others."""
    return lambda asked: Answer(body) if asked.parameters.get(parameter, "") in first else json({"studies": []})


def test_pubmed(replay: Replay, place: str) -> None:
    files = sorted((DATA / "efetch" / "pmid").glob("*.xml"))
    found = {"count": str(len(files)), "querykey": "1", "webenv": "MCID_1"}
    replay.say["/pubmed/esearch.fcgi"] = lambda asked: json({"esearchresult": found})
    sets = [file.read_bytes() for file in files]
    inner = [body[body.index(b"<PubmedArticleSet>") + 18 : body.rindex(b"</PubmedArticleSet>")]
             for body in sets if b"</PubmedArticleSet>" in body]  # fmt: skip
    whole = b"<?xml version='1.0'?><PubmedArticleSet>" + b"".join(inner) + b"</PubmedArticleSet>"
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: Answer(whole)
    done = sync(place, "pubmed")
    assert done.exit_code == 0, done.output
    assert len(Library.open(place)) >= 95


def test_pubmed_with_a_number_that_is_gone(replay: Replay, place: str) -> None:
    found = {"count": "1", "querykey": "1", "webenv": "MCID_1"}
    replay.say["/pubmed/esearch.fcgi"] = lambda asked: json({"esearchresult": found})
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: Answer(recorded("efetch", "pmid", "37909814.xml"))
    done = sync(place, "pubmed")
    assert done.exit_code == 0, done.output
    assert "PubMed: 0 of 1 records on" in done.output


def test_an_esummary_error_in_place_of_citations(replay: Replay, place: str) -> None:
    found = {"count": "1", "querykey": "1", "webenv": "MCID_1"}
    replay.say["/pubmed/esearch.fcgi"] = lambda asked: json({"esearchresult": found})
    replay.say["/pubmed/efetch.fcgi"] = lambda asked: Answer(recorded("efetch", "biopython", "esummary8.xml"))
    done = sync(place, "pubmed")
    assert done.exit_code == 1
    assert "PubMed: not checked (it sent <eSummaryResult> instead of XML)" in done.output


REPLIES = sorted((DATA / "clinicaltrials" / "v2_api_replies").glob("search_*.json")) if DATA.is_dir() else []


@pytest.mark.parametrize("file", REPLIES, ids=[file.stem for file in REPLIES])
def test_clinicaltrials(replay: Replay, place: str, file: Path) -> None:
    body = file.read_bytes()
    replay.say["/clinicaltrials/studies"] = only_first(body, "pageToken", ("",))
    done = sync(place, "clinicaltrials")
    studies = msgspec.json.decode(body).get("studies", [])
    assert done.exit_code == 0, done.output
    assert {record.id for record in Library.open(place)} == {
        f"nct:{s['protocolSection']['identificationModule']['nctId']}" for s in studies
    }


PAPERS = sorted((DATA / "europepmc").glob("*.json")) if DATA.is_dir() else []


@pytest.mark.parametrize("file", PAPERS, ids=[file.stem[:20] for file in PAPERS])
def test_europepmc(replay: Replay, place: str, file: Path) -> None:
    body = file.read_bytes()
    replay.say["/europepmc/search"] = lambda asked: (
        Answer(body) if asked.parameters["cursorMark"] == "*" else json({"hitCount": 0, "resultList": {"result": []}})
    )
    done = sync(place, "europepmc")
    assert done.exit_code == 0, done.output
    assert len(Library.open(place)) == len(msgspec.json.decode(body)["resultList"]["result"])


@pytest.mark.parametrize("file", ["label_otc_5.json", "label_keytruda_20260811.json"])
def test_openfda(replay: Replay, place: str, file: str) -> None:
    body = recorded("labels", "openfda", file)
    replay.say["/openfda/drug/label.json"] = lambda asked: Answer(body) if asked.parameters["skip"] == "0" else json({})
    done = sync(place, "openfda")
    assert "openFDA: " in done.output
    kept, refused = len(Library.open(place)), done.output.count("refused: ")
    assert kept + refused == len(msgspec.json.decode(body)["results"])


def test_dailymed(replay: Replay, place: str) -> None:
    setid = "12345678-1234-4234-8234-123456789012"
    found = {"data": [{"setid": setid, "title": "x"}], "metadata": {"total_elements": 1}}
    body = recorded("labels", "spl", "lipitor-orig.xml")
    replay.say["/dailymed/spls.json"] = lambda asked: json(found)
    replay.say[f"/dailymed/spls/{setid}.xml"] = lambda asked: Answer(body)
    done = sync(place, "dailymed")
    assert done.exit_code == 0, done.output
    assert [record.kind.value for record in Library.open(place)] == ["label"]
