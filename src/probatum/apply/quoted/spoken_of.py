"""Spoken of: whether a sentence of an abstract speaks of the illness whose risk is asked about, or of another.

An abstract on many harms of one medicine tells each in a sentence that has most of the words of a question on any of
them: `long-term use ... increased risk of kidney disease`, where fractures were asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.quotable import told_in
from probatum.model import Concept, Question, Record, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless

_ILL: Final = ("condition", "symptom")
_NAMED: Final = ("condition", "drug")


class Aside(NamedTuple):
    """Sentences of one abstract that do not speak of the outcome asked about."""

    unnamed: frozenset[Span] = frozenset()
    others: frozenset[Span] = frozenset()
    """Those among them that name another illness."""


def aside(question: Question, spans: Sequence[Span]) -> Aside:
    """The sentences of one abstract that do not name the illness whose risk is asked about, where one of them does;
    none where no such outcome is known."""
    asked = [c for c in question.having(Role.OUTCOME) if c.id and c.semantic in _ILL]
    unnamed = frozenset(span for span in spans if not names(asked, span))
    if not asked or len(unnamed) == len(spans):
        return Aside()
    own = frozenset(c.label for c in question.concepts)
    wider = own.union(*(c.broader for c in question.concepts))
    return Aside(unnamed, frozenset(span for span in unnamed if _others(span, own, wider)))


def lacking(question: Question, record: Record) -> int:
    """How many of the illnesses and medicines that a question names a record's title and abstract never name."""
    asked = [c for c in question.concepts if c.id and c.semantic in _NAMED and c.role is not Role.COMPARATOR]
    own = _words_of(record)
    named = ((words.stems(name) for name in c.names) for c in asked)
    return sum(not any(len(s & own) > HALF * len(s) for s in names if s) for names in named)


HALF: Final = 0.5
"""Share of the words of a name beyond which a text may speak of it: `cerebral venous thrombosis` of a sinus."""


@lru_cache(maxsize=256)
def _words_of(record: Record) -> frozenset[str]:
    return words.parted(record.title).union(*(spelled(told.span) for told in told_in(record)))


def names(concepts: Sequence[Concept], span: Span) -> bool:
    """Whether a sentence names one of some concepts, by a name of it or by its source's own abbreviation."""
    own = spelled(span)
    return any(stems <= own for c in concepts for name in c.names if (stems := words.stems(name)))


def _others(span: Span, own: frozenset[str], wider: frozenset[str]) -> bool:
    """Whether a sentence names an illness that is none of those asked about, no kind of one and none they belong to."""
    found = (m.term for m in vocabulary.load().find(span.quote) if m.term.semantic in _ILL)
    return any(term.label not in wider and own.isdisjoint(term.broader) for term in found)


def harms_alone(text: str) -> bool:
    """Whether a sentence speaks of harms by their own words and of nothing that helps."""
    return bool(_HARMED.search(text)) and not _HELPED.search(text)


_HARMED: Final = caseless(
    r"\b(?:adverse (?:\w+ )?(?:events?|effects?|reactions?)|side[- ]effects?|toxicit(?:y|ies)|tolerab\w+"
    r"|discontinu\w+)\b"
)
_HELPED: Final = caseless(
    r"\b(?:efficac\w*|effective\w*|surviv\w*|respon\w+|remission|improv\w*|reliev\w*|benefi\w*|reduc\w*"
    r"|prevent\w*)\b"
)
