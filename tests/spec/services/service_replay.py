"""A replay server on loopback that stands for every service. What it says is made up, or read from recorded replies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec

from probatum.acquire.services import _client

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data"


class Asked(msgspec.Struct):
    """A request as the server saw it."""

    method: str
    path: str
    parameters: dict[str, str]
    headers: dict[str, str]
    raw: str


class Answer(msgspec.Struct):
    """What the server says."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}
    length: int | None = None
    """Content-Length to tell when it is not the truth."""
    delay: float = 0.0
    """Seconds before anything is said."""
    drip: float = 0.0
    """Seconds between the bytes."""


Say = Callable[[Asked], Answer]


class Replay:
    """A server whose answers tests set: `replay.say["/path"] = function of the request`, or a fault for all paths."""

    def __init__(self) -> None:
        self.say: dict[str, Say] = {}
        self.fault: Say | None = None
        self.asked: list[Asked] = []
        self.ending = threading.Event()
        handler = type("Handler", (_Handler,), {"replay": self})
        self.server = _Server(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        if self.fault is not None:
            return self.fault(asked)
        known = [path for path in self.say if asked.path.startswith(path)]
        return self.say[max(known, key=len)](asked) if known else Answer(b"nothing here", 404)

    def close(self) -> None:
        self.ending.set()
        self.server.shutdown()
        self.server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what tests are for."""


class _Handler(BaseHTTPRequestHandler):
    replay: Replay
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self.reply("")

    def do_POST(self) -> None:
        self.reply(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def reply(self, form: str) -> None:
        parts = urlsplit(self.path)
        parameters = {k: v[0] for k, v in (parse_qs(parts.query) | parse_qs(form)).items()}
        answer = self.replay.answer(
            Asked(self.command, parts.path, parameters, dict(self.headers.items()), f"{self.path} {form}")
        )
        if answer.delay:
            self.replay.ending.wait(answer.delay)
        try:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
            if answer.length is not None:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            if answer.drip:
                for at in range(len(answer.body)):
                    self.wfile.write(answer.body[at : at + 1])
                    self.wfile.flush()
                    if self.replay.ending.wait(answer.drip):
                        return
            else:
                self.wfile.write(answer.body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class QuickClock:
    """Time passes as it does, and waiting takes none."""

    def __init__(self) -> None:
        self.slept = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.slept

    def sleep(self, seconds: float) -> None:
        self.slept += seconds


SERVICES = ("pubmed", "europepmc", "clinicaltrials", "openfda", "dailymed", "crossref", "openalex")
QUICK = _client.Limits(connect=5.0, silence=5.0, whole=10.0, size=200_000, attempts=2, back_off=0.0, patience=5.0)
"""Small, and generous in time, so that a busy machine fails no test."""

SHORT = msgspec.structs.replace(QUICK, silence=0.3, whole=0.6)
"""For tests of slowness alone."""


def json(value: object) -> Answer:
    return Answer(msgspec.json.encode(value), headers={"Content-Type": "application/json"})


def citation(number: int, title: str = "", abstract: str = "") -> str:
    """A made-up PubMed citation."""
    title = title or f"Invented study {number} of zorbinol for hiccups"
    abstract = abstract or f"We gave zorbinol to {number % 90 + 10} adults with hiccups."
    return (
        f"<PubmedArticle><MedlineCitation Status='MEDLINE'><PMID Version='1'>{number}</PMID><Article><Journal>"
        f"<JournalIssue><PubDate><Year>2021</Year></PubDate></JournalIssue><Title>Inventions</Title></Journal>"
        f"<ArticleTitle>{title}</ArticleTitle><Abstract><AbstractText>{abstract}</AbstractText></Abstract>"
        f"<PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList>"
        f"</Article></MedlineCitation></PubmedArticle>"
    )


def articles(*citations: str) -> Answer:
    body = f"<?xml version='1.0' ?><PubmedArticleSet>{''.join(citations)}</PubmedArticleSet>"
    return Answer(body.encode(), headers={"Content-Type": "text/xml"})


def pubmed(replay: Replay, total: int, *, webenv: str = "MCID_1") -> None:
    """PubMed as it answers a search that finds `total` citations, numbered from 1000."""

    def search(asked: Asked) -> Answer:
        found = {"count": str(total), "querykey": "1", "webenv": webenv, "idlist": []}
        return json({"header": {"type": "esearch"}, "esearchresult": found})

    def fetch(asked: Asked) -> Answer:
        if "id" in asked.parameters:
            return articles(*(citation(int(n)) for n in asked.parameters["id"].split(",")))
        if asked.parameters["WebEnv"] != webenv:
            return Answer(b"<?xml version='1.0'?><eFetchResult><ERROR>Unable to obtain query</ERROR></eFetchResult>")
        start, size = int(asked.parameters["retstart"]), int(asked.parameters["retmax"])
        return articles(*(citation(1000 + at) for at in range(start, min(start + size, total))))

    replay.say["/pubmed/esearch.fcgi"] = search
    replay.say["/pubmed/efetch.fcgi"] = fetch
