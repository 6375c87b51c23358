"""Abbreviations as the names they stand for: those a record defines, those of the question, those of the vocabulary.

Definitions `long form (LF)` are read by `text.abbreviations`.
"""

from __future__ import annotations

from functools import lru_cache

from probatum import vocabulary
from probatum.appraise import matching
from probatum.appraise.matching import SECTION_CHARACTERS
from probatum.model import Concept, Question, Record
from probatum.text import words
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression
from probatum.vocabulary.normal import name_key

SHORT = expression(r"(?<![\w-])(?=[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z])[A-Za-z][A-Za-z0-9]{1,9}(?![\w])")
"""A word with two capitals at least."""
UNMISTAKABLE = 4
"""Letters from which an abbreviation that its record never spells out is taken for its one known meaning."""


@lru_cache(maxsize=512)
def defined(record: Record) -> tuple[tuple[str, str], ...]:
    """Pairs of short and long form that the record itself defines, each short form once."""
    found: dict[str, str] = {}
    for zone in matching.zones(record):
        for short, long in definitions(zone.section.text[:SECTION_CHARACTERS]):
            found.setdefault(short, long)
    return tuple(found.items())


@lru_cache(maxsize=64)
def _of_question(question: Question) -> tuple[tuple[str, str], ...]:
    """Pairs of short and long form from the reading of the question and from the question itself."""
    assumed = [(a.from_, a.to) for a in question.assumptions if a.what == "abbreviation"]
    return (*assumed, *definitions(question.read), *definitions(question.typed))


@lru_cache(maxsize=512)
def _shorts(record: Record) -> frozenset[str]:
    """The words of the record that look like abbreviations."""
    texts = (z.section.text[:SECTION_CHARACTERS] for z in matching.zones(record))
    return frozenset(m.group() for text in texts for m in SHORT.finditer(text))


def held(question: Question, record: Record) -> frozenset[str]:
    """Stems the record holds because it writes an abbreviation for them, or because it writes one in full."""
    own = matching.stems(record)
    wanted = words.stems(question.read)
    known = vocabulary.load()
    shorts = _shorts(record)
    got: set[str] = set()
    for short, long in (*_of_question(question), *defined(record)):
        spelled = words.stems(long)
        if short in shorts or words.stem(short) in own:
            got |= spelled
        if spelled and spelled <= own:
            got.add(words.stem(short))
    told = dict(defined(record))
    for short in shorts:
        meanings = known.abbreviations(short) if len(short) >= UNMISTAKABLE and short not in told else ()
        spelled = words.stems(meanings[0].meaning) if len(meanings) == 1 else frozenset()
        if spelled <= wanted:
            got |= spelled
    return frozenset(got)


def names(concept: Concept, question: Question, record: Record, *, kinds: bool = False) -> tuple[str, ...]:
    """The names of a concept, with the abbreviations that stand for one of them in this question and record.

    `kinds` also takes an abbreviation whose long form ends with a name: `peripheral venous thrombophlebitis (PVT)`.
    """
    plain = matching.names(concept)
    pairs = (*_of_question(question), *defined(record))
    if not pairs:
        return plain
    keys = {name_key(n) for n in plain}
    ends = tuple(f" {k}" for k in keys if k) if kinds else ()
    added = [s for s, long in pairs if (key := name_key(long)) in keys or (ends and key.endswith(ends))]
    return tuple(dict.fromkeys((*plain, *added)))
