"""What was read out of a record, as bytes that can be kept beside it: spans are section and offsets, no text is copied.

A reading is true for one version of a record and one reader: `reader()` names the rules, models and vocabulary that
read it, so that no reading of earlier rules is taken for one of today's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Final

import msgspec

from probatum import vocabulary
from probatum.errors import ProbatumError
from probatum.model import Directive, Finding, Record, Span, Study

_READ_BY: Final = ("probatum.appraise", "probatum.text", "probatum.model", "probatum.vocabulary")
"""Packages whose rules decide what is read."""


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """Everything of an appraisal that does not depend on the question."""

    study: Study
    findings: tuple[Finding, ...] = ()
    directives: tuple[Directive, ...] = ()
    results: tuple[Span, ...] = ()
    conclusions: tuple[Span, ...] = ()
    outline: Study | None = None
    """What `study.outline` gives: every candidate is chosen by it, also those that are not read whole."""


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name not in ("__pycache__", "data"):
            yield from _files(entry)
        elif entry.name.endswith((".py", ".npz")):
            yield entry


@lru_cache(maxsize=1)
def _rules() -> str:
    digest = hashlib.sha256()
    for package in _READ_BY:
        for file in _files(resources.files(package)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def reader() -> str:
    """A name for what reads today: a digest of the rules and models, and the version of the vocabulary."""
    return f"{_rules()} {vocabulary.current().version}"


def pack(reading: Reading) -> bytes:
    """The reading as MessagePack."""
    return msgspec.msgpack.encode(reading, enc_hook=_address)


def unpack(data: bytes, record: Record) -> Reading | None:
    """The reading of that record from its bytes; None where they do not fit it, so that it is read anew."""

    def place(kind: type, value: Any) -> Any:
        if kind is not Span:
            raise NotImplementedError(f"cannot read {kind.__name__}")
        section, start, end = value
        return Span(record, section, start, end)

    try:
        return msgspec.msgpack.decode(data, type=Reading, dec_hook=place)
    except (msgspec.DecodeError, ProbatumError, TypeError, ValueError):
        return None


def _address(value: object) -> object:
    if isinstance(value, Span):
        return value.section, value.start, value.end
    raise NotImplementedError(f"no bytes for {type(value).__name__}")
