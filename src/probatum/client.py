"""A client of a Probatum site's API, for programs: thin, typed, with problems as exceptions.

>>> from probatum.client import Client
>>> with Client("https://answers.example.org", token="pbt_...") as site:  # doctest: +SKIP
...     answered = site.ask("Does mexiletine reduce cramps in ALS?", reader="nurse")
...     for statement in answered.answer.section("bottom_line").statements:
...         print(statement.verdict, statement.text, [span.quote for span in statement.supports])

What comes back are structs with the fields that a program needs; fields that a newer site adds are passed over.
`raw` of an answer is the whole JSON, for `probatum.model.wire.decode`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import httpx
import msgspec

PAGE: Final = 50
"""Items that a listing fetches at a time."""
PATIENCE: Final = 120.0
"""Seconds to wait for an answer."""
T = TypeVar("T")


class ProblemError(Exception):
    """A request that was not done (RFC 9457): `status` 0 when the site could not be reached."""

    def __init__(self, status: int, title: str, detail: str, code: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(f"{status} {title}: {detail}" if status else detail)
        self.status, self.title, self.detail = status, title, detail
        self.code = code
        """The code of the catalogue (`P401`), where there is one."""
        self.faults = faults
        """What is wrong with the request, one line a field."""


class Span(msgspec.Struct, frozen=True):
    """The characters of a source that a sentence rests on."""

    record: str
    version: str
    section: str
    start: int
    end: int
    quote: str


class Check(msgspec.Struct, frozen=True):
    """What one check said."""

    check: str
    verdict: str
    reason: str = ""


class Statement(msgspec.Struct, frozen=True):
    """A sentence with its proof."""

    id: str
    text: str
    kind: str
    verdict: str = ""
    plain: str = ""
    supports: tuple[Span, ...] = ()
    checks: tuple[Check, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A section; `empty` says what was searched where it has no statement."""

    id: str
    title: str
    statements: tuple[Statement, ...] = ()
    empty: str = ""


class Reference(msgspec.Struct, frozen=True):
    """A numbered reference."""

    number: int
    record: str
    citation: str
    design: str = ""
    status: str = ""
    url: str = ""


class Answer(msgspec.Struct, frozen=True):
    """An answer."""

    title: str
    reader: str
    sections: tuple[Section, ...]
    references: tuple[Reference, ...] = ()
    disclaimer: str = ""

    def section(self, name: str) -> Section:
        """The section of that id. Raises KeyError naming those there are."""
        for section in self.sections:
            if section.id == name:
                return section
        raise KeyError(f"no section {name!r}; there are: {', '.join(s.id for s in self.sections)}")


class Edit(msgspec.Struct, frozen=True):
    """What a follow-up did to one section."""

    section: str
    change: str
    reason: str = ""


class Answered(msgspec.Struct, frozen=True):
    """The answer to a question of one's own."""

    id: str
    answer: Answer
    plan: tuple[Edit, ...] = ()
    raw: msgspec.Raw = msgspec.Raw(b"null")
    """The answer's whole JSON."""


class Piece(msgspec.Struct, frozen=True):
    """One line of a streamed answer: how the question was read, a section, or at the end id and references."""

    read: str = ""
    section: Section | None = None
    id: str = ""
    references: tuple[Reference, ...] = ()
    problem: dict[str, Any] | None = None


class Question(msgspec.Struct, frozen=True):
    """A question that was asked with this account."""

    id: str
    question: str
    made: str


class Article(msgspec.Struct, frozen=True):
    """An article and where it stands; with its answer when it was asked for alone."""

    key: str
    title: str
    question: str
    url: str
    content: str
    state: str
    status: str
    answer: Answer | None = None


class Review(msgspec.Struct, frozen=True):
    """Where an article stands with the medical board."""

    state: str
    since: str
    text: str
    caution: str
    content: str
    approved_on: str = ""
    review_by: str = ""


class Hit(msgspec.Struct, frozen=True):
    """A record that a search found."""

    record: str
    title: str
    year: int | None
    score: float


class Library(msgspec.Struct, frozen=True):
    """What the site answers from."""

    records: int
    version: str
    kinds: dict[str, int] = {}
    statuses: dict[str, int] = {}


class _Listed(msgspec.Struct, frozen=True):
    items: tuple[msgspec.Raw, ...]
    total: int


