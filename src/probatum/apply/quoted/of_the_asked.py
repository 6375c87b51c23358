"""Of the asked: whether a source names the treatment or test that a question is about.

The words of an illness are shared by many sources. One that nowhere names the medicine, the procedure or the test that
is asked about answers nothing of it, however near its other words are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.model import Appraisal, Concept, Intent, Question, Record, Role
from probatum.text import words
from probatum.vocabulary.classes import classes_of, members

NOTHING: Final = ("placebo", "placebos", "no treatment")
"""What a medicine is set against to learn whether it does anything."""
WIDEST: Final = 25
"""Members of a class whose name speaks of each of them: what is said of antibiotics is said of no one of them."""
_KNOWN: Final = ("drug", "procedure", "test")
_TESTS: Final = ("test", "")


def things(question: Question) -> tuple[Concept, ...]:
    """The known medicines, procedures and tests that are asked about; a test may be told beside what it looks for."""
    given = [c for c in question.having(Role.INTERVENTION) if c.id and c.semantic in _KNOWN]
    if question.intent is Intent.DIAGNOSIS and not given:
        given = [c for c in question.having(Role.OTHER) if c.id and c.semantic in _TESTS]
    return tuple(c for c in given if c.label.lower() not in NOTHING)


def names(appraisal: Appraisal, question: Question) -> bool:
    """Whether a source names one of them, a class it is of or a member of it; True where none is asked about."""
    asked = things(question)
    said = _said(appraisal.record) if asked else frozenset()
    return not asked or any(own <= said for c in asked for own in stems_of(c))


@lru_cache(maxsize=256)
def stems_of(concept: Concept) -> frozenset[frozenset[str]]:
    """The stems of each name of a thing, of its narrow classes and its members."""
    narrow = (name for name in classes_of(concept.label) if len(members(name)) <= WIDEST)
    kin = {*members(concept.label), *narrow}
    kin |= {name for one in kin for term in vocabulary.load().lookup(one) for name in term.synonyms}
    return frozenset(own for name in (*concept.names, *kin) if (own := words.unjoined(name)))


@lru_cache(maxsize=512)
def _said(record: Record) -> frozenset[str]:
    return words.parted(" ".join((record.title, *(s.text for s in record.evidence_sections))))
