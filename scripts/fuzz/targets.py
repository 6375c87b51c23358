"""What is fuzzed: each target takes any bytes and holds what its reader promises of them.

A broken promise is an AssertionError; anything else that is raised is a flaw too. Time is bounded by the fuzzer.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum import ask
from probatum.acquire.formats import Deletion, Refusal, formats
from probatum.acquire.reading import read_bytes
from probatum.assess.audit import audit
from probatum.errors import MESSAGES, ProbatumError
from probatum.model import Engine, Question, Record, Verdict
from probatum.pipeline.auditing import readable

LONGEST: Final = 20_000
"""Bytes of one input: longer ones find time, not flaws."""
_ENGINE: Final = Engine("fuzz", "fuzz")
_TRIAL: Final = (
    b"TY  - JOUR\nTI  - Zerafine for night cramps in adults\nPY  - 2015\nAN  - 9000001\nDO  - 10.5555/9000001\n"
    b"AB  - We randomly assigned 120 adults to zerafine 100 mg twice daily (n = 60) or placebo (n = 60). Cramps were "
    b"fewer with zerafine than with placebo (2.1 versus 4.6 a week, P = 0.003). Sleep did not differ (P = 0.41).\n"
    b"ER  - \n"
)


class _Shelf:
    """One invented trial, found under every identifier."""

    def get(self, identifier: str) -> Record | None:
        return _trial()

    def search(self, text: str, limit: int) -> Sequence[Record]:
        return (_trial(),)[:limit]


@lru_cache(maxsize=1)
def _trial() -> Record:
    return next(item for _, item in read_bytes(_TRIAL, "trial.ris") if isinstance(item, Record))


def audited(data: bytes) -> None:
    """A text under audit is read, or said not to be readable; a report points into the text it shows."""
    try:
        text = readable(data, "fuzz")
    except ProbatumError as told:
        assert told.code in ("P831", "P832"), told
        return
    report = audit(text, _Shelf(), _ENGINE)
    assert [s.n for s in report.sentences] == list(range(1, len(report.sentences) + 1))
    for sentence in report.sentences:
        assert report.text[sentence.start : sentence.end] == sentence.text
        assert sentence.spans or sentence.verdict is not Verdict.SUPPORTED
        assert all(span.source_section.text[span.start : span.end] == span.quote for span in sentence.spans)


def asked(data: bytes) -> None:
    """A question is read, or refused with a message; reading what was read again raises nothing."""
    text = data.decode("utf-8", "replace")
    try:
        first: Question = ask.read(text)
    except ProbatumError as told:
        assert told.code in MESSAGES
        return
    assert first == ask.read(text)
    assert all(a.why for a in first.assumptions)


def _reader(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        for item in formats()[name].read(io.BytesIO(data), "fuzz"):
            if isinstance(item, Refusal):
                assert item.code in MESSAGES and item.reason, item
            elif not isinstance(item, Deletion):
                _held(item)

    read.__doc__ = f"Records of the format {name!r}, or refusals; a record comes back from JSON as it was."
    return read


def _held(record: Record) -> None:
    assert record.id and record.version
    assert len({s.id for s in record.sections}) == len(record.sections), "two sections of one name"
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "audit": audited,
    "question": asked,
    "spl": _reader("spl"),
    "jats": _reader("jats"),
    "ctgov": _reader("ctgov"),
    "ris": _reader("ris"),
}
"""By name; the seeds of each lie in `seeds/NAME`."""
