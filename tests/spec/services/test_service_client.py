"""The one client: what it refuses, how it waits, what it keeps and what it never tells."""

from __future__ import annotations

import gzip
import itertools
import logging
import socket
import threading
import time
from email.utils import formatdate
from pathlib import Path

import msgspec
import pytest
from service_replay import QUICK, SHORT, Answer, QuickClock, Replay, json

from probatum.acquire.services import ServiceError, _guard, get
from probatum.acquire.services._client import Client, Limits
from probatum.acquire.services._pace import Turns
from probatum.errors import ProbatumError

PUBMED = get("pubmed")
GOOD = json({"fine": True})


def ask(client: Client, wanted: tuple[str, ...] = ("json",), keep: float = 0.0) -> bytes:
    reply = client.get(PUBMED, "/thing", {"q": "zorbinol"}, wanted=wanted, keep=keep)
    assert reply is not None
    return reply.body


FAULTS = {
    "P511, HTTP 500": (Answer(b"sorry", 500), "P511", "its server answered HTTP 500"),
    "P511, HTTP 503": (Answer(b"sorry", 503), "P511", "its server answered HTTP 503"),
    "P511, HTTP 403": (Answer(b"no", 403), "P511", "its server answered HTTP 403"),
    "P511, HTTP 404": (Answer(b"no", 404), "P511", "its server answered HTTP 404"),
    "P512, a wait too long": (Answer(b"", 429, {"Retry-After": "300"}), "P512", "it asks to wait 300 s"),
    "P511, 429 for ever": (Answer(b"", 429, {"Retry-After": "1"}), "P511", "its server answered HTTP 429"),
    "P510, silence": (Answer(b"{}", delay=3), "P510", "timed out"),
    "P510, a drip": (Answer(b'{"a": "' + b"x" * 200 + b'"}', drip=0.1), "P510", "timed out"),
    "P513, a web page": (Answer(b"<!DOCTYPE html><html>Log in</html>"), "P513", "it sent a web page instead of JSON"),
    "P513, XML": (Answer(b"<?xml version='1.0'?><errorBean/>"), "P513", "it sent <errorBean> instead of JSON"),
    "P513, text": (Answer(b"Service unavailable"), "P513", "it sent text instead of JSON"),
    "P514, a huge body": (Answer(b'{"a":"' + b"x" * 300_000 + b'"}'), "P514", "its reply is too large"),
    "P514, a bomb": (
        Answer(gzip.compress(b'{"a":"' + b"x" * 30_000_000 + b'"}'), headers={"Content-Encoding": "gzip"}),
        "P514",
        "its reply is too large",
    ),
    "P515, cut short": (Answer(b'{"a": ', length=100), "P515", "its reply was cut short or damaged"),
    "P515, half of JSON": (Answer(b'{"a": [1, 2'), "P515", "its reply was cut short or damaged"),
    "P515, nothing": (Answer(b"  "), "P515", "its reply was cut short or damaged"),
    "P515, too deep": (Answer(b"[" * 100_000 + b"]" * 100_000), "P515", "its reply was cut short or damaged"),
    "P515, not gzip": (
        Answer(b"not gzip", headers={"Content-Encoding": "gzip"}), "P515", "its reply was cut short or damaged",
    ),
    "P515, half of gzip": (
        Answer(gzip.compress(b'{"a": 1}' * 100)[:30], headers={"Content-Encoding": "gzip"}),
        "P515",
        "its reply was cut short or damaged",
    ),
    "P516, a private address": (Answer(b"", 302, {"Location": "http://10.0.0.1/x"}), "P516", "it redirects elsewhere"),
    "P516, the cloud's own address": (
        Answer(b"", 307, {"Location": "http://169.254.169.254/latest/meta-data/"}), "P516", "it redirects elsewhere",
    ),
    "P516, another port": (Answer(b"", 302, {"Location": "http://127.0.0.1:1/x"}), "P516", "it redirects elsewhere"),
    "P516, another scheme": (Answer(b"", 302, {"Location": "file:///etc/passwd"}), "P516", "it redirects elsewhere"),
    "P516, nowhere": (Answer(b"", 302), "P516", "it redirects elsewhere"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=list(FAULTS))
def test_a_fault_has_its_name(replay: Replay, fault: str) -> None:
    answer, code, short = FAULTS[fault]
    replay.fault = lambda asked: answer
    limits = SHORT if code == "P510" else QUICK
    with Client(limits=limits) as client, pytest.raises(ServiceError) as told:
        ask(client)
    assert (told.value.code, told.value.short) == (code, short)
    assert "PubMed" in str(told.value)
    assert "zorbinol" not in str(told.value)


def test_a_redirect_in_circles_ends(replay: Replay, client: Client) -> None:
    replay.fault = lambda asked: Answer(b"", 302, {"Location": f"{replay.url}/pubmed/again"})
    with pytest.raises(ServiceError, match=r"P516.*in circles"):
        ask(client)
    assert len(replay.asked) == QUICK.redirects + 1


def test_a_redirect_within_the_service_is_followed(replay: Replay, client: Client) -> None:
    replay.say["/pubmed/thing"] = lambda asked: Answer(b"", 301, {"Location": "/pubmed/moved?q=zorbinol"})
    replay.say["/pubmed/moved"] = lambda asked: GOOD
    assert ask(client) == GOOD.body


def test_a_passing_fault_is_tried_again(replay: Replay, client: Client) -> None:
    answers = [Answer(b"", 500), GOOD]
    replay.fault = lambda asked: answers.pop(0)
    assert ask(client) == GOOD.body
    assert len(replay.asked) == 2


@pytest.mark.parametrize("in_seconds", [True, False])
def test_what_the_service_asks_to_wait_is_waited(replay: Replay, in_seconds: bool) -> None:
    told = "2" if in_seconds else formatdate(time.time() + 3, usegmt=True)
    answers = [Answer(b"", 429, {"Retry-After": told}), GOOD]
    replay.fault = lambda asked: answers.pop(0)
    clock = QuickClock()
    with Client(clock=clock, turns=Turns()) as client:
        assert ask(client) == GOOD.body
    assert 1 < clock.slept < 4


@pytest.mark.parametrize(("key", "rate"), [("", 3.0), ("secret-key", 10.0)])
def test_requests_keep_the_documented_distance_across_threads(
    replay: Replay, monkeypatch: pytest.MonkeyPatch, key: str, rate: float
) -> None:
    monkeypatch.setenv("NCBI_API_KEY", key)
    replay.fault = lambda asked: GOOD
    turns = Turns()
    clocks = [QuickClock() for _ in range(6)]
    clients = [Client(clock=clock, turns=turns) for clock in clocks]
    threads = [threading.Thread(target=ask, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    slept = sorted(clock.slept for clock in clocks)
    assert len(replay.asked) == 6
    assert all(later - earlier > 0.9 / rate - 0.05 for earlier, later in itertools.pairwise(slept))
    for client in clients:
        client.close()


def test_a_reply_is_kept_for_a_while_and_asked_for_once(replay: Replay, tmp_path: Path) -> None:
    replay.fault = lambda asked: GOOD
    with Client(cache=tmp_path / "kept") as client:
        assert [ask(client, keep=60) for _ in range(3)] == [GOOD.body] * 3
        assert len(replay.asked) == 1
        ask(client)
        assert len(replay.asked) == 2
    with Client(cache=tmp_path / "kept") as client:
        ask(client, keep=60)
    assert len(replay.asked) == 2


@pytest.mark.parametrize("answer", [Answer(b"<html>Log in</html>"), Answer(b'{"a": [1'), Answer(b'{"a', length=90)])
def test_a_bad_reply_is_not_kept(replay: Replay, tmp_path: Path, answer: Answer) -> None:
    answers = [answer, answer, GOOD]
    replay.fault = lambda asked: answers.pop(0)
    with Client(cache=tmp_path / "kept", limits=QUICK) as client:
        while len(answers) > 1:
            with pytest.raises(ServiceError):
                ask(client, keep=60)
        assert ask(client, keep=60) == GOOD.body


def test_a_key_is_sent_and_stands_nowhere_else(
    replay: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NCBI_API_KEY", "secret-key")
    caplog.set_level(logging.INFO)
    with Client(cache=tmp_path / "kept") as client:
        replay.fault = lambda asked: GOOD
        ask(client, keep=60)
        client.get(PUBMED, "/thing", {"q": "x" * 2_000}, wanted=("json",))
        assert [asked.parameters["api_key"] for asked in replay.asked] == ["secret-key"] * 2
        replay.fault = lambda asked: Answer(b"", 302, {"Location": f"/pubmed/moved{asked.raw[13:].strip()}"})
        with pytest.raises(ServiceError) as told:
            client.get(PUBMED, "/thing", {"q": "other"}, wanted=("json",), keep=60)
    assert "secret-key" not in str(told.value) + repr(told.value.__cause__) + caplog.text
    assert all(b"secret-key" not in file.read_bytes() for file in (tmp_path / "kept").iterdir() if file.is_file())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("130.14.29.110", True),
        ("2607:f220:41e:4290::110", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert _guard.is_public(address) is public


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.0.0.8"], ["::1"], ["130.14.29.110", "127.0.0.1"]])
def test_a_name_that_leads_inside_is_not_connected_to(replay: Replay, addresses: list[str]) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return addresses

    with Client(environ={}, resolve=resolve) as client, pytest.raises(ServiceError, match="P517") as told:
        ask(client)
    assert told.value.short == "its address is not on the public internet"
    assert asked == ["eutils.ncbi.nlm.nih.gov"]


def test_a_name_that_nobody_knows(replay: Replay) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with Client(environ={}, resolve=resolve) as client, pytest.raises(ServiceError, match="P518") as told:
        ask(client)
    assert told.value.short == "its name was not found"


def test_a_port_nobody_listens_at(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_guard.VARIABLE, "pubmed=http://127.0.0.1:9")
    with Client() as client, pytest.raises(ServiceError, match="P519"):
        ask(client)


def test_without_the_variable_plain_http_is_not_spoken(replay: Replay) -> None:
    class Plain(type(PUBMED)):  # type: ignore[misc]
        base = "http://eutils.ncbi.nlm.nih.gov"

    with Client(environ={}) as client, pytest.raises(ServiceError, match="P516"):
        client.get(Plain(), "/thing", {}, wanted=("json",))


@pytest.mark.parametrize("entry", ["pubmed", "pubmed=ftp://a.example", "pubmed=http://user:word@a.example", "=x"])
def test_an_entry_of_the_variable_that_is_no_address(entry: str) -> None:
    with pytest.raises(ProbatumError, match="P503"):
        _guard.overrides({_guard.VARIABLE: entry})


def test_a_proxy_is_used_when_it_is_named(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_guard.VARIABLE, "pubmed=http://mirror.invalid:80/mirror")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv(_guard.PROXY, replay.url)
    replay.say["/mirror/thing"] = lambda asked: GOOD
    with Client() as client:
        assert ask(client) == GOOD.body
    assert "http://mirror.invalid" in replay.asked[0].raw


def test_a_proxy_that_is_no_address_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProbatumError, match="P503") as told:
        _guard.proxy({_guard.PROXY: "socks9://user:word@proxy.example"})
    assert "word" not in str(told.value)


def test_a_stopped_client_asks_nothing_more(replay: Replay, client: Client) -> None:
    client.stop.set()
    with pytest.raises(ServiceError, match="P523"):
        ask(client)
    assert replay.asked == []


def test_a_missing_document_is_none_where_that_may_be(replay: Replay, client: Client) -> None:
    assert client.get(PUBMED, "/gone", {}, wanted=("json",), missing=True) is None


def test_xml_must_have_the_root_that_is_wanted_and_its_end(replay: Replay, client: Client) -> None:
    replay.fault = lambda asked: Answer(b"<?xml version='1.0'?><a><b/></a>\n")
    assert ask(client, ("a",)).startswith(b"<?xml")
    with pytest.raises(ServiceError, match="P513"):
        ask(client, ("b",))
    replay.fault = lambda asked: Answer(b"<?xml version='1.0'?><a><b/>")
    with pytest.raises(ServiceError, match="P515"):
        ask(client, ("a",))


def test_all_requests_together_have_an_end(replay: Replay) -> None:
    replay.fault = lambda asked: GOOD
    clock = QuickClock()
    with Client(clock=clock, limits=msgspec.structs.replace(QUICK, session=30.0), turns=Turns()) as client:
        ask(client)
        clock.sleep(31)
        with pytest.raises(ServiceError, match="P510"):
            ask(client)
    assert len(replay.asked) == 1


def test_limits_are_bounds() -> None:
    shipped = Limits()
    assert shipped.size <= 128 * 1024 * 1024
    assert shipped.whole >= shipped.silence >= shipped.connect
