"""The API: scopes, problems, lists, requests done once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"


class Program:
    """A program with a token."""

    def __init__(self, owner: Any, *scopes: str) -> None:
        from django.test import Client

        from probatum.publish.site.api.models import Scope, Token

        self.token = Token.create(owner, "test", [Scope(s) for s in scopes])
        self.client = Client()

    def __call__(self, method: str, path: str, told: Any = None, **headers: str) -> Any:
        sent = {"Authorization": f"Bearer {self.token}", **headers}
        body = {} if told is None else {"data": json.dumps(told), "content_type": "application/json"}
        return getattr(self.client, method)(f"/api/v1{path}", headers=sent, **body)


@pytest.fixture(scope="module")
def program(person: Callable[..., Any]) -> Program:
    return Program(person("api-user").user, "read", "ask", "audit")


@pytest.fixture(scope="module")
def answered(program: Program) -> dict[str, Any]:
    reply = program("post", "/answers", {"question": QUESTION, "reader": "nurse"})
    assert reply.status_code == 201
    made: dict[str, Any] = reply.json()
    return made


def test_an_answer_comes_whole_and_is_kept(program: Program, answered: dict[str, Any]) -> None:
    assert answered["answer"]["schema"] == "probatum.answer/1"
    assert answered["answer"]["reader"] == "nurse"
    assert program("get", f"/answers/{answered['id']}").json() == answered
    assert answered["id"] in [item["id"] for item in program("get", "/answers").json()["items"]]


def test_a_follow_up_tells_what_changed(program: Program, answered: dict[str, Any]) -> None:
    made = program("post", f"/answers/{answered['id']}/follow-ups", {"question": "what about in renal failure?"})
    assert made.status_code == 201 and made.json()["plan"]


def test_sections_can_be_streamed(program: Program) -> None:
    reply = program("post", "/answers", {"question": QUESTION}, Accept="application/x-ndjson")
    lines = [json.loads(line) for line in b"".join(reply.streaming_content).splitlines()]
    assert "mexiletine" in lines[0]["read"]
    assert next(line["section"]["id"] for line in lines if "section" in line) == "bottom_line"
    assert lines[-1]["references"]


@pytest.mark.parametrize(
    ("method", "path", "told", "status"),
    [
        ("post", "/answers", {"question": ""}, 422),
        ("post", "/answers", {"question": QUESTION, "reader": "king"}, 422),
        ("post", "/answers", {"question": "???"}, 422),
        ("get", "/answers?limit=1000", None, 422),
        ("get", "/answers/00000000-0000-0000-0000-000000000000", None, 404),
        ("get", "/records/pmid:1", None, 404),
        ("get", "/appraisals/pmid:1", None, 404),
        ("get", "/articles/00000000-0000-0000-0000-000000000000", None, 404),
        ("get", "/search", None, 422),
        ("get", "/nowhere", None, 404),
        ("get", "/answers/no-uuid", None, 404),
        ("put", "/library", None, 405),
    ],
)
def test_a_request_that_cannot_be_done_is_a_problem(
    program: Program, method: str, path: str, told: Any, status: int
) -> None:
    reply = program(method, path, told)
    assert reply.status_code == status
    assert reply["Content-Type"] == "application/problem+json"
    assert reply.json()["status"] == status and reply.json()["detail"]


@pytest.mark.parametrize(
    ("scope", "method", "path", "told"),
    [
        ("read", "post", "/answers", {"question": QUESTION}),
        ("ask", "get", "/library", None),
        ("ask", "post", "/audits", {"text": "x"}),
        ("audit", "get", "/articles", None),
    ],
)
def test_a_token_does_what_its_scope_says_and_no_more(
    person: Callable[..., Any], scope: str, method: str, path: str, told: Any
) -> None:
    assert Program(person("api-user").user, scope)(method, path, told).status_code == 403


def test_without_a_token_nothing_is_told(program: Program) -> None:
    for path in ("/answers", "/library", "/articles", "/search?q=x", "/records/pmid:26911633"):
        reply = program("get", path, Authorization="Bearer pbt_wrong")
        assert reply.status_code == 401 and reply["Content-Type"] == "application/problem+json"


def test_answers_are_their_owners_alone(person: Callable[..., Any], answered: dict[str, Any]) -> None:
    other = Program(person("someone-else").user, "ask")
    assert other("get", f"/answers/{answered['id']}").status_code == 404
    assert other("delete", f"/answers/{answered['id']}").status_code == 404


def test_a_request_with_a_key_is_done_once(program: Program) -> None:
    told = {"question": QUESTION}
    first = program("post", "/answers", told, **{"Idempotency-Key": "k1"})
    again = program("post", "/answers", told, **{"Idempotency-Key": "k1"})
    assert first.json()["id"] == again.json()["id"]
    other = program("post", "/answers", {"question": "quinine for cramps?"}, **{"Idempotency-Key": "k1"})
    assert other.status_code == 422


def test_records_search_library_and_audit(program: Program) -> None:
    found = program("get", "/search?q=mexiletine+cramps&limit=3").json()["items"]
    assert 0 < len(found) <= 3
    record = program("get", f"/records/{found[0]['record']}").json()
    assert record["title"] == found[0]["title"]
    assert program("get", f"/appraisals/{found[0]['record']}").json()["study"]
    assert program("get", "/library").json()["records"] > 30
    report = program(
        "post", "/audits", {"text": "Mexiletine cures cramps in ALS [1].\n\n## References\n\n1. PMID 26911633"}
    )
    assert report.json()["sentences"]


def test_deleting_an_answer_deletes_it(program: Program) -> None:
    made = program("post", "/answers", {"question": "quinine for cramps?"}).json()["id"]
    assert program("delete", f"/answers/{made}").status_code == 204
    assert program("get", f"/answers/{made}").status_code == 404


def test_the_api_describes_itself(program: Program) -> None:
    told = program.client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.") and len(told["paths"]) >= 11
    for path, methods in told["paths"].items():
        for method, about in methods.items():
            assert "401" in about["responses"], (path, method)
