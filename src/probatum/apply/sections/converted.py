"""Converted: how much of one opioid is as much as another, or by another way, where just that is asked.

Tables of it stand in guidance on opioid conversion; what a label says of either medicine by itself is no answer.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.quoted.salience import Told, sentences_in
from probatum.model import Appraisal, Kind, RecordKind
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 3
_ASKS: Final = caseless(
    r"\b(?:conver(?:t\w*|sions?)|equivalen\w+|equianalges\w+|equals?|as much as|same as)\b"
    r"|\b(?:chang|switch|swap|rotat)\w+\b[^.?!]{0,60}\b(?:to|for|into)\b"
)
_TITLED: Final = caseless(r"\bconversion\b")
_EQUATES: Final = caseless(
    r"\b(?:equal to|divided by|multiplied by|ratio|to change|change from|changed to|conversion)\b"
)


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Told], ...]:
    """The sentences on such a change that name all that is asked about, the nearest first."""
    question = context.question
    named = [(c.label, c.text, *c.synonyms[:8]) for c in question.concepts if c.semantic == "drug"]
    if not named or _ASKS.search(question.read) is None:
        return ()
    held = {a.record.id: a for a in (*context.guidelines, *context.appraisals)}.values()
    told = words.stems(f"{question.read} {question.typed}")
    found = [
        (sum(fitting.names_one(one.span.quote, (names,)) for names in named), len(told & words.stems(quote)), a, one)
        for a in held
        if a.record.kind is RecordKind.GUIDELINE and _TITLED.search(a.record.title)
        for one in sentences_in(a.record)
        if _EQUATES.search(quote := one.span.quote)
    ]
    most = max((row[0] for row in found), default=0)
    own = {name.lower() for names in named for name in names}
    found = sorted((r for r in found if r[0] == most > 0), key=lambda r: (_others(r[3].span.quote, own), -r[1]))
    return tuple((a, one) for _, _, a, one in found[:MOST])


def _others(text: str, own: set[str]) -> int:
    """How many medicines a sentence names that are not asked about: into them nothing is to be changed."""
    found = {m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug"}
    return len(found - own)


def say(draft: Draft, context: Context) -> bool:
    """They, in the words of their sources; False where nothing of the kind is asked or held."""
    for appraisal, one in rows(context):
        plain = f"A guideline says: \u201c{one.span.quote}\u201d"
        draft.add(f"{source_name(appraisal)}: \u201c{one.span.quote}\u201d", Kind.QUOTED, (one.span,), plain=plain)
    return bool(rows(context))
