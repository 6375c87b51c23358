"""Rewording: may other words stand for a sentence of ours? Each is held to the other, as an audit holds strangers.

Whoever wrote them, a language model or a person, is not believed: the figures must be the same one for one, quotations
must stay as they are, and an audit of either sentence against the other must find every part and no fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum.assess.audit import audit
from probatum.assess.case import QUOTED, key, stems
from probatum.assess.verdict import check_statement
from probatum.model import (
    AuditedSentence,
    Engine,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Statement,
    Verdict,
)
from probatum.text import quantities, sentences
from probatum.text.expressions import expression
from probatum.text.words import stemmed

LONGEST: Final = 1.6
"""Times as long as ours at most."""
_MARKUP: Final = expression(r"[\[\]<>{}|`*_#\\]|https?:|www\.|\bdoi\b", re.IGNORECASE)
_OUTSIDE: Final = ("C", "Zl", "Zp")
"""Unicode categories that no sentence of ours holds: control and format characters, line breaks."""


_GUARDED: Final = expression(
    r"\b(?:no|not|never|none|neither|nor|cannot|unless|except|only|if|until|till|even|both|either|all|most|some|any"
    r"|every|each|several|few|many|may|might|could|can|will|would|should|must|probably|possibly|perhaps|likely|unlikely|before"
    r"|after|always|usually|sometimes|rarely|about|almost|nearly|at least|at most|up to|more than|less than|or"
    r"|without)\b"
    r"|n't\b",
    re.IGNORECASE,
)
"""Words on which the sense turns: a sentence in other words holds the same ones, as often."""
_SAME: Final = (
    "reduce lower less fewer decrease decline fall smaller",
    "increase raise higher greater rise grow larger",
    "frequent frequency often",
    "people person patient participant",
    "study trial",
    "severe severity",
    "stop discontinue",
    "start begin",
)
"""Words that stand for one another, by group."""
_NEUTRAL: Final = (
    "find found show shown report say said tell give given take took taken get got receive use have had make made do "
    "done compare comparison versus against relative see seen happen occur become became come came go went be "
    "been being result there here these those this that it its which who whom whose while during over within through "
    "by with dose doses between among in on of for from to and as than then so also too the a an people group arm one "
    "ones each other"
)
"""Words that carry a sentence and no fact."""


def meaning(own: str, other: str) -> str:
    """Why other words do not plainly hold the facts of ours and no more: word for word, but for what carries a
    sentence; empty when they do."""
    if Counter(m.lower() for m in _GUARDED.findall(own)) != Counter(m.lower() for m in _GUARDED.findall(other)):
        return "a word on which the sense turns (not, may, only, unless ...) was added or lost"
    ours, theirs = _facts(own), _facts(other)
    if theirs - ours:
        return f"it adds: {', '.join(sorted(theirs - ours))}"
    if ours - theirs:
        return f"it leaves out: {', '.join(sorted(ours - theirs))}"
    return ""


def _facts(text: str) -> frozenset[str]:
    groups = _groups()
    return frozenset(groups.get(stem, stem) for stem in stems(text)) - stemmed(_NEUTRAL)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {stem: group.split()[0] for group in _SAME for stem in stemmed(group)}


def shape(own: str, other: str) -> str:
    """Why the form of other words rules them out before anything is read; empty when it does not."""
    if not other.strip():
        return "it is empty"
    if len(other) > LONGEST * len(own) + 40:
        return "it is much longer"
    if _MARKUP.search(other.replace("±", "")) and not _MARKUP.search(own):
        return "it holds markup, a link or a citation of its own"
    if any(unicodedata.category(c).startswith(_OUTSIDE) for c in other):
        return "it holds control characters or line breaks"
    if len(sentences.split(other)) > len(sentences.split(own)):
        return "it is more than one sentence"
    if Counter(_quoted(own)) != Counter(_quoted(other)):
        return "what it quotes is not the same"
    if _figures(own) != _figures(other):
        return "its figures are not the same"
    return ""


def held(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """For each pair of ours and other words: empty when they say the same, else why that is not shown."""
    there = _audited([(own, other) for own, other in pairs])
    back = _audited([(other, own) for own, other in pairs])
    return tuple(
        _why(one, "adds or changes") or _why(two, "leaves out or changes") for one, two in zip(there, back, strict=True)
    )


def reworded(statement: Statement, text: str, writer: str, *, plain: bool) -> tuple[Statement | None, str]:
    """The statement in other words with its checks made anew, or None with what a check said against them."""
    changed = msgspec.structs.replace(statement, **{"plain" if plain else "text": text})
    judged = check_statement(changed)
    if judged.verdict is not Verdict.SUPPORTED:
        failed = next((r.reason for r in judged.checks if r.verdict is judged.verdict), judged.verdict.value)
        return None, failed
    own = statement.plain if plain else statement.text
    told = f"worded by {writer}; in the engine's own words: {own}"
    said = msgspec.structs.replace(
        judged.checks[0], check="wording", verdict=Verdict.SUPPORTED, reason=told, answered_by=writer
    )
    return msgspec.structs.replace(judged, checks=(*judged.checks, said)), ""


def _quoted(text: str) -> list[str]:
    return [" ".join((m[1] or m[2]).split()) for m in QUOTED.finditer(text)]


def _figures(text: str) -> Counter[tuple[float, str]]:
    """Every number with its unit, as often as it stands."""
    return Counter((key(n), q.unit) for q in quantities.read(text) for n in q.numbers)


def _why(sentence: AuditedSentence | None, does: str) -> str:
    if sentence is None:
        return "it could not be read as a sentence"
    if sentence.verdict is Verdict.SUPPORTED and sentence.category is None:
        return ""
    return f"it {does} something: {'; '.join(sentence.reasons)[:300]}"


def _audited(pairs: Sequence[tuple[str, str]]) -> list[AuditedSentence | None]:
    """The second of each pair audited as if it cited the first."""
    shelf = _Shelf([source for source, _ in pairs])
    made: list[AuditedSentence | None] = []
    for number, (_, said) in enumerate(pairs):
        body = (
            f"{said.rstrip().rstrip('.')} [1].\n\nReferences\n\n1. {_TITLE.format(number)} doi:{_DOI.format(number)}\n"
        )
        report = audit(body, shelf, Engine("", ""))
        found = [s for s in report.sentences if s.citations]
        made.append(found[0] if len(found) == 1 else None)
    return made


_DOI: Final = "10.5555/sentence.{}"
_TITLE: Final = "A sentence, number {}."


class _Shelf:
    """Sentences as records of one sentence each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._held = {f"doi:{_DOI.format(n)}": _record(n, text) for n, text in enumerate(texts)}

    def get(self, identifier: str) -> Record | None:
        return self._held.get(identifier)

    def search(self, text: str, limit: int) -> Sequence[Record]:
        return []


def _record(number: int, text: str) -> Record:
    return Record.build(
        id=f"doi:{_DOI.format(number)}",
        identifiers=(Identifier("doi", _DOI.format(number)),),
        kind=RecordKind.ARTICLE,
        title=_TITLE.format(number),
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )
