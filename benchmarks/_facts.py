"""When an answer holds a fact, and when a statement bears on a question: content words, names and figures.

A text is read as terms and figures. A term is a name of the vocabulary, which any of its names stands for, or the stem
of another content word; words that tell nothing of their own (`patient`, `study`) are left out. A passage holds a fact
when it has every figure of the fact and at least ENOUGH of its terms. A passage is a statement or two neighbouring
statements of a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.text import words
from probatum.vocabulary import Term

ENOUGH: Final = 0.6
"""Share of the terms of a fact that a passage must have."""
BEARING: Final = 0.5
"""Share of the main concepts of a question that a passage must name to bear on it."""
FEWEST: Final = 2
"""Terms below which a sentence (`Yes.`) is no fact that could be looked for."""
LONGEST: Final = 40
"""Words of a fact; what is longer is a list that ran together."""
TELLS_NOTHING: Final = words.stemmed(
    "patient people person individual subject study trial research result evidence report show suggest find include "
    "use associate relate consider describe know call different many several important common type kind form way "
    "case also treatment therapy disease disorder condition possible likely generally usually often sometimes "
    "typically no not yes"
)
"""Stems that stand in any medical sentence."""
_FIGURE: Final = re.compile(r"\d+(?:[.,·]\d+)*")
_JOINT: Final = re.compile(r"(?<=\w)[-‐‑–/](?=\w)")


class Reading(msgspec.Struct, frozen=True):
    """What a text says, as far as it is compared: its terms, its figures, all its stems and the names in it."""

    terms: tuple[frozenset[frozenset[str]], ...]
    """Each as the stems of the names that stand for it."""
    figures: frozenset[str]
    stems: frozenset[str]
    concepts: tuple[frozenset[frozenset[str]], ...]
    """The terms that are names of drugs, conditions, symptoms, procedures and tests."""

    def __add__(self, other: Reading) -> Reading:
        return Reading(
            (*self.terms, *other.terms),
            self.figures | other.figures,
            self.stems | other.stems,
            (*self.concepts, *other.concepts),
        )

    def share(self, wanted: Sequence[frozenset[frozenset[str]]]) -> float:
        """The share of some terms that this text has."""
        own = set(self.terms)
        return sum(term in own or any(name <= self.stems for name in term) for term in wanted) / len(wanted)


def _stems(text: str) -> frozenset[str]:
    return frozenset(s for s in words.stems(_JOINT.sub(" ", text)) if not s[0].isdigit())


@lru_cache(maxsize=65536)
def _names(term: Term) -> frozenset[frozenset[str]]:
    return frozenset(stems for name in (term.label, *term.synonyms) if (stems := _stems(name)))


@lru_cache(maxsize=65536)
def read(text: str) -> Reading:
    """The terms and figures of a text."""
    known = vocabulary.load()
    named = [(m.start, m.end, m.term) for m in known.find(text)]
    for start, end, label in known.find_lay(text):
        if not any(start < b and a < end for a, b, _ in named):
            named += [(start, end, term) for term in known.lookup(label)[:1]]
    rest = list(text)
    terms, concepts = [], []
    for start, end, term in sorted(named, key=lambda n: n[:2]):
        if not _stems(text[start:end]) <= TELLS_NOTHING:
            terms.append(_names(term) | {_stems(text[start:end])})
            concepts += [terms[-1]] if term.semantic != "other" else []
            rest[start:end] = " " * (end - start)
    terms += [frozenset({frozenset({stem})}) for stem in sorted(_stems("".join(rest)) - TELLS_NOTHING)]
    figures = frozenset(f.replace(",", "").replace("·", ".") for f in _FIGURE.findall(text))
    return Reading(tuple(dict.fromkeys(terms)), figures, _stems(text), tuple(dict.fromkeys(concepts)))


def is_fact(text: str) -> bool:
    """Whether a sentence says enough to be looked for, is no list that ran together, and asks nothing."""
    if text.rstrip().endswith("?") or len(text.split()) > LONGEST:
        return False
    return len(read(text).terms) >= FEWEST


def holds(passage: Reading, fact: str) -> bool:
    """Whether a passage has every figure of a fact and enough of its terms."""
    wanted = read(fact)
    return wanted.figures <= passage.figures and passage.share(wanted.terms) >= ENOUGH


def passages(statements: Sequence[str]) -> list[Reading]:
    """Every statement of a section, and every two neighbours."""
    each = [read(text) for text in statements]
    return [*each, *(one + other for one, other in pairwise(each))]


def recalled(sections: Iterable[Sequence[str]], facts: Sequence[str]) -> list[bool]:
    """Of each fact, whether some passage of the sections holds it."""
    found = [passage for section in sections for passage in passages(section)]
    return [any(holds(passage, fact) for passage in found) for fact in facts]


def bears(statement: str, before: str, question: str, facts: Sequence[str]) -> bool:
    """Whether a statement, read after the one before it in its section, is about the question.

    It is when it names half of the question's main concepts (all its terms where it names none), or holds a gold fact.
    """
    asked = read(question)
    passage = read(statement) + read(before) if before else read(statement)
    wanted = asked.concepts or asked.terms
    if wanted and passage.share(wanted) >= BEARING:
        return True
    return any(holds(passage, fact) for fact in facts)
