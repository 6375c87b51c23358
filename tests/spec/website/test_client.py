"""The client for programs, against the site itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from probatum.client import Client, ProblemError

QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"


@pytest.fixture(scope="module")
def made(person: Callable[..., Any]) -> Callable[..., Client]:
    """`made("read", "ask")`: a client with a token of these scopes, speaking to the application in this process."""
    from probatum.publish.site.api.models import Scope, Token
    from probatum.publish.site.wsgi import application

    def client(*scopes: str) -> Client:
        token = Token.create(person("client").user, "client", [Scope(scope) for scope in scopes])
        return Client("http://localhost", token=token, transport=httpx.WSGITransport(app=application))

    return client


@pytest.fixture(scope="module")
def probatum(made: Callable[..., Client]) -> Client:
    return made("read", "ask", "audit")


@pytest.fixture(scope="module")
def asked(probatum: Client) -> Any:
    return probatum.ask(QUESTION, reader="nurse")


def test_an_answer_comes_with_the_proof_of_each_sentence(asked: Any) -> None:
    (first, *_) = asked.answer.section("bottom_line").statements
    assert asked.answer.reader == "nurse" and first.verdict == "supported"
    assert first.supports[0].quote and first.checks
    with pytest.raises(KeyError, match="bottom_line"):
        asked.answer.section("nowhere")


def test_the_whole_json_can_be_read_back_by_the_engine(asked: Any) -> None:
    from probatum.model import Answer
    from probatum.model.wire import decode
    from probatum.publish.site.asking import engine

    whole = decode(bytes(asked.raw), Answer, engine.library().get)
    assert whole.title == asked.answer.title


def test_asking_on_tells_what_changed(probatum: Client, asked: Any) -> None:
    followed = probatum.follow_up(asked.id, "What about in renal failure?")
    assert followed.plan and {edit.change for edit in followed.plan} > {"keep"}
    assert probatum.answer(asked.id).answer == followed.answer


def test_an_answer_can_be_streamed(probatum: Client) -> None:
    pieces = list(probatum.ask_streaming(QUESTION))
    assert "mexiletine" in pieces[0].read
    assert pieces[1].section is not None and pieces[1].section.id == "bottom_line"
    assert pieces[-1].id and pieces[-1].references


def test_what_cannot_be_answered_is_a_problem_in_a_stream_too_and_is_not_kept(probatum: Client) -> None:
    before = len(list(probatum.questions()))
    for way in (lambda: probatum.ask("???"), lambda: list(probatum.ask_streaming("???"))):
        with pytest.raises(ProblemError) as told:
            way()
        assert told.value.status == 422 and told.value.code.startswith("P4")
    assert len(list(probatum.questions())) == before


def test_a_request_with_a_key_is_done_once_and_leaves_one_question(probatum: Client) -> None:
    before = len(list(probatum.questions()))
    first, again = (probatum.ask("Is quinine safe for leg cramps?", key="the same") for _ in range(2))
    assert first.id == again.id and len(list(probatum.questions())) == before + 1


def test_lists_are_read_to_their_end(probatum: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.client.PAGE", 1)
    whole = list(probatum.questions())
    assert len(whole) >= 2 and len({one.id for one in whole}) == len(whole)


def test_records_search_appraisal_audit_and_library(probatum: Client) -> None:
    (first, *_) = probatum.search("mexiletine cramps", limit=3)
    assert probatum.record(first.record)["title"] == first.title
    assert probatum.appraisal(first.record)["record"] == first.record
    assert probatum.audit("Mexiletine cures cramps [1].\n\n## References\n\n1. PMID 26911633")["sentences"]
    assert probatum.library().records > 30


def test_articles_with_their_review(probatum: Client) -> None:
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    page = making.create(engine.answer(QUESTION, Reader.DOCTOR), trail.ENGINE)
    making.act(making.draft(page.key), Action.SUBMITTED, trail.ENGINE)
    assert str(page.key) in [one.key for one in probatum.articles()]
    held = probatum.article(str(page.key), reader="patient")
    assert held.answer is not None and held.answer.reader == "patient" and held.url.endswith(page.slug + "/")
    review = probatum.review(str(page.key))
    assert review.state == "submitted" and review.content == page.content and review.caution


def test_deleting_deletes(probatum: Client) -> None:
    made = probatum.ask("Is quinine safe for leg cramps?").id
    probatum.delete(made)
    with pytest.raises(ProblemError, match="404"):
        probatum.answer(made)


@pytest.mark.parametrize(
    ("scopes", "does", "status"),
    [
        (("read",), lambda client: client.ask(QUESTION), 403),
        (("ask",), lambda client: client.library(), 403),
        (("read",), lambda client: client.record("pmid:1"), 404),
        (("ask",), lambda client: client.ask(""), 422),
    ],
)
def test_what_is_not_done_says_why(
    made: Callable[..., Client], scopes: tuple[str, ...], does: Callable[[Client], object], status: int
) -> None:
    with pytest.raises(ProblemError) as told:
        does(made(*scopes))
    assert told.value.status == status and told.value.detail
    assert bool(told.value.faults) is (status == 422)


def test_a_site_that_is_not_there_or_speaks_something_else_is_a_problem() -> None:
    def page(request: httpx.Request) -> httpx.Response:
        return httpx.Response(502, text="<h1>Bad gateway</h1>")

    def nobody(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    for handler, status in ((page, 502), (nobody, 0)):
        with Client("http://x.test", token="t", transport=httpx.MockTransport(handler)) as client:
            with pytest.raises(ProblemError) as told:
                client.library()
            assert told.value.status == status
