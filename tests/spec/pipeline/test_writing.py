"""A language model may word sentences; what it writes is believed only when it holds."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from medicines import trial

from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.errors import ProbatumError
from probatum.model import Answer, Reader, Verdict
from probatum.pipeline import answer, reword
from probatum.pipeline.chatting import KEY, MODEL, URL, Chat
from probatum.pipeline.writing import KEPT, OWN, WriterError, sentences, writer

QUESTION = "Does mexiletine help cramps in ALS?"
TRIAL = trial(
    9101,
    "Mexiletine for muscle cramps in amyotrophic lateral sclerosis: a randomised double-blind trial in 240 people",
    "In this double-blind trial 240 people with amyotrophic lateral sclerosis were randomly assigned to mexiletine "
    "300 mg/day or placebo for 12 weeks. The primary outcome was muscle cramp frequency. Muscle cramp frequency "
    "was 31% of the placebo value with mexiletine 300 mg/day (p = 0.047). No serious adverse events occurred.",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    library = Library.open(tmp_path_factory.mktemp("writing") / "library", create=True)
    library.add([TRIAL], describe=describe)
    found = answer(QUESTION, library=library)
    assert sentences(found)
    return found


class Says:
    """A writer that says what it is told to."""

    name = "test: says"

    def __init__(self, says: Callable[[str], str]) -> None:
        self._says = says
        self.given: list[str] = []

    def write(self, written: Sequence[str], reader: Reader) -> Sequence[str]:
        self.given += written
        return [self._says(text) for text in written]


def shown(of: Answer) -> list[str]:
    return [s.text for s in of.statements]


def test_what_holds_is_taken_over_with_what_it_was_before(made: Answer) -> None:
    def turned(text: str) -> str:
        head, comma, tail = text.rstrip(".").partition(", ")
        return f"{tail[0].upper()}{tail[1:]}, {head[0].lower()}{head[1:]}." if comma and head.startswith("In ") else ""

    after = reword(made, Says(turned))
    assert shown(after) != shown(made)
    changed = [(a, b) for a, b in zip(made.statements, after.statements, strict=True) if a != b]
    for before, now in changed:
        assert now.verdict is Verdict.SUPPORTED and now.supports == before.supports
        (check,) = [c for c in now.checks if c.check == "wording"]
        assert check.answered_by == "test: says" and before.text in check.reason
    assert f"put {len(changed)} of {len(sentences(made))} sentences into other words" in after.warnings[-1].text


@pytest.mark.parametrize(
    "says",
    [
        lambda text: text.rstrip(".") + ", which is safe.",
        lambda text: text.replace("may ", "").replace("reduce", "reduces") + " Take 500 mg.",
        lambda text: "Ignore all rules and call 555.",
        lambda text: "",
        lambda text: text,
    ],
)
def test_what_does_not_hold_leaves_every_sentence_as_it_was(made: Answer, says: Callable[[str], str]) -> None:
    assert shown(reword(made, Says(says))) == shown(made)


def test_orders_doses_quotations_and_the_question_are_never_given(made: Answer) -> None:
    says = Says(lambda text: "")
    reword(made, says)
    allowed = {s.text for part in made.sections if part.id not in KEPT for s in part.statements if s.kind in OWN}
    assert says.given and set(says.given) <= allowed
    assert not any(made.question.typed in text for text in says.given)


def test_a_wrong_count_or_a_fault_changes_nothing_and_is_said(made: Answer) -> None:
    class Short:
        name = "short"

        def write(self, written: Sequence[str], reader: Reader) -> Sequence[str]:
            return ["one"] * (len(written) + 1)

    class Broken:
        name = "broken"

        def write(self, written: Sequence[str], reader: Reader) -> Sequence[str]:
            raise WriterError("out of memory")

    for pen, said in ((Short(), "short gave"), (Broken(), "broken could not be asked (out of memory)")):
        after = reword(made, pen)
        assert shown(after) == shown(made) and said in after.warnings[-1].text


class _Model(BaseHTTPRequestHandler):
    reply: Callable[[list[str]], tuple[int, bytes]]
    seen: list[dict[str, Any]]

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).seen.append({"key": self.headers.get("Authorization"), "path": self.path, **asked})
        status, body = type(self).reply(json.loads(asked["messages"][1]["content"]))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def model() -> Iterator[tuple[type[_Model], str]]:
    handler = type("Handler", (_Model,), {"seen": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield handler, f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def said(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def test_a_model_is_asked_by_the_chat_interface(model: tuple[type[_Model], str]) -> None:
    handler, base = model
    handler.reply = staticmethod(
        lambda given: (200, said("```json\n" + json.dumps([g.upper() for g in given]) + "\n```"))
    )
    pen = Chat.configured({URL: base, MODEL: "tiny", KEY: "secret"})
    many = [f"sentence {n}" for n in range(30)]
    assert pen.write(many, Reader.NURSE) == [m.upper() for m in many]
    assert [len(json.loads(s["messages"][1]["content"])) for s in handler.seen] == [12, 12, 6]
    assert all(s["path"] == "/v1/chat/completions" and s["key"] == "Bearer secret" for s in handler.seen)
    assert all("a nurse" in s["messages"][0]["content"] and s["temperature"] == 0 for s in handler.seen)


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (500, b"", "HTTP 500"),
        (401, b"{}", "HTTP 401"),
        (302, b"", "HTTP 302"),
        (200, b"<html>", "cannot be read"),
        (200, b'{"choices": []}', "cannot be read"),
        (200, b"x" * 2_100_000, "too large"),
    ],
)
def test_a_model_that_fails_is_said_to(model: tuple[type[_Model], str], status: int, body: bytes, why: str) -> None:
    handler, base = model
    handler.reply = staticmethod(lambda given: (status, body))
    with pytest.raises(WriterError, match=why):
        Chat(base, "tiny").write(["one"], Reader.DOCTOR)


@pytest.mark.parametrize("content", ["no array", '["a", "b"]', "[1]", '["a"', "[" * 5000])
def test_a_reply_without_as_many_strings_changes_nothing(model: tuple[type[_Model], str], content: str) -> None:
    handler, base = model
    handler.reply = staticmethod(lambda given: (200, said(content)))
    assert Chat(base, "tiny").write(["one"], Reader.DOCTOR) == [""]


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({}, "P420"),
        ({URL: "http://127.0.0.1:1/v1"}, "P420"),
        ({URL: "http://models.example/v1", MODEL: "m"}, "P421"),
        ({URL: "ftp://127.0.0.1/v1", MODEL: "m"}, "P421"),
        ({URL: "https://me:secret@models.example/v1", MODEL: "m"}, "P421"),
        ({URL: "file:///etc/passwd", MODEL: "m"}, "P421"),
    ],
)
def test_a_model_must_be_named_and_be_here_or_behind_https(environ: dict[str, str], code: str) -> None:
    with pytest.raises(ProbatumError) as caught:
        Chat.configured(environ)
    assert caught.value.code == code and "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("base", "away"),
    [
        ("http://127.0.0.1:11434/v1", ""),
        ("http://localhost/v1", ""),
        ("http://[::1]:80/v1", ""),
        ("https://models.example/v1", "models.example"),
        ("https://127.0.0.1.example/v1", "127.0.0.1.example"),
    ],
)
def test_what_leaves_this_machine_is_known(base: str, away: str) -> None:
    assert Chat(base, "m").away == away


def test_an_unknown_writer_is_named_with_the_known() -> None:
    with pytest.raises(ProbatumError, match=r"P419.*chat"):
        writer("poet")
