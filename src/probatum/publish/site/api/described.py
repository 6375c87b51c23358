"""What `openapi.json` says of replies: our nouns by their own JSON Schema, lists, objects, problems."""

from __future__ import annotations

from typing import Any, Final

from probatum.model.wire import schema

_TEXT: Final = {"type": "string"}
_SHAPES: Final[dict[str, dict[str, Any]]] = {
    "object": {"type": "object"},
    "list": {
        "type": "object",
        "required": ["items", "total", "limit", "offset"],
        "properties": {
            "items": {"type": "array", "items": {"type": "object"}},
            "total": {"type": "integer"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
        },
    },
    "answered": {
        "type": "object",
        "required": ["id", "answer", "plan"],
        "properties": {"id": _TEXT, "answer": {"type": "object"}, "plan": {"type": "array"}},
    },
    "article": {
        "type": "object",
        "required": ["key", "title", "question", "content", "state", "status", "answer"],
        "properties": {"key": _TEXT, "title": _TEXT, "state": _TEXT, "answer": {"type": "object"}},
    },
    "review": {
        "type": "object",
        "required": ["state", "since", "text", "caution", "content"],
        "properties": {"state": _TEXT, "since": _TEXT, "text": _TEXT, "caution": _TEXT, "content": _TEXT},
    },
}
_PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {"title": _TEXT, "detail": _TEXT, "code": _TEXT, "status": {"type": "integer"}},
}


def described(status: int, shape: str) -> dict[str, Any]:
    """The replies of an address: that shape (empty: no body), and problems."""
    good: dict[str, Any] = {"description": "done"}
    if shape:
        good["content"] = {"application/json": {"schema": _SHAPES[shape]}}
    return {"responses": _responses(status, good)}


def noun(status: int, name: str) -> dict[str, Any]:
    """The same for an address that gives a noun whole."""
    required = schema(name).get("$defs", {}).get(name.title(), {}).get("required", [])
    shape = {"type": "object", "description": f"A {name}: see `probatum schema {name}`", "required": required}
    return {
        "responses": _responses(status, {"description": "done", "content": {"application/json": {"schema": shape}}})
    }


def _responses(status: int, good: dict[str, Any]) -> dict[int, Any]:
    bad = {"description": "problem", "content": {"application/problem+json": {"schema": _PROBLEM}}}
    return {status: good, **dict.fromkeys((400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503), bad)}
