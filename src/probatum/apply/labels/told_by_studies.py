"""Told by studies: what a medicine is approved for, as studies and reviews say it, where no label of it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probatum.apply.context import Context
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, RecordKind
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 2
APPROVED: Final = caseless(
    r"\b(?:approv(?:ed|al|als|es)|licen[sc]ed|authori[sz](?:ed|ation)|indicated (?:for|in|as))\b"
)
_ILL: Final = ("condition", "symptom")
_NAMES_ILLNESS, _CONCLUDES = 1.0, 0.1


def approvals(context: Context, names: Sequence[str]) -> tuple[Salient, ...]:
    """The sentences that tell it of a medicine by one of its names, those on the illness that is asked about first."""
    rows = sorted(_rows(context, names), key=lambda row: -row[0])
    best = rows[0][0] if rows else 0.0
    return tuple(one for score, one in rows if score >= best)[:MOST]


def _rows(context: Context, names: Sequence[str]) -> Iterator[tuple[float, Salient]]:
    own = [stems for name in names if (stems := words.stems(name))]
    ill = [words.stems(n) for c in context.question.concepts if c.semantic in _ILL for n in c.names]
    for source in _studies(context):
        for one in sentences_in(source.record):
            stems = frozenset(one.stems)
            if APPROVED.search(one.span.quote) and any(name <= stems for name in own) and quotable(one.span):
                score = _NAMES_ILLNESS * any(name <= stems for name in ill)
                yield score + _CONCLUDES * (one.span in source.conclusions), Salient(source, one.span, 1.0, stems)


def _studies(context: Context) -> Iterator[Appraisal]:
    seen = dict.fromkeys(a.record.id for a in context.answering)
    yield from context.answering
    for source in context.further:
        if source.record.id not in seen and source.record.kind not in (RecordKind.LABEL, RecordKind.REGISTRY_ENTRY):
            yield source
