"""Wanted: what is looked for in the sentences of sources: stems with their weights, by all the names of each thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply.quoted.describing import subject
from probatum.model import Question, Role
from probatum.text import aspects, words
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression

CHIEF: Final = 0.85
"""Weight, against the rarest word's, of the words of which one must be there."""
FROM_TITLE: Final = 0.6
"""What a word counts that only the title or the heading has."""
_FROM_NEAR: Final = 0.3
"""What a word counts that only a sentence beside it has."""
_BRACKETS: Final = expression(r"\(([^()]{2,120})\)")
_ASIDE = 0.3
"""What a word counts that only a bracket of the question has: it says in other words what stands before it."""
LEAST_INITIALS, MOST_INITIALS = 3, 5
"""Words whose initials stand for them."""
_WORDS_IN_A_ROW: Final = expression(r"[A-Za-z][A-Za-z-]+(?: [A-Za-z][A-Za-z-]+)+")
_RELATING: Final = words.stemmed("risk incidence rate development occurrence effect use number level presence")


def _side(question: Question, terms: Collection[str], role: Role) -> set[str]:
    """The words of one of the two things that a question relates, those that only say how they relate left out."""
    said = question.intervention if role is Role.INTERVENTION else question.outcome
    stems = {*words.stems(said), *(s for c in question.having(role) for s in words.stems(c.text))}
    return {s for s in stems if s in terms and s not in _RELATING}


def _everyday(question: Question) -> Iterator[tuple[frozenset[str], str]]:
    """The stems of what is asked about in everyday words of which the small ones make the meaning (`pass out`, `throw
    up`), with its name."""
    for concept in question.concepts:
        own = words.stems(concept.text)
        parted = len(concept.text.split()) > len(own)
        if concept.id and own and parted and not own & words.stems(concept.label):
            yield own, concept.label


def _short_forms(question: Question) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Stems of what the question spells out, with the stem of its abbreviation: that which stands behind it in
    brackets, and the initials of three words or more in a row (`androgen deprivation therapy`: ADT)."""
    text = question.typed or question.read
    for short, long in definitions(text):
        yield words.stems(long), words.stems(short)
    for run in _WORDS_IN_A_ROW.findall(text):
        row = run.split()
        for size in range(LEAST_INITIALS, min(len(row), MOST_INITIALS) + 1):
            for at in range(len(row) - size + 1):
                part = row[at : at + size]
                stems = words.stems(" ".join(part))
                if len(stems) == size:
                    yield stems, words.stems("".join(word[0] for word in part))


class Wanted(msgspec.Struct, frozen=True):
    """What is looked for: stems with their weights, the names of concepts, the side asked for, the subject."""

    weights: dict[str, float]
    names: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Pairs of the stems of the question's own words for a concept, and those of another name of it."""
    aspect: str
    subject: frozenset[str]
    chief: frozenset[str]
    """The rarest words: a sentence that with its title holds none of them is about something else."""
    concepts: tuple[tuple[frozenset[str], ...], ...]
    """The names of each concept that the vocabulary knows."""
    sides: tuple[frozenset[str], ...]
    """The two things that a question sets in relation, by their words: a passage on one alone does not answer."""
    others: frozenset[str] = frozenset()
    """What is asked beside a treatment: a passage that has none of it is on the treatment in another matter."""
    titles: frozenset[frozenset[str]] = frozenset()
    """What one side is asked of, by its names: a page so titled is on that and nothing narrower."""
    of_a_state: bool = False
    """Whether it is asked what may be used in pregnancy or breast-feeding: a judgement says more than a measurement."""

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, question: Question) -> Wanted:
        """What a question looks for."""
        weigh = vocabulary.load().weight
        aspect = aspects.asked(question.read)
        terms = {words.stem(w): weigh(w) + 0.1 for w in question.terms if not w.isdigit()}
        for own, label in _everyday(question):  # `pass` of `pass out` is no word of it by itself
            terms = {s: w for s, w in terms.items() if s not in own}
            terms |= {words.stem(w): weigh(w) + 0.1 for w in words.content(label)}
        aside = words.stems(" ".join(_BRACKETS.findall(question.typed))) - words.stems(
            _BRACKETS.sub(" ", question.typed)
        )
        terms = {s: w * (_ASIDE if s in aside else 1.0) for s, w in terms.items()}
        if aspect == aspects.KIND and (thing := subject(question)):  # what it is instead has no word of that kind
            terms = {s: w * (1.0 if s in thing else _ASIDE) for s, w in terms.items()}
        if aspect:
            terms = {s: w for s, w in terms.items() if s not in aspects.ASKING} or terms
        heaviest = max(terms.values(), default=0.0)
        chief = frozenset(s for s, w in terms.items() if w >= CHIEF * heaviest)
        names = tuple(
            (words.stems(concept.text), stems)
            for concept in question.concepts
            for name in (concept.label, *concept.synonyms)
            if (stems := words.stems(name))
        ) + tuple(_short_forms(question))
        concepts = tuple(
            tuple(stems for name in c.names if (stems := words.stems(name))) for c in question.concepts if c.id
        )
        sides = [_side(question, terms, role) for role in (Role.INTERVENTION, Role.OUTCOME)]
        parts = tuple(frozenset(s) for s in sides if s) if not aspect and not sides[0] & sides[1] else ()
        parts = parts if len(parts) == 2 else ()
        given = [n for c in question.having(Role.INTERVENTION) for n in c.names]
        others = frozenset(terms) - words.stems(" ".join(given)) if given else frozenset()
        state = bool(question.patient.pregnancy or question.patient.breastfeeding)
        titles = aspects.titles(question)
        return cls(
            terms, names, aspect, subject(question), chief, concepts, parts, others, frozenset(titles), of_a_state=state
        )

    def held(self, stems: Iterable[str]) -> set[str]:
        """What is wanted and held by some stems, by another name of it too."""
        own = set(stems)
        own |= {s for asked, name in self.names if name <= own for s in asked}
        return own & self.weights.keys()

    def share(self, own: set[str], titled: set[str], near: set[str], from_title: float = FROM_TITLE) -> float:
        """The share of what is wanted that a sentence holds; what its title or only its neighbours hold counts in
        part."""
        total = sum(self.weights.values())
        counts = ((1.0, own), (from_title, titled - own), (_FROM_NEAR, near - own - titled))
        return sum(part * self.weights[s] for part, held in counts for s in held) / total if total else 0.0
