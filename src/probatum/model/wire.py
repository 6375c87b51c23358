"""JSON in and out of the nouns, and their JSON Schema."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from probatum.errors import ProbatumError
from probatum.model.answer import Answer, Article
from probatum.model.certainty import Certainty
from probatum.model.conversation import Conversation
from probatum.model.finding import Directive, Finding
from probatum.model.pooled import Pooled
from probatum.model.question import Question
from probatum.model.record import Record
from probatum.model.span import SPAN_SCHEMA, Span
from probatum.model.statement import Statement
from probatum.model.study import Study

T = TypeVar("T")

NOUNS: dict[str, type] = {
    "answer": Answer,
    "article": Article,
    "certainty": Certainty,
    "conversation": Conversation,
    "directive": Directive,
    "finding": Finding,
    "pooled": Pooled,
    "question": Question,
    "record": Record,
    "statement": Statement,
    "study": Study,
}
"""The nouns that have a JSON Schema, by name."""


def _encode_hook(value: object) -> object:
    if isinstance(value, Span):
        return value.to_json()
    raise NotImplementedError(f"no JSON form for {type(value).__name__}")


def to_builtins(value: object) -> Any:
    """A noun as dicts, lists, strings and numbers."""
    return msgspec.to_builtins(value, enc_hook=_encode_hook)


def encode(value: object) -> bytes:
    """A noun as compact UTF-8 JSON."""
    return msgspec.json.encode(value, enc_hook=_encode_hook)


def decode(data: bytes | str, kind: type[T], resolve: Callable[[str, str], Record | None]) -> T:
    """Read a noun from JSON. `resolve(record, version)` finds the records its spans point into.

    Raises ProbatumError P104 when a record cannot be found, P101-P103 when a span does not hold.
    """

    def hook(wanted: type, value: Any) -> Any:
        if wanted is not Span:
            raise NotImplementedError(f"cannot read {wanted.__name__}")
        record = resolve(value["record"], value["version"])
        if record is None:
            raise ProbatumError("P104", record=value["record"], version=value["version"])
        return Span.from_json(value, record)

    return msgspec.json.decode(data, type=kind, dec_hook=hook)


def _schema_hook(value: type) -> dict[str, Any]:
    if value is Span:
        return dict(SPAN_SCHEMA)
    raise NotImplementedError(f"no schema for {value.__name__}")


def schema(noun: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a noun. Raises ProbatumError P105 for an unknown name."""
    if noun not in NOUNS:
        raise ProbatumError("P105", noun=noun, known=", ".join(sorted(NOUNS)))
    made = msgspec.json.schema(NOUNS[noun], schema_hook=_schema_hook)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def content_hash(answer: Answer) -> str:
    """SHA-256 of the answer's JSON: what a review is bound to."""
    return hashlib.sha256(encode(answer)).hexdigest()