class Client:
    """A site's API. Every method raises ProblemError when the request was not done."""

    def __init__(self, address: str, *, token: str, transport: httpx.BaseTransport | None = None) -> None:
        """`address` is the site's, without `/api/v1`; `token` one that its owner made under "Your data"."""
        self._http = httpx.Client(
            base_url=f"{address.rstrip('/')}/api/v1",
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(10.0, read=PATIENCE),
            transport=transport or httpx.HTTPTransport(retries=2),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def ask(self, question: str, *, reader: str = "doctor", key: str = "") -> Answered:
        """Ask. `key` names the request: sent again with the same one it is answered and not done again."""
        return self._answered(self._post("/answers", {"question": question, "reader": reader}, key))

    def ask_streaming(self, question: str, *, reader: str = "doctor") -> Iterator[Piece]:
        """Ask, and give the answer piece by piece as the site sends it."""
        told = {"question": question, "reader": reader}
        with self._http.stream("POST", "/answers", json=told, headers={"Accept": "application/x-ndjson"}) as reply:
            if reply.is_error:
                reply.read()
                raise _problem(reply)
            for line in reply.iter_lines():
                piece = msgspec.json.decode(line, type=Piece)
                if piece.problem is not None:
                    raise _told(piece.problem)
                yield piece

    def follow_up(self, asked: str, question: str, *, key: str = "") -> Answered:
        """Ask on, under a question of one's own; `plan` of what comes back says what changed."""
        return self._answered(self._post(f"/answers/{asked}/follow-ups", {"question": question}, key))

    def answer(self, asked: str) -> Answered:
        """The newest answer to a question of one's own."""
        return self._answered(self._get(f"/answers/{asked}"))

    def questions(self) -> Iterator[Question]:
        """Questions of one's own, the newest first."""
        return self._listed("/answers", Question)

    def delete(self, asked: str) -> None:
        """Delete a question of one's own with its answers."""
        self._send("DELETE", f"/answers/{asked}")

    def articles(self, words: str = "") -> Iterator[Article]:
        """Articles that can be read, narrowed by words."""
        return self._listed("/articles", Article, q=words)

    def article(self, key: str, *, reader: str = "doctor") -> Article:
        """An article with its answer as that reader sees it."""
        return msgspec.json.decode(self._get(f"/articles/{key}", reader=reader), type=Article)

    def review(self, key: str) -> Review:
        """Where an article stands with the board."""
        return msgspec.json.decode(self._get(f"/articles/{key}/review"), type=Review)

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Records for a question or a query in PubMed's syntax, best first."""
        listed = msgspec.json.decode(self._get("/search", q=query, limit=str(limit)), type=_Listed)
        return tuple(msgspec.json.decode(item, type=Hit) for item in listed.items)

    def record(self, identifier: str) -> dict[str, Any]:
        """A source by `pmid:...`, `doi:...` or its id, as JSON (`probatum schema record`)."""
        return _object(self._get(f"/records/{identifier}"))

    def appraisal(self, identifier: str) -> dict[str, Any]:
        """What is read out of one record: study, findings, directives."""
        return _object(self._get(f"/appraisals/{identifier}"))

    def audit(self, text: str) -> dict[str, Any]:
        """Hold a cited text to its sources (`probatum schema report`). Nothing of it is kept."""
        return _object(self._post("/audits", {"text": text}, ""))

    def library(self) -> Library:
        """What the site answers from."""
        return msgspec.json.decode(self._get("/library"), type=Library)

    def _listed(self, path: str, of: type[T], **query: str) -> Iterator[T]:
        offset = 0
        while True:
            page = self._get(path, limit=str(PAGE), offset=str(offset), **query)
            listed = msgspec.json.decode(page, type=_Listed)
            yield from (msgspec.json.decode(item, type=of) for item in listed.items)
            offset += PAGE
            if offset >= listed.total:
                return

    def _get(self, path: str, **query: str) -> bytes:
        return self._send("GET", path, params=query).content

    def _post(self, path: str, told: dict[str, str], key: str) -> bytes:
        named = {"Idempotency-Key": key or uuid.uuid4().hex}
        return self._send("POST", path, json=told, headers=named).content

    def _send(self, method: str, path: str, **more: Any) -> httpx.Response:
        try:
            reply = self._http.request(method, path, **more)
        except httpx.HTTPError as error:
            raise ProblemError(0, "", f"The site could not be reached: {error}.") from error
        if reply.is_error:
            raise _problem(reply)
        return reply

    def _answered(self, data: bytes) -> Answered:
        made = msgspec.json.decode(data, type=Answered)
        whole = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        return msgspec.structs.replace(made, raw=whole["answer"])


def _object(data: bytes) -> dict[str, Any]:
    return msgspec.json.decode(data, type=dict[str, Any])


def _problem(reply: httpx.Response) -> ProblemError:
    try:
        return _told(_object(reply.content), reply.status_code)
    except msgspec.DecodeError:  # a page of something in between: a proxy, another server
        return ProblemError(reply.status_code, reply.reason_phrase, f"The site answered with {reply.status_code}.")


def _told(problem: dict[str, Any], status: int = 0) -> ProblemError:
    faults = tuple(f"{one.get('where', '')}: {one.get('what', '')}" for one in problem.get("errors", ()))
    title, detail, code = (str(problem.get(name, "")) for name in ("title", "detail", "code"))
    return ProblemError(status or int(problem.get("status", 0)), title, detail, code, faults)
